package org.tumen.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {
    /** As problems of files name them. */
    @Test
    void elementsOfListsHaveThePlacesThatPathsHave() {
        assertThat(Json.differences(
                        Json.parse("{\"a\":[{\"b\":1},{\"b\":2}],\"c\":[{\"name\":\"x\",\"d\":1}]}"),
                        Json.parse("{\"a\":[{\"b\":1},{\"b\":3}],\"c\":[{\"name\":\"x\",\"d\":2}]}")))
                .containsExactly("a[1].b (2, 3)", "c.x.d (1, 2)");
        assertThat(Json.differing("acts", Json.parse("[1]"), Json.parse("[2]")))
                .extracting(Json.Difference::path)
                .containsExactly("acts[0]");
    }

    /** Java up to 18 writes a digit more, so that an experiment would have another fingerprint there. */
    @Test
    void doublesAreWrittenAlikeByEveryJava() throws Exception {
        double value = 0x1p-44;
        String shortest = "5.684341886080802E-14";
        assertThat(Double.parseDouble(shortest)).isEqualTo(value);
        assertThat(Json.text(DoubleNode.valueOf(value))).isEqualTo(shortest);
        assertThat(Json.canonical(DoubleNode.valueOf(value))).isEqualTo(shortest);
        assertThat(Json.PLAIN.writeValueAsString(value)).isEqualTo(shortest);
        assertThat(new String(Json.bytes(value), StandardCharsets.UTF_8)).isEqualTo(shortest);
    }
}
