package org.tumen.study.arm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Density;
import org.tumen.analysis.Histogram;
import org.tumen.analysis.Interval;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.analysis.WeeklyBands;
import org.tumen.experiment.SampleRuns;
import org.tumen.findings.Chart;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.OutcomeNumbers;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;
import org.tumen.world.Stage;

/**
 * What the runs of an arm gave, as live charts. Numbers keep five significant digits: more than a screen shows. An object of
 * this class belongs to one thread.
 */
public final class ArmCharts {
    /** The stages of the deal, the furthest first, as they are laid upon each other. */
    static final List<Stage> STAGES = List.of(Stage.SHIPPING, Stage.AGREED, Stage.TALKS, Stage.NONE);

    private static final List<String> STAGE_HUES = List.of("vermillion", "orange", "sky", "none");

    private static final List<Outcome> WARNERS = List.of(
            Outcome.APPEALS,
            Outcome.CONCERNS,
            Outcome.WARNINGS,
            Outcome.WARNINGS_WITHOUT_DEAL,
            Outcome.REFERRALS,
            Outcome.PACKAGES);

    private static final List<Outcome> ALLIES = List.of(Outcome.DISCLOSURES, Outcome.ALLY_PACKAGES);

    private static final List<Outcome> COUNCIL =
            List.of(Outcome.DRAFTS_ADOPTED, Outcome.DRAFTS_SHORT, Outcome.VETOES, Outcome.STATEMENTS);

    private static final int DIGITS = 5;

    /** Every so many points of a density: 128 of 512 make a smooth curve. */
    private static final int DENSITY_STEP = 4;

    private final BatchData arm;
    private final Supplier<SampleRuns> singleRuns;
    private final Map<Outcome, Chart> distributions = new EnumMap<>(Outcome.class);
    private @Nullable List<Chart> fans;

    /** Charts of an arm. */
    public ArmCharts(BatchData arm) {
        this(arm, () -> SampleRuns.NONE);
    }

    /** Charts of an arm, with a few of its runs beside the bands of all. */
    public ArmCharts(BatchData arm, Supplier<SampleRuns> singleRuns) {
        this.arm = arm;
        this.singleRuns = singleRuns;
    }

    public BatchData arm() {
        return arm;
    }

    private double[] ends() {
        return IntStream.range(0, arm.weeks())
                .mapToDouble(week -> arm.day(week + 1))
                .toArray();
    }

    private List<String> weeks() {
        return IntStream.range(0, arm.weeks()).mapToObj(week -> "Week " + week).toList();
    }

    /** An index by week. */
    record Band(String key, String label, WeeklyBands bands, String hue) {}

    static List<Band> bands(BatchData arm) {
        return List.of(
                new Band("stability", "Stability", arm.byWeek().stability(), "blue"),
                new Band("tension", "Tension", arm.byWeek().tension(), "vermillion"));
    }

    static String name(Stage stage) {
        return stage == Stage.NONE ? "no deal" : stage.key();
    }

    /** The distribution of every outcome that is more than a flag, those that a reader sees first in front. */
    public List<Chart> distributions() {
        return new ArmFindings(arm)
                .outcomes().stream()
                        .filter(of -> of.outcome().kind() != Kind.FLAG)
                        .map(this::distribution)
                        .toList();
    }

    /** The distribution of an outcome; of a flag the share of runs in which it is raised. */
    public Chart distribution(SummaryDistribution of) {
        return distributions.computeIfAbsent(of.outcome(), outcome -> drawn(of));
    }

