package org.tumen.findings;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.tumen.chart.Axes;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Marks;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;
import org.tumen.words.Numbers;

/**
 * The rows of a live chart in a still picture: names, dots and intervals and, where no row has more than one dot, their
 * numbers.
 */
record Rows(Chart chart) {
    /** The part of a row over which several series lie beside each other. */
    private static final double LANES = 0.6;

    private static final double LEAST_OF_A_TICK = 45;

    /** The names; none where a chart has no rows. */
    List<String> names() {
        return chart.series().stream()
                .filter(series -> series.shape() == Chart.Shape.ROWS)
                .map(Chart.Series::labels)
                .findFirst()
                .orElse(List.of());
    }

    /** The height of a row, in points. */
    double height() {
        return Math.max(26, 9.0 * (beside() ? dots().size() : 1));
    }

    /** As many ticks as have room. */
    int ticks(Graphics2D g, Theme theme, double width) {
        double room = width - left(g, theme, width) - right(g, theme);
        return (int) Math.max(3, Math.min(theme.small() ? 5 : 8, room / LEAST_OF_A_TICK));
    }

    ValueAxis axis(Theme theme) {
        return Axes.rows(theme, -0.6, names().size() - 0.4);
    }

    /** Makes room for names and numbers and writes them. */
    void write(Graphics2D g, Plot plot, Theme theme, double width) {
        double left = left(g, theme, width);
        List<String> names = names();
        List<String> numbers = numbers();
        plot.verticalGrid().left(left).right(right(g, theme)).over((h, f) -> {
            for (int i = 0; i < names.size(); i++) {
                List<String> lines = Labels.twoLines(h, names.get(i), theme.tick(), left - 14);
                Labels.draw(h, lines, f.area().getMinX() - 8, f.y(i), theme.tick(), Theme.INK, Labels.Align.END);
            }
            for (int i = 0; i < numbers.size(); i++) {
                double end = f.area().getMaxX() + 8;
                Labels.draw(h, numbers.get(i), end, f.y(i), theme.tick(), Theme.INK, Labels.Align.START);
            }
        });
        if (beside()) {
            IntStream.range(1, names.size()).forEach(i -> plot.add(Marks.level(i - 0.5, Theme.GRID, Theme.line(0.8))));
        }
    }

    private double left(Graphics2D g, Theme theme, double width) {
        return Math.min(0.36 * width, 24 + widest(g, theme, names()));
    }

    private double right(Graphics2D g, Theme theme) {
        List<String> numbers = numbers();
        return numbers.isEmpty() ? (theme.small() ? 14 : 40) : 14 + widest(g, theme, numbers);
    }

    static double widest(Graphics2D g, Theme theme, List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> Labels.width(g, text, theme.tick()))
                .max()
                .orElse(0);
    }

    private List<Chart.Series> dots() {
        return chart.series().stream().filter(series -> !series.low().isEmpty()).toList();
    }

    /** Whether a row has a dot of more than one series. */
    private boolean beside() {
        return IntStream.range(0, names().size())
                .anyMatch(i -> dots().stream()
                                .filter(series -> Double.isFinite(series.y().get(i)))
                                .count()
                        > 1);
    }

    /** Estimate and interval of each row, all with as many decimals, so that they compare; whole ends are told so. */
    private List<String> numbers() {
        if (beside() || dots().isEmpty()) {
            return List.of();
        }
        OptionalInt decimals = Numbers.decimals(dots().stream()
                .flatMapToDouble(series -> IntStream.range(0, series.y().size())
                        .mapToDouble(i -> (series.high().get(i) - series.low().get(i)) / 2)));
        boolean whole = dots().stream()
                .flatMap(series -> Stream.of(series.low(), series.high()))
                .flatMap(List::stream)
                .allMatch(end -> end == Math.rint(end) || end.isNaN());
        List<String> told = new ArrayList<>(Collections.nCopies(names().size(), ""));
        for (Chart.Series series : dots()) {
            for (int i = 0; i < told.size(); i++) {
                double y = series.y().get(i);
                double low = series.low().get(i);
                double high = series.high().get(i);
                if (Double.isFinite(y)) {
                    String range = low == y && high == y
                            ? ""
                            : " (" + Numbers.range(low, high, whole ? 0 : decimals.orElse(0)) + ")";
                    String estimate =
                            decimals.isPresent() ? Numbers.fixed(y, decimals.getAsInt()) : Numbers.estimate(y);
                    told.set(i, estimate + range);
                }
            }
        }
        return told;
    }

    void draw(Plot plot, Chart.Series series, Ink ink) {
        List<Chart.Series> dots = dots();
        boolean dotted = dots.contains(series);
        double lane = dotted && beside() ? LANES * (dots.indexOf(series) - (dots.size() - 1) / 2.0) / dots.size() : 0;
        for (int i = 0; i < series.y().size(); i++) {
            double value = series.y().get(i);
            if (dotted && Double.isFinite(value)) {
                double low = series.low().get(i);
                double high = series.high().get(i);
                plot.add(Marks.segment(low, i + lane, high, i + lane, ink.tint(0.6), Theme.line(2.4)));
                plot.over(Marks.dot(value, i + lane, 7, ink));
            } else if (Double.isFinite(value)) {
                plot.add(Marks.segment(value, i - 0.34, value, i + 0.34, ink, Theme.line(1.8)));
            }
        }
    }
}
