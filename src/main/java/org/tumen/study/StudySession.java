package org.tumen.study;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.chart.Publication;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.scenario.Scenario;
import org.tumen.words.Texts;

/**
 * What a study runs in: how its runs are made, and who hears of it.
 *
 * @param execution how runs are made
 * @param cancellation stops it soon; what is finished by then is stored
 * @param listener hears of the runs that are made
 * @param out takes what was found, as text
 * @param err takes progress and complaints
 * @param command the command that asked, as a shell would take it; stored with results, so that they can be made again
 * @param interactive whether somebody watches {@code err} on a terminal
 * @param details whether {@code out} takes everything that was found, not the answer alone
 * @param watching is handed what tells what is known so far, before anything that takes long and whenever another tells it
 * @param study the study file as it was given, to be kept with what was found; null where there is none
 * @param dry whether only is told what the study would take; nothing is kept
 * @param figures how pictures are drawn once more, to be published; null for not
 */
public record StudySession(
        ExecutionSettings execution,
        Cancellation cancellation,
        RunListener listener,
        PrintWriter out,
        PrintWriter err,
        String command,
        boolean interactive,
        boolean details,
        Consumer<Interim> watching,
        @Nullable String study,
        boolean dry,
        @Nullable Publication figures) {

    /** Without a study file, and nobody to watch. */
    public StudySession(
            ExecutionSettings execution,
            Cancellation cancellation,
            RunListener listener,
            PrintWriter out,
            PrintWriter err,
            String command,
            boolean interactive,
            boolean details) {
        this(
                execution,
                cancellation,
                listener,
                out,
                err,
                command,
                interactive,
                details,
                interim -> {},
                null,
                false,
                null);
    }

    /** For callers who take what was found from the result folder alone. */
    public static StudySession quiet(ExecutionSettings execution, Cancellation cancellation, RunListener listener) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new StudySession(execution, cancellation, listener, nowhere, nowhere, "a Java program", false, false);
    }

    /** The same, told to others. */
    public StudySession reporting(PrintWriter text, PrintWriter progress, String asked) {
        return changed(draft -> {
            draft.out = text;
            draft.err = progress;
            draft.command = asked;
        });
    }

    /** Tells of what is allowed in scenarios, given by name, but may not do what their authors meant: each thing once. */
    public void warn(Map<String, Scenario> scenarios) {
        for (String warning : warnings(scenarios)) {
            err.println("warning: " + Texts.visible(warning));
            listener.warned(warning);
        }
        err.flush();
    }

    /** What {@link Scenario#warnings} says of several scenarios, with the names of those that it is true of unless it is of all. */
    public static List<String> warnings(Map<String, Scenario> scenarios) {
        Map<String, List<String>> concerned = new LinkedHashMap<>();
        scenarios.forEach((name, scenario) -> scenario.warnings()
                .forEach(warning -> concerned
                        .computeIfAbsent(warning, w -> new ArrayList<>())
                        .add(name)));
        return concerned.entrySet().stream()
                .map(e -> e.getValue().size() == scenarios.size()
                        ? e.getKey()
                        : String.join(", ", e.getValue()) + ": " + e.getKey())
                .toList();
    }

    /** The same, adding to what is stored. */
    public StudySession withoutForce() {
        return with(execution.withoutForce());
    }

    public StudySession with(ExecutionSettings other) {
        return changed(draft -> draft.execution = other);
    }

    /** The same, where only is told what a study would take. */
    public StudySession onlyDry() {
        return changed(draft -> draft.dry = true);
    }

    /** The same, with pictures drawn once more, to be published; null for not. */
    public StudySession publishing(@Nullable Publication pictures) {
        return changed(draft -> draft.figures = pictures);
    }

    /** The same, watched while it works. */
    public StudySession watchedBy(Consumer<Interim> watcher) {
        return changed(draft -> draft.watching = watcher);
    }

    /**
     * The same for a study file, as it stands now.
     *
     * @throws UsageException when it cannot be read
     */
    public StudySession about(Path file) {
        try {
            String given = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return changed(draft -> draft.study = given);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read");
        }
    }

    private StudySession changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new StudySession(
                draft.execution,
                cancellation,
                listener,
                draft.out,
                draft.err,
                draft.command,
                interactive,
                details,
                draft.watching,
                draft.study,
                draft.dry,
                draft.figures);
    }

    /** What of a session may be another. */
    private static final class Draft {
        private ExecutionSettings execution;
        private PrintWriter out;
        private PrintWriter err;
        private String command;
        private Consumer<Interim> watching;
        private @Nullable String study;
        private boolean dry;
        private @Nullable Publication figures;

        Draft(StudySession from) {
            execution = from.execution;
            out = from.out;
            err = from.err;
            command = from.command;
            watching = from.watching;
            study = from.study;
            dry = from.dry;
            figures = from.figures;
        }
    }
}
