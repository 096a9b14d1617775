package org.tumen.findings;

import java.util.List;
import org.tumen.chart.Panel;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.words.Texts;

/** Live charts as a still picture: one across it, or several beside each other, with how they are read beneath. */
public final class ChartSheet {
    /** Most columns of cells that leave room for their numbers in half of a picture. */
    private static final int MOST_NARROW = 3;

    private static final double PANEL = 270;

    /** Panels of a picture, four rows of three: what a page holds. */
    private static final int MOST_PANELS = 12;

    private static final double WHOLE = 400;

    private ChartSheet() {}

    /** A chart alone, under its title. */
    public static Picture picture(Chart chart, String subtitle) {
        return picture(chart, subtitle, "");
    }

    /** The same with runs, seed and version in its caption, about the outcomes of these keys, one or none. */
    public static Picture picture(Chart chart, String subtitle, String note, String... about) {
        return picture(chart.title(), subtitle, note, List.of(chart), List.of(about));
    }

    /** Charts beside each other under a common title; all are read as the first is. */
    public static Picture picture(String title, String subtitle, List<Chart> charts) {
        return picture(title, subtitle, "", charts, List.of());
    }

    /**
     * One chart across the picture, or several beside each other, which are all read as the first is.
     *
     * @param note runs, seed and version, as the caption says them; may be empty
     * @param all the charts, of which a picture has as many as a page holds
     * @param about the keys of the outcomes, one a chart; none where they are of no single ones
     */
    public static Picture picture(String title, String subtitle, String note, List<Chart> all, List<String> about) {
        List<Chart> charts = all.subList(0, Math.min(MOST_PANELS, all.size()));
        Chart read = charts.get(0);
        if (read.series().get(0).shape() == Chart.Shape.PARALLEL) {
            Chart.Series highlighted = read.series().get(read.series().size() - 1);
            String caption = read.caption() + " {Colour}: " + Texts.lower(highlighted.name()) + ".";
            return new Sheet(title, subtitle, caption)
                    .add(new ParallelPanel(read))
                    .picture(520);
        }
        boolean cells = CellsPanel.draws(read);
        int most = !cells ? 3 : read.x().names().size() > MOST_NARROW ? 1 : 2;
        int columns = charts.size() == 3 || charts.size() > 4 ? most : Math.min(Math.min(2, most), charts.size());
        String good = read.good().isEmpty()
                ? ""
                : cells
                        ? " " + Texts.upper(read.good()) + " values are better."
                        : " It is good to be at the " + read.good() + ".";
        String cut = charts.stream().anyMatch(ChartSheet::isCut) ? " The axis does not begin at 0." : "";
        String some = charts.size() == all.size()
                ? ""
                : " The first " + charts.size() + " of " + all.size() + "; the report shows all.";
        Sheet sheet =
                new Sheet(title, subtitle, (read.caption() + good + cut + some + "\n" + note).strip()).columns(columns);
        // What is measured alike is seen on one scale.
        boolean alike = charts.stream()
                .allMatch(other -> other.x().equals(read.x()) && other.y().equals(read.y()));
        double tallest = 0;
        for (int i = 0; i < charts.size(); i++) {
            String[] keys = about.isEmpty() ? new String[0] : new String[] {about.get(i)};
            Chart chart = charts.get(i);
            String called = title.startsWith(chart.title()) ? "" : chart.title().replace(title + ", ", "");
            List<Chart> beside = alike ? charts : List.of(chart);
            Panel panel = cells ? new CellsPanel(chart, called, beside) : new ChartPanel(chart, called, beside);
            tallest = Math.max(tallest, panel.height(Sheet.WIDTH));
            sheet.add(panel, keys);
        }
        int lines = (charts.size() + columns - 1) / columns;
        if (cells) {
            return sheet.picture((int) (120 + CellsPanel.height(read) * lines));
        }
        double alone = new Rows(read).names().isEmpty()
                ? 100 + WHOLE + 16 * read.beneath().size()
                : 90 + tallest;
        return sheet.picture((int) (columns == 1 ? alone : 120 + PANEL * lines));
    }

    /** Whether shares of a chart that fall in steps look as if they fell to nothing, since the upright axis begins above 0. */
    public static boolean isCut(Chart chart) {
        return chart.series().get(0).shape() == Chart.Shape.STEPS && new ChartAxes(chart, List.of(chart)).foot() > 0;
    }
}