    private Chart drawn(SummaryDistribution of) {
        Outcome outcome = of.outcome();
        OutcomeSummary s = of.summary();
        if (outcome.kind() == Kind.FLAG) {
            return Chart.of(
                            "distribution_" + outcome.key(),
                            outcome.label(),
                            "Share of runs in which it happened, with the exact 95 % interval.")
                    .x("runs", "%")
                    .rows(
                            "share of runs",
                            List.of(ArmFindings.share(s)),
                            share -> "",
                            ArmCharts::percent,
                            ArmCharts::limits)
                    .build();
        }
        Histogram histogram = of.histogram();
        Density density = of.density();
        double percent = 100.0 / Math.max(1, histogram.total());
        double[] shares =
                Arrays.stream(histogram.counts()).mapToDouble(n -> n * percent).toArray();
        boolean never = never(of);
        String caption = "Share of runs by " + (histogram.discrete() ? "value" : "bin")
                + (density == null ? "" : ", with a kernel density")
                + marks(of)
                + (never
                        ? " In " + Numbers.percent(s.censoredShare()) + " of runs it did not happen within "
                                + Numbers.counted(arm.weeks(), "week") + ": those are in no bar."
                        : "");
        Chart.Builder chart = Chart.of("distribution_" + outcome.key(), outcome.label(), caption)
                .x(outcome.label(), outcome.unit())
                .y("runs", "%")
                .add(Chart.Shape.BARS, "runs", rounded(histogram.edges()), rounded(shares))
                .hue("sky");
        if (density != null) {
            chart.add(
                            Chart.Shape.LINE,
                            "density",
                            thinned(density.x(), 1),
                            thinned(density.y(), 100 * histogram.width()))
                    .hue("blue");
        }
        if (!never) {
            chart.upright(s.mean(), "mean " + Numbers.estimate(s.mean()));
        }
        quantiles(of)
                .forEach((share, value) -> chart.upright(
                        value, (share == 50 ? "median" : share + " %") + " " + OutcomeNumbers.text(outcome, value)));
        return chart.build();
    }

    /** Whether there are runs in which it did not happen. */
    private static boolean never(SummaryDistribution of) {
        return of.summary().censoredShare() > 0;
    }

    /** The quantiles that are marked, by their share in percent: not a week in which what never happened would have to. */
    private SortedMap<Integer, Double> quantiles(SummaryDistribution of) {
        OutcomeSummary s = of.summary();
        SortedMap<Integer, Double> marked = new TreeMap<>(Map.of(5, s.p5(), 50, s.p50(), 95, s.p95()));
        marked.values().removeIf(value -> of.outcome().kind() == Kind.TIME && value >= arm.weeks());
        return marked;
    }

    /** Which lines stand upright, to follow a caption. */
    private String marks(SummaryDistribution of) {
        List<String> shares =
                quantiles(of).keySet().stream().map(String::valueOf).toList();
        List<String> marked = new ArrayList<>();
        boolean mean = !never(of);
        if (mean) {
            marked.add("the mean");
        }
        if (!shares.isEmpty()) {
            marked.add((shares.size() == 1 ? "the value that " : "the values that ") + Texts.listed(shares)
                    + " % of runs stay below");
        }
        int lines = shares.size() + (mean ? 1 : 0);
        return lines == 0 ? "." : (lines == 1 ? "; a line marks " : "; lines mark ") + Texts.listed(marked) + ".";
    }

    /** In how many runs something happened. */
    public Chart happened() {
        return Chart.of(
                        "happened",
                        "What happens, in how many runs",
                        "Share of runs in which it happens within " + Numbers.counted(arm.weeks(), "week")
                                + ", with the exact 95 % interval.")
                .x("runs", "%")
                .rows(
                        "share of runs",
                        ArmFindings.shares(arm),
                        s -> ArmFindings.event(s.outcome()),
                        s -> percent(ArmFindings.share(s)),
                        s -> limits(ArmFindings.share(s)))
                .build();
    }

    private static double percent(OutcomeSummary.Share share) {
        return rounded(100 * share.share());
    }

    private static Interval limits(OutcomeSummary.Share share) {
        return new Interval(
                rounded(100 * share.limits().low()),
                rounded(100 * share.limits().high()));
    }

    /** Stability and tension by week. */
    public List<Chart> fans() {
        List<Chart> made = fans;
        if (made == null) {
            SampleRuns singles = singleRuns.get();
            made = bands(arm).stream().map(band -> fan(band, singles)).toList();
            fans = made;
        }
        return made;
    }

