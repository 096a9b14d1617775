package org.tumen.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tumen.report.ResultCrate;
import org.tumen.study.StudyKinds;

/**
 * Which kind of study made a result, and of which study, told by what the result keeps: its command and the study as it was
 * given. A study that says something else by now did not make it, nor did one of which the command asked something else.
 */
final class Origin {
    /** The options of studies that say how runs are made, stored and shown; any other changes what is asked. */
    static final Set<String> SAME_QUESTION = Set.of(
            "--allow-outside",
            "--details",
            "--engine",
            "--events",
            "--failure-limit",
            "--figure-size",
            "--font",
            "--force",
            "--master",
            "--open",
            "--out",
            "--outcomes",
            "--palette",
            "--pdf",
            "--shard",
            "--threads");

    private static final Pattern OPTION = Pattern.compile("(?<= )'?(--[a-z-]+)");

    private Origin() {}

    /**
     * Tells it.
     *
     * @param command the command of the result
     * @param studies what each study file says now, by its name
     * @param node takes it, where the result tells it
     */
    static void tell(Path result, String command, Map<String, JsonNode> studies, ObjectNode node) {
        StudyKinds.ofCommand(command).ifPresent(kind -> {
            ObjectNode madeBy = node.putObject("made_by").put("kind", kind.name());
            if (asksWhatTheFileAsks(command)) {
                Studies.document(result.resolve(ResultCrate.STUDY))
                        .flatMap(given -> studies.entrySet().stream()
                                .filter(study -> study.getValue().equals(given))
                                .map(Map.Entry::getKey)
                                .findFirst())
                        .ifPresent(study -> madeBy.put("study", study));
            }
        });
    }

    private static boolean asksWhatTheFileAsks(String command) {
        return OPTION.matcher(command)
                .results()
                .map((MatchResult option) -> option.group(1))
                .allMatch(SAME_QUESTION::contains);
    }
}
