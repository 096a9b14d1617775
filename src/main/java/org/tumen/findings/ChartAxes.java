package org.tumen.findings;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.tumen.chart.Axes;
import org.tumen.chart.Labels;
import org.tumen.chart.Theme;

/** The axes of a live chart in a still picture, which it has in common with those beside it. */
record ChartAxes(Chart chart, List<Chart> beside) {
    private static final double MILLIS_OF_A_DAY = 86_400_000;

    /** The room above what is drawn for the names of upright marks, as a share of the range. */
    private static final double HEAD = 0.3;

    private static final double HEAD_SMALL = 0.5;

    /** Whether there is a value a week. */
    boolean isWeekly() {
        List<Double> x = chart.series().get(0).x();
        return chart.x().dates() && IntStream.range(1, x.size()).allMatch(i -> x.get(i) - x.get(i - 1) == 7);
    }

    /** How many weeks have passed at the first date: none where steps begin, else the one at whose end the first value stands. */
    int first() {
        return chart.series().get(0).shape() == Chart.Shape.STEPS ? 0 : 1;
    }

    /** The weeks from the first date to the last. */
    int weeks() {
        double[] range = range(all().map(Chart.Series::x), true);
        return (int) Math.ceil((range[1] - range[0]) / 7);
    }

    ValueAxis across(Graphics2D g, Rectangle2D area, Theme theme) {
        boolean rows = !new Rows(chart).names().isEmpty();
        double[] range = range(
                all().flatMap(s -> rows ? Stream.of(s.y(), s.low(), s.high()) : Stream.of(s.x(), s.left(), s.right())),
                true);
        if (chart.x().dates()) {
            LocalDate start = LocalDate.ofEpochDay((long) range[0]).minusWeeks(1);
            return Axes.dates(theme, start, weeks() + 1, theme.small() ? 4 : 7);
        }
        if (rows && chart.x().unit().equals("%") && range[0] >= 0 && range[1] <= 100) {
            // Shares of a whole are seen against the whole.
            range = new double[] {0, 100};
        }
        String label = named(chart.x());
        boolean saidByTitle = (chart.title() + ",").startsWith(chart.x().label() + ",");
        if (saidByTitle || Labels.width(g, label, theme.label()) > area.getWidth() - ChartPanel.BESIDE / 2) {
            label = chart.x().unit().isEmpty()
                    ? Labels.fit(g, label, theme.label(), area.getWidth() - ChartPanel.BESIDE)
                    : chart.x().unit();
        }
        int ticks = rows ? new Rows(chart).ticks(g, theme, area.getWidth()) : theme.small() ? 5 : 8;
        double room = room(range);
        double from = range[0] == 0 ? 0 : range[0] - room;
        return chart.series().stream().anyMatch(ChartAxes::isWhole)
                ? Axes.whole(theme, label, from, range[1] + room, ticks)
                : Axes.number(theme, label, from, range[1] + room, ticks);
    }

    ValueAxis upwards(Theme theme) {
        String label = named(chart.y());
        if (chart.series().get(0).shape() == Chart.Shape.STACK) {
            double most = Arrays.stream(stacked(chart.series().size())).max().orElse(1);
            return Axes.number(theme, label, 0, most, theme.small() ? 4 : 6);
        }
        double[] range = range(all().flatMap(s -> Stream.of(s.y(), s.low(), s.high())), false);
        if (chart.marks().stream()
                .anyMatch(mark -> mark.upright() && !mark.label().isEmpty())) {
            range[1] += (theme.small() ? HEAD_SMALL : HEAD) * (range[1] - range[0]);
        }
        return Axes.number(theme, label, foot(), range[1] + room(range), theme.small() ? 4 : 6);
    }

    /** Where the upright axis begins. */
    double foot() {
        double[] range = range(all().flatMap(s -> Stream.of(s.y(), s.low(), s.high())), false);
        boolean bars = chart.series().stream().anyMatch(s -> s.shape() == Chart.Shape.BARS);
        boolean fromZero = bars || (range[0] > 0 && range[0] < ChartPanel.NEAR * range[1]);
        return fromZero || range[0] == 0 ? 0 : range[0] - room(range);
    }

    private static double room(double[] range) {
        double size = Math.max(Math.abs(range[0]), Math.abs(range[1]));
        // What never varies would stand between ticks that all say the same.
        return range[1] - range[0] > 1e-9 * size ? 0.04 * (range[1] - range[0]) : size > 0 ? 0.1 * size : 1;
    }

    /** Whether bars stand for whole numbers. */
    static boolean isWhole(Chart.Series series) {
        List<Double> x = series.x();
        return series.shape() == Chart.Shape.BARS
                && x.stream().allMatch(edge -> edge - 0.5 == Math.rint(edge - 0.5))
                && IntStream.range(1, x.size()).allMatch(i -> x.get(i) - x.get(i - 1) == 1);
    }

    private static String named(Chart.Axis axis) {
        return Chart.named(axis.label(), axis.unit());
    }

    private Stream<Chart.Series> all() {
        return beside.stream().flatMap(other -> other.series().stream());
    }

    /** The least and the greatest of values and of the marks along an axis. */
    double[] range(Stream<List<Double>> values, boolean across) {
        double[] all = DoubleStream.concat(
                        values.flatMap(List::stream).mapToDouble(v -> v),
                        beside.stream()
                                .flatMap(other -> other.marks().stream())
                                .filter(mark -> mark.upright() == across)
                                .mapToDouble(Chart.Mark::at))
                .filter(Double::isFinite)
                .toArray();
        return new double[] {
            Arrays.stream(all).min().orElse(0), Arrays.stream(all).max().orElse(1)
        };
    }

    /** A value of the axis to the right in the units of its plot. */
    double place(double value) {
        return chart.x().dates() ? value * MILLIS_OF_A_DAY : value;
    }

    /** The sum of the first series. */
    double[] stacked(int count) {
        double[] sum = new double[chart.series().get(0).x().size()];
        chart.series()
                .subList(0, count)
                .forEach(series -> Arrays.setAll(sum, i -> sum[i] + series.y().get(i)));
        return sum;
    }
}
