package org.tumen.eventdata;

/** A row that cannot be read, with the reason; caught by the reader, which lists it. */
final class BadRowException extends Exception {
    private final String reason;

    BadRowException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
