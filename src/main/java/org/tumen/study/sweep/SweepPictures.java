package org.tumen.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tumen.analysis.smooth.ResponseSurface;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.Findings;
import org.tumen.findings.ParallelChart;
import org.tumen.outcome.Direction;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.Exploration;
import org.tumen.study.points.DesignPoints;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The still pictures of a sweep, and its levers and outcomes side by side. */
record SweepPictures(Exploration study, DesignPoints sample, boolean grid, List<SweepResponse> responses) {
    private static final double HIGHLIGHTED = 0.1;

    /** Adds them, from the live charts of the responses. */
    void into(Findings.Builder found, List<Chart> charts) {
        if (study.factors().size() == 1 && study.factors().get(0).choices().isEmpty()) {
            found.still(
                    "response",
                    ChartSheet.picture(
                            "Response to " + study.labels().get(0),
                            study.name(),
                            "",
                            charts,
                            responses.stream().map(r -> r.outcome().key()).toList()));
        } else if (study.factors().size() == 2 && grid) {
            for (int i = 0; i < charts.size(); i++) {
                SweepResponse r = responses.get(i);
                found.still(
                        "heat_map_" + r.outcome().key(),
                        ChartSheet.picture(
                                r.outcome().label() + " over two levers",
                                study.name(),
                                contours(r) + runs(),
                                List.of(charts.get(i)),
                                List.of(r.outcome().key())));
            }
        }
        if (study.factors().size() > 1) {
            SweepResponse first = responses.get(0);
            List<Integer> best = first.ranked().subList(0, Math.max(1, (int) (HIGHLIGHTED * sample.values().length)));
            Chart chart = ParallelChart.of(
                    "Levers and outcomes",
                    "Each line a point. Outcomes point up where they are better. " + runs(),
                    columns(),
                    labels(),
                    best::contains,
                    "Best tenth by " + Texts.lower(first.outcome().label()),
                    "Others");
            found.chart(chart, study.name());
        }
    }

    private String runs() {
        return Numbers.counted(study.runs(), "run") + " a point on common random numbers, "
                + DiplomacySim.origin(study.seed());
    }

    private String contours(SweepResponse response) {
        ResponseSurface surface = SweepCharts.surface(study, sample, response);
        return surface == null
                ? ""
                : "Contours: a second-order surface, which has " + Numbers.percent(surface.determination())
                        + " of the variance between points, and foretells "
                        + (surface.prediction() > 0 ? Numbers.percent(surface.prediction()) : "none")
                        + " of it at points left out one at a time.\n";
    }

    /** Every point across levers and outcomes. */
    private List<ParallelChart.Column> columns() {
        List<ParallelChart.Column> columns = new ArrayList<>();
        for (int j = 0; j < study.factors().size(); j++) {
            columns.add(new ParallelChart.Column(study.labels().get(j), "", sample.column(j), false));
        }
        responses.forEach(r -> columns.add(new ParallelChart.Column(
                r.outcome().label(), r.outcome().unit(), r.values().means(), r.direction() == Direction.LESS)));
        return columns;
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
