package org.tumen.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Density;
import org.tumen.analysis.Histogram;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/** The distribution of one outcome, drawn as suits its kind. */
final class DistributionPanel implements Panel {
    private static final Color FILL = Theme.tint(Theme.SKY, 0.55);

    /** The part of the height that bars and curve may take; labels of quantiles stand above. */
    private static final double FILLED = 0.80;

    private final SummaryDistribution data;
    private final Theme theme;
    private final int weeks;
    private final double @Nullable [] range;

    DistributionPanel(SummaryDistribution data, Theme theme, int weeks) {
        this(data, theme, weeks, null);
    }

    /** With the horizontal axis from range[0] to range[1], so that several panels compare. */
    DistributionPanel(SummaryDistribution data, Theme theme, int weeks, double @Nullable [] range) {
        this.data = data;
        this.theme = theme;
        this.weeks = weeks;
        this.range = range;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Kind kind = data.outcome().kind();
        if (kind == Kind.FLAG) {
            new SharePanel(title(), data.summary().mean(), data.summary().standardError(), theme).draw(g, area);
        } else if (kind == Kind.TIME) {
            double strip = theme.small() ? 40 : 96;
            plot().draw(g, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() - strip, area.getHeight()));
            censoredPlot()
                    .draw(g, new Rectangle2D.Double(area.getMaxX() - strip, area.getY(), strip, area.getHeight()));
        } else {
            plot().draw(g, area);
        }
    }

    private String title() {
        return theme.small() ? data.outcome().label() : "";
    }

    private Plot plot() {
        Outcome outcome = data.outcome();
        Histogram histogram = data.histogram();
        Density density = data.density();
        boolean continuous = outcome.kind() == Kind.CONTINUOUS;
        double unit = continuous ? histogram.width() : 1;
        double[] heights = new double[histogram.counts().length];
        Arrays.setAll(heights, i -> histogram.share(i) / unit);
        double peak = Arrays.stream(heights).max().orElse(1);
        if (density != null) {
            peak = Math.max(peak, Arrays.stream(density.y()).max().orElse(0));
        }
        double[] span = range != null ? range : span(histogram);
        Plot plot = new Plot(
                        theme,
                        Axes.number(theme, outcome.unit(), span[0], span[1], theme.small() ? 5 : 9),
                        vertical(peak / FILLED))
                .title(title());
        plot.add(Marks.bars(histogram.edges(), heights, FILL, histogram.discrete() ? 2 : 0.6));
        if (density != null) {
            plot.add(Marks.line(density.x(), density.y(), Theme.BLUE, Theme.line(theme.small() ? 1.4 : 1.9)));
        }
        quantiles(plot);
        return plot;
    }

    private ValueAxis vertical(double top) {
        int ticks = theme.small() ? 3 : 5;
        Outcome outcome = data.outcome();
        if (outcome.kind() != Kind.CONTINUOUS) {
            double width = data.histogram().width();
            String per = width == 1 ? "runs, %" : "runs, % per " + Numbers.text(width) + " " + outcome.unit();
            return Axes.percent(theme, per, top, ticks);
        }
        if (outcome.unit().equals("index points")) {
            return Axes.percent(theme, "runs, % per point", top, ticks);
        }
        return Axes.number(theme, "density", 0, top, ticks);
    }

    /** The whole range of the values; of long-tailed counts too, so that nothing is hidden. */
    private double[] span(Histogram histogram) {
        double[] edges = histogram.edges();
        double from = edges[0];
        double to = edges[edges.length - 1];
        if (data.outcome().kind() == Kind.TIME) {
            return new double[] {-0.5, weeks};
        }
        double room = histogram.discrete() ? 0 : 0.02 * (to - from);
        double low = data.outcome().kind() == Kind.CONTINUOUS && from >= 0 ? Math.max(0, from - room) : from - room;
        return new double[] {low, Math.max(to + room, low + 3)};
    }

    private void quantiles(Plot plot) {
        OutcomeSummary s = data.summary();
        Map<Double, List<String>> marks = new LinkedHashMap<>();
        double[] values = {s.p5(), s.p50(), s.p95()};
        String[] names = {"5th", "50th", "95th"};
        for (int i = 0; i < 3; i++) {
            marks.computeIfAbsent(values[i], v -> new ArrayList<>()).add(names[i]);
        }
        List<Labelled> labels = new ArrayList<>();
        marks.forEach((value, which) -> {
            boolean reached = data.outcome().kind() != Kind.TIME || value < weeks;
            boolean median = which.contains("50th");
            if (reached) {
                plot.add(Marks.upright(
                        value, median ? 0.92 : 0.84, Theme.INK, median ? Theme.line(1.3) : Theme.dashed(1)));
            }
            String number = reached ? Numbers.text(data.outcome(), value) : "not reached";
            String text = theme.small() && reached ? number : String.join(", ", which) + ": " + number;
            labels.add(new Labelled(reached ? value : weeks, text, median));
        });
        plot.over((g, f) -> write(g, f, labels));
    }

    private record Labelled(double value, String text, boolean median) {}

    /** The median's label stands a row higher than the others, so that no two overlap. */
    private void write(Graphics2D g, Frame f, List<Labelled> labels) {
        double row = theme.tick().getSize2D() * 1.25;
        double top = f.area().getMinY() + row * 0.5;
        double lowRowEnd = Double.NEGATIVE_INFINITY;
        for (Labelled label : labels) {
            double width = Labels.width(g, label.text, theme.tick());
            double x = f.x(label.value);
            boolean after = label == labels.get(labels.size() - 1) && labels.size() > 1;
            double left = label.median ? x - width / 2 : after ? x + 3 : x - 3 - width;
            left = Math.max(f.area().getMinX() + 2, Math.min(f.area().getMaxX() - width, left));
            if (!label.median) {
                left = Math.max(left, lowRowEnd + 4);
                lowRowEnd = left + width;
            }
            Labels.draw(
                    g, label.text, left, label.median ? top : top + row, theme.tick(), Theme.INK, Labels.Align.START);
        }
    }

    /** The runs without the event, on a scale of their own beside the others. */
    private Plot censoredPlot() {
        double share = data.summary().censoredShare();
        NumberAxis axis = Axes.number(theme, "none", 0, 1, 1);
        axis.setLabelFont(theme.tick());
        // Invisible ticks keep the foot of the bar level with the plot beside it.
        axis.setTickLabelPaint(Theme.clear(Theme.PAPER, 0));
        axis.setTickMarksVisible(false);
        NumberAxis hidden = Axes.number(theme, "", 0, 1, 1);
        hidden.setVisible(false);
        Plot plot = new Plot(theme, axis, hidden)
                .left(theme.small() ? 8 : 22)
                .right(theme.small() ? 6 : 24)
                .noGrid();
        if (theme.small()) {
            plot.title(" ");
        }
        plot.add(Marks.box(0.1, 0.9, 0, FILLED, Theme.tint(Theme.PALE, 0.45)));
        plot.add(Marks.box(0.1, 0.9, 0, FILLED * share, Theme.AXIS));
        plot.over(Labels.at(
                0.5, FILLED * share, 0, -8, Numbers.percent(share), theme.tick(), Theme.INK, Labels.Align.MIDDLE));
        return plot;
    }
}
