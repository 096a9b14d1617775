package org.tumen.study.hindcast;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.hindcast.CountTest;
import org.tumen.analysis.hindcast.LaunchCampaign;
import org.tumen.analysis.hindcast.NaiveCounts;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.analysis.hindcast.RollingOrigins;
import org.tumen.analysis.score.CountDistribution;
import org.tumen.analysis.score.SampleCounts;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.Findings;
import org.tumen.words.Numbers;
import org.tumen.world.history.History;

/** The part of a hindcast that scores the numbers of launches: the simulated ones, and the season of launching alone. */
final class HindcastLaunches implements HindcastPart {
    private static final String SIMULATION = "simulation";
    private static final int YEAR = 12;

    /** Months of the record before the first forecast of the baselines' own long test. */
    private static final int LONG_START = 24;

    private static final int FIRST_ORIGIN = 2012;
    private static final int LAST_ORIGIN = 2024;
    private static final double LEVEL = .9;
    private static final String MADE_KNOWING =
            "level, start and form of the season were chosen by people who knew the months";

    private final long seed;
    private final String caption;
    private final YearMonth from;
    private final int runs;
    private final List<CountTest> monthly;
    private final List<CountTest> yearly;
    private final List<CountTest> alone;
    private final @Nullable RollingOrigins rolling;

    /**
     * Scores. The periods must be those of a scenario that {@link #refusal} does not refuse.
     *
     * @param campaign the season as the scenario has it; null where another policy launches
     */
    HindcastLaunches(
            Periods periods, @Nullable LaunchCampaign campaign, SimulatedEvents simulated, long seed, String caption) {
        this.seed = seed;
        this.caption = caption;
        from = periods.firstMonth();
        runs = simulated.runs();
        int[] record =
                History.launchesByMonth().values().stream().mapToInt(n -> n).toArray();
        int before = (int) ChronoUnit.MONTHS.between(History.launchesByMonth().firstKey(), from);
        int months = (int) ChronoUnit.MONTHS.between(from, lastMonth(periods)) + 1;
        int[][] byMonth = byMonth(periods, simulated, months);
        int[] outcomes = Arrays.copyOfRange(record, before, before + months);
        monthly = tests(samples(byMonth), NaiveCounts.monthly(), Arrays.copyOf(record, before), outcomes);
        yearly = years(byMonth, record, before, months);
        int[] early = Arrays.copyOf(record, LONG_START);
        int[] later = Arrays.copyOfRange(record, LONG_START, record.length);
        alone = NaiveCounts.monthly().entrySet().stream()
                .map(e -> CountTest.of(e.getKey(), CountTest.oneAhead(early, later, e.getValue()), later, seed))
                .toList();
        rolling = campaign == null ? null : RollingOrigins.of(campaign, FIRST_ORIGIN, LAST_ORIGIN, seed);
    }

    private int[][] byMonth(Periods periods, SimulatedEvents simulated, int months) {
        int[][] table = new int[months][runs];
        simulated.counts(
                (week, byRun) -> {
                    int month = periods.month(from, week);
                    for (int run = 0; run < runs && month >= 0 && month < months; run++) {
                        table[month][run] += (int) byRun[run];
                    }
                },
                "minor_launch",
                "major_launch");
        return table;
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
        return "its " + periods.weeks() + " weeks from " + Numbers.day(periods.start())
                + " hold fewer than two months of the record of launches (" + begin + " to "
                + History.launchesByMonth().lastKey()
                + ") that have a year of record before them. Allowed: a start from " + begin.plusMonths(YEAR)
                + " on, and two whole months to " + History.launchesByMonth().lastKey();
    }

    private List<CountTest> tests(
            List<CountDistribution> simulated,
            Map<String, Function<int[], CountDistribution>> baselines,
            int[] history,
            int[] outcomes) {
        List<CountTest> all = new ArrayList<>(List.of(CountTest.of(SIMULATION, simulated, outcomes, seed)));
        baselines.forEach((name, f) ->
                all.add(CountTest.of(name, CountTest.fromOneOrigin(history, outcomes.length, f), outcomes, seed)));
        baselines.forEach((name, f) ->
                all.add(CountTest.of(name + ", one ahead", CountTest.oneAhead(history, outcomes, f), outcomes, seed)));
        return all;
    }

