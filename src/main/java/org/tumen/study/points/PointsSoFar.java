package org.tumen.study.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.experiment.DesignExperiment;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ParameterLabels;
import org.tumen.store.ResultReader;
import org.tumen.study.Exploration;
import org.tumen.study.Interim;
import org.tumen.summary.SharedPoints;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** What the points of an exploration say while the runs of others are made: the mean outcomes of those that have runs. */
public final class PointsSoFar {
    private static final int FEWEST_RUNS = 2;
    private static final int MOST_CHARTS = 24;
    private static final int ROWS_SHOWN = 40;
    private static final String READ =
            "Each point's mean with its 95 % interval, for itself and for the runs that it has now."
                    + " Nothing is decided by them: they allow neither for the choice among points nor for looking early.";

    private final Exploration study;
    private final List<Map<String, String>> points;
    private final List<String> paths;
    private final List<Integer> there;
    private final List<Clusters> clusters;
    private final List<PointValues> values;

    private PointsSoFar(
            Exploration study, List<Map<String, String>> points, List<Outcome> outcomes, ResultReader reader) {
        this.study = study;
        this.points = points;
        paths = List.copyOf(points.stream()
                .flatMap(point -> point.keySet().stream())
                .collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll));
        int arms = reader.identity().arms().size();
        int[] replicates = SharedPoints.replicates(reader);
        Rows[] rows = IntStream.range(0, arms)
                .mapToObj(i -> new Rows(outcomes.size(), (int) reader.completed(DesignExperiment.arm(i))))
                .toArray(Rows[]::new);
        reader.forEachRunOfAllArms(outcomes, (arm, run, of) -> rows[DesignExperiment.index(arm)].add(run, of));
        there = IntStream.range(0, arms)
                .filter(i -> rows[i].runs.length >= FEWEST_RUNS)
                .boxed()
                .toList();
        clusters = there.stream().map(i -> rows[i].sorted(replicates[i])).toList();
        values = IntStream.range(0, outcomes.size())
                .mapToObj(o -> PointValues.of(
                        outcomes.get(o),
                        there.stream().map(i -> rows[i].columns[o]).toArray(double[][]::new),
                        clusters))
                .toList();
    }

    /** The runs of a point that are there. */
    private static final class Rows {
        private final double[][] columns;
        private final long[] runs;
        private int filled;

        Rows(int outcomes, int runs) {
            columns = new double[outcomes][runs];
            this.runs = new long[runs];
        }

        void add(long run, double[] values) {
            if (filled < runs.length) {
                runs[filled] = run;
                for (int o = 0; o < values.length; o++) {
                    columns[o][filled] = values[o];
                }
                filled++;
            }
        }

        /** Which of them share a point of the uncertain parameters; sorts them by number where that counts. */
        Clusters sorted(int replicates) {
            if (replicates > 1) {
                int[] order = IntStream.range(0, runs.length)
                        .boxed()
                        .sorted(Comparator.comparingLong(i -> runs[i]))
                        .mapToInt(i -> i)
                        .toArray();
                long[] numbers = Arrays.stream(order).mapToLong(i -> runs[i]).toArray();
                System.arraycopy(numbers, 0, runs, 0, runs.length);
                Arrays.setAll(
                        columns,
                        o -> Arrays.stream(order)
                                .mapToDouble(i -> columns[o][i])
                                .toArray());
            }
            return Clusters.of(runs, replicates);
        }
    }

    /**
     * Describes the points that have runs.
     *
     * @param points what each point sets, by path; each stands for as many arms as the study has
     */
    public static Optional<Findings> of(
            String kind,
            Exploration study,
            List<Map<String, String>> points,
            List<Outcome> outcomes,
            ResultReader reader) {
        PointsSoFar found = new PointsSoFar(study, points, outcomes, reader);
        return found.there.isEmpty()
                ? Optional.empty()
                : Optional.of(found.findings(kind, reader.identity().arms().size()));
    }

    private Findings findings(String kind, int planned) {
        String unit =
                arms() > 1 ? "pairs of a point and an arm" : study.factors().isEmpty() ? "profiles" : "points";
        return Interim.begin(kind, study.name(), study.description(), there.size(), planned, unit)
                .section("so_far", "The points that have runs")
                .choice("Outcome", charts())
                .table(table(), ROWS_SHOWN)
                .build();
    }

    private int arms() {
        return Math.max(1, study.arms().size());
    }

    private String set(int row, String path) {
        return points.get(there.get(row) / arms()).getOrDefault(path, "");
    }

    /** What a point sets, for a reader: a number in few digits, else its text in brief. */
    public static String shown(String text) {
        return Numbers.isNumber(text) ? Numbers.shown(Double.parseDouble(text)) : Texts.brief(text);
    }

    private String label(String path) {
        return ParameterLabels.of(study.base().scenario(), path);
    }

    private String arm(int row) {
        return arms() == 1 ? "" : study.armNames().get(there.get(row) % arms());
    }

    private String point(int row) {
        return DesignExperiment.arm(there.get(row) / arms() * arms());
    }

    private Table table() {
        List<Integer> rows = IntStream.range(0, there.size()).boxed().toList();
        TableBuilder<Integer> table = Table.of("points", READ, rows).text("Point", this::point);
        if (arms() > 1) {
            table.text("Arm", this::arm);
        }
        for (String path : paths) {
            table.text(label(path), row -> shown(set(row, path)), path, row -> set(row, path));
        }
        table.count("Runs", row -> clusters.get(row).runs(), "runs");
        for (PointValues of : values) {
            double[] mean = of.means();
            List<@Nullable Interval> intervals = of.intervals();
            table.estimate(of.label(), of.key(), row -> mean[row], intervals::get, of.unit());
        }
        return table.build();
    }

    private List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        for (PointValues of : values) {
            for (String path : paths) {
                if (charts.size() < MOST_CHARTS) {
                    charts.add(chart(of, path));
                }
            }
        }
        return charts;
    }

    /** An outcome over what the points set of one parameter, a series an arm. */
    private Chart chart(PointValues of, String path) {
        List<String> words = points.stream()
                .map(point -> point.getOrDefault(path, ""))
                .distinct()
                .toList();
        boolean numbers = words.stream().allMatch(Numbers::isNumber);
        String label = label(path);
        Chart.Builder chart = Chart.of(
                "so_far_" + of.key() + "_" + paths.indexOf(path),
                paths.size() == 1 ? of.label() : of.label() + " against " + label,
                READ);
        if (numbers) {
            chart.x(label, "");
        } else {
            chart.x(label, words.stream().map(Texts::brief).toList());
        }
        chart.y(of.label(), of.unit());
        double[] mean = of.means();
        List<@Nullable Interval> intervals = of.intervals();
        for (int a = 0; a < arms(); a++) {
            int arm = a;
            List<Integer> rows = IntStream.range(0, there.size())
                    .filter(row -> there.get(row) % arms() == arm)
                    .boxed()
                    .toList();
            if (!rows.isEmpty()) {
                chart.points(
                        arms() == 1 ? "Points so far" : arm(rows.get(0)),
                        rows,
                        row -> numbers ? Double.parseDouble(set(row, path)) : words.indexOf(set(row, path)),
                        row -> mean[row],
                        intervals::get,
                        this::point);
            }
        }
        return chart.build();
    }
}
