package org.tumen.findings;

import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Points across parallel axes as a chart: parallel coordinates. */
public final class ParallelChart {
    private ParallelChart() {}

    /**
     * A dimension of points.
     *
     * @param name what it measures
     * @param unit in which unit; may be empty
     * @param values one a point; not to be changed
     * @param lessIsBetter whether its axis stands upside down
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Column(String name, String unit, double[] values, boolean lessIsBetter) {}

    /**
     * The chart.
     *
     * @param columns the axes, two or more
     * @param labels the name of each point, with further lines as {@link Chart.Shape#PARALLEL} says
     * @param coloured which points are in colour, before the others
     * @param highlighted what these are
     * @param others what the others are
     */
    public static Chart of(
            String title,
            String caption,
            List<Column> columns,
            List<String> labels,
            IntPredicate coloured,
            String highlighted,
            String others) {
        Chart.Builder chart = Chart.of("parallel_coordinates", title, caption)
                .x("", columns.stream().map(c -> Chart.named(c.name, c.unit)).toList())
                .y(
                        "",
                        columns.stream()
                                .map(c -> c.lessIsBetter ? Chart.Shape.DOWN : Chart.Shape.UP)
                                .toList());
        for (boolean which : new boolean[] {false, true}) {
            List<Integer> points = IntStream.range(0, labels.size())
                    .filter(p -> coloured.test(p) == which)
                    .boxed()
                    .toList();
            if (!points.isEmpty()) {
                chart.add(
                                Chart.Shape.PARALLEL,
                                which ? highlighted : others,
                                points.stream()
                                        .flatMapToDouble(p -> IntStream.range(0, columns.size())
                                                .asDoubleStream())
                                        .toArray(),
                                points.stream()
                                        .flatMapToDouble(p -> columns.stream().mapToDouble(c -> c.values[p]))
                                        .toArray(),
                                null,
                                null,
                                points.stream()
                                        .flatMap(p -> Collections.nCopies(columns.size(), labels.get(p)).stream())
                                        .toList())
                        .hue(which ? "" : Chart.Series.MUTED);
            }
        }
        return chart.build();
    }
}
