package org.tumen.study.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.tumen.analysis.Clusters;
import org.tumen.experiment.DesignExperiment;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;
import org.tumen.summary.RunTables;
import org.tumen.summary.SharedPoints;

/**
 * The outcomes of the points of an exploration.
 *
 * @param outcomes for each outcome a row a point, a column a run; the runs that every point completed
 * @param dropped runs that are left out because some point failed there
 * @param clusters for each point which of its runs share a point of uncertain parameters
 */
public record DesignOutcomes(Map<Outcome, double[][]> outcomes, int dropped, List<Clusters> clusters) {
    /** Reads a result whose points all have the same number of runs, each from a first one. */
    static DesignOutcomes read(
            ResultReader reader, List<Outcome> wanted, int points, int runs, IntToLongFunction first) {
        Map<String, double[][]> tables =
                RunTables.of(reader, wanted, arm -> first.applyAsLong(DesignExperiment.index(arm)), arm -> runs);
        double[][][] table = IntStream.range(0, points)
                .mapToObj(i -> tables.remove(DesignExperiment.arm(i)))
                .toArray(double[][][]::new);
        return of(wanted, table, SharedPoints.replicates(reader), first);
    }

    /** Those of a table by point, outcome and run, NaN where a run is missing. Its rows are taken, not copied, where all are there. */
    static DesignOutcomes of(List<Outcome> wanted, double[][][] table, int[] replicates, IntToLongFunction first) {
        int runs = table[0][0].length;
        int[] complete = IntStream.range(0, runs)
                .filter(r -> Arrays.stream(table).noneMatch(point -> Double.isNaN(point[0][r])))
                .toArray();
        double[][][] rows = new double[wanted.size()][table.length][];
        List<Clusters> clusters = new ArrayList<>();
        for (int i = 0; i < table.length; i++) {
            for (int o = 0; o < wanted.size(); o++) {
                double[] all = table[i][o];
                rows[o][i] = complete.length == runs
                        ? all
                        : Arrays.stream(complete).mapToDouble(r -> all[r]).toArray();
                table[i][o] = rows[o][i];
            }
            long from = first.applyAsLong(i);
            clusters.add(
                    Clusters.of(Arrays.stream(complete).mapToLong(r -> from + r).toArray(), replicates[i]));
        }
        Map<Outcome, double[][]> outcomes = new EnumMap<>(Outcome.class);
        IntStream.range(0, rows.length).forEach(o -> outcomes.put(wanted.get(o), rows[o]));
        return new DesignOutcomes(outcomes, runs - complete.length, clusters);
    }

    /** An outcome: a row a point, a column a run. */
    public double[][] of(Outcome outcome) {
        double[][] found = outcomes.get(outcome);
        if (found == null) {
            throw new IllegalArgumentException("the outcome " + outcome.key() + " was not read");
        }
        return found;
    }

    public PointValues values(Outcome outcome) {
        return PointValues.of(outcome, of(outcome), clusters);
    }

    /** Those of one arm of so many that were simulated at each point, the arms of a point on end. */
    DesignOutcomes arm(int arm, int arms) {
        int[] rows =
                IntStream.range(0, clusters.size()).filter(i -> i % arms == arm).toArray();
        Map<Outcome, double[][]> own = new EnumMap<>(Outcome.class);
        outcomes.forEach((outcome, all) ->
                own.put(outcome, Arrays.stream(rows).mapToObj(i -> all[i]).toArray(double[][]::new)));
        return new DesignOutcomes(
                own, dropped, Arrays.stream(rows).mapToObj(clusters::get).toList());
    }

    static double mean(double[] row) {
        return Arrays.stream(row).average().orElse(Double.NaN);
    }
}
