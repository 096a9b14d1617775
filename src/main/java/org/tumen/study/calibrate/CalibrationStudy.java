package org.tumen.study.calibrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Problems;
import org.tumen.experiment.RunStatistic;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ParameterDistribution;
import org.tumen.scenario.ParameterPath;
import org.tumen.scenario.Reading;
import org.tumen.scenario.RecordBinder;
import org.tumen.scenario.Resolved;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.UncertainParameter;
import org.tumen.study.InvalidInputException;
import org.tumen.study.StudyNode;
import org.tumen.words.Texts;
import org.tumen.world.EventKind;

/**
 * A study that calibrates.
 *
 * @param name short name
 * @param description the question
 * @param base the scenario that is calibrated, with nothing uncertain
 * @param votes true for the posterior of the vote model; false for approximate Bayesian computation
 * @param priors the priors by path; empty for the votes
 * @param targets what the record says
 * @param weeks length of the simulated period
 * @param settings numbers of the section calibrate by key
 * @param seed of all draws
 */
public record CalibrationStudy(
        String name,
        String description,
        Scenario base,
        boolean votes,
        Map<String, ParameterDistribution> priors,
        List<Target> targets,
        int weeks,
        Map<String, Double> settings,
        long seed) {
    private static final List<String> KEYS =
            List.of("name", "description", "scenario", "parameters", "targets", "weeks", "seed", "calibrate");

    /**
     * What the record says of one statistic.
     *
     * @param name its name
     * @param statistic how a run is summed up
     * @param observed the record's value
     * @param tolerance the difference that counts as one in the distance
     * @param heldOut whether it is kept for a check
     * @param source where the value comes from
     */
    record Target(
            String name, RunStatistic statistic, double observed, double tolerance, boolean heldOut, String source) {}

    /** The targets that are fitted. */
    List<Target> fitted() {
        return targets.stream().filter(t -> !t.heldOut()).toList();
    }

    /** A number of the section calibrate. */
    double setting(String key) {
        Double value = settings.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no setting is called " + key);
        }
        return value;
    }

    int whole(String key) {
        return (int) setting(key);
    }

    /** Whether a file is such a study. */
    public static boolean is(Path file) {
        Node.Mapping document = Document.read(file, file.toString(), new Problems());
        return document != null && document.fields().containsKey("calibrate");
    }

    /**
     * Reads a study.
     *
     * @throws InvalidInputException with all that is wrong
     */
    public static CalibrationStudy read(Path file, ScenarioReader.Options options, @Nullable Long seed) {
        Problems problems = new Problems();
        Node.Mapping top = Document.read(file, file.toString(), problems);
        if (top == null) {
            throw new InvalidInputException(problems.list());
        }
        StudyNode study = new StudyNode(top, "", problems).only(KEYS.toArray(String[]::new));
        Scenario base = base(study, file, options, problems);
        StudyNode section = study.mapping("calibrate");
        if (section == null) {
            study.problem("calibrate", "must be given: method and its settings");
            throw new InvalidInputException(problems.list());
        }
        boolean votes = section.oneOf("method", "abc_smc", "votes").equals("votes");
        Map<String, Double> settings = votes ? voteSettings(section) : abcSettings(section);
        int weeks = study.whole("weeks", base.weeks(), 1, 5200);
        Map<String, ParameterDistribution> priors = priors(study, top, base, problems);
        List<Target> targets = targets(study.mapping("targets"), weeks);
        if (votes && (!priors.isEmpty() || !targets.isEmpty())) {
            study.problem("", "votes weighs all voting weights by all votes; parameters and targets must be left out");
        }
        if (!votes && (priors.isEmpty() || targets.stream().allMatch(Target::heldOut))) {
            study.problem("", "abc_smc needs parameters, and targets that are not all held out");
        }
        String own = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        String name = study.text("name", own);
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            study.problem("name", "must be 1 to 40 lower-case letters, digits or hyphens, not " + Texts.quoted(name));
        }
        long given = (long) study.number("seed", 1, -1e15, 1e15);
        String description = study.text("description", "");
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.list());
        }
        return new CalibrationStudy(
                name, description, base, votes, priors, targets, weeks, settings, seed == null ? given : seed);
    }

    private static Map<String, Double> abcSettings(StudyNode section) {
        section.only(
                "method",
                "particles",
                "generations",
                "quantile",
                "runs_per_point",
                "min_acceptance",
                "target_tolerance");
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("particles", (double) section.whole("particles", 300, 10, 20_000));
        settings.put("generations", (double) section.whole("generations", 8, 1, 100));
        settings.put("runs_per_point", (double) section.whole("runs_per_point", 1, 1, 1000));
        settings.put("quantile", section.number("quantile", 0.5, 0.01, 0.99));
        settings.put("min_acceptance", section.number("min_acceptance", 0.02, 0.0001, 0.9));
        settings.put("target_tolerance", section.number("target_tolerance", 0, 0, 1e9));
        return settings;
    }

    private static Map<String, Double> voteSettings(StudyNode section) {
        section.only("method", "draws", "rows", "known_to", "cautious");
        Map<String, Double> settings = new LinkedHashMap<>();
        settings.put("draws", (double) section.whole("draws", 60_000, 100, 200_000));
        settings.put("rows", (double) section.whole("rows", 4000, 1, 100_000));
        settings.put("known_to", (double) section.whole("known_to", 2024, 2006, 2100));
        settings.put("cautious", section.truth("cautious", false) ? 1.0 : 0.0);
        return settings;
    }

    private static Scenario base(StudyNode study, Path file, ScenarioReader.Options options, Problems problems) {
        String text = study.text("scenario", "");
        if (text.isEmpty()) {
            study.problem("scenario", "must name a scenario file, relative to the study");
            throw new InvalidInputException(problems.list());
        }
        Reading reading = ScenarioReader.read(file.resolveSibling(text).normalize(), options);
        if (!reading.valid()) {
            throw new InvalidInputException(reading.problems());
        }
        return reading.scenario().certain();
    }

    private static Map<String, ParameterDistribution> priors(
            StudyNode study, Node.Mapping top, Scenario base, Problems problems) {
        Map<String, ParameterDistribution> priors = new LinkedHashMap<>();
        StudyNode node = study.mapping("parameters");
        if (node == null || !(top.get("parameters") instanceof Node.Mapping mapping)) {
            return priors;
        }
        for (String path : node.keys()) {
            if (!(mapping.get(path) instanceof Node.Mapping stated)) {
                node.problem(path, "must be a mapping that describes a distribution");
                continue;
            }
            UncertainParameter prior =
                    new RecordBinder(problems).bind(UncertainParameter.class, stated, "parameters." + path);
            try {
                ParameterPath parameter = ParameterPath.of(base, path);
                if (prior != null) {
                    ParameterDistribution fitted = new ParameterDistribution(prior, parameter);
                    if (!fitted.continuous()) {
                        throw new IllegalArgumentException(
                                "abc_smc moves points by small steps: it serves numbers with a density, neither whole numbers"
                                        + " nor discrete distributions");
                    }
                    priors.put(path, fitted);
                }
            } catch (IllegalArgumentException e) {
                node.problem(path, String.valueOf(e.getMessage()));
            }
        }
        return priors;
    }

    private static List<Target> targets(@Nullable StudyNode node, int weeks) {
        List<Target> targets = new ArrayList<>();
        if (node == null) {
            return targets;
        }
        for (String name : node.keys()) {
            StudyNode target = node.mapping(name);
            if (target != null) {
                target.only(
                        "event", "outcome", "measure", "from", "until", "observed", "tolerance", "held_out", "source");
                targets.add(new Target(
                        name,
                        statistic(target, weeks),
                        target.number("observed"),
                        target.has("tolerance") ? target.number("tolerance", 1, 1e-9, 1e9) : Double.NaN,
                        target.truth("held_out", false),
                        target.text("source", "")));
                if (target.text("source", "").isBlank()) {
                    target.problem("source", "must say where the observed value comes from");
                }
            }
        }
        return targets;
    }

    private static RunStatistic statistic(StudyNode target, int weeks) {
        int until = target.whole("until", weeks - 1, 0, weeks - 1);
        int from = target.whole("from", 0, 0, until);
        List<String> measures = words(RunStatistic.Measure.values());
        if (target.has("outcome") == target.has("event")) {
            target.problem("event", "must be given, or outcome in its place");
        }
        if (target.has("outcome")) {
            String key = target.text("outcome", "");
            Outcome outcome = Outcome.byKey(key).orElse(null);
            if (outcome == null) {
                target.problem(
                        "outcome",
                        "unknown outcome " + Texts.brief(key) + "; "
                                + Texts.suggestion(
                                        key,
                                        Outcome.all().stream().map(Outcome::key).toList()));
            }
            return new RunStatistic(
                    null, RunStatistic.Measure.COUNT, from, until, outcome == null ? Outcome.LAUNCHES : outcome);
        }
        List<String> kinds = words(EventKind.values());
        String kind = target.text("event", "");
        if (!kinds.contains(kind)) {
            target.problem("event", "unknown event " + Texts.brief(kind) + "; " + Texts.suggestion(kind, kinds));
        }
        String measure = target.oneOf("measure", measures.toArray(String[]::new));
        return new RunStatistic(
                EventKind.values()[Math.max(0, kinds.indexOf(kind))],
                RunStatistic.Measure.values()[Math.max(0, measures.indexOf(measure))],
                from,
                until,
                null);
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What decides the result, in a canonical text. */
    public String deciding() {
        StringBuilder text = new StringBuilder(Resolved.text(Resolved.document(base)));
        text.append(votes).append(weeks).append(settings).append(seed);
        priors.forEach((path, prior) -> text.append(path).append(prior.describe()));
        targets.forEach(text::append);
        return text.toString();
    }
}
