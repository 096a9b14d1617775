package org.tumen.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Resolved;
import org.tumen.document.Problem;

/**
 * What came of reading a scenario: the scenario, or what is wrong.
 *
 * @param found the scenario; null when anything is wrong
 * @param problems what is wrong, by file, line and path; empty when nothing is
 * @param files the files read, the given one first; empty for one that came from memory
 */
public record Reading(@Nullable Scenario found, List<Problem> problems, List<Path> files) {
    public Reading {
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }

    /** True when there is a scenario. */
    public boolean valid() {
        return found != null;
    }

    /**
     * The scenario.
     *
     * @throws IllegalStateException naming the problems, when there is none
     */
    public Scenario scenario() {
        if (found == null) {
            throw new IllegalStateException(
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        return Objects.requireNonNull(found);
    }

    /** What is allowed in the scenario but may not do what its author meant; empty when nothing is, or there is none. */
    public List<String> warnings() {
        return found == null ? List.of() : found.warnings();
    }

    /**
     * The scenario as JSON, every value spelt out.
     *
     * @throws IllegalStateException as {@link #scenario}
     */
    public ObjectNode document() {
        return Resolved.document(scenario());
    }
}
