package org.tumen.study.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tumen.analysis.comparison.Finding;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.study.Exploration;
import org.tumen.study.points.DesignOutcomes;
import org.tumen.study.points.DesignPoints;
import org.tumen.study.points.PointTable;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** What a sweep found. */
final class SweepFindings {
    private static final int ROWS_SHOWN = 40;
    private static final int MOST_NAMED = 4;

    private final Exploration study;
    private final DesignPoints sample;
    private final boolean grid;
    private final SweepReference reference;
    private final List<SweepResponse> responses;

    SweepFindings(Exploration study, DesignPoints sample, DesignOutcomes explored, boolean grid) {
        this.study = study;
        this.sample = sample;
        this.grid = grid;
        reference = SweepReference.of(study, sample);
        responses = study.measures().stream()
                .map(measure -> SweepResponse.of(explored, measure, reference.point(), study.seed()))
                .toList();
    }

    /** Begins the findings; the facts say how much was simulated. */
    Findings.Builder of(String facts) {
        Findings.Builder found = Findings.of("sweep", study.name(), study.description(), facts);
        SweepResponse first = responses.get(0);
        found.answer(answer(first));
        if (first.judged() && (sample.values().length > 2 || best(first) == first.reference())) {
            found.answer(others(first));
        }
        List<Chart> charts = new SweepCharts(study, sample, grid, responses).charts();
        found.section("responses", "Responses").table(responses()).choice("Outcome", charts);
        new SweepPictures(study, sample, grid, responses).into(found, charts);
        return found.section("points", "Points").table(points(first), ROWS_SHOWN);
    }

    private static int best(SweepResponse of) {
        return of.ranked().get(0);
    }

    /** Where the first outcome is best, and whether that is better than the reference. */
    private String answer(SweepResponse of) {
        int best = best(of);
        String label = of.outcome().label();
        String extreme = of.direction() == Direction.LESS ? "lowest" : "highest";
        String held = "the reference, " + place(of.reference())
                + (reference.own() ? ", which the scenario has itself" : ", the nearest to the scenario's own values")
                + foreign();
        if (best == of.reference()) {
            long same = of.count(Finding.EXACTLY_EQUAL) - 1;
            return label + " is " + extreme + " at " + held + ": " + of.mean(best)
                    + (same > 0 ? "; in no run does it differ at " + Numbers.counted(same, "other point") + "." : ".");
        }
        String start = label + " comes out " + extreme + " at " + place(best) + ": " + of.mean(best) + " against "
                + of.mean(of.reference()) + " at " + held + ". ";
        if (of.untold(best)) {
            return start
                    + (of.against().points().get(best).alike()
                            ? "Nearly all runs differ by the same, so that its noise is not known."
                            : of.tooFew(best));
        }
        String interval = "(" + of.told(of.differences()[best]) + ", 95 % interval " + of.told(of.low()[best]) + " to "
                + of.told(of.high()[best]) + ")";
        return start
                + switch (of.finding(best)) {
                    case UNDECIDED -> "The difference is indistinguishable from noise " + interval + ".";
                    case NO_DIFFERENCE_THAT_MATTERS ->
                        "That is no difference that matters " + interval + ", within the smallest one of "
                                + Numbers.typed(of.measure().smallestDifference()) + ".";
                    default ->
                        "The difference is beyond noise " + interval
                                + "; the interval allows for the choice of the best among all points.";
                };
    }

    /** What cannot be near: the scenario's own policy, or other choice, that is none of those that were tried. */
    private String foreign() {
        List<String> labels = IntStream.range(0, study.factors().size())
                .filter(j -> reference.foreign().contains(study.factors().get(j).path()))
                .mapToObj(study.labels()::get)
                .toList();
        return labels.isEmpty() ? "" : " (its own " + Texts.listed(labels) + " was not tried)";
    }

    private String others(SweepResponse of) {
        boolean neutral = of.direction() == Direction.NEUTRAL;
        List<String> parts = new ArrayList<>();
        parts.add(are(of.count(Finding.BETTER, Finding.HIGHER)) + (neutral ? " above" : " better than")
                + " the reference in " + of.outcome().label().toLowerCase(Locale.ROOT));
        parts.add(of.count(Finding.WORSE, Finding.LOWER) + (neutral ? " below" : " worse"));
        if (of.measure().smallestDifference() > 0) {
            parts.add(of.count(Finding.NO_DIFFERENCE_THAT_MATTERS) + " without a difference that matters");
        }
        long untold =
                IntStream.range(0, sample.values().length).filter(of::untold).count();
        if (untold > 0) {
            parts.add(untold + " with too few runs that differ to tell");
        }
        int others = sample.values().length - 1;
        return (others == 1 ? "Of the one other point " : "Of the " + others + " other points ")
                + String.join(", ", parts) + ", and " + are(undecided(of) - untold) + " indistinguishable from it.";
    }

