package org.tumen.study;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tumen.experiment.DesignExperiment;
import org.tumen.findings.Table;
import org.tumen.words.Numbers;

/** The points of an exploration as a table: a row a point with its values and what came of them. */
public final class PointTable {
    /** The name of the table. */
    public static final String NAME = "points";

    private static final int[] PERCENTS = {5, 50, 95};

    private PointTable() {}

    /**
     * Begins the table: the point's first arm, a column a factor, and for each quantity its mean with the 95 % interval;
     * files hold its quantiles too.
     *
     * @param caption how to read it
     * @param points the points, in the order of the rows
     */
    public static Table.Builder<Integer> of(
            Exploration study, DesignPoints sample, List<PointValues> values, String caption, List<Integer> points) {
        int arms = Math.max(1, study.arms().size());
        Table.Builder<Integer> table = Table.of(NAME, caption, points)
                .text("Point", i -> DesignExperiment.arm(i * arms), "arm", i -> DesignExperiment.arm(i * arms));
        IntStream.range(0, study.factors().size()).forEach(j -> factor(table, study, sample, j));
        values.forEach(of -> quantity(table, of));
        return table;
    }

    /** Numbers as numbers, words and policies as the scenario of the point has them. */
    private static void factor(Table.Builder<Integer> table, Exploration study, DesignPoints sample, int j) {
        Exploration.Varied factor = study.factors().get(j);
        String label = study.labels().get(j);
        if (factor.choices().isEmpty()) {
            ToDoubleFunction<Integer> value = i -> Double.parseDouble(factor.text(sample.values()[i][j]));
            table.number(label, factor.path(), value, Numbers::shown);
        } else {
            table.text(
                    label,
                    i -> factor.shown(sample.values()[i][j]),
                    factor.path(),
                    i -> factor.text(sample.values()[i][j]));
        }
    }

    private static void quantity(Table.Builder<Integer> table, PointValues of) {
        double[] mean = of.means();
        double[] half = of.halfWidths();
        table.interval(
                of.label(),
                of.key() + "_mean",
                i -> mean[i],
                i -> mean[i] - half[i],
                i -> mean[i] + half[i],
                Table.fixed(3));
        for (int percent : PERCENTS) {
            double[] quantile = of.quantiles(percent / 100.0);
            table.stored(
                    of.key() + "_p" + percent, of.label() + ", " + percent + " % of runs lie below", i -> quantile[i]);
        }
    }

    /** All points in the order of the design. */
    public static List<Integer> all(DesignPoints sample) {
        return IntStream.range(0, sample.values().length).boxed().toList();
    }
}
