package org.tumen.store;

/** Another process (or another part of this one) is writing to the result folder. The message names it. */
public final class StoreBusyException extends StoreException.Refused {
    StoreBusyException(String message) {
        super(message, null);
    }
}
