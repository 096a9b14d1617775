package org.tumen.web;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share a page, opened before the first of them and closed after the last. */
abstract class WithPage {
    @TempDir
    static Path folder;

    static OpenPage page;

    @BeforeAll
    static void open() throws Exception {
        page = new OpenPage(folder);
    }

    @AfterAll
    static void close() throws IOException {
        if (page != null) {
            page.close();
        }
    }
}
