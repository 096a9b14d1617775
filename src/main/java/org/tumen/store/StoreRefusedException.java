package org.tumen.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A disk, a folder or whoever is at work there refuses what is to be written: nothing that another input would mend. */
public class StoreRefusedException extends StoreException {
    private static final long serialVersionUID = 1;

    /** What to tell a user whose disk or folder refused a file. */
    StoreRefusedException(String what, Path where, Exception cause) {
        this("could not " + what + " in " + where + WriteFailure.of(where, cause), cause);
    }

    /** With a message for users and what lies behind it. */
    StoreRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
