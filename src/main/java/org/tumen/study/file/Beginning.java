package org.tumen.study.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.document.InvalidInputException;
import org.tumen.document.Problem;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.ScenarioTemplate;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.StoreException;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import org.tumen.study.StudyReader;
import org.tumen.study.UsageException;
import org.tumen.words.Failures;

/**
 * A file to begin with, written from the declarations and valid as it is.
 *
 * @param what {@value #SCENARIO}, {@value #RULES} (a scenario with a policy of rules) or the name of a kind of study
 * @param file where it is written
 * @param scenario that of a study or of rules; null for scenario.yaml beside the file, written too unless there is one
 * @param actor whose policy the rules are; null for a warner
 * @param over whether a file that is there is overwritten
 */
public record Beginning(
        String what,
        Path file,
        @Nullable Path scenario,
        @Nullable String actor,
        boolean over) {
    /** A scenario of its own. */
    public static final String SCENARIO = "scenario";

    /** A scenario with a policy of rules. */
    public static final String RULES = "rules";

    private static final int LONGEST_NAME = 64;

    /** Everything that can be begun. */
    public static List<String> known() {
        List<String> known = new ArrayList<>(List.of(SCENARIO, RULES));
        known.addAll(StudyKinds.names());
        return known;
    }

    /**
     * Writes the file; {@code tell} receives a sentence for each file that was written.
     *
     * @throws UsageException when there is such a file already, or none of the kind can be written for the scenario
     * @throws InvalidInputException with everything that is wrong with the scenario
     */
    public void write(Consumer<String> tell) {
        if (!over && Files.exists(file)) {
            throw new UsageException("tumen init: " + file + " exists; --force overwrites it, --to FILE names another");
        }
        List<Problem> problems;
        if (what.equals(SCENARIO)) {
            write(file, ScenarioTemplate.scenario(name(file)), over);
            problems = ScenarioReader.read(file).problems();
            tell.accept("Wrote " + file + ", a scenario. Next: tumen batch " + file);
        } else {
            problems = onScenario(tell);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** Writes what departs from a scenario. */
    private List<Problem> onScenario(Consumer<String> tell) {
        Path beside = file.resolveSibling("scenario.yaml");
        Path from = scenario == null ? beside : scenario;
        if (scenario == null && !Files.exists(beside)) {
            write(beside, ScenarioTemplate.scenario(SCENARIO), false);
            tell.accept("Wrote " + beside + ", a scenario.");
        }
        Reading reading = ScenarioReader.read(from, new ScenarioReader.Options(List.of(), true));
        if (!reading.valid()) {
            return reading.problems();
        }
        String named = relative(file, from);
        if (what.equals(RULES)) {
            Scenario cast = reading.scenario();
            write(
                    file,
                    UsageException.unlessRefused(
                            "tumen init: ", () -> ScenarioTemplate.rules(name(file), named, cast, whose(cast))),
                    over);
            tell.accept("Wrote " + file + ", a scenario with a policy of rules. Next: tumen batch " + file);
            return ScenarioReader.read(file).problems();
        }
        StudyKind<?, ?> kind = StudyKinds.named(what).orElseThrow();
        write(
                file,
                UsageException.unlessRefused("tumen init: ", () -> StudyTemplate.of(kind, named, reading.scenario())),
                over);
        tell.accept(
                "Wrote " + file + ", a study of " + from + ". Next: tumen " + StudyKinds.command(kind) + " " + file);
        return StudyReader.check(file, ScenarioReader.Options.NONE).problems();
    }

    private String whose(Scenario cast) {
        return actor != null ? actor : ScenarioTemplate.named("<warner>", cast);
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
        return trimmed.isEmpty() ? SCENARIO : trimmed.substring(0, Math.min(LONGEST_NAME, trimmed.length()));
    }

    /** Writes a file whole or not at all. */
    private static void write(Path file, String text, boolean over) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path target = over && Files.exists(file) ? file.toRealPath() : file;
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new UsageException("tumen init: " + file + " is no file that could be overwritten");
            }
            AtomicFiles.writeUnsynced(
                    target,
                    out -> out.write(text.getBytes(StandardCharsets.UTF_8)),
                    beside -> AtomicFiles.place(beside, target, over));
        } catch (IOException e) {
            throw new StoreException(file + " cannot be written: " + Failures.reason(e), e);
        }
    }
}
