package org.tumen.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tumen.chart.CurvesWithBands;
import org.tumen.chart.HeatMap;
import org.tumen.chart.ParallelCoordinates;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.DesignOutcomes;
import org.tumen.study.DesignPoints;
import org.tumen.study.Exploration;
import org.tumen.study.PointTable;
import org.tumen.study.PointValues;
import org.tumen.words.Numbers;

/** What a sweep found. */
final class SweepFindings {
    private static final int ROWS_SHOWN = 40;
    private static final String ORDER = "The best of many points looks better than it is.";
    private static final double HIGHLIGHTED = 0.1;

    private final Exploration study;
    private final DesignPoints sample;
    private final DesignOutcomes explored;
    private final boolean grid;

    SweepFindings(Exploration study, DesignPoints sample, DesignOutcomes explored, boolean grid) {
        this.study = study;
        this.sample = sample;
        this.explored = explored;
        this.grid = grid;
    }

    /**
     * Begins the findings.
     *
     * @param facts how much was simulated
     */
    Findings.Builder of(String facts) {
        List<Integer> order = byFirstOutcome();
        Findings.Builder found = Findings.of("sweep", study.name(), study.description(), facts);
        found.answer(answer(order)).answer(ORDER);
        found.section("responses", "Responses").choice("Outcome", charts());
        pictures().forEach(charts().isEmpty() ? found::picture : found::still);
        return found.section("points", "Points").table(points(order), ROWS_SHOWN);
    }

    private String answer(List<Integer> order) {
        Outcome first = study.outcomes().get(0);
        boolean less = first.direction() == Direction.LESS;
        return String.format(
                Locale.ROOT,
                "%s is %s %s and %s %s.",
                first.label(),
                less ? "lowest" : "highest",
                place(order.get(0)),
                less ? "highest" : "lowest",
                place(order.get(order.size() - 1)));
    }

    private String place(int point) {
        Outcome first = study.outcomes().get(0);
        return "at "
                + IntStream.range(0, study.factors().size())
                        .mapToObj(j -> study.labels().get(j) + " "
                                + study.factors().get(j).shown(sample.values()[point][j]))
                        .collect(Collectors.joining(", "))
                + " (" + Numbers.fixed(explored.means(first)[point], 3) + " \u00b1 "
                + Numbers.fixed(explored.halfWidths(first)[point], 3) + ")";
    }

    /** All points, the best by the first outcome first. */
    private Table points(List<Integer> order) {
        Outcome first = study.outcomes().get(0);
        String caption = "Mean of each outcome by point with its 95 % interval, best first by "
                + first.label().toLowerCase(Locale.ROOT) + ".";
        List<PointValues> values =
                study.outcomes().stream().map(explored::values).toList();
        return PointTable.of(study, sample, values, caption, order).build();
    }

    /** The live response of each outcome to one lever, or to two on a grid. */
    private List<Chart> charts() {
        int levers = study.factors().size();
        if (levers == 1) {
            return study.outcomes().stream().map(this::curve).toList();
        }
        return levers == 2 && grid ? study.outcomes().stream().map(this::cells).toList() : List.of();
    }

    private Chart curve(Outcome o) {
        int[] order = byLever();
        double[] mean = pick(explored.means(o), order);
        double[] half = pick(explored.halfWidths(o), order);
        double[] x = pick(sample.column(0), order);
        return Chart.of("response_" + o.key(), o.label(), caption("Band: 95 % interval of the mean."))
                .x(study.labels().get(0), "")
                .y(o.label(), o.unit())
                .add(Chart.Shape.BAND, "Mean", x, mean, moved(mean, half, -1), moved(mean, half, 1), List.of())
                .add(Chart.Shape.LINE, "5 % of runs lie below", x, pick(explored.quantiles(o, 0.05), order))
                .add(Chart.Shape.LINE, "95 % of runs lie below", x, pick(explored.quantiles(o, 0.95), order))
                .build();
    }

    private Chart cells(Outcome o) {
        Exploration.Varied across = study.factors().get(0);
        Exploration.Varied up = study.factors().get(1);
        double[] x = levels(0);
        double[] y = levels(1);
        return Chart.of("cells_" + o.key(), o.label(), caption("Colour: mean of the cell."))
                .x(
                        study.labels().get(0),
                        Arrays.stream(x).mapToObj(across::shown).toList())
                .y(study.labels().get(1), Arrays.stream(y).mapToObj(up::shown).toList())
                .cells(o.label() + ", " + o.unit(), places(0, x), places(1, y), explored.means(o))
                .build();
    }

    /** The distinct values of a lever, sorted. */
    private double[] levels(int lever) {
        return Arrays.stream(sample.column(lever)).distinct().sorted().toArray();
    }

    /** For each point the place of its value among the levels. */
    private double[] places(int lever, double[] levels) {
        return Arrays.stream(sample.column(lever))
                .map(value -> Arrays.binarySearch(levels, value))
                .toArray();
    }

