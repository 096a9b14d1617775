package org.tumen.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Density;
import org.tumen.analysis.KaplanMeier;
import org.tumen.chart.batch.SurvivalPanel;
import org.tumen.chart.compare.ForestPlot;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/** The generic pieces drawn from made-up comparisons. */
final class SyntheticComparison {
    private static final List<String> ARMS = List.of("silence", "baseline", "hard line");
    private static final String CAPTION = "Made-up figures.\n2,000 runs an arm, seed 7, model 1.0.0.";

    private final Draws draws = new Draws();
    private final Stream a = new Streams().register("test", "a");
    private final Stream b = new Streams().register("test", "b");

    Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        ForestPlot forest = forest();
        pictures.put("forest", sheet("Differences from the baseline", forest).picture(forest.height()));
        pictures.put("densities", sheet("Mean stability by arm", densities()).picture(430));
        pictures.put("ecdf", sheet("Distribution functions by arm", ecdf()).picture(430));
        pictures.put(
                "quantile_differences",
                sheet("Quantile differences", differences()).picture(430));
        pictures.put("calibration", sheet("Calibration", calibration()).picture(430));
        pictures.put(
                "heat_map", sheet("Mean stability over two levers", heat(false)).picture(500));
        pictures.put(
                "heat_map_difference",
                sheet("Difference over two levers", heat(true)).picture(500));
        pictures.put("parallel", sheet("Designs", parallel()).picture(480));
        pictures.put("pareto", sheet("Pareto set", pareto()).picture(460));
        pictures.put("scatter_matrix", sheet("Pairs", matrix()).picture(720));
        pictures.put(
                "survival_by_arm", sheet("Time to crisis by arm", survival()).picture(500));
        return pictures;
    }

    private static Sheet sheet(String title, Panel panel) {
        return new Sheet(title, "Japan's warning, three arms", CAPTION).add(panel);
    }

    private static ForestPlot forest() {
        List<ForestPlot.Row> rows = new ArrayList<>();
        rows.add(new ForestPlot.Row("silence", 1.12, 1.01, 1.23, ""));
        rows.add(new ForestPlot.Row("dialogue first", 0.41, 0.32, 0.5, ""));
        rows.add(new ForestPlot.Row("hard line", -1.9, -2.02, -1.78, ""));
        rows.add(new ForestPlot.Row("silence", 1.6, 1.3, 1.9, ""));
        rows.add(new ForestPlot.Row("dialogue first", 0.05, -0.2, 0.3, ""));
        rows.add(new ForestPlot.Row("hard line", -3.1, -3.5, -2.7, ""));
        return new ForestPlot("difference from the baseline, index points", 0, rows);
    }

    private double[] sample(int arm, int n) {
        double[] values = new double[n];
        for (int run = 0; run < n; run++) {
            draws.startRun(7, run);
            values[run] = 48 + 1.5 * (1 - arm) + 3 * draws.normal(a, arm) - draws.exponential(b, arm, 1.5);
        }
        return values;
    }

    private CurvesWithBands densities() {
        List<CurvesWithBands.Curve> curves = new ArrayList<>();
        for (int arm = 0; arm < 3; arm++) {
            Density d = Density.of(sample(arm, 2000), 0, 100).orElseThrow();
            curves.add(CurvesWithBands.Curve.of(ARMS.get(arm), d.x(), d.y()));
        }
        return new CurvesWithBands(
                "", "mean stability, index points", "density", CurvesWithBands.Style.DENSITY, curves);
    }

    private CurvesWithBands ecdf() {
        List<CurvesWithBands.Curve> curves = new ArrayList<>();
        for (int arm = 0; arm < 3; arm++) {
            double[] x = sample(arm, 300);
            Arrays.sort(x);
            double[] y = new double[x.length];
            double half = Math.sqrt(Math.log(2 / 0.05) / (2 * x.length));
            Arrays.setAll(y, i -> (i + 1.0) / y.length);
            double[] low = Arrays.stream(y).map(v -> Math.max(0, v - half)).toArray();
            double[] high = Arrays.stream(y).map(v -> Math.min(1, v + half)).toArray();
            curves.add(new CurvesWithBands.Curve(ARMS.get(arm), x, y, low, high));
        }
        return new CurvesWithBands(
                "", "mean stability, index points", "share of runs at or below", CurvesWithBands.Style.STEPS, curves);
    }

    private static CurvesWithBands differences() {
        double[] x = new double[99];
        Arrays.setAll(x, i -> i + 1.0);
        double[] y = Arrays.stream(x).map(p -> -3.2 + 2.4 * p / 100).toArray();
        double[] low = new double[99];
        double[] high = new double[99];
        for (int i = 0; i < 99; i++) {
            double half = 0.25 + 0.5 * Math.pow(Math.abs(x[i] - 50) / 50, 4);
            low[i] = y[i] - half;
            high[i] = y[i] + half;
        }
        return new CurvesWithBands(
                "",
                "percentile",
                "hard line − baseline, index points",
                CurvesWithBands.Style.DIFFERENCE,
                List.of(new CurvesWithBands.Curve("", x, y, low, high)));
    }

    private static CurvesWithBands calibration() {
        double[] x = {0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95};
        double[] y = {0.08, 0.14, 0.29, 0.33, 0.41, 0.57, 0.6, 0.71, 0.86, 0.9};
        double[] low = Arrays.stream(y).map(v -> v - 0.05).toArray();
        double[] high = Arrays.stream(y).map(v -> Math.min(1, v + 0.05)).toArray();
        return new CurvesWithBands(
                "",
                "forecast probability",
                "observed frequency",
                CurvesWithBands.Style.DIAGONAL,
                List.of(new CurvesWithBands.Curve("", x, y, low, high)));
    }

    private static HeatMap heat(boolean difference) {
        double[] x = new double[21];
        double[] y = new double[17];
        Arrays.setAll(x, i -> i / 20.0);
        Arrays.setAll(y, i -> 0.2 + i / 10.0);
        double[][] z = new double[17][21];
        for (int i = 0; i < 17; i++) {
            for (int j = 0; j < 21; j++) {
                z[i][j] = (difference ? -1 : 47) + 5 * Math.sin(3 * x[j]) - 1.6 * y[i] * y[i] + 3 * x[j] * y[i];
            }
        }
        return new HeatMap(
                "rivalry in the Council, 0 to 1",
                "assertiveness",
                x,
                y,
                z,
                new boolean[17][21],
                z,
                difference ? HeatMap.Hues.HIGH_IS_GOOD : HeatMap.Hues.SEQUENCE);
    }

    private ParallelCoordinates parallel() {
        List<ParallelCoordinates.Axis> axes = List.of(
                new ParallelCoordinates.Axis("Mean stability", "points", 40, 56),
                new ParallelCoordinates.Axis("Mean tension", "points", 60, 36),
                new ParallelCoordinates.Axis("Volume delivered", "units of volume", 4, 0),
                new ParallelCoordinates.Axis("Missile tests", "tests", 70, 20),
                new ParallelCoordinates.Axis("Final credibility", "0 to 1", 0, 1));
        double[][] points = new double[150][5];
        boolean[] chosen = new boolean[150];
        for (int i = 0; i < 150; i++) {
            draws.startRun(3, i);
            double q = draws.normal(a, 0);
            points[i] = new double[] {
                48 + 2 * q,
                48 - 3 * q + draws.normal(a, 1),
                2.2 - 0.3 * q + 0.3 * draws.normal(a, 2),
                43 - 4 * q + 3 * draws.normal(a, 3),
                Math.max(0, Math.min(1, 0.5 + 0.12 * draws.normal(a, 4)))
            };
            chosen[i] = q > 1.3;
        }
        return new ParallelCoordinates(axes, points, chosen);
    }

    private static Scatter pareto() {
        List<Scatter.Point> points = new ArrayList<>();
        String[] names = {"silence", "dialogue first", "baseline", "early warning", "coalition", "hard line"};
        double[][] at = {{50.1, 0.50}, {49.6, 0.58}, {48.7, 0.53}, {48.2, 0.62}, {47.2, 0.55}, {46.8, 0.66}};
        for (int i = 0; i < names.length; i++) {
            double x = at[i][0];
            double y = at[i][1];
            points.add(
                    new Scatter.Point(names[i], x, x - 0.12, x + 0.12, y, y - 0.008, y + 0.008, i % 2 == 1 || i == 0));
        }
        return new Scatter("mean stability, index points", "final credibility, 0 to 1", points, true);
    }

    private ScatterMatrix matrix() {
        double[][] columns = new double[4][400];
        boolean[] chosen = new boolean[400];
        for (int i = 0; i < 400; i++) {
            draws.startRun(5, i);
            columns[0][i] = draws.uniform(a, 0);
            columns[1][i] = 2 * draws.uniform(a, 1);
            columns[2][i] = 48 + 3 * columns[0][i] - columns[1][i] + draws.normal(a, 2);
            columns[3][i] = 45 - 4 * columns[0][i] + 2 * draws.normal(a, 3);
            chosen[i] = columns[2][i] > 50;
        }
        return new ScatterMatrix(List.of("rivalry", "assertiveness", "mean stability", "tests"), columns, chosen);
    }

    private SurvivalPanel survival() {
        List<SurvivalPanel.Arm> arms = new ArrayList<>();
        for (int arm = 0; arm < 3; arm++) {
            double[] times = new double[2000];
            for (int run = 0; run < times.length; run++) {
                draws.startRun(11, run);
                times[run] = Math.min(156, Math.floor(draws.exponential(a, arm, 700 / (1.0 + 2 * arm))));
            }
            arms.add(new SurvivalPanel.Arm(ARMS.get(arm), KaplanMeier.of(times, 156, Clusters.single(2000))));
        }
        return new SurvivalPanel("", "runs without a crisis, %", arms, 156);
    }
}
