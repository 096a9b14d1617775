package org.tumen.study;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;

/**
 * The outcomes of the points of an exploration.
 *
 * @param outcomes for each outcome a row a point, a column a run; the runs that every point completed
 * @param dropped runs that are left out because some point failed there
 */
public record DesignOutcomes(Map<Outcome, double[][]> outcomes, int dropped) {
    private static final double Z95 = 1.959963984540054;

    /**
     * Reads a result whose points all have the same number of runs.
     *
     * @param first the first run of a point
     */
    static DesignOutcomes read(
            ResultReader reader, List<Outcome> wanted, int points, int runs, IntToLongFunction first) {
        double[][][] table = new double[wanted.size()][points][runs];
        for (double[][] rows : table) {
            for (double[] row : rows) {
                Arrays.fill(row, Double.NaN);
            }
        }
        reader.forEachRunOfAllArms(wanted, (arm, run, values) -> {
            int point = Integer.parseInt(arm.substring(1)) - 1;
            long column = run - first.applyAsLong(point);
            if (column >= 0 && column < runs) {
                for (int o = 0; o < values.length; o++) {
                    table[o][point][(int) column] = values[o];
                }
            }
        });
        int[] complete = IntStream.range(0, runs)
                .filter(r -> Arrays.stream(table[0]).noneMatch(row -> Double.isNaN(row[r])))
                .toArray();
        Map<Outcome, double[][]> outcomes = new EnumMap<>(Outcome.class);
        for (int o = 0; o < wanted.size(); o++) {
            double[][] rows = table[o];
            outcomes.put(
                    wanted.get(o),
                    Arrays.stream(rows)
                            .map(row -> Arrays.stream(complete)
                                    .mapToDouble(r -> row[r])
                                    .toArray())
                            .toArray(double[][]::new));
        }
        return new DesignOutcomes(outcomes, runs - complete.length);
    }

    /** An outcome: a row a point, a column a run. */
    public double[][] of(Outcome outcome) {
        double[][] found = outcomes.get(outcome);
        if (found == null) {
            throw new IllegalArgumentException("the outcome " + outcome.key() + " was not read");
        }
        return found;
    }

    /** The mean outcome of each point. */
    public double[] means(Outcome outcome) {
        return Arrays.stream(of(outcome)).mapToDouble(DesignOutcomes::mean).toArray();
    }

    /** Half the width of the 95 % interval of each point's mean. */
    public double[] halfWidths(Outcome outcome) {
        return Arrays.stream(of(outcome))
                .mapToDouble(row -> {
                    double mean = mean(row);
                    double squares =
                            Arrays.stream(row).map(v -> (v - mean) * (v - mean)).sum();
                    return row.length < 2 ? Double.NaN : Z95 * Math.sqrt(squares / (row.length - 1) / row.length);
                })
                .toArray();
    }

    /** A quantile of the runs of each point (type 7 of Hyndman and Fan, 1996). */
    public double[] quantiles(Outcome outcome, double p) {
        return Arrays.stream(of(outcome))
                .mapToDouble(row -> {
                    double[] sorted = row.clone();
                    Arrays.sort(sorted);
                    double place = p * (sorted.length - 1);
                    int below = (int) place;
                    int above = Math.min(below + 1, sorted.length - 1);
                    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
                })
                .toArray();
    }

    static double mean(double[] row) {
        return Arrays.stream(row).average().orElse(Double.NaN);
    }
}