    private static String are(long points) {
        return points + (points == 1 ? " is" : " are");
    }

    /** How many points are not told from the reference, which is one of those that equal it. */
    private static long undecided(SweepResponse of) {
        return of.count(Finding.UNDECIDED, Finding.EXACTLY_EQUAL) - 1;
    }

    /** The values of a point in words. */
    private String place(int point) {
        List<String> labels = study.labels();
        return IntStream.range(0, labels.size())
                .mapToObj(j -> labels.get(j) + " " + value(point, j))
                .collect(Collectors.joining(", "));
    }

    private String value(int point, int lever) {
        return study.factors().get(lever).shown(sample.values()[point][lever]);
    }

    /** The values alone where they are few, else the point's name. */
    private String brief(int point) {
        return study.factors().size() > MOST_NAMED
                ? PointTable.name(study, point)
                : IntStream.range(0, study.factors().size())
                        .mapToObj(j -> value(point, j))
                        .collect(Collectors.joining(", "));
    }

    /** A row an outcome: where it is best, and how many points differ from the reference. */
    private Table responses() {
        boolean small = responses.stream().anyMatch(r -> r.measure().smallestDifference() > 0);
        String caption = "Best at: the point whose mean is best (highest where neither way is better), by "
                + (study.factors().size() > MOST_NAMED
                        ? "its name among the points"
                        : "its values of " + String.join(", ", study.labels()))
                + ". Differences are of paired runs, to the reference, " + place(reference.point())
                + ". " + intervals()
                + (responses.stream().anyMatch(r -> r.direction() == Direction.NEUTRAL)
                        ? " Where neither way is better, points that are higher count as better, lower ones as worse."
                        : "")
                + (small ? " Too small: points with no difference that matters." : "")
                + PointTable.never(study);
        TableBuilder<SweepResponse> table = Table.of("responses", caption, responses)
                .text("Outcome", "outcome", r -> r.outcome(), Outcome::label, Outcome::key)
                .text("Best at", r -> brief(best(r)), "best", r -> PointTable.name(study, best(r)))
                .number(
                        "Mean there",
                        "mean",
                        r -> r.values().means()[best(r)],
                        (r, mean) -> r.mean(best(r)),
                        Table.OF_ROW)
                .difference(
                        "Difference",
                        "difference",
                        r -> r.differences()[best(r)],
                        r -> r.interval(best(r)),
                        Table.OF_ROW)
                .tone(r -> Table.Tone.of(r.finding(best(r))))
                .count("Better", r -> r.count(Finding.BETTER, Finding.HIGHER), "points")
                .count("Worse", r -> r.count(Finding.WORSE, Finding.LOWER), "points")
                .count("Undecided", SweepFindings::undecided, "points");
        if (small) {
            table.count("Too small", r -> r.count(Finding.NO_DIFFERENCE_THAT_MATTERS), "points");
        }
        return table.build();
    }

    private String intervals() {
        return responses.stream().anyMatch(SweepResponse::judged)
                ? "The 95 % intervals hold for all points together; none where too few runs differ."
                : "Too few runs, or draws of the parameters, differ for intervals.";
    }

    /** All points, the best by the first outcome first, the reference marked. */
    private Table points(SweepResponse first) {
        String caption = "Mean of each outcome, and the difference of paired runs to the reference, which is"
                + " marked; best first by " + first.outcome().label().toLowerCase(Locale.ROOT)
                + ". " + intervals();
        TableBuilder<Integer> table = PointTable.of(study, sample, caption, first.ranked());
        responses.forEach(response -> difference(PointTable.mean(table, response.values(), false), response));
        return table.marked(point -> point == reference.point()).build();
    }

    private static void difference(TableBuilder<Integer> table, SweepResponse response) {
        double[] differences = response.differences();
        table.difference(
                        "Difference in " + response.outcome().label().toLowerCase(Locale.ROOT),
                        response.outcome().key() + "_difference",
                        point -> differences[point],
                        response::interval,
                        response.outcome().unit())
                .tone(point -> Table.Tone.of(response.finding(point)));
    }
}
