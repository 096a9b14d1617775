package org.tumen.web;

import java.util.Collection;
import java.util.List;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;

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

    /** That there is nothing of a name; with the nearest that there is. */
    static RequestRefusedException none(String what, String name, Collection<String> names) {
        String nearest = Nearest.to(name, names);
        return new RequestRefusedException(
                404,
                "there is no " + what + " " + Texts.quoted(name)
                        + (nearest == null ? "" : "; did you mean " + Texts.brief(nearest) + "?"));
    }

    static RequestRefusedException bad(String message) {
        return new RequestRefusedException(400, message);
    }
}
