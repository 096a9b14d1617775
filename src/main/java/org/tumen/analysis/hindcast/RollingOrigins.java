package org.tumen.analysis.hindcast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.score.CountDistribution;
import org.tumen.analysis.score.SampleCounts;
import org.tumen.world.history.History;
import org.tumen.world.history.Launch;

/**
 * The model's season of launching alone beside naive baselines, each year forecast from its first of January with nothing
 * seen after it.
 *
 * @param monthly the forecasts by month, the seasons first
 * @param yearly the forecasts by year, likewise
 */
public record RollingOrigins(List<CountTest> monthly, List<CountTest> yearly) {
    /** The season with the numbers that a scenario gives it, which were fitted to this record. */
    public static final String FITTED = "season, numbers of the scenario";

    /** The season whose level and persistence are learnt from what precedes each origin. */
    public static final String LEARNT = "season, learnt before each year";

    private static final int PATHS = 4_000;
    private static final int YEAR = 12;
    private static final int WEEKS = 53;
    private static final int DAYS = 7;
    private static final LocalDate BEGIN = LocalDate.of(2006, 1, 1);

    /**
     * Forecasts years.
     *
     * @param campaign the season as the scenario has it
     * @param first the first year, 2009 or later
     * @param last the last year, of which the record knows every month
     * @param seed of the simulated paths and the randomised transforms
     */
    public static RollingOrigins of(LaunchCampaign campaign, int first, int last, long seed) {
        Map<String, List<CountDistribution>> months = new LinkedHashMap<>();
        Map<String, List<CountDistribution>> years = new LinkedHashMap<>();
        List<Integer> recordedMonths = new ArrayList<>();
        List<Integer> recordedYears = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            LocalDate origin = LocalDate.of(year, 1, 1);
            season(FITTED, List.of(campaign), origin, seed + year, months, years);
            season(LEARNT, campaign.alternatives(), origin, seed + year, months, years);
            int[] past = months(origin, origin.getYear() - BEGIN.getYear());
            NaiveCounts.monthly().forEach((name, f) -> {
                CountDistribution forecast = f.apply(past);
                for (int month = 0; month < YEAR; month++) {
                    add(months, name, forecast);
                }
            });
            NaiveCounts.yearly().forEach((name, f) -> add(years, name, f.apply(byYear(past))));
            int[] own = months(origin.plusYears(1), 1);
            Arrays.stream(own).forEach(recordedMonths::add);
            recordedYears.add(Arrays.stream(own).sum());
        }
        return new RollingOrigins(tests(months, recordedMonths, seed), tests(years, recordedYears, seed));
    }

    private static void season(
            String name,
            List<LaunchCampaign> candidates,
            LocalDate origin,
            long seed,
            Map<String, List<CountDistribution>> months,
            Map<String, List<CountDistribution>> years) {
        int[][] paths = LaunchCampaign.paths(candidates, weeksBefore(origin), WEEKS, PATHS, seed);
        int[][] byMonth = new Periods(origin, WEEKS).byMonth(paths, YearMonth.from(origin), YEAR);
        int[] sums = new int[PATHS];
        for (int[] month : byMonth) {
            add(months, name, new SampleCounts(month));
            Arrays.setAll(sums, path -> sums[path] + month[path]);
        }
        add(years, name, new SampleCounts(sums));
    }

    /** Launches of each whole week before a day, the last of which ends on its eve. */
    static int[] weeksBefore(LocalDate origin) {
        int[] weeks = new int[(int) ChronoUnit.DAYS.between(BEGIN, origin) / DAYS];
        for (Launch launch : History.launches()) {
            long back = Math.floorDiv(ChronoUnit.DAYS.between(launch.date(), origin) - 1, (long) DAYS);
            if (launch.kind().isLaunch() && launch.date().isBefore(origin) && back < weeks.length) {
                weeks[weeks.length - 1 - (int) back]++;
            }
        }
        return weeks;
    }

    /** Launches by month of so many years before a day. */
    private static int[] months(LocalDate until, int years) {
        return History.launchesByMonth()
                .subMap(YearMonth.from(until.minusYears(years)), YearMonth.from(until))
                .values()
                .stream()
                .mapToInt(n -> n)
                .toArray();
    }

    private static int[] byYear(int[] months) {
        int[] years = new int[months.length / YEAR];
        for (int i = 0; i < months.length; i++) {
            years[i / YEAR] += months[i];
        }
        return years;
    }

    private static void add(Map<String, List<CountDistribution>> to, String name, CountDistribution forecast) {
        to.computeIfAbsent(name, n -> new ArrayList<>()).add(forecast);
    }

    private static List<CountTest> tests(
            Map<String, List<CountDistribution>> forecasts, List<Integer> recorded, long seed) {
        int[] outcomes = recorded.stream().mapToInt(n -> n).toArray();
        return forecasts.entrySet().stream()
                .map(e -> CountTest.of(e.getKey(), e.getValue(), outcomes, seed))
                .toList();
    }
}
