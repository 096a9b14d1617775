package org.tumen.store.file;

import java.io.IOException;
import java.io.OutputStream;

/** What fills a file. */
@FunctionalInterface
public interface FileContent {
    /** Writes the bytes; the stream is closed by whoever opened it. */
    void writeTo(OutputStream out) throws IOException;
}