    private int[] byLever() {
        double[] x = sample.column(0);
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** The points, best first by the first outcome. */
    private List<Integer> byFirstOutcome() {
        Outcome first = study.outcomes().get(0);
        double[] means = explored.means(first);
        Comparator<Integer> order = Comparator.comparingDouble(i -> means[i]);
        return IntStream.range(0, means.length)
                .boxed()
                .sorted(first.direction() == Direction.LESS ? order : order.reversed())
                .toList();
    }

    private String caption(String how) {
        return how + " " + study.runs() + " runs a point on common random numbers, seed " + study.seed()
                + ", model version " + DiplomacySim.MODEL_VERSION + ".";
    }

    private Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        if (study.factors().size() == 1) {
            pictures.put("response", response());
        } else if (study.factors().size() == 2 && grid) {
            study.outcomes().forEach(o -> twoLevers(o, pictures));
        }
        if (study.factors().size() + study.outcomes().size() >= 2
                && study.factors().size() > 1) {
            pictures.put("parallel_coordinates", parallel());
        }
        return pictures;
    }

    /** One lever: mean with its interval, and the middle nine tenths of runs. */
    private Picture response() {
        double[] x = sample.column(0);
        int[] order = byLever();
        Sheet sheet = new Sheet(
                        "Response to " + study.labels().get(0),
                        study.name(),
                        caption("Dark band: 95 % interval of the mean. Lines: 5 % and 95 % of the runs."))
                .columns(study.outcomes().size() > 1 ? 2 : 1);
        for (Outcome o : study.outcomes()) {
            double[] mean = pick(explored.means(o), order);
            double[] half = pick(explored.halfWidths(o), order);
            double[] xs = pick(x, order);
            sheet.add(new CurvesWithBands(
                    o.label(),
                    study.labels().get(0),
                    o.unit(),
                    CurvesWithBands.Style.PLAIN,
                    List.of(
                            new CurvesWithBands.Curve("mean", xs, mean, moved(mean, half, -1), moved(mean, half, 1)),
                            CurvesWithBands.Curve.of("5 % of runs", xs, pick(explored.quantiles(o, 0.05), order)),
                            CurvesWithBands.Curve.of("95 % of runs", xs, pick(explored.quantiles(o, 0.95), order)))));
        }
        return sheet.picture(
                140 + 270 * ((study.outcomes().size() + 1) / (study.outcomes().size() > 1 ? 2 : 1)));
    }

    /** Two levers on a grid: a heat map with contours, and a curve for each level of the second lever. */
    private void twoLevers(Outcome o, Map<String, Picture> pictures) {
        double[] x = levels(0);
        double[] y = levels(1);
        double[] means = explored.means(o);
        double[] halves = explored.halfWidths(o);
        double[][] mean = new double[y.length][x.length];
        double[][] half = new double[y.length][x.length];
        for (int i = 0; i < means.length; i++) {
            int row = Arrays.binarySearch(y, sample.values()[i][1]);
            int column = Arrays.binarySearch(x, sample.values()[i][0]);
            mean[row][column] = means[i];
            half[row][column] = halves[i];
        }
        List<String> labels = study.labels();
        String title = o.label() + " over two levers";
        if (even(x) && even(y)) {
            pictures.put(
                    "heat_map_" + o.key(),
                    new Sheet(title, study.name(), caption("Mean of each cell with contours, " + o.unit() + "."))
                            .add(new HeatMap(labels.get(0), labels.get(1), "", x, y, mean, false))
                            .picture(620));
        }
        List<CurvesWithBands.Curve> curves = new ArrayList<>();
        int step = Math.max(1, (y.length + 6) / 7);
        for (int row = 0; row < y.length; row += step) {
            curves.add(new CurvesWithBands.Curve(
                    labels.get(1) + " " + study.factors().get(1).shown(y[row]),
                    x,
                    mean[row],
                    moved(mean[row], half[row], -1),
                    moved(mean[row], half[row], 1)));
        }
        pictures.put(
                "response_" + o.key(),
                new Sheet(title, study.name(), caption("Bands: 95 % interval of the mean."))
                        .add(new CurvesWithBands(
                                "", labels.get(0), o.label() + ", " + o.unit(), CurvesWithBands.Style.PLAIN, curves))
                        .picture(520));
    }

    private static boolean even(double[] x) {
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        return x.length > 1
                && IntStream.range(1, x.length).allMatch(i -> Math.abs(x[i] - x[i - 1] - step) < 1e-6 * step);
    }

    /** Every point across levers and outcomes, the best tenth by the first outcome in colour. */
    private Picture parallel() {
        List<ParallelCoordinates.Axis> axes = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < study.factors().size(); j++) {
            axes.add(ParallelCoordinates.Axis.over(study.labels().get(j), "", sample.column(j), false));
            columns.add(sample.column(j));
        }
        for (Outcome o : study.outcomes()) {
            axes.add(ParallelCoordinates.Axis.over(
                    o.label(), o.unit(), explored.means(o), o.direction() == Direction.LESS));
            columns.add(explored.means(o));
        }
        int n = sample.values().length;
        double[][] points = new double[n][columns.size()];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < columns.size(); j++) {
                points[i][j] = columns.get(j)[i];
            }
        }
        boolean[] best = new boolean[n];
        byFirstOutcome().subList(0, Math.max(1, (int) (HIGHLIGHTED * n))).forEach(i -> best[i] = true);
        return new Sheet(
                        "Levers and outcomes",
                        study.name(),
                        caption("Each line a point; in colour the best tenth by "
                                + study.outcomes().get(0).label() + ". Outcomes point up where they are better."))
                .add(new ParallelCoordinates(axes, points, best))
                .picture(520);
    }

    static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] moved(double[] values, double[] by, int sign) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] + sign * by[i])
                .toArray();
    }
}
