package org.tumen.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tumen.document.InvalidInputException;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.report.ResultCrate;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyReader;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;

/**
 * Which study made a result, told by what the result keeps: its command, the study as it was given, and the hash of all that
 * decides its values. A study that says something else by now did not make it, nor did one of which the command asked something
 * else or whose scenarios, or the model, have changed since.
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

    private final Studies studies;

    /** What each study file says now, by its name. */
    private final Map<String, JsonNode> documents;

    /** The files that they may name. */
    private final Map<Path, Scenarios.FileState> scenarios;

    private final Map<Asked, Set<String>> planned;

    /** All that decides the hashes of a study, of a model. */
    record Asked(JsonNode document, String kind, Map<Path, Scenarios.FileState> scenarios) {}

    /** @param planned the hashes that were found before: planning a design of hundreds of points takes a second */
    Origin(Studies studies, Map<Asked, Set<String>> planned) {
        this.studies = studies;
        this.planned = planned;
        documents = studies.documents();
        scenarios = studies.scenarios(documents.keySet());
        planned.keySet().removeIf(asked -> !asked.scenarios().equals(scenarios));
    }

    /**
     * The study that made a result and asks the same still; empty where none does.
     *
     * @param command the command of the result
     * @param kind what that runs
     * @param hash that of what decides the values of the result; empty where it has none
     */
    Optional<String> study(Path result, String command, StudyKind<?, ?> kind, String hash) {
        return asksWhatTheFileAsks(command)
                ? Studies.document(result.resolve(ResultCrate.STUDY))
                        .flatMap(given -> documents.entrySet().stream()
                                .filter(study -> study.getValue().equals(given))
                                .map(Map.Entry::getKey)
                                .filter(study ->
                                        hashes(study, given, kind).stream().anyMatch(hash::startsWith))
                                .findFirst())
                : Optional.empty();
    }

    private Set<String> hashes(String study, JsonNode document, StudyKind<?, ?> kind) {
        Asked asked = new Asked(document, kind.name(), scenarios);
        return planned.computeIfAbsent(asked, key -> hashes(studies.file(study), kind));
    }

    /**
     * The hashes, as names of folders show them, that a study would be kept under now, which its scenarios and the model decide
     * too; none where it could not be run. Nothing is simulated.
     */
    static <P> Set<String> hashes(Path study, StudyKind<?, P> kind) {
        StudyRequest request = new StudyRequest(study, Studies.OPTIONS, null);
        StudySession session = StudySession.quiet(ExecutionSettings.standard(), new Cancellation(), RunListener.NONE);
        try {
            P plan = StudyReader.plan(study, kind, Studies.OPTIONS, session);
            return kind.workload(plan, request, session).stream()
                    .map(work -> work.folder().toString())
                    .map(folder -> folder.substring(folder.lastIndexOf('-') + 1))
                    .collect(Collectors.toSet());
        } catch (InvalidInputException | UsageException e) {
            return Set.of();
        }
    }

    private static boolean asksWhatTheFileAsks(String command) {
        return OPTION.matcher(command)
                .results()
                .map((MatchResult option) -> option.group(1))
                .allMatch(SAME_QUESTION::contains);
    }
}
