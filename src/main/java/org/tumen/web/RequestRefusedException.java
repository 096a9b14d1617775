package org.tumen.web;

import java.util.List;

/** A request that the server does not serve, with the status and the words for its sender. */
final class RequestRefusedException extends RuntimeException {
    private final int status;
    private final transient List<String> problems;

    RequestRefusedException(int status, String message) {
        this(status, message, List.of());
    }

    /** @param problems everything that is wrong, one sentence each */
    RequestRefusedException(int status, String message, List<String> problems) {
        // A refusal is an answer, not a defect: nobody reads where it arose.
        super(message, null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    int status() {
        return status;
    }

    List<String> problems() {
        return problems;
    }

    static RequestRefusedException bad(String message) {
        return new RequestRefusedException(400, message);
    }
}
