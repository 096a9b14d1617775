package org.tumen.analysis.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tumen.analysis.comparison.Settings;
import org.tumen.draw.DrawSequence;
import org.tumen.outcome.Direction;

/** A study whose truth is known: independent standard normal parameters, expected differences planted, luck added. */
final class PlantedStudy {
    final List<Quantity> quantities = new ArrayList<>();
    final long[] points;
    final double[][] columns;
    final List<String> names = new ArrayList<>(List.of("usual"));

    /**
     * @param luck the standard deviation of the luck of a run's difference
     * @param arms the expected difference of each arm as a function of the parameters
     */
    @SafeVarargs
    PlantedStudy(
            long seed, int count, int replicates, int parameters, double luck, ToDoubleFunction<double[]>... arms) {
        DrawSequence draws = new DrawSequence(seed, "planted");
        int runs = count * replicates;
        points = new long[runs];
        columns = new double[arms.length + 1][runs];
        double[][] values = new double[parameters][runs];
        double[] theta = new double[parameters];
        for (int i = 0; i < runs; i++) {
            points[i] = i / replicates;
            for (int p = 0; p < parameters; p++) {
                theta[p] = i % replicates == 0 ? draws.normal() : theta[p];
                values[p][i] = theta[p];
            }
            columns[0][i] = 10 * draws.normal();
            for (int k = 0; k < arms.length; k++) {
                columns[k + 1][i] = columns[0][i] + arms[k].applyAsDouble(theta) + luck * draws.normal();
            }
        }
        for (int p = 0; p < parameters; p++) {
            quantities.add(Quantity.parameter("p" + p, "p" + p, values[p]));
        }
        for (int k = 0; k < arms.length; k++) {
            names.add("arm " + k);
        }
    }

    /** The first parameters as one group, the others single. */
    List<Quantity> grouped(int size) {
        List<Quantity> grouped = new ArrayList<>();
        grouped.add(new Quantity(
                "group",
                "the group",
                quantities.subList(0, size).stream()
                        .map(q -> q.columns().get(0))
                        .toList()));
        grouped.addAll(quantities.subList(size, quantities.size()));
        return grouped;
    }

    DrawnComparison compare(List<Quantity> of) {
        return compare(of, Direction.MORE, Settings.standard());
    }

    DrawnComparison compare(Direction direction, Settings settings) {
        return compare(quantities, direction, settings);
    }

    private DrawnComparison compare(List<Quantity> of, Direction direction, Settings settings) {
        StoredDraws draws = new StoredDraws(PriorSample.of(of, points), ValueSettings.standard());
        return DrawnComparison.of(draws, names, columns, direction, settings);
    }

    double[][] worlds() {
        return DrawnWorlds.of(
                        new StoredDraws(PriorSample.of(quantities, points), ValueSettings.standard()),
                        List.<double[][]>of(columns))
                .get(0);
    }

    DrawnComparison compare() {
        return compare(quantities);
    }
}
