package org.tumen.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String OUTSIDE = "--allow-outside";

    /** The options of studies that say how runs are made, stored and shown; any other changes what is asked. */
    static final Set<String> SAME_QUESTION = Set.of(
            OUTSIDE,
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

    /** All that decides the hashes of a study, of a model. */
    record Asked(JsonNode document, String kind, Map<Path, Scenarios.FileState> scenarios) {}

    Origin(Studies studies) {
        this.studies = studies;
        documents = studies.documents();
        scenarios = studies.scenarios(documents.keySet());
        studies.forget(scenarios);
    }

    /**
     * Tells the study that made a result and asks the same still, where one does; whether it is still to be found out; or the
     * study that cannot be planned here, since it names files outside that only its command could read.
     *
     * @param command the command of the result
     * @param kind what that runs
     * @param hash that of what decides the values of the result; empty where it has none
     */
    void tell(ObjectNode madeBy, Path result, String command, StudyKind<?, ?> kind, String hash) {
        if (!asksWhatTheFileAsks(command)) {
            return;
        }
        JsonNode given = Studies.document(result.resolve(ResultCrate.STUDY)).orElse(null);
        for (Map.Entry<String, JsonNode> study : documents.entrySet()) {
            if (!study.getValue().equals(given)) {
                continue;
            }
            Optional<Set<String>> hashes =
                    studies.planned(new Asked(study.getValue(), kind.name(), scenarios), study.getKey(), kind);
            if (hashes.isEmpty()) {
                madeBy.put("planning", true);
            } else if (hashes.get().stream().anyMatch(hash::startsWith)) {
                madeBy.remove("planning");
                madeBy.put("study", study.getKey());
                return;
            } else if (hashes.get().isEmpty() && options(command).anyMatch(OUTSIDE::equals)) {
                madeBy.put("outside", study.getKey());
            }
        }
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
        return options(command).allMatch(SAME_QUESTION::contains);
    }

    private static Stream<String> options(String command) {
        return OPTION.matcher(command).results().map((MatchResult option) -> option.group(1));
    }
}
