package org.tumen.study.hindcast;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.hindcast.CountTest;
import org.tumen.analysis.hindcast.NaiveCounts;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.analysis.score.CountDistribution;
import org.tumen.analysis.score.Coverage;
import org.tumen.analysis.score.SampleCounts;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.words.Numbers;
import org.tumen.world.history.History;

/** The part of a hindcast that scores the simulated numbers of missile tests. */
public final class HindcastLaunches {
    private static final String SIMULATION = "simulation";
    private static final int YEAR = 12;
    private static final int PIT_BINS = 5;
    private static final int LAG = 3;

    /** Months of the record before the first forecast of the baselines' own long test. */
    private static final int LONG_START = 24;

    private static final double LEVEL = .9;

    private final Periods periods;
    private final long seed;

    public HindcastLaunches(Periods periods, long seed) {
        this.periods = periods;
        this.seed = seed;
    }

    private static YearMonth lastMonth(Periods periods) {
        YearMonth recorded = History.launchesByMonth().lastKey();
        return periods.lastMonth().isBefore(recorded) ? periods.lastMonth() : recorded;
    }

    /** Why the weeks of a scenario cannot be held against the record of launches; null when they can. */
    static @Nullable String refusal(Periods periods) {
        YearMonth begin = History.launchesByMonth().firstKey();
        YearMonth from = periods.firstMonth();
        boolean early = from.isBefore(begin.plusMonths(YEAR));
        if (!early && !lastMonth(periods).isBefore(from.plusMonths(1))) {
            return null;
        }
        return "its " + periods.weeks() + " weeks from " + periods.start()
                + " hold fewer than two months of the record of launches (" + begin + " to "
                + History.launchesByMonth().lastKey()
                + ") that have a year of record before them. Allowed: a start from " + begin.plusMonths(YEAR)
                + " on, and two whole months to " + History.launchesByMonth().lastKey();
    }

    /**
     * Scores. The periods must be those of a scenario that {@link #refusal} does not refuse.
     *
     * @param tests for each run the missile tests by week
     */
    public void into(HindcastFindings findings, int[][] tests, String caption) {
        findings.section("launches", "Launches by month and year");
        int[] record =
                History.launchesByMonth().values().stream().mapToInt(n -> n).toArray();
        YearMonth begin = History.launchesByMonth().firstKey();
        YearMonth from = periods.firstMonth();
        YearMonth last = lastMonth(periods);
        int before = (int) ChronoUnit.MONTHS.between(begin, from);
        int months = (int) ChronoUnit.MONTHS.between(from, last) + 1;
        findings.say(
                "The record: launch events by day (CSIS Beyond Parallel), nuclear tests left out. The simulation has"
                        + " three windows for launches a week; its weeks are put to the month of their middle day. Status: level and"
                        + " start were set from the record before September 2023, so that the months are forward; the form of the"
                        + " campaign was chosen by people who knew them. The baselines are forward. Rows of one"
                        + " origin forecast all months at the start and see nothing after it, as the simulation does; rows one month"
                        + " ahead see every month before the one they forecast.");
        int[] history = Arrays.copyOf(record, before);
        int[] outcomes = Arrays.copyOfRange(record, before, before + months);
        List<CountDistribution> simulated = samples(periods.byMonth(tests, from, months));
        CountTest simulation = CountTest.of(SIMULATION, simulated, outcomes, seed);
        List<CountTest> all = tests(simulation, NaiveCounts.monthly(), history, outcomes);
        List<List<Object>> data = new ArrayList<>();
        String span = months + " months from " + from + " to " + last + ", "
                + Arrays.stream(outcomes).sum() + " launch events, " + tests.length + " runs";
        table(findings, "By month: " + span, all, data, "month");
        best(findings, simulation, all);
        years(findings, tests, record, before, months, from, data);
        alone(findings, record, data);
        findings.data("launches_scores", HEAD, data);
        findings.data(
                "launches_months",
                List.of("month", "recorded", "mean", "p5", "p25", "p50", "p75", "p95", "pit"),
                rows(simulation, from));
        findings.picture(
                "launches_months",
                HindcastPictures.counts(
                        simulation,
                        from,
                        span,
                        "Bands: 50 % and 90 % of runs, line: median; dots: the record. " + caption));
        List<CountTest> shown = List.of(all.get(0), all.get(1), all.get(3));
        findings.picture(
                "launches_pit",
                HindcastPictures.transforms(
                        shown,
                        span,
                        "Bars: randomised transforms; line: not randomised. Level at 1 when forecasts are right, piled up"
                                + " at both ends when they are too narrow, at one end when they lie beside. "
                                + caption));
    }