    private Chart fan(Band of, SampleRuns singles) {
        boolean tension = of.key().equals("tension");
        double[][] runs = tension ? singles.tension() : singles.stability();
        String caption = "Median, and the bands that hold the middle 50 % and 90 % of runs at the end of each week"
                + (runs.length == 0
                        ? "."
                        : runs.length == 1
                                ? "; the thin line is a single run."
                                : "; the thin lines are " + runs.length + " single runs.")
                + (tension
                        ? " A crisis begins at a tension of " + Numbers.shown(arm.crisisOn()) + " and ends at "
                                + Numbers.shown(arm.crisisOff()) + "."
                        : "");
        Chart.Builder chart = Chart.of(of.key(), of.label() + " over time", caption)
                .dates()
                .y(of.label().toLowerCase(Locale.ROOT), "index points");
        band(chart, of, "90 % of runs", 5, 95);
        band(chart, of, "50 % of runs", 25, 75);
        for (double[] run : runs) {
            chart.add(Chart.Shape.LINE, "single run", ends(), rounded(run)).hue(Chart.Series.THIN);
        }
        chart.add(Chart.Shape.LINE, "median", ends(), rounded(of.bands().at(50)), null, null, weeks())
                .hue(of.hue());
        return tension
                ? chart.level(arm.crisisOn(), "a crisis begins at " + Numbers.label(arm.crisisOn()))
                        .level(arm.crisisOff(), "and ends at " + Numbers.label(arm.crisisOff()))
                        .build()
                : chart.build();
    }

    private void band(Chart.Builder chart, Band of, String label, int low, int high) {
        double[] none = new double[arm.weeks()];
        Arrays.fill(none, Double.NaN);
        chart.add(
                        Chart.Shape.BAND,
                        label,
                        ends(),
                        none,
                        rounded(of.bands().at(low)),
                        rounded(of.bands().at(high)))
                .hue(of.hue());
    }

    /** The stage of the deal by week. */
    public Chart stages() {
        Chart.Builder chart = Chart.of(
                        "stages",
                        "Stage of the deal over time",
                        "Shares of runs in each stage of the deal at the end of each week.")
                .dates()
                .y("runs", "%");
        for (int i = 0; i < STAGES.size(); i++) {
            double[] shares = Arrays.stream(arm.byWeek().stages().of(STAGES.get(i)))
                    .map(share -> 100 * share)
                    .toArray();
            chart.add(Chart.Shape.STACK, name(STAGES.get(i)), ends(), rounded(shares), null, null, weeks())
                    .hue(STAGE_HUES.get(i));
        }
        return chart.build();
    }

    /** The share of runs without a crisis by week. */
    public Chart survival() {
        return SurvivalChart.of("survival", "Runs still without a crisis", Map.of("without a crisis", arm));
    }

    /** What warners, allies and the Council do in a run. */
    public Chart acts() {
        Map<String, List<Outcome>> actors = new LinkedHashMap<>();
        actors.put(arm.warners().isEmpty() ? "Warners" : arm.warners(), WARNERS);
        actors.put("Allies", ALLIES);
        actors.put("Security Council", COUNCIL);
        List<Outcome> all = actors.values().stream()
                .flatMap(List::stream)
                .filter(arm.outcomes()::containsKey)
                .toList();
        List<String> names = all.stream().map(Outcome::label).toList();
        Chart.Builder chart = Chart.of(
                        "acts",
                        "What the warners, their allies and the Council did",
                        "Acts a run: mean (dot) and the range of nine runs in ten (bar). Warnings without a deal are among the"
                                + " warnings too; vetoes and drafts short of nine votes include renewals of the panel's mandate.")
                .x("acts a run", "");
        actors.forEach((name, acts) -> {
            if (acts.stream().anyMatch(all::contains)) {
                chart.rows(
                        name,
                        names,
                        of(all, acts, OutcomeSummary::mean),
                        of(all, acts, OutcomeSummary::p5),
                        of(all, acts, OutcomeSummary::p95));
            }
        });
        return chart.build();
    }

    /** A number of each outcome; none of those of others. */
    private double[] of(List<Outcome> all, List<Outcome> own, ToDoubleFunction<OutcomeSummary> number) {
        return rounded(all.stream()
                .mapToDouble(outcome -> own.contains(outcome)
                        ? number.applyAsDouble(arm.outcome(outcome).summary())
                        : Double.NaN)
                .toArray());
    }

    private static double[] thinned(double[] values, double factor) {
        return rounded(IntStream.range(0, (values.length + DENSITY_STEP - 1) / DENSITY_STEP)
                .mapToDouble(i -> factor * values[i * DENSITY_STEP])
                .toArray());
    }

    static double[] rounded(double[] values) {
        return DoubleStream.of(values).map(ArmCharts::rounded).toArray();
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Numbers.rounded(value, DIGITS).doubleValue() : value;
    }
}
