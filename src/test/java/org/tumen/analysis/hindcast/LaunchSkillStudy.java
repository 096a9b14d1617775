package org.tumen.analysis.hindcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.score.CountDistribution;
import org.tumen.analysis.score.Crps;
import org.tumen.analysis.score.SampleCounts;
import org.tumen.analysis.score.ScoreComparison;

/**
 * How often the 90 % interval of a difference between forecasters of launches holds the true one, given both forecasts: 28 months
 * from one origin are drawn from the season of the baseline, which forecasts them itself beside a negative binomial of the 36
 * months before. What a season makes months have in common outlasts the half of them. Run by {@code mvn -Pstudy test}.
 */
@Tag("study")
class LaunchSkillStudy {
    private static final double LEAST = 0.8;

    private static final int HISTORIES = 40;
    private static final int RECORDS = 1_000;
    private static final int PATHS = 4_000;
    private static final int MONTHS = 28;
    private static final int PAST = 36;
    private static final int COUNTS = 95;
    private static final LaunchCampaign SEASON = new LaunchCampaign(-2.83, 1, .953, 3);
    private static final LocalDate BEGIN = LocalDate.of(2020, 9, 1);

    @Test
    void intervalsHoldDifferencesOfMonthsLessOftenThanTheyState() {
        int held = 0;
        for (int h = 0; h < HISTORIES; h++) {
            int[] weeks = LaunchCampaign.paths(List.of(SEASON), new int[0], 157, 1, h)[0];
            int[] past = Arrays.stream(months(BEGIN, PAST, new int[][] {weeks}))
                    .mapToInt(month -> month[0])
                    .toArray();
            CountDistribution naive =
                    NaiveCounts.monthly().get("negative binomial, 36 months").apply(past);
            int[][] future = months(
                    BEGIN.plusMonths(PAST),
                    MONTHS,
                    LaunchCampaign.paths(List.of(SEASON), weeks, 124, PATHS + RECORDS, 1_000 + h));
            double[][] differences = new double[RECORDS][MONTHS];
            for (int m = 0; m < MONTHS; m++) {
                CountDistribution own = new SampleCounts(Arrays.copyOf(future[m], PATHS));
                double[] byCount = new double[COUNTS];
                Arrays.setAll(byCount, k -> Crps.ofCounts(own, k) - Crps.ofCounts(naive, k));
                for (int r = 0; r < RECORDS; r++) {
                    differences[r][m] = byCount[future[m][PATHS + r]];
                }
            }
            double truth = Arrays.stream(differences)
                    .mapToDouble(StatUtils::mean)
                    .average()
                    .orElseThrow();
            for (double[] d : differences) {
                ScoreComparison told = ScoreComparison.inTime(d, new double[MONTHS], .9);
                held += told.low() <= truth && truth <= told.high() ? 1 : 0;
            }
        }
        double share = held / (double) (HISTORIES * RECORDS);
        System.out.printf(Locale.ROOT, "held in %.3f of %d records%n", share, HISTORIES * RECORDS);
        assertThat(share).isBetween(LEAST, 0.9);
    }

    private static int[][] months(LocalDate from, int months, int[][] paths) {
        return new Periods(from, paths[0].length).byMonth(paths, YearMonth.from(from), months);
    }
}
