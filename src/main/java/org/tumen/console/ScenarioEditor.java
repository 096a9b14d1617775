package org.tumen.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.document.Problem;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/**
 * A scenario file with changes on top, valid at all times: a change that would make it invalid is refused with the words
 * that the command line has for it. Used by the event thread and read when a run starts.
 */
final class ScenarioEditor {
    private final Path file;
    private final ScenarioReader.Options given;
    private final Map<String, String> changes = new LinkedHashMap<>();
    private final Scenario original;
    private Scenario scenario;

    /** @throws IllegalArgumentException when the file is not a valid scenario, with everything that is wrong */
    ScenarioEditor(Path file, ScenarioReader.Options given) {
        this.file = file;
        this.given = given;
        Reading reading = read(changes);
        if (!reading.valid()) {
            throw new IllegalArgumentException(
                    reading.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
        }
        original = reading.scenario();
        scenario = original;
    }

    private Reading read(Map<String, String> changed) {
        List<String> overrides = new ArrayList<>(given.overrides());
        // What is changed here stands in place of what the command line says of the same path.
        overrides.removeIf(override -> changed.containsKey(
                override.substring(0, Math.max(0, override.indexOf('='))).strip()));
        changed.forEach((path, value) -> overrides.add(path + "=" + value));
        return ScenarioReader.read(file, new ScenarioReader.Options(overrides, given.allowOutside()));
    }

    synchronized Scenario scenario() {
        return scenario;
    }

    synchronized List<ParameterEntry> parameters() {
        return ParameterCatalogue.of(scenario);
    }

    /** The name of the scenario, and how many of its parameters were changed here. */
    synchronized String title() {
        return scenario.name() + (changes.isEmpty() ? "" : ", " + changes.size() + " changed here");
    }

    synchronized boolean changed(String path) {
        return changes.containsKey(path);
    }

    /** The value of the file, which an empty field brings back. */
    private String originalOf(String path) {
        return ParameterCatalogue.of(original).stream()
                .filter(e -> e.path().equals(path))
                .map(e -> e.current() == null ? "" : e.current())
                .findFirst()
                .orElse("");
    }

    /**
     * Changes a parameter to a value as scenario files write it; empty for the value of the file.
     *
     * @return what is wrong with it; empty when it was taken
     */
    synchronized List<String> set(String path, String value) {
        Map<String, String> tried = new LinkedHashMap<>(changes);
        if (value.isBlank() || value.strip().equals(originalOf(path))) {
            tried.remove(path);
        } else {
            tried.put(path, value.strip());
        }
        Reading reading = read(tried);
        if (!reading.valid()) {
            return reading.problems().stream().map(Problem::inFile).toList();
        }
        changes.clear();
        changes.putAll(tried);
        scenario = reading.scenario();
        return List.of();
    }

    synchronized void reset() {
        changes.clear();
        scenario = original;
    }
}
