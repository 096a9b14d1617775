package org.tumen.store;

/** Another process (or another part of this one) is writing to the result folder. The message names it. */
public final class StoreBusyException extends StoreException.Refused {
    private static final long serialVersionUID = 1;

    StoreBusyException(String message) {
        super(message, null);
    }
}
