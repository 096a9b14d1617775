package org.tumen.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.MeanDifference;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.Settings;
import org.tumen.analysis.value.Criterion;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.DrawnWorlds;
import org.tumen.analysis.value.PriorSample;
import org.tumen.analysis.value.Quantity;
import org.tumen.analysis.value.StoredDraws;
import org.tumen.analysis.value.Valuation;
import org.tumen.analysis.value.ValueSettings;
import org.tumen.analysis.value.Valued;
import org.tumen.analysis.value.WeightsAcceptability;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ParameterLabels;
import org.tumen.scenario.UncertaintyDraw;

/**
 * What the arms of a stored comparison come to over the prior of their uncertain parameters, from the stored draws.
 *
 * @param world the world; "world" where there is only one
 * @param arms the arms, the baseline first
 * @param runs runs of each arm, the first of those that all completed
 * @param points different draws of the parameters
 * @param replicates runs that share a draw
 * @param found by outcome, in their order, and by the utility of the study where it states one
 * @param weights the arms under weights of the outcomes that have a direction; null where fewer than two have
 */
public record PriorComparison(
        String world,
        List<String> arms,
        int runs,
        int points,
        int replicates,
        Map<Valued, DrawnComparison> found,
        @Nullable WeightsAcceptability weights) {
    private static final int MOST_THREADS = 4;

    /** The most values that are looked at: what a run drew, and what came out in each arm several times over; some 250 MB. */
    private static final long MOST_VALUES = 16_000_000;

    private static final int COPIES = 4;

    /** Keeps its own copies. */
    public PriorComparison {
        arms = List.copyOf(arms);
        found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
    }

    /**
     * Compares. Of very many runs it looks at the first, whose answer is as good: it asks what happens across draws, which some
     * ten thousand of them tell.
     *
     * @param all the runs of its arms, the baseline first
     * @param settings whose error the arms and outcomes share, and whether the number of runs was chosen while looking
     * @param steps hears of each outcome that is done; told of by {@link #begin}, once for all worlds
     * @return empty where nothing is uncertain, or too few draws are stored to tell anything
     * @throws IllegalArgumentException when arms draw the same parameter differently, so that they are not paired
     */
    public static Optional<PriorComparison> of(
            String world,
            CommonRuns all,
            List<Measure> measures,
            Valuation valuation,
            Settings settings,
            StageListener steps) {
        int replicates = all.replicates();
        CommonRuns common = all.first(mostRuns(all.parameters(), all.arms().size(), measures.size() + 1, replicates));
        Map<String, double[]> drawn = common.drawn();
        if (drawn.isEmpty() || common.count() < (long) PriorSample.FEWEST * replicates) {
            return Optional.empty();
        }
        List<String> names = common.arms().stream().map(ResultArm::name).toList();
        PriorSample sample = PriorSample.of(
                quantities(drawn, common.arms()),
                Arrays.stream(common.numbers()).map(r -> r / replicates).toArray());
        StoredDraws draws = new StoredDraws(sample, ValueSettings.standard());
        List<Criterion> criteria = new ArrayList<>();
        List<double[][]> outcomes = new ArrayList<>();
        String unit = valuation.unit();
        Settings together = settings.withTables(settings.tables() * (measures.size() + (unit == null ? 0 : 1)));
        Map<Valued, Supplier<DrawnComparison>> wanted = new LinkedHashMap<>();
        for (Measure measure : measures) {
            double[][] columns = columns(common, Map.of(measure.outcome(), 1.0));
            wanted.put(
                    Valued.of(measure.outcome()),
                    () -> DrawnComparison.of(draws, names, columns, measure.direction(), together));
            if (measure.direction() != Direction.NEUTRAL) {
                outcomes.add(columns);
                criteria.add(new Criterion(
                        measure.outcome().key(),
                        measure.outcome().label(),
                        measure.direction(),
                        measure.scale() == null ? Criterion.scaleOf(columns[0]) : measure.scale()));
            }
        }
        if (unit != null) {
            double[][] columns = columns(common, valuation.utility());
            wanted.put(Valued.utility(unit), () -> DrawnComparison.of(draws, names, columns, Direction.MORE, together));
        }
        Map<Valued, DrawnComparison> found = Collections.synchronizedMap(new HashMap<>());
        JobPool.run(
                wanted.entrySet().stream()
                        .<Runnable>map(
                                by -> () -> found.put(by.getKey(), by.getValue().get()))
                        .toList(),
                MOST_THREADS,
                steps);
        Map<Valued, DrawnComparison> inOrder = new LinkedHashMap<>();
        wanted.keySet().forEach(valued -> inOrder.put(valued, found.get(valued)));
        return Optional.of(new PriorComparison(
                world,
                names,
                common.count(),
                sample.points(),
                replicates,
                inOrder,
                weights(criteria, names, draws, outcomes, valuation.weights())));
    }

    /** Begins to tell how far the comparisons of so many worlds have come. */
    public static void begin(StageListener steps, int worlds, List<Measure> measures, Valuation valuation) {
        steps.begin("asking what it turns on", worlds * (measures.size() + (valuation.unit() == null ? 0 : 1)));
    }

    /**
     * How many runs are looked at, those of a draw together: all, unless they hold more than {@value #MOST_VALUES} values.
     */
    static int mostRuns(int parameters, int arms, int outcomes, int replicates) {
        long most = MOST_VALUES / (parameters + (long) COPIES * arms * outcomes);
        return (int) Math.min(Integer.MAX_VALUE, Math.max(most / replicates, PriorSample.FEWEST) * replicates);
    }

    /** The same with the differences of a comparison, which are of these runs or more: a difference is told once. */
    public PriorComparison within(ComparisonTable told) {
        Map<Valued, Map<String, MeanDifference>> differences = new HashMap<>();
        told.rows().stream()
                .filter(row -> row.baseline().equals(arms.get(0))
                        && row.comparison().mean().runs() >= runs)
                .forEach(row -> differences
                        .computeIfAbsent(Valued.of(row.comparison().outcome()), outcome -> new HashMap<>())
                        .put(row.arm(), row.comparison().mean()));
        Map<Valued, DrawnComparison> within = new LinkedHashMap<>();
        found.forEach((valued, drawn) ->
                within.put(valued, differences.containsKey(valued) ? drawn.within(differences.get(valued)) : drawn));
        return new PriorComparison(world, arms, runs, points, replicates, within, weights);
    }

    /** A weighted sum of outcomes by arm and run. */
    private static double[][] columns(CommonRuns common, Map<Outcome, Double> weights) {
        return common.arms().stream()
                .map(arm -> {
                    double[] sum = new double[common.count()];
                    weights.forEach((outcome, weight) -> {
                        double[] column = common.column(arm, outcome);
                        Arrays.setAll(sum, i -> sum[i] + weight * column[i]);
                    });
                    return sum;
                })
                .toArray(double[][]::new);
    }

    private static @Nullable WeightsAcceptability weights(
            List<Criterion> criteria,
            List<String> names,
            StoredDraws draws,
            List<double[][]> outcomes,
            Map<Outcome, Double> given) {
        if (criteria.size() < 2) {
            return null;
        }
        List<double[][]> worlds = DrawnWorlds.of(draws, outcomes);
        Map<String, Double> byKey = new HashMap<>();
        given.forEach((outcome, weight) -> byKey.put(outcome.key(), weight));
        if (given.isEmpty()) {
            return WeightsAcceptability.uniform(
                    criteria, names, worlds, ValueSettings.standard().seed());
        }
        double[] weights = criteria.stream()
                .mapToDouble(c -> byKey.getOrDefault(c.key(), 0.0))
                .toArray();
        return WeightsAcceptability.of(criteria, names, worlds, new double[][] {weights});
    }

    /** What is drawn as a row of a posterior, in words: how the Council votes, or all that a calibration left together. */
    private static String together(List<JsonNode> scenarios, List<String> paths) {
        String owner = ParameterLabels.of(scenarios, paths.get(0)).replaceFirst(": .*", "");
        return paths.stream().allMatch(path -> path.matches("actors\\.[^.]+\\.(voting|rivalry)\\..*"))
                ? owner + ": how it votes (weights and belief, drawn together)"
                : "the calibrated parameters, drawn together";
    }

    /** Parameters with a distribution each by itself, those of a table of points together. */
    private static List<Quantity> quantities(Map<String, double[]> drawn, List<ResultArm> arms) {
        List<JsonNode> scenarios = arms.stream().map(ResultArm::scenario).toList();
        Set<String> single = new HashSet<>();
        scenarios.forEach(of -> of.path("uncertainties")
                .path("parameters")
                .properties()
                .forEach(p -> single.add(UncertaintyDraw.quantity(p.getKey()))));
        List<Quantity> quantities = new ArrayList<>();
        List<double[]> together = new ArrayList<>();
        List<String> names = new ArrayList<>();
        drawn.forEach((path, values) -> {
            if (single.contains(path)) {
                quantities.add(Quantity.parameter(path, ParameterLabels.of(scenarios, path), values));
            } else {
                together.add(values);
                names.add(path);
            }
        });
        if (!together.isEmpty()) {
            quantities.add(new Quantity("empirical", together(scenarios, names), together));
        }
        return quantities;
    }
}
