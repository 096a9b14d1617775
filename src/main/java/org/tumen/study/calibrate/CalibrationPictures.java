package org.tumen.study.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.calibration.Marginal;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.chart.CurvesWithBands;
import org.tumen.chart.Picture;
import org.tumen.chart.ScatterMatrix;
import org.tumen.chart.Sheet;
import org.tumen.chart.compare.ForestPlot;

/** The pictures of a calibration: marginals and pairs of prior and posterior, and the checks of the targets. */
final class CalibrationPictures {
    private static final int GRID = 120;
    private static final int MOST_PAIRED = 7;
    private static final int SHOWN = 400;

    private final CalibrationOutput output;

    CalibrationPictures(CalibrationOutput output) {
        this.output = output;
    }

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

    /** The last part of a path, with the one before where that alone says little. */
    private static String brief(String path) {
        String[] steps = path.split("\\.", -1);
        return steps.length < 2 || steps[steps.length - 2].equals("policy")
                ? steps[steps.length - 1]
                : steps[steps.length - 2] + "." + steps[steps.length - 1];
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
            double[] x = grid(j);
            List<CurvesWithBands.Curve> curves = new ArrayList<>();
            curves.add(CurvesWithBands.Curve.of("posterior", x, Marginal.density(output.posterior(), j, x)));
            curves.add(CurvesWithBands.Curve.of("prior", x, Marginal.density(output.prior(), j, x)));
            sheet.add(new CurvesWithBands(
                    "", brief(output.rows().get(j).name()), "density", CurvesWithBands.Style.DENSITY, curves));
        }
        return sheet.picture(100 + 220 * ((n + columns - 1) / columns));
    }

    private double[] grid(int parameter) {
        double low = Math.min(
                output.prior().quantile(parameter, 0.005), output.posterior().quantile(parameter, 0.005));
        double high = Math.max(
                output.prior().quantile(parameter, 0.995), output.posterior().quantile(parameter, 0.995));
        double[] x = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            x[i] = low + (high - low) * i / (GRID - 1);
        }
        return x;
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
        List<String> names =
                output.rows().stream().limit(n).map(r -> brief(r.name())).toList();
        return new Sheet(
                        "Pairs of parameters",
                        output.study().name(),
                        "Grey: points of the prior. Colour: points of the posterior, picked by weight.")
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
        for (CalibrationOutput.Check c : output.checks()) {
            double unit = c.target().tolerance() > 0 ? c.target().tolerance() : Math.max(1e-9, c.high() - c.low());
            double at = c.target().observed();
            rows.add(new ForestPlot.Row(
                    c.target().name() + (c.target().heldOut() ? " (held out)" : ""),
                    (c.median() - at) / unit,
                    (c.low() - at) / unit,
                    (c.high() - at) / unit,
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
