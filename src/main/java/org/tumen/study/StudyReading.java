package org.tumen.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.UncertainParameter;
import org.tumen.distribution.Distribution;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problem;
import org.tumen.document.Problems;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.BatchParameters;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.Uncertainties;
import org.tumen.words.Numbers;

/**
 * A study that was read, and what is wrong with it so far: a kind makes its plan of it and adds to the problems. Where there
 * is a problem, what could not be read is left out.
 *
 * @param worlds the scenario of each arm, by world and then by arm
 * @param execution runs and seed that go before those of the file
 */
public record StudyReading(
        Path file,
        Node.Mapping document,
        StudyFile stated,
        Map<String, Map<String, Scenario>> worlds,
        ExecutionSettings execution,
        Problems problems) {
    /** Most runs of a point. */
    public static final int MOST_RUNS = 1_000_000;

    public String name() {
        String name = stated.name();
        return name == null ? ScenarioReader.nameOf(file) : name;
    }

    /** Notes a problem with what stands under some keys. */
    public void problem(String message, String... keys) {
        problems.add(at(keys), String.join(".", keys), message);
    }

    /** Notes the keys of a mapping, of all that stand in it, that nothing would read. */
    public void unread(@Nullable Node in, String path, Predicate<String> idle, String why) {
        if (in instanceof Node.Mapping given) {
            given.fields().forEach((key, field) -> {
                if (idle.test(key)) {
                    problems.add(field.key(), path + "." + key, why);
                }
            });
        }
    }

    /** Where a key stands; as deep as the keys are found. */
    public Position at(String... keys) {
        return document.at(keys);
    }

    /** True when nothing is wrong so far. */
    public boolean valid() {
        return problems.isEmpty();
    }

    /** What it holds, in words. */
    String contents() {
        StringBuilder words = new StringBuilder();
        String arms = String.join(", ", stated.arms().keySet());
        words.append(arms.isEmpty() ? "" : ", arms " + arms);
        for (String key : List.of("worlds", "levers", "uncertainties", "players", "parameters", "targets")) {
            words.append(count(key) == 0 ? "" : ", " + Numbers.inUnit(Numbers.count(count(key)), key));
        }
        return words.append(stated.runs() == null ? "" : ", " + Numbers.counted(stated.runs(), "run"))
                .toString();
    }

    /** How many entries the mapping or list under some keys has in the file, right or wrong. */
    public int count(String... keys) {
        Node here = document;
        for (String key : keys) {
            here = here instanceof Node.Mapping mapping ? mapping.get(key) : null;
        }
        return here instanceof Node.Mapping mapping
                ? mapping.fields().size()
                : here instanceof Node.Sequence list ? list.items().size() : 0;
    }

    /** The seed: of the command line, the study, or the first scenario. */
    public long seed() {
        return execution.seedOr(Objects.requireNonNullElseGet(stated.seed(), () -> batch().seed()));
    }

    /** How the first scenario wants to be run. */
    public BatchParameters batch() {
        return worlds.values().stream()
                .flatMap(arms -> arms.values().stream())
                .findFirst()
                .map(Scenario::batch)
                .orElse(new BatchParameters(1, 1));
    }

    /** Runs of a point: of the command line, the section, the study, or so many otherwise. */
    public int runs(@Nullable Integer section, int otherwise) {
        Integer own = section == null ? stated.runs() : section;
        return (int) Math.min(MOST_RUNS, execution.runsOr(own == null ? otherwise : own));
    }

    /** The outcomes of interest as the study states them, or others where none is named; one that is named twice is noted. */
    public List<Measure> measures(List<Measure> otherwise) {
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        List<Measure> measures = new ArrayList<>();
        stated.outcomes().forEach(interest -> {
            Outcome outcome = interest.outcome();
            Direction direction = Objects.requireNonNullElse(interest.direction(), outcome.direction());
            measures.add(new Measure(outcome, direction, interest.smallestDifference(), interest.scale()));
            if (!seen.add(outcome)) {
                problem("name " + outcome.key() + " a second time", "outcomes");
            }
        });
        return measures.isEmpty() ? otherwise : measures;
    }

    /** The scenarios of the worlds of a study without arms. */
    public Map<String, Scenario> scenarios() {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        worlds.forEach((world, arms) -> arms.values().forEach(scenario -> scenarios.put(world, scenario)));
        return scenarios;
    }

    /** The scenarios of all arms by the names that a comparison gives them: of the arm, or {@code world.arm}. */
    Map<String, Scenario> named() {
        Map<String, Scenario> named = new LinkedHashMap<>();
        worlds.forEach((world, arms) ->
                arms.forEach((arm, scenario) -> named.put(worlds.size() == 1 ? arm : world + "." + arm, scenario)));
        return named;
    }

    /** Notes what is wrong in any world with values of a parameter, each tried alone. */
    public void tried(List<String> texts, String kind, String path) {
        for (Scenario world : scenarios().values()) {
            for (String text : texts) {
                for (Problem p :
                        ScenarioReader.override(world, Map.of(path, text)).problems()) {
                    String where = p.path().equals(path) ? "" : p.path() + ": ";
                    problem("at " + text + ": " + where + p.message(), kind, path);
                }
            }
        }
    }

    /** Notes what is wrong in any world with settings by path, tried together. */
    public void tried(Map<String, String> sets, String... keys) {
        for (Scenario world : scenarios().values()) {
            for (Problem p : ScenarioReader.override(world, sets).problems()) {
                problem(p.inFile(), keys);
            }
        }
    }

    /**
     * The study as one that explores: one scenario, and what is varied of it.
     *
     * @param runs runs of a point
     * @param least how many parameters must vary
     * @param choices whether a lever may be a list of words or policies
     * @return null when there is no scenario, which is a problem
     */
    public @Nullable Exploration exploration(int runs, int least, boolean choices) {
        List<Exploration.Varied> factors = new ArrayList<>();
        Map<String, Variation> all = varied();
        Map<String, Scenario> arms = worlds.values().stream().findFirst().orElse(Map.of());
        Scenario base = arms.values().stream().findFirst().orElse(null);
        stated.arms()
                .forEach((arm, variant) -> variant.set().keySet().stream()
                        .filter(set -> all.keySet().stream().anyMatch(path -> within(path, set) || within(set, path)))
                        .forEach(set -> problem("is set by the arm and varied by the study", "arms", arm, "set", set)));
        all.forEach((path, variation) -> {
            Exploration.Varied factor = base == null ? null : factor(base, path, variation, choices);
            if (factor != null) {
                factors.add(factor);
            }
        });
        int count = count("levers") + count("uncertainties");
        if (count < least) {
            problem("the study varies " + Numbers.counted(count, "parameter") + "; this kind needs " + least
                    + " or more, under levers or uncertainties");
        }
        Path from = file.resolveSibling(Objects.requireNonNullElse(stated.scenario(), ""))
                .normalize();
        if (base == null) {
            return null;
        }
        return new Exploration(
                name(),
                stated.description().strip(),
                new LoadedScenario(from, base),
                factors,
                measures(List.of(Measure.of(Outcome.MEAN_STABILITY), Measure.of(Outcome.ANY_CRISIS))),
                runs,
                seed(),
                arms);
    }

    private static boolean within(String path, String other) {
        return path.equals(other) || path.startsWith(other + ".");
    }

    /** Levers and uncertainties, in the order of the file; a parameter that stands twice, or inside of another, is noted. */
    public Map<String, Variation> varied() {
        Map<String, Variation> all = new LinkedHashMap<>(stated.levers());
        stated.uncertainties().forEach((path, variation) -> {
            if (all.put(path, variation) != null) {
                problem("stands among the levers too", "uncertainties", path);
            }
        });
        for (String path : all.keySet()) {
            for (String other : all.keySet()) {
                if (path.startsWith(other + ".")) {
                    problem("is part of " + other + ", which varies too", kind(path), path);
                }
            }
        }
        return all;
    }

    private String kind(String path) {
        return stated.levers().containsKey(path) ? "levers" : "uncertainties";
    }

    private Exploration.@Nullable Varied factor(Scenario base, String path, Variation variation, boolean choices) {
        String kind = kind(path);
        int before = problems.size();
        try {
            UncertainParameter stated = variation.distribution();
            if (stated == null && !variation.numbers()) {
                if (!choices || kind.equals("uncertainties")) {
                    throw new IllegalArgumentException(
                            "must be numbers here; words and policies may be levers of a sweep or a search");
                }
                tried(variation.choices(), kind, path);
                return problems.size() > before ? null : Exploration.Varied.choices(path, variation.choices());
            }
            List<Double> listed = stated == null
                    ? variation.choices().stream().map(Double::valueOf).sorted().toList()
                    : null;
            ParameterPath parameter = Uncertainties.path(base, path);
            Distribution distribution = stated == null
                    ? UncertainParameter.listed(Objects.requireNonNull(listed)).declared()
                    : new ParameterDistribution(stated, parameter).distribution();
            double[] ends = {distribution.lower(), distribution.upper()};
            List<String> texts = listed == null
                    ? Arrays.stream(ends)
                            .map(e -> Double.isFinite(e) ? e : distribution.quantile(e > 0 ? 1 : 0))
                            .map(e -> parameter.whole() ? Math.rint(e) : e)
                            .mapToObj(Numbers::plain)
                            .toList()
                    : variation.choices();
            tried(texts, kind, path);
            int levels = variation.design().levels();
            return problems.size() > before
                    ? null
                    : new Exploration.Varied(path, distribution, levels, listed, List.of(), parameter.whole());
        } catch (IllegalArgumentException e) {
            problem(String.valueOf(e.getMessage()), kind, path);
            return null;
        }
    }
}
