package org.tumen.cli;

/** Arguments that cannot be used: said to the user, exit status 2. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
