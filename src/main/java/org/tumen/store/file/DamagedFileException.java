package org.tumen.store.file;

import java.nio.file.Path;

/** A file of a result does not hold what was written: its bytes do not have the checksum that was kept of them. */
public final class DamagedFileException extends StoreException {
    /** What is said of a file whose checksum is another than the one that was kept. */
    public static final String OTHER_BYTES = "its bytes are not those that were written";

    private final String what;

    /**
     * With what is wrong.
     *
     * @param file the file, or the part without an ending
     */
    public DamagedFileException(Path file, String what) {
        this(
                file + " is damaged: " + what
                        + ". The command that made the result makes it again; `tumen verify` tells whether more is damaged.",
                what);
    }

    /** With a message for users that names the file. */
    public DamagedFileException(String message) {
        this(message, message);
    }

    private DamagedFileException(String message, String what) {
        super(message);
        this.what = what;
    }

    /** What is wrong, without the file. */
    public String what() {
        return what;
    }
}
