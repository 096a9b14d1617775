package org.tumen.chart.batch;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.chart.Axes;
import org.tumen.chart.Ink;
import org.tumen.chart.Labels;
import org.tumen.chart.Marks;
import org.tumen.chart.Panel;
import org.tumen.chart.Plot;
import org.tumen.chart.Theme;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;

/** What the warners and the Council did: for each kind of act its mean count a run and the range of nine runs in ten. */
record ActsPanel(BatchData data, String title) implements Panel {
    private static final List<Outcome> WARNERS = List.of(
            Outcome.APPEALS,
            Outcome.CONCERNS,
            Outcome.WARNINGS,
            Outcome.WARNINGS_WITHOUT_DEAL,
            Outcome.REFERRALS,
            Outcome.PACKAGES);
    private static final List<Outcome> COUNCIL =
            List.of(Outcome.DRAFTS_ADOPTED, Outcome.DRAFTS_SHORT, Outcome.VETOES, Outcome.STATEMENTS);

    /** The outcomes that the panel needs. */
    static List<Outcome> outcomes() {
        List<Outcome> all = new ArrayList<>(WARNERS);
        all.addAll(COUNCIL);
        return all;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area) {
        Theme theme = Theme.of(area);
        double most = outcomes().stream()
                .mapToDouble(o -> Math.max(
                        data.outcome(o).summary().p95(),
                        data.outcome(o).summary().mean()))
                .max()
                .orElse(1);
        Plot plot = new Plot(
                        theme,
                        Axes.number(theme, "acts a run", 0, Math.max(1, most * 1.03), theme.small() ? 4 : 8),
                        Axes.rows(theme, -0.6, 12))
                .title(title)
                .verticalGrid()
                .left(theme.small() ? 128 : 190)
                .right(theme.small() ? 66 : 120);
        heading(plot, theme, 0, data.warners().isEmpty() ? "Warners" : data.warners());
        if (!theme.small()) {
            plot.over((h, f) -> Labels.draw(
                    h,
                    "mean (5th–95th)",
                    f.area().getMaxX() + 8,
                    f.y(0),
                    theme.tick(),
                    Theme.MUTED,
                    Labels.Align.START));
        }
        double row = 1;
        for (Outcome outcome : WARNERS) {
            row(plot, theme, row++, outcome, Theme.BLUE);
        }
        row += 0.5;
        heading(plot, theme, row++, "Security Council");
        for (Outcome outcome : COUNCIL) {
            row(plot, theme, row++, outcome, Theme.VERMILLION);
        }
        plot.draw(g, area);
    }

    @Override
    public double height(double width) {
        return 230;
    }

    private void heading(Plot plot, Theme theme, double row, String text) {
        plot.over((g, f) -> {
            double left = f.area().getMinX() - (theme.small() ? 128 : 190);
            double width = (theme.small() ? 122 : 180);
            Labels.draw(
                    g,
                    Labels.fit(g, text, theme.title(), width),
                    left,
                    f.y(row),
                    theme.title(),
                    Theme.INK,
                    Labels.Align.START);
        });
    }

    private void row(Plot plot, Theme theme, double row, Outcome outcome, Ink colour) {
        OutcomeSummary s = data.outcome(outcome).summary();
        plot.add(Marks.segment(s.p5(), row, s.p95(), row, Theme.tint(colour, 0.45), Theme.line(theme.small() ? 4 : 6)));
        plot.over(Marks.dot(s.mean(), row, theme.small() ? 5.5 : 8, colour));
        String label = outcome == Outcome.WARNINGS_WITHOUT_DEAL ? "– of these without a deal" : outcome.label();
        plot.over((g, f) ->
                Labels.draw(g, label, f.area().getMinX() - 8, f.y(row), theme.tick(), Theme.INK, Labels.Align.END));
        String range = mean(s.mean()) + " (" + Numbers.label(s.p5()) + "–" + Numbers.label(s.p95()) + ")";
        plot.over((g, f) ->
                Labels.draw(g, range, f.area().getMaxX() + 8, f.y(row), theme.tick(), Theme.INK, Labels.Align.START));
    }

    private static String mean(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, value >= 9.995 ? "%.1f" : "%.2f", value);
    }
}
