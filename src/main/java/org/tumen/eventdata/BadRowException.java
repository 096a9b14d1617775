package org.tumen.eventdata;

/** A row that cannot be read, with the reason; caught by the reader, which lists it. */
final class BadRowException extends Exception {
    BadRowException(String reason) {
        super(reason, null, false, false);
    }
}
