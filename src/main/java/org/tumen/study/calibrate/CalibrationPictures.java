package org.tumen.study.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tumen.analysis.calibration.Marginal;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.chart.CurvesWithBands;
import org.tumen.chart.Picture;
import org.tumen.chart.ScatterMatrix;
import org.tumen.chart.Sheet;
import org.tumen.chart.compare.ForestPlot;

/** The pictures of a calibration: marginals and pairs of prior and posterior, and the checks of the targets. */
record CalibrationPictures(CalibrationFindings output, Function<CalibrationFindings.Row, String> label) {
    private static final int MOST_PAIRED = 7;
    private static final int SHOWN = 400;

    Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("marginals", marginals());
        if (output.rows().size() > 1) {
            pictures.put("pairs", pairs());
        }
        if (!output.checks().isEmpty()) {
            pictures.put("targets", targets());
        }
        return pictures;
    }

    private Picture marginals() {
        int n = output.rows().size();
        int columns = Math.min(2, n);
        Sheet sheet = new Sheet(
                        "Prior and posterior",
                        output.study().name(),
                        "Kernel densities of the weighted points of prior and posterior.")
                .columns(columns);
        for (int j = 0; j < n; j++) {
            double[] x = output.grid(j);
            List<CurvesWithBands.Curve> curves = new ArrayList<>();
            curves.add(CurvesWithBands.Curve.of("posterior", x, Marginal.density(output.posterior(), j, x)));
            curves.add(CurvesWithBands.Curve.of("prior", x, Marginal.density(output.prior(), j, x)));
            sheet.add(new CurvesWithBands(
                    "", label.apply(output.rows().get(j)), "density", CurvesWithBands.Style.DENSITY, curves));
        }
        return sheet.picture(100 + 220 * ((n + columns - 1) / columns));
    }

    /** Points of the prior in grey and, in colour, as many of the posterior, picked evenly along its weights. */
    private Picture pairs() {
        int n = Math.min(MOST_PAIRED, output.rows().size());
        List<List<Double>> before = picked(output.prior());
        List<List<Double>> after = picked(output.posterior());
        double[][] columns = new double[n][before.size() + after.size()];
        boolean[] highlighted = new boolean[before.size() + after.size()];
        Arrays.fill(highlighted, before.size(), highlighted.length, true);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < highlighted.length; i++) {
                columns[j][i] = (highlighted[i] ? after.get(i - before.size()) : before.get(i)).get(j);
            }
        }
        // Whose a parameter is stands in the table; there is no room for it beside so many small plots.
        List<String> names = output.rows().stream()
                .limit(n)
                .map(label)
                .map(name -> name.substring(name.lastIndexOf(": ") < 0 ? 0 : name.lastIndexOf(": ") + 2))
                .toList();
        return new Sheet(
                        "Pairs of parameters",
                        output.study().name(),
                        "{Axis}: points of the prior. {Hue}: points of the posterior, picked by weight.")
                .add(new ScatterMatrix(names, columns, highlighted))
                .picture(160 + 130 * n);
    }

    private static List<List<Double>> picked(Posterior sample) {
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < SHOWN; i++) {
            points.add(sample.points().get(sample.pick((i + 0.5) / SHOWN)));
        }
        return points;
    }

    private Picture targets() {
        List<ForestPlot.Row> rows = new ArrayList<>();
        double[] median = output.apart(CalibrationFindings.Check::median);
        double[] low = output.apart(CalibrationFindings.Check::low);
        double[] high = output.apart(CalibrationFindings.Check::high);
        for (int i = 0; i < median.length; i++) {
            CalibrationFindings.Check c = output.checks().get(i);
            rows.add(new ForestPlot.Row(
                    c.label() + (c.target().heldOut() ? " (held out)" : ""),
                    median[i],
                    low[i],
                    high[i],
                    c.inside() ? "" : "missed"));
        }
        ForestPlot plot = new ForestPlot("simulated minus record, in units of the tolerance", 0, rows);
        return new Sheet(
                        "Targets and simulations of the posterior",
                        output.study().name(),
                        "Median and central 90 % of fresh simulations at the posterior's points.")
                .add(plot)
                .picture(130 + plot.height());
    }
}