    /** The baseline that fared best is chosen after the fact, which favours it. */
    private static void best(HindcastFindings findings, CountTest simulation, List<CountTest> all) {
        CountTest best = all.stream()
                .skip(1)
                .min(Comparator.comparingDouble(CountTest::meanCrps))
                .orElseThrow();
        ScoreComparison gain = simulation.against(best, LAG, LEVEL);
        findings.say("The best of the baselines was \"" + best.name() + "\" with a CRPS of "
                + Numbers.fixed(best.meanCrps(), 3) + "; the simulation less that is "
                + (Double.isNaN(gain.low())
                        ? Numbers.fixed(gain.difference(), 3)
                        : Numbers.interval(gain.difference(), gain.low(), gain.high(), 3)
                                + (gain.low() <= 0 && gain.high() >= 0
                                        ? ": the record does not tell the two apart"
                                        : gain.high() < 0
                                                ? ": the simulation fared better"
                                                : ": the simulation fared worse"))
                + ". (The best is picked with the outcome known.)");
    }

    private List<CountTest> tests(
            CountTest simulation,
            Map<String, Function<int[], CountDistribution>> baselines,
            int[] history,
            int[] outcomes) {
        List<CountTest> all = new ArrayList<>(List.of(simulation));
        baselines.forEach((name, f) ->
                all.add(CountTest.of(name, CountTest.fromOneOrigin(history, outcomes.length, f), outcomes, seed)));
        baselines.forEach((name, f) ->
                all.add(CountTest.of(name + ", one ahead", CountTest.oneAhead(history, outcomes, f), outcomes, seed)));
        return all;
    }

    private static List<CountDistribution> samples(int[][] byPeriod) {
        List<CountDistribution> samples = new ArrayList<>();
        for (int[] period : byPeriod) {
            samples.add(new SampleCounts(period));
        }
        return samples;
    }

    /** Periods of twelve months from the first month; those before it are the baselines' history. */
    private void years(
            HindcastFindings findings,
            int[][] tests,
            int[] record,
            int before,
            int months,
            YearMonth from,
            List<List<Object>> data) {
        int years = months / YEAR;
        int past = before / YEAR;
        if (years == 0 || past < 2) {
            return;
        }
        int[] history = new int[past];
        for (int y = 0; y < past; y++) {
            history[y] = sum(record, before - YEAR * (past - y));
        }
        int[] outcomes = new int[years];
        int[][] byMonth = periods.byMonth(tests, from, years * YEAR);
        int[][] simulated = new int[years][tests.length];
        for (int y = 0; y < years; y++) {
            outcomes[y] = sum(record, before + YEAR * y);
            for (int m = 0; m < YEAR; m++) {
                for (int run = 0; run < tests.length; run++) {
                    simulated[y][run] += byMonth[YEAR * y + m][run];
                }
            }
        }
        CountTest simulation = CountTest.of(SIMULATION, samples(simulated), outcomes, seed);
        table(
                findings,
                "By year of twelve months from " + from + ": " + years + " years, recorded " + Arrays.toString(outcomes)
                        + "; so few tell next to nothing of intervals",
                tests(simulation, NaiveCounts.yearly(), history, outcomes),
                data,
                "year");
    }

    private static int sum(int[] record, int from) {
        return Arrays.stream(record, from, from + YEAR).sum();
    }