    private static List<CountDistribution> samples(int[][] byPeriod) {
        return Arrays.stream(byPeriod).<CountDistribution>map(SampleCounts::new).toList();
    }

    /** Periods of twelve months from the first month; none where fewer than two years are the baselines' history. */
    private List<CountTest> years(int[][] byMonth, int[] record, int before, int months) {
        int years = months / YEAR;
        int past = before / YEAR;
        if (years == 0 || past < 2) {
            return List.of();
        }
        int[] history = new int[past];
        Arrays.setAll(history, y -> sum(record, before - YEAR * (past - y)));
        int[] outcomes = new int[years];
        Arrays.setAll(outcomes, y -> sum(record, before + YEAR * y));
        int[][] simulated = new int[years][runs];
        for (int month = 0; month < YEAR * years; month++) {
            for (int run = 0; run < runs; run++) {
                simulated[month / YEAR][run] += byMonth[month][run];
            }
        }
        return tests(samples(simulated), NaiveCounts.yearly(), history, outcomes);
    }

    private static int sum(int[] record, int from) {
        return Arrays.stream(record, from, from + YEAR).sum();
    }

    /** The baseline that fared best, chosen after the fact, which favours it. */
    private static CountTest best(List<CountTest> tests, int skipped) {
        return tests.stream()
                .skip(skipped)
                .min(Comparator.comparingDouble(CountTest::meanCrps))
                .orElseThrow();
    }

    private static RecordCheck score(
            String what, CountTest own, CountTest best, int together, RecordCheck.Status status, String note) {
        return RecordCheck.score(
                what, best.name(), best.meanCrps(), own.meanCrps(), own.against(best, together, LEVEL), status, note);
    }

    /** Whether as many intervals hold the record as would if the forecasts were right. */
    private static RecordCheck coverage(String what, CountTest own, RecordCheck.Status status, String note) {
        Interval bounds = own.wide().wilson(LEVEL);
        double expected = own.expectedCoverage((1 - LEVEL) / 2);
        int trials = own.wide().trials();
        return RecordCheck.held(
                what,
                own.wide().hits() + " of " + trials,
                Numbers.fixed(expected * trials, 1) + " expected if its forecasts were right",
                bounds.low() <= expected && expected <= bounds.high(),
                status,
                note);
    }

    @Override
    public List<RecordCheck> checks() {
        List<RecordCheck> checks = new ArrayList<>();
        CountTest simulation = monthly.get(0);
        checks.add(score(
                "launches by month, CRPS", simulation, best(monthly, 1), 1, RecordCheck.Status.FORWARD, MADE_KNOWING));
        checks.add(
                coverage("months that the 90 % interval holds", simulation, RecordCheck.Status.FORWARD, MADE_KNOWING));
        for (int year = 0; year < (yearly.isEmpty() ? 0 : yearly.get(0).outcomes().length); year++) {
            CountDistribution f = yearly.get(0).forecasts().get(year);
            int recorded = yearly.get(0).outcomes()[year];
            checks.add(RecordCheck.held(
                    "launches in year " + (year + 1),
                    String.valueOf(recorded),
                    f.quantile(.5) + " [" + f.quantile(.05) + ", " + f.quantile(.95) + "]",
                    f.quantile(.05) <= recorded && recorded <= f.quantile(.95),
                    RecordCheck.Status.FORWARD,
                    MADE_KNOWING));
        }
        if (rolling != null) {
            seasons(rolling, checks);
        }
        return checks;
    }

