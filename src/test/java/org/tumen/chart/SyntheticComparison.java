package org.tumen.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tumen.analysis.Interval;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.ParallelChart;
import org.tumen.words.Numbers;

/** The generic pieces drawn from made-up comparisons. */
final class SyntheticComparison {
    private static final String CAPTION = "Made-up figures.\n2,000 runs an arm, seed 7, model 1.0.0.";

    private final Draws draws = new Draws();
    private final Stream a = new Streams().register("test", "a");

    Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("heat_map", heat("Mean stability over two levers", false));
        pictures.put("heat_map_difference", heat("Difference over two levers", true));
        pictures.put("parallel", parallel());
        pictures.put("pareto", pareto());
        pictures.put("scatter_matrix", sheet("Pairs", matrix()).picture(720));
        return pictures;
    }

    private static Sheet sheet(String title, Panel panel) {
        return new Sheet(title, "Japan's warning, three arms", CAPTION).add(panel);
    }

    private static Picture heat(String title, boolean difference) {
        double[] x = new double[17 * 21];
        double[] y = new double[17 * 21];
        double[] z = new double[17 * 21];
        for (int i = 0; i < z.length; i++) {
            x[i] = i % 21;
            y[i] = i / 21;
            double across = x[i] / 20;
            double up = 0.2 + y[i] / 10;
            z[i] = (difference ? -1 : 47) + 5 * Math.sin(3 * across) - 1.6 * up * up + 3 * across * up;
        }
        Chart chart = Chart.of("heat", title, CAPTION)
                .x("rivalry in the Council, 0 to 1", numbers(21, 0, 0.05))
                .y("assertiveness", numbers(17, 0.2, 0.1))
                .cells("Mean stability", x, y, z, null)
                .cells("Smooth surface", x, y, z, null)
                .good(difference ? "high" : "")
                .build();
        return ChartSheet.picture(chart, "Japan's warning, three arms");
    }

    private static List<String> numbers(int count, double from, double step) {
        return IntStream.range(0, count)
                .mapToObj(i -> Numbers.label(from + step * i))
                .toList();
    }

    private Picture parallel() {
        double[][] values = new double[5][150];
        boolean[] chosen = new boolean[150];
        for (int i = 0; i < 150; i++) {
            draws.startRun(3, i);
            double q = draws.normal(a, 0);
            values[0][i] = 48 + 2 * q;
            values[1][i] = 48 - 3 * q + draws.normal(a, 1);
            values[2][i] = 2.2 - 0.3 * q + 0.3 * draws.normal(a, 2);
            values[3][i] = 43 - 4 * q + 3 * draws.normal(a, 3);
            values[4][i] = Math.max(0, Math.min(1, 0.5 + 0.12 * draws.normal(a, 4)));
            chosen[i] = q > 1.3;
        }
        List<ParallelChart.Column> columns = List.of(
                new ParallelChart.Column("Mean stability", "points", values[0], false),
                new ParallelChart.Column("Mean tension", "points", values[1], true),
                new ParallelChart.Column("Volume delivered", "units of volume", values[2], true),
                new ParallelChart.Column("Missile tests", "tests", values[3], true),
                new ParallelChart.Column("Final credibility", "0 to 1", values[4], false));
        return ChartSheet.picture(
                ParallelChart.of("Designs", CAPTION, columns, numbers(150, 1, 1), i -> chosen[i], "Best", "Others"),
                "Japan's warning, three arms");
    }

    private static Picture pareto() {
        List<String> names =
                List.of("silence", "dialogue first", "baseline", "early warning", "coalition", "hard line");
        double[] x = {50.1, 49.6, 48.7, 48.2, 47.2, 46.8};
        double[] y = {0.50, 0.58, 0.53, 0.62, 0.55, 0.66};
        List<Integer> arms = IntStream.range(0, x.length).boxed().toList();
        Chart chart = Chart.of("pareto", "Pareto set", CAPTION)
                .x("mean stability", "index points")
                .y("final credibility", "0 to 1")
                .points("", arms, i -> x[i], i -> y[i], i -> Interval.around(y[i], 0.008), names::get)
                .across(arms, i -> Interval.around(x[i], 0.12))
                .build();
        return ChartSheet.picture(chart, "Japan's warning, three arms");
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
}
