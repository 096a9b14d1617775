package org.tumen.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first report is opened by the program that the desktop has, and where there is none a sentence says so. */
class PageOpenerTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    private PageOpener opener() {
        return new PageOpener(new PrintWriter(said), folder + ":" + folder.resolve("nowhere"));
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void theFirstReportIsOpened() throws IOException {
        program("xdg-open", "echo \"$1\" >> " + folder.resolve("opened"));
        program("open", "exit 1");
        PageOpener opener = opener();
        opener.reported(folder.resolve("a folder/report.html"));
        opener.reported(folder.resolve("another/report.html"));
        assertThat(folder.resolve("opened"))
                .hasContent(folder.resolve("a folder/report.html").toString());
        assertThat(said.toString()).isEmpty();
    }

    @Test
    void whatCannotBeOpenedIsNamed() throws IOException {
        opener().reported(folder.resolve("report.html"));
        assertThat(said.toString()).contains("no program that opens pages", "xdg-open", "file:", "report.html");
        program("xdg-open", "exit 3");
        opener().reported(folder.resolve("report.html"));
        assertThat(said.toString()).contains("ended with status 3");
    }
}
