package org.tumen.study.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.smooth.ResponseSurface;
import org.tumen.findings.Chart;
import org.tumen.outcome.Direction;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.Exploration;
import org.tumen.study.points.DesignPoints;
import org.tumen.study.points.PointTable;
import org.tumen.words.Numbers;

/** The live charts of a sweep: the difference of each point to the reference, over one lever, or over two as cells. */
record SweepCharts(Exploration study, DesignPoints sample, boolean grid, List<SweepResponse> responses) {
    private static final String READ = "Differences of paired runs to the reference";

    /** What the intervals are; what is not drawn is not told. */
    private static String together(SweepResponse response, String drawnAs) {
        return response.judged()
                ? drawnAs + "95 % intervals, for all points together."
                : "no intervals, for too few runs, or draws of the parameters, differ.";
    }

    List<Chart> charts() {
        int levers = study.factors().size();
        if (levers == 2 && grid) {
            return responses.stream().map(this::cells).toList();
        }
        List<Chart> charts = new ArrayList<>();
        responses.forEach(response -> IntStream.range(0, levers).forEach(lever -> charts.add(over(response, lever))));
        return charts;
    }

    /** The points over a lever: a curve with its band where they have no other lever. */
    private Chart over(SweepResponse response, int lever) {
        Exploration.Varied factor = study.factors().get(lever);
        String label = study.labels().get(lever);
        boolean alone = study.factors().size() == 1;
        boolean words = !factor.choices().isEmpty();
        String what = response.outcome().label();
        Chart.Builder chart = Chart.of(
                "over_" + (alone ? "" : (lever + 1) + "_") + response.outcome().key(),
                alone ? what : what + " against " + label,
                READ + "; " + together(response, alone && !words ? "band: " : "lines: ") + " "
                        + Numbers.counted(study.runs(), "run") + " a point, " + DiplomacySim.origin(study.seed()));
        double[] values = sample.column(lever);
        int[] order = SweepPictures.ascending(values);
        double[] x = pick(values, order);
        if (words) {
            chart.x(
                    label,
                    IntStream.rangeClosed(1, factor.choices().size())
                            .mapToObj(factor::shown)
                            .toList());
            x = Arrays.stream(x).map(choice -> choice - 1).toArray();
        } else {
            chart.x(label, "").upright(values[response.reference()], "reference");
        }
        return chart.y("Difference", response.outcome().unit())
                .level(0, "")
                .add(
                        alone && !words ? Chart.Shape.BAND : Chart.Shape.POINTS,
                        "Difference in " + what.toLowerCase(Locale.ROOT),
                        x,
                        pick(response.differences(), order),
                        ends(response, response.low(), order),
                        ends(response, response.high(), order),
                        Arrays.stream(order)
                                .mapToObj(point -> PointTable.name(study, point))
                                .toList())
                .build();
    }

    private Chart cells(SweepResponse response) {
        Exploration.Varied across = study.factors().get(0);
        Exploration.Varied up = study.factors().get(1);
        double[] x = SweepPictures.levels(sample, 0);
        double[] y = SweepPictures.levels(sample, 1);
        Direction better = response.direction();
        Chart.Builder chart = Chart.of(
                        "cells_" + response.outcome().key(),
                        response.outcome().label(),
                        READ
                                + (better == Direction.NEUTRAL
                                        ? "; "
                                        : ", numbers in brackets where indistinguishable from it; ")
                                + together(response, ""))
                .x(
                        study.labels().get(0),
                        Arrays.stream(x).mapToObj(across::shown).toList())
                .y(study.labels().get(1), Arrays.stream(y).mapToObj(up::shown).toList())
                .cells(
                        "Difference, " + response.outcome().unit(),
                        places(0, x),
                        places(1, y),
                        response.differences(),
                        response.noise())
                .good(better == Direction.MORE ? "high" : better == Direction.LESS ? "low" : "");
        ResponseSurface surface = surface(study, sample, response);
        if (surface != null) {
            double[] smooth = Arrays.stream(sample.values())
                    .mapToDouble(point -> surface.at(point[0], point[1]))
                    .toArray();
            chart.cells("Smooth surface", places(0, x), places(1, y), smooth, null);
        }
        return chart.build();
    }

    /** A smooth surface through the differences over two levers; null where there are too few points, or a lever has no numbers. */
    static @Nullable ResponseSurface surface(Exploration study, DesignPoints sample, SweepResponse response) {
        return study.factors().stream().allMatch(factor -> factor.choices().isEmpty())
                ? ResponseSurface.of(sample.column(0), sample.column(1), response.differences())
                : null;
    }

    /** Ends of intervals; at the reference there is nothing to doubt. */
    static double[] ends(SweepResponse response, double[] ends, int[] order) {
        double[] filled = ends.clone();
        filled[response.reference()] = 0;
        return pick(filled, order);
    }

    /** For each point the place of its value among the levels. */
    private double[] places(int lever, double[] levels) {
        return Arrays.stream(sample.column(lever))
                .map(value -> Arrays.binarySearch(levels, value))
                .toArray();
    }

    static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
