package org.tumen.store;

import org.tumen.store.file.StoreException;

/** A folder holds the result of another experiment or another version of the model and cannot be extended. */
public final class IncompatibleResultException extends StoreException {
    IncompatibleResultException(String message) {
        super(message);
    }
}
