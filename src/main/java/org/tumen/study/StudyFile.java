package org.tumen.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.declare.ShortForm;
import org.tumen.document.Node;
import org.tumen.experiment.RunStatistic;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.world.EventKind;

/**
 * A study as its file states it, of whatever kind, beside the sections of the kinds. {@link StudyReader} reads it.
 */
public record StudyFile(
        @Parameter(
                meaning = "Short name, used for the result folder",
                pattern = "[a-z0-9][a-z0-9-]{0,63}",
                allowed = "up to 64 lower-case letters, digits and hyphens",
                example = "warning")
        @Nullable
        String name,

        @Parameter(
                meaning = "The question that the study asks",
                value = "\"\"",
                pattern = "[\\s\\S]{0,2000}",
                allowed = "at most 2,000 characters",
                example = "What should this study answer?")
        String description,

        @Parameter(meaning = "The scenario file, relative to the study", example = "scenario.yaml") @Nullable
        String scenario,

        @Parameter(
                meaning = "Several worlds in place of one scenario, by name",
                value = "{}",
                pattern = NAME,
                allowed = NAME_WORDS,
                example = "{calm: {set: {region.tension.mean: 25}}, tense: {set: {region.tension.mean: 40}}}")
        Map<String, Variant> worlds,

        @Parameter(
                meaning = "The arms by name: overrides of the scenario, or another scenario file",
                value = "{}",
                pattern = NAME,
                allowed = NAME_WORDS,
                example = "{usual: {}, attentive: {set: {actors.<warner>.policy.attention: 0.2}}}")
        Map<String, Variant> arms,

        @Parameter(meaning = "The arm against which the others are held; the first unless named", example = "usual")
        @Nullable
        String baseline,

        @Parameter(
                meaning =
                        "What a decision-maker can set, by path: a range, a distribution, or a list of values or policies",
                value = "{}",
                example =
                        "{actors.<warner>.policy.assertiveness: {from: 0.4, to: 1.6}, actors.<warner>.policy.dialogue: {from: 0, to: 0.5}}")
        Map<String, Variation> levers,

        @Parameter(
                meaning = "What nobody can set or knows, by path: a range, a distribution or a list of values",
                value = "{}",
                example =
                        "{region.impacts.spiral: {from: -0.8, to: 1.6}, actors.<seller>.policy.fear: {from: 0.2, to: 1.4}}")
        Map<String, Variation> uncertainties,

        @Parameter(
                meaning = "Outcomes of interest, the main one first: names, or mappings with a direction",
                value = "[]",
                example = "[mean_stability, {outcome: delivered, direction: less}]")
        List<Interest> outcomes,

        @Parameter(meaning = "What the study values, for the value of knowing: a sum of outcomes in a unit of its own")
        @Nullable
        Utility utility,

        @Parameter(
                meaning =
                        "Weights of the outcomes as criteria, in points of their scale, for those who have settled them; else"
                                + " all weights are tried",
                value = "{}",
                example = "{mean_stability: 2, delivered: 1}")
        Map<Outcome, Double> weights,

        @Parameter(meaning = "Runs of each arm or point", min = 1, max = 100000000, unit = "runs", example = "1000")
        @Nullable
        Integer runs,

        @Parameter(meaning = "Seed of the draws, any 64-bit integer; the scenario's unless given", example = "1")
        @Nullable
        Long seed,

        @Parameter(meaning = "When to stop adding runs") @Nullable
        Stopping stopping,

        @Parameter(
                meaning = "The players of a game, two to four",
                value = "{}",
                pattern = NAME,
                allowed = NAME_WORDS,
                example =
                        "{<warner>: {objective: {mean_stability: 1, delivered: -4}, strategies: {reserved: {actors.<warner>.policy.assertiveness: 0.4}, firm: {actors.<warner>.policy.assertiveness: 1.5}}}, <buyer>: {objective: {delivered: 1, final_arsenal: -0.02}, strategies: {open: {actors.<buyer>.secrecy: 0.1}, discreet: {actors.<buyer>.secrecy: 0.8}}}}")
        Map<String, Player> players,

        @Parameter(
                meaning =
                        "The parameters to calibrate by path: a distribution each, or prior for the declared one; or a list of paths whose declared priors are taken",
                value = "{}",
                example = "[region.impacts.spiral, actors.<seller>.policy.launch.heat]")
        Map<String, FittedPrior> parameters,

        @Parameter(
                meaning = "What the record says, by name",
                value = "{}",
                pattern = NAME,
                allowed = NAME_WORDS,
                example =
                        "{launches: {event: minor_launch, until: 51, observed: 14, tolerance: 5, source: \"launches.csv, weeks with a launch in the first year\"}, treaty: {event: treaty, measure: first_week, observed: 41, tolerance: 20, source: \"sequence.csv, 19 June 2024\"}}")
        Map<String, Target> targets,

        @Parameter(
                meaning = "Length of the simulated period; the scenario's unless given",
                min = 1,
                max = 5200,
                example = "122")
        @Nullable
        Integer weeks) {

    static final String NAME = "[a-z0-9][a-z0-9_-]{0,30}";
    static final String NAME_WORDS = "names of up to 31 lower-case letters, digits, underscores and hyphens";

    /** Keeps the order of what is named. */
    public StudyFile {
        worlds = kept(worlds);
        arms = kept(arms);
        levers = kept(levers);
        uncertainties = kept(uncertainties);
        outcomes = List.copyOf(outcomes);
        weights = kept(weights);
        players = kept(players);
        parameters = kept(parameters);
        targets = kept(targets);
    }

    private static <K, V> Map<K, V> kept(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A world or an arm. */
    public record Variant(
            @Parameter(
                    meaning = "A scenario file in place of the study's, relative to the study",
                    example = "scenario.yaml")
            @Nullable
            String scenario,

            @Parameter(meaning = "Overrides by path", value = "{}", example = "{actors.<warner>.policy.attention: 0.2}")
            Map<String, Node> set) {
        /** Nothing that differs. */
        static final Variant SAME = new Variant(null, Map.of());

        /** Keeps the order of the overrides. */
        public Variant {
            set = kept(set);
        }
    }

    /** An outcome of interest. */
    public record Interest(
            @Parameter(meaning = "The outcome", example = "mean_stability")
            Outcome outcome,

            @Parameter(meaning = "Which way it is better", pattern = "more|less", example = "more") @Nullable
            Direction direction,

            @Parameter(
                    meaning = "The smallest difference of means that matters, of a comparison or a sweep",
                    value = "0",
                    min = 0,
                    unit = "the outcome's")
            double smallestDifference,

            @Parameter(
                    meaning =
                            "The difference that is worth one point where a comparison weighs criteria; the baseline's"
                                    + " standard deviation over its runs unless given",
                    min = 1e-9,
                    max = 1e9,
                    unit = "the outcome's",
                    example = "2")
            @Nullable
            Double scale) {
        /** An outcome alone. */
        public static final class Short extends ShortForm {
            /** For ServiceLoader. */
            public Short() {
                super(Interest.class, "outcome");
            }
        }
    }

    /** A weighted sum of outcomes; more is better. */
    public record Utility(
            @Parameter(meaning = "Its unit", value = "points", pattern = "\\S.{0,39}", allowed = "up to 40 characters")
            String unit,

            @Parameter(
                    meaning = "What one unit of each outcome is worth, below 0 where it does harm",
                    example = "{mean_stability: 1, delivered: -4}")
            Map<Outcome, Double> weights) {
        /** Keeps the order of the outcomes. */
        public Utility {
            weights = kept(weights);
        }
    }

    /** When to stop adding runs. */
    public record Stopping(
            @Parameter(
                    meaning =
                            "Add runs until every interval of the first outcome, and of others in its unit, is at most so wide to each"
                                    + " side",
                    min = 1e-9,
                    example = "0.25")
            @Nullable
            Double untilHalfwidth,

            @Parameter(
                    meaning = "Add runs until the sign of every difference is settled",
                    value = "false",
                    example = "true")
            boolean untilDecided,

            @Parameter(meaning = "Most runs of an arm", value = "200000", min = 2, max = 100000000, unit = "runs")
            int maxRuns) {
        /** No rule: all runs that are asked for are made. */
        public static final Stopping NONE = new Stopping(null, false, 200_000);

        /** True when runs are added in blocks. */
        public boolean looks() {
            return untilHalfwidth != null || untilDecided;
        }
    }

    /** A player of a game. */
    public record Player(
            @Parameter(
                    meaning = "What it strives for: an outcome, or weights by outcome; more is better",
                    example = "{mean_stability: 1, delivered: -4}")
            Map<Outcome, Double> objective,

            @Parameter(
                    meaning = "What each of its strategies sets, by name and path: values, or a policy",
                    pattern = NAME,
                    allowed = NAME_WORDS,
                    example =
                            "{reserved: {actors.<warner>.policy.assertiveness: 0.4}, firm: {actors.<warner>.policy.assertiveness: 1.5}}")
            Map<String, Map<String, Node>> strategies) {
        /** Keeps the order of the strategies. */
        public Player {
            objective = kept(objective);
            strategies = kept(strategies);
        }
    }

    /** What the record says of one statistic of a run. */
    public record Target(
            @Parameter(meaning = "The kind of event that is counted", example = "minor_launch") @Nullable
            EventKind event,

            @Parameter(meaning = "An outcome in place of events", example = "delivered") @Nullable
            Outcome outcome,

            @Parameter(meaning = "What is made of the events", value = "count")
            RunStatistic.Measure measure,

            @Parameter(meaning = "The first week that counts", value = "0", min = 0, max = 5199)
            int from,

            @Parameter(
                    meaning = "The last week that counts; the last of all unless given",
                    min = 0,
                    max = 5199,
                    example = "51")
            @Nullable
            Integer until,

            @Parameter(meaning = "The record's value", example = "14")
            double observed,

            @Parameter(meaning = "The difference that counts as one", min = 1e-9, max = 1e9, example = "5") @Nullable
            Double tolerance,

            @Parameter(meaning = "Whether it is kept for a check", value = "false")
            boolean heldOut,

            @Parameter(
                    meaning = "Where the value comes from",
                    pattern = "[\\s\\S]*\\S[\\s\\S]*",
                    allowed = "a text that says where the observed value comes from",
                    example = "launches.csv, weeks with a launch in the first year")
            String source) {
        /** @throws IllegalArgumentException unless either events or an outcome are given, in weeks that follow each other */
        public Target {
            if ((event == null) == (outcome == null)) {
                throw new IllegalArgumentException("exactly one of event and outcome must be given");
            }
            if (until != null && until < from) {
                throw new IllegalArgumentException("until must not be before from");
            }
        }
    }
}
