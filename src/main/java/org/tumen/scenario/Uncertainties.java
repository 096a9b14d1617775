package org.tumen.scenario;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Parameter;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.Parameters;
import org.tumen.declare.UncertainParameter;
import org.tumen.document.Paths;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * What nobody knows about a world: distributions of parameters by their paths, drawn once a run (or once for several runs,
 * {@code replicates}), so that a batch spans what the parameters may be as well as what chance may do. Pairs without a rank
 * correlation (Spearman's) are independent.
 */
public record Uncertainties(
        @Parameter(meaning = "Distribution of each uncertain parameter by its path", value = "{}")
        Map<String, UncertainParameter> parameters,

        @Parameter(meaning = "Rank correlations of pairs of uncertain parameters", value = "[]", max = 500)
        List<RankPair> correlation,

        @Parameter(meaning = "Weighted points of further parameters, one of which is drawn") @Nullable
        EmpiricalPoints empirical,

        @Parameter(
                meaning =
                        "The posterior of the vote model of which a row is drawn: nine weights and the belief over rivalry that follows from the record under them")
        @Nullable
        VoteRows votes,

        @Parameter(
                meaning =
                        "Runs on end that share a point of the uncertain parameters, each with random numbers of its own",
                value = "1",
                min = 1,
                max = 10_000,
                unit = "runs",
                basis = "each run has a point of its own")
        int replicates) {

    /** Most parameters that may be uncertain. */
    public static final int MOST = 200;

    private static final Set<String> FIXED = Set.of("batch", UncertaintyMerger.KEY);

    /** @throws IllegalArgumentException when nothing or too much is uncertain, or a path is given twice */
    public Uncertainties {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        correlation = List.copyOf(correlation);
        Parameters.require(Uncertainties.class, parameters, correlation, empirical, votes, replicates);
        Set<String> paths = new LinkedHashSet<>(parameters.keySet());
        if (empirical != null) {
            for (String path : empirical.parameters()) {
                if (!paths.add(path)) {
                    throw new IllegalArgumentException(Texts.brief(path) + " stands twice among what is uncertain");
                }
            }
        }
        if (paths.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " parameters can be uncertain, not " + paths.size());
        }
    }

    /**
     * A number of a scenario that may differ from run to run.
     *
     * @throws IllegalArgumentException when the path leads to none; the message says why
     */
    public static ParameterPath path(Scenario scenario, String path) {
        List<String> steps = Paths.steps(path);
        if (steps != null && (steps.equals(List.of("weeks")) || FIXED.contains(steps.get(0)))) {
            throw new IllegalArgumentException("cannot be uncertain: all runs of a batch have the same size and seed");
        }
        return ParameterPath.of(scenario, path);
    }

    /** What to say of a distribution that stands where a number belongs; empty where none may be uncertain. */
    static String insteadOf(String path) {
        List<String> steps = Paths.steps(path);
        return steps == null || steps.equals(List.of("weeks")) || FIXED.contains(steps.get(0))
                ? ""
                : "a distribution of it stands under uncertainties.parameters, such as {" + path
                        + ": {from: ..., to: ...}}";
    }

    /** The paths of all uncertain parameters but those of the votes: with distributions by name, then those of the points. */
    public List<String> paths() {
        Set<String> paths = new LinkedHashSet<>(parameters.keySet());
        if (empirical != null) {
            paths.addAll(empirical.parameters());
        }
        return List.copyOf(paths);
    }

    /** The parameters of a scenario with their values, and what its runs draw in place of them. */
    public static List<ParameterEntry> listed(Scenario scenario) {
        Uncertainties all = scenario.uncertainties();
        Map<String, String> drawn = new HashMap<>();
        if (all != null) {
            all.inWords(scenario)
                    .forEach((path, words) -> drawn.merge(whole(path), element(path) + words, (a, b) -> a + "; " + b));
        }
        return ParameterCatalogue.of(scenario).stream()
                .map(entry -> entry.drawnFrom(drawn.getOrDefault(entry.path(), "")))
                .toList();
    }

    /** What runs of a scenario, whose uncertainties these are, draw, by the paths of parameters. */
    public Map<String, String> inWords(Scenario scenario) {
        Map<String, String> words = new LinkedHashMap<>();
        parameters.forEach((path, stated) -> words.put(path, stated.declared().describe()));
        if (empirical != null) {
            String joint = "one of " + Numbers.counted(empirical.points().size(), "joint point");
            empirical.parameters().forEach(path -> words.put(path, joint));
        }
        if (votes != null) {
            String row = "in a row of the vote model's posterior";
            VoteRows.paths(scenario.councilName()).forEach(path -> words.put(whole(path), row));
        }
        return words;
    }

    /** The path of the list of which a number is an element, as which catalogues list it; else the number's own. */
    public static String whole(String path) {
        return String.join(".", Objects.requireNonNull(Paths.steps(path))).replaceFirst("(\\.[0-9]+)+$", "");
    }

    private static String element(String path) {
        String steps = String.join(".", Objects.requireNonNull(Paths.steps(path)));
        String element = steps.substring(whole(path).length());
        return element.isEmpty() ? "" : "[" + element.substring(1).replace(".", "][") + "] ";
    }

    /** Whether anything is uncertain at all. */
    public boolean any() {
        return votes != null || empirical != null || !parameters.isEmpty();
    }

    /** A rank correlation. */
    public record RankPair(
            @Parameter(meaning = "Paths of two uncertain parameters", allowed = "a list of two paths")
            List<String> between,

            @Parameter(meaning = "Spearman's rank correlation", min = -0.999, max = 0.999)
            double rank) {

        /** @throws IllegalArgumentException when not two different paths are given */
        public RankPair {
            between = List.copyOf(between);
            Parameters.require(RankPair.class, between, rank);
            if (between.size() != 2 || between.get(0).equals(between.get(1))) {
                throw new IllegalArgumentException("between must name two different parameters");
            }
        }
    }

    /** A joint distribution of parameters as points, such as a posterior; of equal weights where none are given. */
    public record EmpiricalPoints(
            @Parameter(meaning = "Paths of the parameters, one a column", allowed = "a list of paths")
            List<String> parameters,

            @Parameter(meaning = "The points, a list of numbers each")
            List<List<Double>> points,

            @Parameter(meaning = "A weight for each point, of any positive sum", min = 0) @Nullable
            List<Double> weights) {
        public static final int MOST_POINTS = 20_000;

        /** @throws IllegalArgumentException when the table is empty, ragged or has no weight */
        public EmpiricalPoints {
            parameters = List.copyOf(parameters);
            points = points.stream().map(List::copyOf).toList();
            weights = weights == null ? null : List.copyOf(weights);
            int columns = parameters.size();
            if (columns == 0 || points.isEmpty() || points.size() > MOST_POINTS) {
                throw new IllegalArgumentException("the points need one parameter or more and 1 to " + MOST_POINTS
                        + " rows, not " + columns + " and " + points.size());
            }
            for (int i = 0; i < points.size(); i++) {
                if (points.get(i).size() != columns) {
                    throw new IllegalArgumentException(
                            "points[" + i + "] has " + points.get(i).size() + " values for " + columns + " parameters");
                }
            }
            if (weights != null && weights.size() != points.size()) {
                throw new IllegalArgumentException(
                        weights.size() + " weights are given for " + points.size() + " points");
            }
            if (weights != null
                    && (weights.stream().anyMatch(w -> !(w >= 0))
                            || !(weights.stream().mapToDouble(w -> w).sum() > 0))) {
                throw new IllegalArgumentException("weights are 0 or more, and not all of them 0");
            }
        }
    }
}
