package org.tumen.study;

/** Arguments that cannot be used: said to the user, exit status 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
