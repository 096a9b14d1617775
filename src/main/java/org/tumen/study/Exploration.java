package org.tumen.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.distribution.DiscreteDistribution;
import org.tumen.distribution.Distribution;
import org.tumen.distribution.Factor;
import org.tumen.distribution.FactorSpace;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ParameterLabels;
import org.tumen.scenario.Scenario;
import org.tumen.study.NamedParameters.MayBe;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * A study that explores: a scenario, what is varied about it, and which outcomes are looked at.
 *
 * @param name its name, for the result folder
 * @param description its question; may be empty
 * @param base the scenario that every point departs from
 * @param factors the levers, then the uncertainties, in the order of the file
 * @param measures the outcomes of interest, the first one foremost
 * @param seed the seed of all draws and of the design
 * @param arms the arms that are simulated at each point; the base alone unless the study names some
 */
public record Exploration(
        String name,
        String description,
        LoadedScenario base,
        List<Varied> factors,
        List<Measure> measures,
        int runs,
        long seed,
        Map<String, Scenario> arms) {
    /** Keeps the order of the arms. */
    public Exploration {
        arms = Collections.unmodifiableMap(new LinkedHashMap<>(arms));
    }

    public List<Outcome> outcomes() {
        return measures.stream().map(Measure::outcome).toList();
    }

    /** Which way an outcome is better: as the study states it, else its own. */
    public Direction direction(Outcome outcome) {
        return measures.stream()
                .filter(measure -> measure.outcome() == outcome)
                .map(Measure::direction)
                .findFirst()
                .orElse(outcome.direction());
    }

    public List<String> armNames() {
        return List.copyOf(arms.keySet());
    }

    /**
     * A parameter that is varied.
     *
     * @param distribution its distribution; uniform between the ends for a lever
     * @param levels how many levels a grid gives it
     * @param listed the values listed, when it takes no others
     * @param choices words and policies as overrides take them, of which a value is the place from 1; empty for numbers
     * @param whole whether it takes whole numbers only
     */
    public record Varied(
            String path,
            Distribution distribution,
            int levels,
            @Nullable List<Double> listed,
            List<String> choices,
            boolean whole) {
        private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([^\"]+)\"");

        /** A lever that is one of some words or policies. */
        public static Varied choices(String path, List<String> choices) {
            List<Double> places = IntStream.rangeClosed(1, choices.size())
                    .mapToObj(Double::valueOf)
                    .toList();
            Distribution even = new DiscreteDistribution(
                    places, places.stream().map(v -> 1.0).toList());
            return new Varied(path, even, places.size(), places, choices, true);
        }

        /** A value as it is written into the scenario. */
        public String text(double value) {
            return choices.isEmpty() ? Numbers.plain(value) : choices.get((int) value - 1);
        }

        /** A value for a reader: a word by itself, a policy by its type, where that is clear, else by its place. */
        public String shown(double value) {
            if (choices.isEmpty()) {
                return Numbers.shown(value);
            }
            List<String> names = choices.stream().map(Varied::brief).toList();
            String name = names.get((int) value - 1);
            return Collections.frequency(names, name) == 1 ? name : "choice " + (int) value;
        }

        private static String listed(String shown, String choice) {
            return shown.equals(choice) ? choice : shown + ": " + choice;
        }

        private static String brief(String choice) {
            Matcher type = TYPE.matcher(choice);
            return type.find() ? type.group(1).replace('_', ' ') : Texts.brief(choice);
        }

        /** What it may be; a policy or a word stands for a reader as it is written. */
        public MayBe mayBe() {
            return choices.isEmpty() ? MayBe.numbers(path, words()) : new MayBe(path, words(), words());
        }

        /** What it may be, in words that belong to what a study is. */
        public String words() {
            if (listed == null) {
                return distribution.describe();
            }
            return IntStream.range(0, listed.size())
                    .mapToObj(i ->
                            choices.isEmpty() ? Numbers.plain(listed.get(i)) : listed(shown(i + 1.0), choices.get(i)))
                    .collect(Collectors.joining(choices.isEmpty() ? ", " : "; ", "one of ", ""));
        }
    }

    /** The factors as the designs take them. */
    public FactorSpace space() {
        return new FactorSpace(factors.stream()
                .map(f -> new Factor(f.path(), f.distribution()))
                .toList());
    }

    /** What is varied, for readers. */
    public NamedParameters named() {
        return new NamedParameters()
                .add(base.scenario(), factors.stream().map(Varied::mayBe).toList());
    }

    /** The names of the factors for readers. */
    public List<String> labels() {
        return factors.stream()
                .map(factor -> ParameterLabels.of(base.scenario(), factor.path()))
                .toList();
    }
}
