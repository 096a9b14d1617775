package org.tumen.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWordsTest {
    /** Each is told in words of its own, none of which is the parser's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\"",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "[1,2}",
                "{\"a\":tru}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":\"x\ny\"}",
                "{\"a\":\"x\\q\"}",
                "{\"a\":\"x\\u12\"}",
                "{\"a\":\"x",
                "{\"a\":1}x",
                "// c\n{}",
                "}",
                "\ufeff{}"
            })
    void whatIsNoJsonIsToldPlainly(String text) {
        Problems problems = new Problems();
        JsonTree.parse(text, "f.json", problems);
        assertThat(problems.list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("is not valid JSON: ")
                        .doesNotContain(
                                "cannot be read", "code", "Object", "token", "ource", "expecting", "`", "Feature"));
    }
}
