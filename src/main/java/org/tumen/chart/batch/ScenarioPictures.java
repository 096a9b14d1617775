package org.tumen.chart.batch;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Density;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.WeeklyBands;
import org.tumen.chart.Axes;
import org.tumen.chart.Labels;
import org.tumen.chart.Mark;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Picture;
import org.tumen.chart.Plot;
import org.tumen.chart.Sheet;
import org.tumen.chart.Theme;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.OutcomeNumbers;
import org.tumen.words.Numbers;

/** Pictures of several scenarios beside each other, on common axes. */
public final class ScenarioPictures {
    private static final double ROW = 150;

    private ScenarioPictures() {}

    /**
     * The pictures, by name of the file without its ending.
     *
     * @param batches at least one, in the order in which they shall stand
     * @throws IllegalArgumentException when there is none
     */
    public static Map<String, Picture> of(List<BatchData> batches) {
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("no scenarios to draw");
        }
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("scenarios", multiples(batches));
        for (Outcome outcome : List.of(Outcome.MEAN_STABILITY, Outcome.MEAN_TENSION)) {
            pictures.put("scenarios_" + outcome.key(), dots(batches, outcome));
        }
        return pictures;
    }

    /** For each scenario the density of mean stability and the fan of stability. */
    public static Picture multiples(List<BatchData> batches) {
        Sheet sheet = new Sheet(
                        "Stability by scenario",
                        "",
                        "Left: kernel density of mean stability with its 5th, 50th and 95th percentile. Right: stability over"
                                + " time, median, middle 50 % and 90 % of runs. All on the same axes.\n"
                                + identity(batches))
                .columns(batches.size() == 1 ? 2 : 4)
                .gap(14);
        double[] fan =
                BatchPictures.range(batches.stream().map(BatchData::stability).toList(), new double[0][], Double.NaN);
        double[] span = span(batches);
        double peak = batches.stream()
                .map(b -> b.outcome(Outcome.MEAN_STABILITY).density())
                .mapToDouble(ScenarioPictures::peak)
                .max()
                .orElse(1);
        for (BatchData batch : batches) {
            sheet.add(new DensityPanel(batch, span, peak));
            sheet.add(new SmallFan(batch.stability(), batch.start(), fan));
        }
        int rows = (batches.size() + 1) / 2;
        return sheet.picture((int) (120 + ROW * rows));
    }

    /** One row for each scenario: mean, median and the ranges of one half and nine tenths of the runs. */
    public static Picture dots(List<BatchData> batches, Outcome outcome) {
        Panel panel = new DotsPanel(batches, outcome);
        return new Sheet(
                        outcome.label() + " by scenario",
                        "",
                        "Dots: mean; thick and thin lines: the middle 50 % and 90 % of runs; numbers: mean and 5th to 95th"
                                + " percentile.\n" + identity(batches))
                .add(panel, outcome.key())
                .picture((int) (150 + 26.0 * batches.size()));
    }

    private static Plot rows(List<BatchData> batches, Outcome outcome, Theme theme) {
        List<OutcomeSummary> all =
                batches.stream().map(b -> b.outcome(outcome).summary()).toList();
        double low = all.stream().mapToDouble(OutcomeSummary::p5).min().orElse(0);
        double high = all.stream().mapToDouble(OutcomeSummary::p95).max().orElse(1);
        double room = 0.04 * Math.max(high - low, 1e-9);
        String label = outcome.label() + ", " + outcome.unit();
        Plot plot = new Plot(
                        theme,
                        Axes.number(theme, label, low - room, high + room, theme.small() ? 4 : 8),
                        Axes.rows(theme, -0.6, batches.size() - 0.4))
                .verticalGrid()
                .left(theme.small() ? 96 : 206)
                .right(theme.small() ? 104 : 128);
        for (int i = 0; i < all.size(); i++) {
            OutcomeSummary s = all.get(i);
            plot.add(Marks.segment(s.p5(), i, s.p95(), i, Theme.tint(Theme.BLUE, 0.45), Theme.line(2)));
            plot.add(Marks.segment(s.p25(), i, s.p75(), i, Theme.tint(Theme.BLUE, 0.45), Theme.line(7)));
            plot.add(Marks.dot(s.mean(), i, 8, Theme.BLUE));
            texts(plot, theme, i, batches.get(i).name(), range(outcome, s));
        }
        return plot;
    }

    private static void texts(Plot plot, Theme theme, int row, String name, String numbers) {
        plot.over((g, f) -> {
            String fitting = Labels.fit(g, name, theme.tick(), theme.small() ? 84 : 192);
            Labels.draw(g, fitting, f.area().getMinX() - 10, f.y(row), theme.tick(), Theme.INK, Labels.Align.END);
            Labels.draw(g, numbers, f.area().getMaxX() + 8, f.y(row), theme.tick(), Theme.INK, Labels.Align.START);
        });
    }

    private static String range(Outcome outcome, OutcomeSummary s) {
        return OutcomeNumbers.text(outcome, s.mean()) + " (" + OutcomeNumbers.text(outcome, s.p5()) + "–"
                + OutcomeNumbers.text(outcome, s.p95()) + ")";
    }

    private static String identity(List<BatchData> batches) {
        BatchData first = batches.get(0);
        boolean same = batches.stream().allMatch(b -> b.runs() == first.runs() && b.seed() == first.seed());
        String version = ", model " + first.modelVersion() + ".";
        return same
                ? Numbers.count(first.runs()) + " runs of each scenario, seed " + first.seed() + version
                : "Numbers of runs and seeds differ between scenarios" + version;
    }

    private static double peak(@Nullable Density density) {
        return density == null ? 0 : Arrays.stream(density.y()).max().orElse(0);
    }

    private static double[] span(List<BatchData> batches) {
        List<OutcomeSummary> all = batches.stream()
                .map(b -> b.outcome(Outcome.MEAN_STABILITY).summary())
                .toList();
        double low = all.stream()
                .mapToDouble(s -> Math.max(s.min(), s.p5() - 2 * (s.p50() - s.p5())))
                .min()
                .orElse(0);
        double high = all.stream()
                .mapToDouble(s -> Math.min(s.max(), s.p95() + 2 * (s.p95() - s.p50())))
                .max()
                .orElse(100);
        return new double[] {low, Math.max(high, low + 1)};
    }

    /** The rows of scenarios. */
    private record DotsPanel(List<BatchData> batches, Outcome outcome) implements Panel {
        @Override
        public void draw(Graphics2D g, Rectangle2D area) {
            rows(batches, outcome, Theme.of(area)).draw(g, area);
        }

        @Override
        public double height(double width) {
            return 50 + 22.0 * batches.size();
        }
    }

    /** A density with the marks of three quantiles. */
    private record DensityPanel(BatchData batch, double[] span, double peak) implements Panel {
        @Override
        public void draw(Graphics2D g, Rectangle2D area) {
            Theme theme = Theme.SMALL;
            OutcomeSummary s = batch.outcome(Outcome.MEAN_STABILITY).summary();
            Density density = batch.outcome(Outcome.MEAN_STABILITY).density();
            var hidden = Axes.number(theme, "", 0, Math.max(peak * 1.15, 1e-9), 1);
            hidden.setVisible(false);
            Plot plot = new Plot(theme, Axes.number(theme, "mean stability", span[0], span[1], 4), hidden)
                    .title(Labels.fit(g, batch.name(), theme.title(), 2 * area.getWidth()))
                    .left(2)
                    .noGrid();
            if (density != null) {
                double[] zero = new double[density.x().length];
                plot.add(Marks.band(density.x(), zero, density.y(), Theme.tint(Theme.SKY, 0.55)));
                plot.add(Marks.line(density.x(), density.y(), Theme.BLUE, Theme.line(1.3)));
            }
            plot.add(Marks.upright(s.p5(), 0.8, Theme.INK, Theme.dashed(0.9)));
            plot.add(Marks.upright(s.p95(), 0.8, Theme.INK, Theme.dashed(0.9)));
            plot.add(Marks.upright(s.p50(), 0.9, Theme.INK, Theme.line(1.2)));
            plot.over(label(s.p50(), 4, Labels.Align.START, 6));
            plot.draw(g, area);
        }

        private static Mark label(double value, double dx, Labels.Align align, double y) {
            return (g, f) -> Labels.draw(
                    g,
                    OutcomeNumbers.text(Outcome.MEAN_STABILITY, value),
                    f.x(value) + dx,
                    f.area().getMinY() + y,
                    Theme.SMALL.tick(),
                    Theme.INK,
                    align);
        }
    }

    /** A fan without labels. */
    private record SmallFan(WeeklyBands bands, LocalDate start, double[] range) implements Panel {
        @Override
        public void draw(Graphics2D g, Rectangle2D area) {
            Theme theme = Theme.SMALL;
            double[] time = Axes.endsOfWeeks(start, bands.weeks());
            Plot plot = new Plot(
                            theme,
                            Axes.dates(theme, start, bands.weeks(), 3),
                            Axes.number(theme, "", range[0], range[1], 4))
                    .title(" ")
                    .left(24);
            plot.add(Marks.band(time, bands.at(5), bands.at(95), Theme.tint(Theme.BLUE, 0.20)));
            plot.add(Marks.band(time, bands.at(25), bands.at(75), Theme.tint(Theme.BLUE, 0.45)));
            plot.add(Marks.line(time, bands.at(50), Theme.BLUE.darker(), Theme.line(1.6)));
            plot.draw(g, area);
        }
    }
}
