package org.tumen.findings;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Panel;
import org.tumen.chart.Picture;
import org.tumen.chart.Theme;
import org.tumen.words.Numbers;

/** A live chart of parallel coordinates as a panel of a still picture: each point a line across upright axes. */
record ParallelPanel(Chart chart) implements Panel {
    private static final double SIDE = 60;
    private static final double LINE = 1.25;

    /** Where lines are more, each is the clearer, so that their density shows. */
    private static final double MANY = 100;

    private List<String> axes() {
        return chart.x().names();
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Font font = Theme.of(area).tick();
        double room = Math.min((area.getWidth() - 2 * SIDE) / (axes().size() - 1) - 8, 2 * SIDE + 24);
        boolean keyed = !fits(g, font, room);
        List<String> key = keyed ? Labels.wrap(g, key(), font, area.getWidth()) : List.of();
        double side = keyed ? SIDE / 2 : SIDE;
        double head = keyed ? 34 : 20 + LINE * font.getSize2D() * lines(g, font, room);
        double foot = 24 + LINE * font.getSize2D() * key.size();
        Rectangle2D inner = new Rectangle2D.Double(
                area.getX() + side, area.getY() + head, area.getWidth() - 2 * side, area.getHeight() - head - foot);
        double[][] ends = IntStream.range(0, axes().size()).mapToObj(this::ends).toArray(double[][]::new);
        for (Chart.Series series : chart.series()) {
            boolean muted = series.hue().equals(Chart.Series.MUTED);
            double thinned = Math.sqrt(MANY / Math.max(MANY, (double) series.y().size() / axes().size()));
            Ink ink = muted ? Theme.AXIS.clear(0.35 * thinned) : Theme.BLUE.clear(0.8 * thinned);
            lines(g, inner, series, ends, ink, muted ? 0.7 : 1.3);
        }
        double next = inner.getWidth() / (axes().size() - 1);
        for (int i = 0; i < axes().size(); i++) {
            String name = keyed ? Integer.toString(i + 1) : axes().get(i);
            axis(g, name, ends[i], words(i), inner.getX() + i * next, inner, room, font);
        }
        double y = inner.getMaxY() + 30;
        for (String line : key) {
            Labels.draw(g, line, area.getX(), y, font, Theme.INK, Labels.Align.START);
            y += LINE * font.getSize2D();
        }
    }

    /** The values at the foot and at the head of an axis: the least and the greatest, upside down where less is better. */
    private double[] ends(int axis) {
        double[] values = chart.series().stream()
                .flatMapToDouble(series -> IntStream.range(0, series.y().size())
                        .filter(i -> series.x().get(i) == axis)
                        .mapToDouble(i -> series.y().get(i)))
                .toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double top = high > low ? high : low + 1;
        return chart.y().names().get(axis).equals(Chart.Shape.DOWN) ? new double[] {top, low} : new double[] {low, top};
    }

    /** What the values of an axis are in words, where these are no numbers: levers may be policies. */
    private Map<Double, String> words(int axis) {
        Map<Double, String> words = new TreeMap<>();
        String start = axes().get(axis) + ": ";
        chart.series()
                .forEach(series -> IntStream.range(0, series.y().size())
                        .filter(i -> series.x().get(i) == axis)
                        .forEach(i -> series.labels()
                                .get(i)
                                .lines()
                                .filter(line -> line.startsWith(start))
                                .forEach(line -> words.put(series.y().get(i), line.substring(start.length())))));
        return words.values().stream().allMatch(word -> Numbers.isNumber(word.replace('\u2212', '-')))
                ? Map.of()
                : words;
    }

    /** Whether every word of a name has room over its axis. */
    private boolean fits(Graphics2D g, Font font, double width) {
        return axes().stream()
                .flatMap(name -> Stream.of(name.split(" ")))
                .allMatch(word -> Labels.width(g, word, font) <= width + 6);
    }

    /** The lines of the longest name. */
    private int lines(Graphics2D g, Font font, double width) {
        return axes().stream()
                .mapToInt(name -> Labels.wrap(g, name, font, width).size())
                .max()
                .orElse(1);
    }

    /** What the axes are, where numbers stand for their names. */
    private String key() {
        return IntStream.range(0, axes().size())
                .mapToObj(i -> (i + 1) + "\u00a0" + axes().get(i))
                .collect(Collectors.joining("; "));
    }

    private void lines(
            Graphics2D g, Rectangle2D inner, Chart.Series series, double[][] ends, Ink colour, double width) {
        double gap = inner.getWidth() / (axes().size() - 1);
        boolean pieces = Picture.speedCounts(g);
        for (int from = 0; from < series.y().size(); from += axes().size()) {
            Path2D path = new Path2D.Double();
            path.moveTo(inner.getX(), height(series.y().get(from), ends[0], inner));
            for (int i = 1; i < axes().size(); i++) {
                double x = inner.getX() + gap * i;
                double y = height(series.y().get(from + i), ends[i], inner);
                path.lineTo(x, y);
                // Pixels cost by the area that a stroke spans, and thousands of lines would each span all of it.
                if (pieces) {
                    colour.draw(g, Theme.line(width), path);
                    path.reset();
                    path.moveTo(x, y);
                }
            }
            if (!pieces) {
                colour.draw(g, Theme.line(width), path);
            }
        }
    }

    private static double height(double value, double[] ends, Rectangle2D inner) {
        return inner.getMaxY() - (value - ends[0]) / (ends[1] - ends[0]) * inner.getHeight();
    }

    private static void axis(
            Graphics2D g,
            String name,
            double[] ends,
            Map<Double, String> words,
            double x,
            Rectangle2D inner,
            double width,
            Font font) {
        Theme.INK.draw(g, Theme.line(1), new Line2D.Double(x, inner.getMinY(), x, inner.getMaxY()));
        List<String> lines = Labels.wrap(g, name, font, width);
        double y = inner.getMinY() - 14 - font.getSize2D() * LINE * lines.size();
        for (String line : lines) {
            Labels.draw(g, line, x, y, font, Theme.INK, Labels.Align.MIDDLE);
            y += font.getSize2D() * LINE;
        }
        words.forEach((value, word) ->
                Labels.draw(g, word, x + 5, height(value, ends, inner), font, Theme.INK, Labels.Align.START));
        if (words.isEmpty()) {
            Labels.draw(g, Numbers.label(ends[1]), x, inner.getMinY() - 9, font, Theme.MUTED, Labels.Align.MIDDLE);
            Labels.draw(g, Numbers.label(ends[0]), x, inner.getMaxY() + 9, font, Theme.MUTED, Labels.Align.MIDDLE);
        }
    }
}
