package org.tumen.cli.aid;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.Main;
import org.tumen.document.Problem;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.ScenarioTemplate;
import org.tumen.study.InvalidInputException;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import org.tumen.study.UsageException;
import org.tumen.study.file.StudyReader;
import org.tumen.study.file.StudyTemplate;
import org.tumen.words.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes files to begin with. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Write a file to begin with: a scenario, a policy of rules, or a study of any kind, valid as it is.",
            "Every key stands in it with its meaning and range, commented out where it need not be said."
        },
        footer = {
            "",
            "Examples:",
            "  tumen init                           scenario.yaml",
            "  tumen init search                    search.yaml, and scenario.yaml unless there is one",
            "  tumen init compare --scenario scenarios/baseline.yaml --to my-question.yaml",
            "  tumen init rules --actor russia      rules.yaml"
        })
public final class InitCommand implements Callable<Integer> {
    private static final String SCENARIO = "scenario";
    private static final String RULES = "rules";

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            defaultValue = SCENARIO,
            completionCandidates = Beginnings.class,
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String what = SCENARIO;

    @Option(names = "--to", paramLabel = "FILE", description = "The file to write (default: WHAT.yaml).")
    private @Nullable Path to;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description =
                    "The scenario of a study or of rules (default: scenario.yaml beside the file, which is written too"
                            + " unless there is one).")
    private @Nullable Path scenario;

    @Option(names = "--actor", paramLabel = "NAME", description = "Whose policy the rules are (default: a warner's).")
    private @Nullable String actor;

    @Option(names = "--force", description = "Overwrite the file if there is one.")
    private boolean force;

    /** For picocli. */
    @SuppressWarnings("NullAway.Init") // picocli sets the fields
    public InitCommand() {}

    /** What can be begun. */
    static final class Beginnings extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        /** For picocli. */
        Beginnings() {
            super(List.of(SCENARIO, RULES));
            addAll(StudyKinds.names());
        }
    }

    @Override
    public Integer call() {
        List<String> known = new Beginnings();
        if (!known.contains(what)) {
            throw new UsageException("tumen init: there is no " + Texts.brief(what) + " to begin with; "
                    + Texts.suggestion(what, known));
        }
        if (what.equals(SCENARIO) && scenario != null) {
            throw new UsageException("tumen init: --scenario serves studies and rules; a scenario stands alone");
        }
        if (!what.equals(RULES) && actor != null) {
            throw new UsageException("tumen init: --actor serves rules");
        }
        Path file = to == null ? Path.of(what + ".yaml") : to;
        requireFree(file);
        PrintWriter out = spec.commandLine().getOut();
        List<Problem> problems;
        if (what.equals(SCENARIO)) {
            write(file, ScenarioTemplate.scenario(name(file)), force);
            problems = ScenarioReader.read(file).problems();
            out.println("Wrote " + file + ", a scenario. Next: tumen batch " + file);
        } else {
            problems = onScenario(file, out);
        }
        out.flush();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return Main.DONE;
    }

    /** Writes what departs from a scenario. */
    private List<Problem> onScenario(Path file, PrintWriter out) {
        Path beside = file.resolveSibling("scenario.yaml");
        Path from = scenario == null ? beside : scenario;
        if (scenario == null && !Files.exists(beside)) {
            write(beside, ScenarioTemplate.scenario(SCENARIO), false);
            out.println("Wrote " + beside + ", a scenario.");
        }
        Reading reading = ScenarioReader.read(from, new ScenarioReader.Options(List.of(), true));
        if (!reading.valid()) {
            return reading.problems();
        }
        String named = relative(file, from);
        if (what.equals(RULES)) {
            Scenario cast = reading.scenario();
            write(file, given(() -> ScenarioTemplate.rules(name(file), named, cast, whose(cast))), force);
            out.println("Wrote " + file + ", a scenario with a policy of rules. Next: tumen batch " + file);
            return ScenarioReader.read(file).problems();
        }
        StudyKind<?, ?> kind = StudyKinds.named(what).orElseThrow();
        write(file, given(() -> StudyTemplate.of(kind, named, reading.scenario())), force);
        out.println(
                "Wrote " + file + ", a study of " + from + ". Next: tumen " + StudyKinds.command(kind) + " " + file);
        return StudyReader.check(file, ScenarioReader.Options.NONE).problems();
    }

    private String whose(Scenario cast) {
        return actor != null ? actor : ScenarioTemplate.named("<warner>", cast);
    }

    /** The text of a file, or why there can be none. */
    private static String given(Supplier<String> text) {
        try {
            return text.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException("tumen init: " + e.getMessage());
        }
    }

    private static String relative(Path file, Path from) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path target = from.toAbsolutePath().normalize();
        return (folder == null ? target : folder.relativize(target)).toString().replace('\\', '/');
    }

    /** The name that a file gives: its own in lower case, with hyphens. */
    private static String name(Path file) {
        String name = ScenarioReader.nameOf(file).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        String trimmed = name.replaceAll("^-+", "");
        return trimmed.isEmpty() ? SCENARIO : trimmed.substring(0, Math.min(64, trimmed.length()));
    }

    private void requireFree(Path file) {
        if (!force && Files.exists(file)) {
            throw new UsageException("tumen init: " + file + " exists; --force overwrites it, --to FILE names another");
        }
    }

    private static void write(Path file, String text, boolean over) {
        StandardOpenOption[] how = over
                ? new StandardOpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new StandardOpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), how);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
