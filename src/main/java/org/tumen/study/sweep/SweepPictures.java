package org.tumen.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tumen.analysis.smooth.ResponseSurface;
import org.tumen.chart.HeatMap;
import org.tumen.chart.ParallelCoordinates;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartPanel;
import org.tumen.findings.Findings;
import org.tumen.outcome.Direction;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.DesignPoints;
import org.tumen.study.Exploration;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The still pictures of a sweep, and its levers and outcomes side by side. */
record SweepPictures(Exploration study, DesignPoints sample, boolean grid, List<SweepResponse> responses) {
    private static final double HIGHLIGHTED = 0.1;

    /**
     * Adds them.
     *
     * @param charts the live charts of the responses
     */
    void into(Findings.Builder found, List<Chart> charts) {
        if (study.factors().size() == 1 && study.factors().get(0).choices().isEmpty()) {
            found.still(
                    "response",
                    ChartPanel.picture(
                            "Response to " + study.labels().get(0),
                            study.name(),
                            "",
                            charts,
                            responses.stream().map(r -> r.outcome().key()).toList()));
        } else if (study.factors().size() == 2 && grid && even(levels(sample, 0)) && even(levels(sample, 1))) {
            responses.forEach(r -> found.still("heat_map_" + r.outcome().key(), heatMap(r)));
        }
        if (study.factors().size() > 1) {
            ParallelCoordinates lines = parallel();
            String best =
                    "Best tenth by " + Texts.lower(responses.get(0).outcome().label());
            Chart chart = Chart.parallel(
                    "Levers and outcomes",
                    caption("Each line a point. Outcomes point up where they are better."),
                    lines,
                    labels(),
                    best,
                    "Others");
            found.chart(chart).still(chart.name(), ChartPanel.picture(chart, study.name(), lines));
        }
    }

    private String caption(String how) {
        return how + " " + Numbers.counted(study.runs(), "run") + " a point on common random numbers, "
                + DiplomacySim.origin(study.seed());
    }

    /** Two levers on a grid: the differences as cells, the contours of a smooth surface through them. */
    private Picture heatMap(SweepResponse r) {
        double[] x = levels(sample, 0);
        double[] y = levels(sample, 1);
        double[] difference = r.differences();
        // Nothing lies between two policies, so that no surface joins them.
        boolean words = study.factors().stream().anyMatch(f -> !f.choices().isEmpty());
        ResponseSurface surface = words ? null : ResponseSurface.of(sample.column(0), sample.column(1), difference);
        double[][] differences = new double[y.length][x.length];
        boolean[][] clear = new boolean[y.length][x.length];
        for (int i = 0; i < difference.length; i++) {
            int row = Arrays.binarySearch(y, sample.values()[i][1]);
            int column = Arrays.binarySearch(x, sample.values()[i][0]);
            differences[row][column] = difference[i];
            clear[row][column] = r.standsOut(i);
        }
        String contours = surface == null
                ? ""
                : " Contours: a second-order surface, which has " + Numbers.percent(surface.determination())
                        + " of the variance between points, and foretells "
                        + (surface.prediction() > 0 ? Numbers.percent(surface.prediction()) : "none")
                        + " of it at points left out one at a time.";
        Direction better = r.outcome().direction();
        return new Sheet(
                        r.outcome().label() + " over two levers",
                        study.name(),
                        caption("Differences of paired runs to the reference, in "
                                + r.outcome().unit()
                                + "; in brackets where indistinguishable from it (95 %, all points together)."
                                + contours))
                .add(
                        new HeatMap(
                                study.labels().get(0),
                                study.labels().get(1),
                                names(0),
                                names(1),
                                x,
                                y,
                                differences,
                                clear,
                                surface == null ? new double[0][0] : surface.on(x, y),
                                better == Direction.NEUTRAL
                                        ? HeatMap.Hues.SEQUENCE
                                        : better == Direction.MORE
                                                ? HeatMap.Hues.HIGH_IS_GOOD
                                                : HeatMap.Hues.LOW_IS_GOOD),
                        r.outcome().key())
                .picture(620);
    }

    private static boolean even(double[] x) {
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        return x.length > 1
                && IntStream.range(1, x.length).allMatch(i -> Math.abs(x[i] - x[i - 1] - step) < 1e-6 * step);
    }

    /** Every point across levers and outcomes, the best tenth by the first outcome in colour. */
    private ParallelCoordinates parallel() {
        List<ParallelCoordinates.Column> columns = new ArrayList<>();
        for (int j = 0; j < study.factors().size(); j++) {
            columns.add(new ParallelCoordinates.Column(study.labels().get(j), "", sample.column(j), false, names(j)));
        }
        responses.forEach(r -> columns.add(new ParallelCoordinates.Column(
                r.outcome().label(),
                r.outcome().unit(),
                r.values().means(),
                r.outcome().direction() == Direction.LESS,
                List.of())));
        int n = sample.values().length;
        boolean[] best = new boolean[n];
        responses
                .get(0)
                .ranked()
                .subList(0, Math.max(1, (int) (HIGHLIGHTED * n)))
                .forEach(i -> best[i] = true);
        return ParallelCoordinates.of(columns, best);
    }

    /** What the values of a lever are where they are no numbers; else empty. */
    private List<String> names(int lever) {
        return IntStream.rangeClosed(1, study.factors().get(lever).choices().size())
                .mapToObj(study.factors().get(lever)::shown)
                .toList();
    }

    /** The name of each point, with a line for each lever. */
    private List<String> labels() {
        return IntStream.range(0, sample.values().length)
                .mapToObj(i -> "Point " + (i + 1)
                        + IntStream.range(0, study.factors().size())
                                .mapToObj(j -> "\n" + study.labels().get(j) + ": "
                                        + study.factors().get(j).shown(sample.values()[i][j]))
                                .collect(Collectors.joining()))
                .toList();
    }

    /** The distinct values of a lever, sorted. */
    static double[] levels(DesignPoints sample, int lever) {
        return Arrays.stream(sample.column(lever)).distinct().sorted().toArray();
    }

    /** The places of values in ascending order. */
    static int[] ascending(double[] x) {
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
    }
}