    private static void seasons(RollingOrigins rolling, List<RecordCheck> checks) {
        String span = FIRST_ORIGIN + " to " + LAST_ORIGIN;
        String fitted = "level and persistence of the season, to 2012 to 2025";
        CountTest best = best(rolling.monthly(), 2);
        checks.add(score(
                "season alone, months of " + span + ", CRPS",
                rolling.monthly().get(0),
                best,
                YEAR,
                RecordCheck.Status.FITTED,
                fitted));
        checks.add(score(
                "season alone, learnt before each year, CRPS",
                rolling.monthly().get(1),
                best,
                YEAR,
                RecordCheck.Status.FORWARD,
                "the form of the season was chosen by people who knew the years"));
        checks.add(coverage(
                "season alone, years of " + span + " that the 90 % interval holds",
                rolling.yearly().get(0),
                RecordCheck.Status.FITTED,
                fitted));
        checks.add(coverage(
                "season alone, learnt before each year, years that the 90 % interval holds",
                rolling.yearly().get(1),
                RecordCheck.Status.FORWARD,
                "the form of the season was chosen by people who knew the years"));
    }

    @Override
    public void into(Findings.Builder found) {
        CountTest simulation = monthly.get(0);
        int recorded = Arrays.stream(simulation.outcomes()).sum();
        String span = simulation.outcomes().length + " months from " + from + ", " + recorded + " launch events, "
                + Numbers.count(runs) + " runs";
        found.section("launches", "Launches by month and year")
                .say(
                        "The record: launch events by day (CSIS Beyond Parallel), nuclear tests left out. Weeks of the simulation"
                                + " are put to the month of their middle day. Baselines of one origin forecast all months at the start"
                                + " and see nothing after it, as the simulation does; those one month ahead see every month before the"
                                + " one they forecast. What the months of one origin have in common for years the"
                                + " intervals of differences do not count. The best baseline is picked with the outcome known.")
                .chart(LaunchTables.months(simulation, from, span + ". " + caption), "")
                .table(LaunchTables.scores(
                        "launches_by_month", "By month: " + span + ".", monthly, best(monthly, 1), 1))
                .detail(LaunchTables.rows(simulation, from));
        if (!yearly.isEmpty()) {
            found.table(LaunchTables.scores(
                    "launches_by_year",
                    "By year of twelve months from " + from + ", recorded "
                            + String.join(
                                    " and ",
                                    IntStream.of(yearly.get(0).outcomes())
                                            .mapToObj(String::valueOf)
                                            .toList())
                            + "; so few say next to nothing of intervals.",
                    yearly,
                    best(yearly, 1),
                    1));
        }
        List<Chart> transforms =
                LaunchTables.transforms(List.of(monthly.get(0), monthly.get(1), monthly.get(3)), caption);
        String where = "Where the recorded months fall in the forecasts";
        found.panels(where, transforms).still("launches_pit", ChartSheet.picture(where, span, transforms));
        found.detail(LaunchTables.scores(
                "launches_baselines",
                "The baselines alone, one month ahead over " + alone.get(0).outcomes().length
                        + " months from January 2008: how good the yardsticks are.",
                alone,
                alone.get(0),
                1));
        if (rolling != null) {
            season(rolling, found);
        }
    }

    private void season(RollingOrigins rolling, Findings.Builder found) {
        found.section("season", "The season of launching alone, 2012 to 2024")
                .say(
                        "Each year is forecast from its first of January by the season alone, without trade, tension or"
                                + " anything else: what the weeks since 2006 say of how far the season is, and nothing after the"
                                + " origin. Once with the numbers of the scenario, which were fitted to these years, and once with"
                                + " level and persistence learnt from what precedes the origin, all being equally likely before.")
                .panels(
                        "Forecasts of a year",
                        List.of(
                                LaunchTables.years(
                                        "season_fitted", rolling.yearly().get(0), FIRST_ORIGIN, caption),
                                LaunchTables.years(
                                        "season_learnt", rolling.yearly().get(1), FIRST_ORIGIN, caption)))
                .table(LaunchTables.scores(
                        "season_months",
                        "By month, " + rolling.monthly().get(0).outcomes().length + " months from " + FIRST_ORIGIN
                                + ".",
                        rolling.monthly(),
                        best(rolling.monthly(), 2),
                        YEAR))
                .table(LaunchTables.scores(
                        "season_years",
                        "By year, " + rolling.yearly().get(0).outcomes().length + " years from " + FIRST_ORIGIN + ".",
                        rolling.yearly(),
                        best(rolling.yearly(), 2),
                        1));
    }
}
