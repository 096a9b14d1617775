package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.cli.text.HarmlessWriter;

/** What others wrote commands no terminal. */
class HarmlessWriterTest {
    private static final String HOSTILE = "\u001b[31mred\u0007\u009b2J\u202eback\r";

    @TempDir
    Path folder;

    @Test
    void whatCommandsIsWrittenAsItsNumberAndAllElseAsItIs() throws IOException {
        StringWriter told = new StringWriter();
        try (HarmlessWriter out = new HarmlessWriter(told)) {
            out.write(HOSTILE);
            out.write("a,b\r");
            out.write("\n\tÄ − 😀\n");
            out.write('\u001b');
            for (char half : "😀".toCharArray()) {
                out.write(half);
            }
            out.write("end\r");
        }
        assertThat(told)
                .hasToString("\\u001B[31mred\\u0007\\u009B2J\\u202Eback\\u000Da,b\r\n\tÄ − 😀\n\\u001B😀end\\u000D");
    }

    @Test
    void aHostileResultIsReportedWithoutACommand() throws IOException {
        Path result = folder.resolve("result");
        Program.Ending made = InProcess.run(
                "compare", "scenarios/studies/japan-warning.yaml", "--runs", "8", "--out", result.toString());
        assertThat(made.status()).as(made.err()).isZero();
        String escaped = "\\u001b[31mred\\u0007\\u009b2J\\u202eback\\r";
        for (String name : List.of("findings.json", "manifest.json")) {
            Path file = result.resolve(name);
            String text = Files.readString(file);
            Files.writeString(file, text.replace("\" : \"", "\" : \"" + escaped).replace("Japan", escaped));
        }
        for (String command : List.of("report", "verify", "trace", "query")) {
            Program.Ending told = command.equals("query")
                    ? InProcess.run(command, result.toString(), "select chr(27) || '[31m' as red")
                    : InProcess.run(command, result.toString());
            assertThat(told.out() + told.err()).as(command).isNotBlank().matches("[\\P{Cc}\\n\\t]*");
        }
    }
}
