package org.tumen.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.distribution.Distribution;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problem;
import org.tumen.document.Problems;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Resolved;
import org.tumen.scenario.ScenarioReader;
import org.tumen.words.Texts;

/** Reads studies that explore. */
public final class ExplorationReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
    private static final int MOST_RUNS = 1_000_000;
    private static final int MOST_LEVELS = 10_000;

    private static final List<String> SECTIONS = List.of("search", "sweep", "sensitivity", "discover", "game");

    private ExplorationReader() {}

    /** The section that makes a file a study to explore; empty for any other file, and for what cannot be read. */
    public static Optional<String> section(Path file) {
        Node.Mapping document = Document.read(file, file.toString(), new Problems());
        return document == null
                ? Optional.empty()
                : SECTIONS.stream().filter(document.fields()::containsKey).findFirst();
    }

    /**
     * Reads a study for a command.
     *
     * @param file the study
     * @param section the section that is of the command's own
     * @param options overrides of the scenario
     * @param execution runs and seed of the command line, which go before those of the file
     * @param otherwise runs of a point when nobody says
     * @throws InvalidInputException when the file or the scenario cannot be read at all
     */
    public static Exploration read(
            Path file, String section, ScenarioReader.Options options, ExecutionSettings execution, int otherwise) {
        if (execution.events()) {
            throw new UsageException("--events serves batches and comparisons, not explorations");
        }
        Problems problems = new Problems();
        Node.Mapping top = Document.read(file, file.toString(), problems);
        if (top == null) {
            throw new InvalidInputException(problems.list());
        }
        StudyNode study = new StudyNode(top, "", problems)
                .only(
                        "name",
                        "description",
                        "scenario",
                        "levers",
                        "uncertainties",
                        "outcomes",
                        "runs",
                        "seed",
                        "sweep",
                        "sensitivity",
                        "discover",
                        "game",
                        "players");
        StudyNode own = study.mapping(section);
        StudyNode settings = own == null
                ? new StudyNode(new Node.Mapping(Map.of(), new Position(file.toString(), 0)), section, problems)
                : own;
        List<Exploration.Varied> factors = new ArrayList<>(factors(study.mapping("levers")));
        factors.addAll(factors(study.mapping("uncertainties")));
        int runs = settings.whole("runs", study.whole("runs", otherwise, 1, MOST_RUNS), 1, MOST_RUNS);
        long seed = (long) study.number("seed", 1, -1e15, 1e15);
        return new Exploration(
                name(study, file),
                study.text("description", "").strip(),
                base(study, file, options, problems),
                factors,
                outcomes(study),
                (int) Math.min(MOST_RUNS, execution.runsOr(runs)),
                execution.seedOr(seed),
                settings,
                study.mapping("players"),
                problems);
    }

    public static String name(StudyNode study, Path file) {
        String own = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        String name = study.text("name", own);
        if (!NAME.matcher(name).matches()) {
            study.problem("name", "must be 1 to 40 letters, digits, - or _, not " + Texts.quoted(name));
        }
        return name;
    }

    public static LoadedScenario base(StudyNode study, Path file, ScenarioReader.Options options, Problems problems) {
        String text = study.text("scenario", "");
        if (text.isEmpty()) {
            study.problem("scenario", "must name a scenario file, relative to the study");
            throw new InvalidInputException(problems.list());
        }
        Path path = file.resolveSibling(text).normalize();
        Reading reading = ScenarioReader.read(path, options);
        if (!reading.valid()) {
            List<Problem> all = new ArrayList<>(reading.problems());
            all.addAll(problems.list());
            throw new InvalidInputException(all);
        }
        return new LoadedScenario(path, reading.scenario(), Resolved.text(reading.document()));
    }

    private static List<Outcome> outcomes(StudyNode study) {
        List<Outcome> found = new ArrayList<>();
        for (String key : study.texts("outcomes")) {
            outcome(study, "outcomes", key, found);
        }
        return found.isEmpty() ? List.of(Outcome.MEAN_STABILITY, Outcome.ANY_CRISIS) : found;
    }

    /** Adds the outcome of a key, or notes that there is none. */
    public static void outcome(StudyNode node, String key, String wanted, List<Outcome> found) {
        List<String> known = Outcome.all().stream().map(Outcome::key).toList();
        Outcome.byKey(wanted)
                .ifPresentOrElse(
                        found::add,
                        () -> node.problem(
                                key,
                                "unknown outcome " + Texts.brief(wanted) + "; " + Texts.suggestion(wanted, known)));
    }

    private static List<Exploration.Varied> factors(@Nullable StudyNode node) {
        List<Exploration.Varied> factors = new ArrayList<>();
        if (node == null) {
            return factors;
        }
        for (String path : node.keys()) {
            Exploration.Varied factor = factor(node, path);
            if (factor != null) {
                factors.add(factor);
            }
        }
        return factors;
    }

    private static Exploration.@Nullable Varied factor(StudyNode node, String path) {
        try {
            List<Double> listed = node.numbers(path);
            if (listed != null) {
                Distribution even = Distribution.discrete(
                        listed, listed.stream().map(v -> 1.0).toList());
                return new Exploration.Varied(
                        path, even, listed.size(), listed.stream().sorted().toList());
            }
            StudyNode given = node.mapping(path);
            if (given == null) {
                return null;
            }
            return new Exploration.Varied(path, distribution(given), given.whole("levels", 5, 1, MOST_LEVELS), null);
        } catch (IllegalArgumentException e) {
            node.problem(path, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** The distribution that a mapping declares; its keys are those of the kind. */
    private static Distribution distribution(StudyNode given) {
        String kind = given.oneOf("distribution", "uniform", "normal", "triangular", "beta", "lognormal");
        return switch (kind) {
            case "normal" -> {
                given.only("distribution", "levels", "mean", "deviation", "from", "to");
                yield given.has("from") || given.has("to")
                        ? Distribution.truncatedNormal(
                                given.number("mean"),
                                given.number("deviation"),
                                given.number("from"),
                                given.number("to"))
                        : Distribution.normal(given.number("mean"), given.number("deviation"));
            }
            case "triangular" -> {
                given.only("distribution", "levels", "from", "mode", "to");
                yield Distribution.triangular(given.number("from"), given.number("mode"), given.number("to"));
            }
            case "beta" -> {
                given.only("distribution", "levels", "alpha", "beta", "from", "to");
                yield Distribution.beta(
                        given.number("alpha"),
                        given.number("beta"),
                        given.number("from", 0, -1e9, 1e9),
                        given.number("to", 1, -1e9, 1e9));
            }
            case "lognormal" -> {
                given.only("distribution", "levels", "location", "deviation");
                yield Distribution.lognormal(given.number("location"), given.number("deviation"));
            }
            default -> {
                given.only("distribution", "levels", "from", "to");
                yield Distribution.uniform(given.number("from"), given.number("to"));
            }
        };
    }
}
