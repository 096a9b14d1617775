package org.tumen.chart.batch;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.ValueAxis;
import org.tumen.analysis.Density;
import org.tumen.analysis.Histogram;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.chart.Axes;
import org.tumen.chart.Frame;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.OutcomeNumbers;
import org.tumen.words.Numbers;

/** The distribution of one outcome, drawn as suits its kind. */
record DistributionPanel(SummaryDistribution data, String title, int weeks) implements Panel {
    private static final Ink FILL = Theme.tint(Theme.SKY, 0.55);

    /** The part of the height that bars and curve may take; labels of quantiles stand above. */
    private static final double FILLED = 0.80;

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        OutcomeSummary s = data.summary();
        Theme theme = Theme.of(area);
        if (data.outcome().kind() == Kind.FLAG) {
            new SharePanel(title, s.mean(), s.standardError()).draw(g, area);
            return;
        }
        Plot plot = plot(theme);
        if (data.outcome().kind() == Kind.TIME) {
            plot.right(theme.small() ? 46 : 96);
            plot.over((h, f) -> censored(h, f, s.censoredShare(), theme));
        }
        plot.draw(g, area);
    }

    private Plot plot(Theme theme) {
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
        double[] span = span(histogram);
        int ticks = theme.small() ? 5 : 9;
        String label = theme.small() ? outcome.unit() : outcome.label() + ending(outcome);
        Plot plot = new Plot(
                        theme,
                        continuous
                                ? Axes.number(theme, label, span[0], span[1], ticks)
                                : Axes.whole(theme, label, span[0], span[1], ticks),
                        vertical(peak / FILLED, theme))
                .title(title);
        plot.add(Marks.bars(histogram.edges(), heights, FILL, histogram.discrete() ? 2 : 0.6));
        if (density != null) {
            plot.add(Marks.line(density.x(), density.y(), Theme.BLUE, Theme.line(theme.small() ? 1.4 : 1.9)));
        }
        quantiles(plot, theme);
        return plot;
    }

    private ValueAxis vertical(double top, Theme theme) {
        int ticks = theme.small() ? 4 : 6;
        Outcome outcome = data.outcome();
        if (outcome.kind() != Kind.CONTINUOUS) {
            double width = data.histogram().width();
            String per = width == 1
                    ? "runs, %"
                    : (theme.small() ? "% per " : "runs, % per ") + Numbers.label(width) + " " + outcome.unit();
            return Axes.percent(theme, per, 0, top, ticks);
        }
        if (outcome.unit().equals("index points")) {
            return Axes.percent(theme, "runs, % per point", 0, top, ticks);
        }
        return Axes.number(theme, "density", 0, top, ticks);
    }

    private static String ending(Outcome outcome) {
        return switch (outcome.kind()) {
            case TIME -> "";
            case COUNT -> " a run";
            default -> ", " + outcome.unit();
        };
    }

    /** The whole range of the values; of long-tailed counts too, so that nothing is hidden. */
    private double[] span(Histogram histogram) {
        double[] edges = histogram.edges();
        double from = edges[0];
        double to = edges[edges.length - 1];
        if (data.outcome().kind() == Kind.TIME) {
            return new double[] {-0.5, weeks};
        }
        if (data.outcome().kind() == Kind.COUNT) {
            return new double[] {from, Math.max(to, from + 3)};
        }
        double room = 0.02 * (to - from);
        return new double[] {from >= 0 ? Math.max(0, from - room) : from - room, to + room};
    }

    private void quantiles(Plot plot, Theme theme) {
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
            String number = reached ? OutcomeNumbers.text(data.outcome(), value) : "not reached";
            String text = theme.small() && reached ? number : String.join(", ", which) + ": " + number;
            labels.add(new Labelled(reached ? value : weeks, text, which.contains("50th"), reached));
        });
        plot.over((g, f) -> write(g, f, labels, theme));
    }

    private record Labelled(double value, String text, boolean median, boolean reached) {}

    /** The median's label stands a row higher than the others, so that no two overlap; each has its line below it. */
    private void write(Graphics2D g, Frame f, List<Labelled> labels, Theme theme) {
        double row = theme.tick().getSize2D() * 1.3;
        double lowRowEnd = Double.NEGATIVE_INFINITY;
        for (Labelled label : labels) {
            double middle = f.area().getMinY() + (label.median ? 0.5 : 1.5) * row;
            double width = Labels.width(g, label.text, theme.tick());
            double x = f.x(label.value);
            boolean after = label == labels.get(labels.size() - 1) && labels.size() > 1;
            double left = label.median ? x - width / 2 : after ? x + 3 : x - 3 - width;
            if (left < f.area().getMinX() + 2) {
                left = label.median ? f.area().getMinX() + 2 : x + 3;
            }
            left = Math.min(f.area().getMaxX() - width, left);
            if (!label.median) {
                left = Math.max(left, lowRowEnd + 4);
                lowRowEnd = left + width;
            }
            if (label.reached) {
                g.setPaint(Theme.INK.in(g));
                g.setStroke(label.median ? Theme.line(1.3) : Theme.dashed(1));
                double top = label.median ? middle + row * 0.5 : middle - row * 0.3;
                g.draw(new Line2D.Double(x, f.area().getMaxY(), x, top));
            }
            if (!label.reached) {
                g.setPaint(Theme.PAPER.in(g));
                g.fill(new Rectangle2D.Double(left - 3, middle - row / 2, width + 6, row));
            }
            Labels.draw(g, label.text, left, middle, theme.tick(), Theme.INK, Labels.Align.START);
        }
    }

    /** The runs without the event, on a scale of their own beside the others. */
    private void censored(Graphics2D g, Frame f, double share, Theme theme) {
        double left = f.area().getMaxX() + (theme.small() ? 14 : 30);
        double width = theme.small() ? 26 : 40;
        double full = FILLED * f.area().getHeight();
        double foot = f.area().getMaxY();
        g.setPaint(Theme.tint(Theme.PALE, 0.45).in(g));
        g.fill(new Rectangle2D.Double(left, foot - full, width, full));
        g.setPaint(Theme.AXIS.in(g));
        g.fill(new Rectangle2D.Double(left, foot - full * share, width, full * share));
        double middle = left + width / 2;
        Labels.draw(g, Numbers.percent(share), middle, foot - full - 8, theme.tick(), Theme.INK, Labels.Align.MIDDLE);
        double row = theme.tick().getSize2D() * 1.3;
        Labels.draw(g, "none", middle, foot + row, theme.tick(), Theme.MUTED, Labels.Align.MIDDLE);
        if (!theme.small()) {
            Labels.draw(g, "by week " + weeks, middle, foot + 2 * row, theme.tick(), Theme.MUTED, Labels.Align.MIDDLE);
        }
    }
}