    /** How the yardsticks do by themselves over the whole record, one month ahead. */
    private void alone(HindcastFindings findings, int[] record, List<List<Object>> data) {
        int[] history = Arrays.copyOf(record, LONG_START);
        int[] outcomes = Arrays.copyOfRange(record, LONG_START, record.length);
        List<CountTest> all = new ArrayList<>();
        NaiveCounts.monthly()
                .forEach((name, f) ->
                        all.add(CountTest.of(name, CountTest.oneAhead(history, outcomes, f), outcomes, seed)));
        table(
                findings,
                "The baselines alone, one month ahead over " + outcomes.length
                        + " months from January 2008: how good the" + " yardsticks are",
                all,
                data,
                "month_long");
    }

    private static final List<String> HEAD = List.of(
            "period",
            "forecaster",
            "periods",
            "crps",
            "difference",
            "low",
            "high",
            "coverage_50",
            "coverage_50_low",
            "coverage_50_high",
            "coverage_90",
            "coverage_90_low",
            "coverage_90_high",
            "pit_flatness_p",
            "mean_forecast");

    /** The difference is to the first baseline: the row after the simulation, or the first row where it is not there. */
    private static void table(
            HindcastFindings findings, String title, List<CountTest> tests, List<List<Object>> data, String period) {
        CountTest base = tests.get(tests.get(0).name().equals(SIMULATION) ? 1 : 0);
        List<List<String>> rows = new ArrayList<>();
        for (CountTest test : tests) {
            ScoreComparison gain = test.against(base, LAG, LEVEL);
            Coverage.Bounds half = test.half().wilson(LEVEL);
            Coverage.Bounds wide = test.wide().wilson(LEVEL);
            double flat = test.outcomes().length < CountTest.LEAST
                    ? Double.NaN
                    : test.histogram(PIT_BINS).flatness();
            double mean = test.forecasts().stream()
                    .mapToDouble(CountDistribution::mean)
                    .average()
                    .orElseThrow();
            rows.add(List.of(
                    test.name(),
                    Numbers.fixed(mean, 2),
                    Numbers.fixed(test.meanCrps(), 3),
                    test.name().equals(base.name())
                            ? Numbers.NONE
                            : Double.isNaN(gain.low())
                                    ? Numbers.fixed(gain.difference(), 3)
                                    : Numbers.interval(gain.difference(), gain.low(), gain.high(), 3),
                    test.half().hits() + "/" + test.half().trials() + " " + bounds(half),
                    test.wide().hits() + "/" + test.wide().trials() + " " + bounds(wide),
                    Numbers.fixed(flat, 3)));
            data.add(List.of(
                    period,
                    test.name(),
                    test.outcomes().length,
                    test.meanCrps(),
                    gain.difference(),
                    gain.low(),
                    gain.high(),
                    test.half().share(),
                    half.low(),
                    half.high(),
                    test.wide().share(),
                    wide.low(),
                    wide.high(),
                    flat,
                    mean));
        }
        findings.table(
                title + ". Difference of CRPS to \"" + base.name() + "\" with its 90 % interval (Diebold-Mariano, lag "
                        + LAG + "; negative: better); coverage with 90 % Wilson interval",
                List.of(
                        "Forecaster",
                        "mean",
                        "CRPS",
                        "difference",
                        "in the 50 % interval",
                        "in the 90 % interval",
                        "p of flat PIT"),
                rows);
    }

    private static String bounds(Coverage.Bounds b) {
        return "[" + Numbers.fixed(b.low(), 2) + ", " + Numbers.fixed(b.high(), 2) + "]";
    }

    private static List<List<Object>> rows(CountTest test, YearMonth from) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < test.outcomes().length; i++) {
            CountDistribution f = test.forecasts().get(i);
            rows.add(List.of(
                    from.plusMonths(i).toString(),
                    test.outcomes()[i],
                    f.mean(),
                    f.quantile(.05),
                    f.quantile(.25),
                    f.quantile(.5),
                    f.quantile(.75),
                    f.quantile(.95),
                    test.pit()[i]));
        }
        return rows;
    }
}
