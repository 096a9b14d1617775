package org.tumen.store;

import org.tumen.store.file.StoreException;

/** Another process (or another part of this one) is writing to the result folder. The message names it. */
public final class StoreBusyException extends StoreException.Refused {
    StoreBusyException(String message) {
        super(message, null);
    }
}
