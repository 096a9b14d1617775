package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output onto a full disk, or to a reader that has gone. */
class StandardOutputTest {
    private static final String FULL = "No space left on device";
    private static final String GONE = "Broken pipe";

    @TempDir
    static Path root;

    private static String result;

    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void batch() {
        result = root.resolve("result").toString();
        Program.Ending made = InProcess.run("batch", "scenarios/baseline.yaml", "--runs", "20", "--out", result);
        assertThat(made.status()).as(made.err()).isZero();
    }

    /** Takes so many bytes and then fails as the system does. */
    private static OutputStream failing(int after, String words) {
        return new OutputStream() {
            private int left = after;

            @Override
            public void write(int b) throws IOException {
                if (left-- <= 0) {
                    throw new IOException(words);
                }
            }
        };
    }

    private int run(OutputStream out, String line) {
        List<String> args = List.of(line.split(" ")).stream()
                .map(word -> switch (word) {
                    case "RESULT" -> result;
                    case "NEW" -> root.resolve("new.yaml").toString();
                    default -> word.replace('+', ' ');
                })
                .toList();
        return Main.run(out, new PrintWriter(err, true), args.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "batch --help",
                "init scenario --to NEW",
                "batch scenarios/baseline.yaml --runs 20 --out RESULT",
                "trace scenarios/baseline.yaml --run 3",
                "trace scenarios/baseline.yaml --run 3 --format json",
                "trace scenarios/baseline.yaml --run 3 --format csv",
                "report RESULT --no-pictures",
                "query RESULT select+run+from+runs",
                "query RESULT select+run+from+runs --csv",
                "query RESULT select+run+from+runs --json",
                "verify RESULT --sample 1",
                "validate scenarios/baseline.yaml",
                "validate scenarios/baseline.yaml --format json",
                "params",
                "params --format markdown",
                "schema",
                "schema batch",
                "serve"
            })
    void whatCannotBeWrittenIsToldAndAFailure(String line) {
        assertThat(run(failing(0, FULL), line)).as(err.toString()).isEqualTo(Main.FAILED);
        assertThat(err.toString())
                .endsWith(
                        "tumen: failed: the output could not be written: No space left on device; send it where there is"
                                + " room" + System.lineSeparator());
    }

    @Test
    void aDiskThatIsFullInTheMiddleIsAFailureToo() {
        assertThat(run(failing(10_000, FULL), "params")).isEqualTo(Main.FAILED);
        assertThat(err.toString()).contains(FULL);
    }

    @Test
    void badInputKeepsItsStatus() {
        assertThat(run(failing(0, FULL), "validate nowhere.yaml")).isEqualTo(Main.BAD_INPUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"params", "query RESULT select+run+from+runs --csv", "trace scenarios/baseline.yaml --run 3"})
    void aReaderThatHasGoneIsNoFailure(String line) {
        assertThat(run(failing(0, GONE), line)).isZero();
        assertThat(err.toString()).doesNotContain("failed", GONE);
    }

    @Tag("slow")
    @Test
    void rowsForProgramsAreNotCutOffUnasked() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, "query RESULT select+range+from+range(2500) --csv")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2501);
        assertThat(err.toString()).isEmpty();
        out.reset();
        assertThat(run(out, "query RESULT select+range+from+range(2500) --json"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).split("range")).hasSize(2501);
        out.reset();
        assertThat(run(out, "query RESULT select+range+from+range(2500)")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1002);
        assertThat(err.toString()).contains("Only the first 1,000 rows are shown");
    }
}
