package org.tumen.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Resamples;

/**
 * Arms judged across worlds. The regret of an arm in a world is how much its mean falls short of the best arm's there (L.
 * J. Savage, "The theory of statistical decision", J. Amer. Statist. Assoc. 46 (1951) 55–67); the minimax-regret arm has
 * the smallest largest regret, the best-mean arm the best mean over worlds of equal weight. How sure either choice
 * is, is told by the share of resamples of clusters of runs in which it is made; all worlds and arms meet the same
 * resamples.
 *
 * @param worlds names of the rows
 * @param arms names of the columns
 * @param regrets regret by world and arm, 0 or more
 * @param largestRegrets largest regret of each arm over the worlds
 * @param minimaxRegret names of the arms with the smallest largest regret; several only on an exact tie
 * @param bestMean names of the arms with the best mean over worlds
 * @param minimaxShares by arm the share of resamples in which it has the smallest largest regret, see {@link Resamples#share}
 * @param bestMeanShares by arm the share of resamples in which it has the best mean over worlds, likewise
 */
public record RegretTable(
        List<String> worlds,
        List<String> arms,
        List<List<Double>> regrets,
        List<Double> largestRegrets,
        List<String> minimaxRegret,
        List<String> bestMean,
        List<Double> minimaxShares,
        List<Double> bestMeanShares) {

    public RegretTable {
        worlds = List.copyOf(worlds);
        arms = List.copyOf(arms);
        regrets = regrets.stream().map(List::copyOf).toList();
        largestRegrets = List.copyOf(largestRegrets);
        minimaxRegret = List.copyOf(minimaxRegret);
        bestMean = List.copyOf(bestMean);
        minimaxShares = List.copyOf(minimaxShares);
        bestMeanShares = List.copyOf(bestMeanShares);
    }

    /**
     * The table of an outcome.
     *
     * @param worlds by name the arms in each world, one or more, the same in all worlds and in the same order
     * @param measure the outcome
     * @param settings resamples and seed
     * @throws IllegalArgumentException when the sizes do not fit, a value is not finite, or neither direction is better
     */
    public static RegretTable of(Map<String, List<Arm>> worlds, Measure measure, Settings settings) {
        measure.requireDirected();
        List<Arm> all = worlds.values().stream().flatMap(List::stream).toList();
        List<String> arms = all.stream()
                .map(Arm::name)
                .limit(all.size() / Math.max(1, worlds.size()))
                .toList();
        for (List<Arm> row : worlds.values()) {
            if (arms.isEmpty() || !row.stream().map(Arm::name).toList().equals(arms)) {
                throw new IllegalArgumentException("regret needs the same arms, one or more, in one world or more");
            }
        }
        all.forEach(arm -> Columns.requireFinite(arm.column(measure.outcome())));
        List<List<Double>> means = worlds.values().stream()
                .map(row -> row.stream()
                        .map(a -> StatUtils.mean(a.column(measure.outcome())))
                        .toList())
                .toList();
        Choice choice = Choice.of(means, measure);
        double[][] shares = shares(all, worlds.size(), measure, settings);
        return new RegretTable(
                List.copyOf(worlds.keySet()),
                arms,
                choice.regrets,
                choice.largest,
                names(arms, choice.minimax()),
                names(arms, choice.bestMean()),
                Arrays.stream(shares[0]).boxed().toList(),
                Arrays.stream(shares[1]).boxed().toList());
    }

    /** What follows from the means of arms in worlds. */
    private record Choice(List<List<Double>> regrets, List<Double> largest, List<Double> lacking) {
        static Choice of(List<List<Double>> means, Measure measure) {
            List<List<Double>> regrets =
                    means.stream().map(row -> fallingShort(row, measure)).toList();
            List<Double> largest = new ArrayList<>();
            List<Double> lacking = new ArrayList<>();
            for (int a = 0; a < means.get(0).size(); a++) {
                int arm = a;
                largest.add(regrets.stream().mapToDouble(r -> r.get(arm)).max().orElseThrow());
                double mean =
                        means.stream().mapToDouble(r -> r.get(arm)).average().orElseThrow();
                lacking.add(-measure.oriented(mean));
            }
            return new Choice(regrets, largest, lacking);
        }

        List<Integer> minimax() {
            return least(largest);
        }

        List<Integer> bestMean() {
            return least(lacking);
        }
    }

    /** In which share of resamples each arm has the smallest largest regret, and the best mean. */
    private static double[][] shares(List<Arm> all, int worlds, Measure measure, Settings settings) {
        Clusters clusters = Arm.clusters(all);
        Resamples resamples = new Resamples(clusters.count(), settings.resamples(), settings.seed());
        Clusters units = resamples.units(clusters);
        double[] sizes = units.sizes();
        int arms = all.size() / worlds;
        double[][] totals = all.stream()
                .map(a -> units.totals(Arrays.copyOf(a.column(measure.outcome()), units.runs())))
                .toArray(double[][]::new);
        int[][] times = new int[2][arms];
        for (int r = 0; r < resamples.count(); r++) {
            byte[] occurrences = resamples.occurrences(r);
            double runs = weighted(sizes, occurrences);
            List<List<Double>> means = new ArrayList<>();
            for (int w = 0; w < worlds; w++) {
                List<Double> row = new ArrayList<>();
                for (int a = 0; a < arms; a++) {
                    row.add(weighted(totals[w * arms + a], occurrences) / runs);
                }
                means.add(row);
            }
            Choice choice = Choice.of(means, measure);
            choice.minimax().forEach(a -> times[0][a]++);
            choice.bestMean().forEach(a -> times[1][a]++);
        }
        return Arrays.stream(times)
                .map(row -> Arrays.stream(row).mapToDouble(resamples::share).toArray())
                .toArray(double[][]::new);
    }

    private static double weighted(double[] totals, byte[] occurrences) {
        double sum = 0;
        for (int c = 0; c < totals.length; c++) {
            sum += occurrences[c] * totals[c];
        }
        return sum;
    }

    private static List<Double> fallingShort(List<Double> row, Measure measure) {
        double best = row.stream().mapToDouble(measure::oriented).max().orElseThrow();
        return row.stream().map(m -> best - measure.oriented(m)).toList();
    }

    private static List<Integer> least(List<Double> values) {
        double least = values.stream().mapToDouble(v -> v).min().orElseThrow();
        return IntStream.range(0, values.size())
                .filter(a -> values.get(a) == least)
                .boxed()
                .toList();
    }

    private static List<String> names(List<String> arms, List<Integer> places) {
        return places.stream().map(arms::get).toList();
    }
}
