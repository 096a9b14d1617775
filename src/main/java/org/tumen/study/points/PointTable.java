package org.tumen.study.points;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.experiment.DesignExperiment;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.OutcomeNumbers;
import org.tumen.scenario.ParameterLabels;
import org.tumen.study.Exploration;
import org.tumen.words.Numbers;

/** The points of an exploration as a table: a row a point with its values and what came of them. */
public final class PointTable {
    public static final String NAME = "points";

    private static final int[] PERCENTS = {5, 50, 95};

    private PointTable() {}

    /** Begins the table of points in the order of its rows: the point's first arm, and a column a factor. */
    public static TableBuilder<Integer> of(
            Exploration study, DesignPoints sample, String caption, List<Integer> points) {
        TableBuilder<Integer> table =
                Table.of(NAME, caption + never(study), points).text("Point", "arm", point -> name(study, point));
        List<String> labels = study.labels();
        IntStream.range(0, labels.size()).forEach(j -> {
            Exploration.Varied factor = study.factors().get(j);
            double[] values = sample.column(j);
            if (factor.choices().isEmpty()) {
                // As the scenario of the point has it.
                ToDoubleFunction<Integer> value = point -> Double.parseDouble(factor.text(values[point]));
                table.number(
                        labels.get(j),
                        factor.path(),
                        value,
                        Numbers::shown,
                        ParameterLabels.unit(study.base().scenario(), factor.path()));
            } else {
                table.text(
                        labels.get(j),
                        point -> factor.shown(values[point]),
                        factor.path(),
                        point -> factor.text(values[point]));
            }
        });
        return table;
    }

    /** Where a study looks at weeks in which something first happens: what runs count with in which it never does. */
    public static String never(Exploration study) {
        return OutcomeNumbers.never(study.outcomes(), study.base().scenario().weeks());
    }

    /** What a point is called: its first arm. */
    public static String name(Exploration study, int point) {
        return DesignExperiment.arm(point * Math.max(1, study.arms().size()));
    }

    /**
     * Adds the mean of a quantity with its 95 % interval, which people see where asked for; files hold its quantiles
     * too.
     */
    public static TableBuilder<Integer> mean(TableBuilder<Integer> table, PointValues of, boolean interval) {
        double[] mean = of.means();
        List<@Nullable Interval> intervals = of.intervals();
        int decimals = of.decimals();
        table.estimate(of.label(), of.key() + "_mean", i -> mean[i], intervals::get, of.unit());
        if (!interval) {
            table.written(i -> Numbers.fixed(mean[i], decimals));
        }
        for (int percent : PERCENTS) {
            double[] quantile = of.quantiles(percent / 100.0);
            table.stored(
                    of.key() + "_p" + percent,
                    of.label() + ", " + percent + " % of runs lie below",
                    i -> quantile[i],
                    of.unit());
        }
        return table;
    }

    /** All points in the order of the design. */
    public static List<Integer> all(DesignPoints sample) {
        return IntStream.range(0, sample.values().length).boxed().toList();
    }
}
