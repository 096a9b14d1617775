package org.tumen.analysis.hindcast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Weeks of a scenario as months of the calendar. A week belongs to the month of its middle day.
 *
 * @param start first day of week 0
 * @param weeks number of weeks
 */
public record Periods(LocalDate start, int weeks) {
    private static final int DAYS = 7;
    private static final int MIDDLE = 3;

    /** The first month that lies in the weeks from its first day. */
    public YearMonth firstMonth() {
        YearMonth month = YearMonth.from(start);
        return start.getDayOfMonth() == 1 ? month : month.plusMonths(1);
    }

    /** The last month that lies in the weeks to its last day. */
    public YearMonth lastMonth() {
        return YearMonth.from(start.plusDays((long) DAYS * weeks)).minusMonths(1);
    }

    /** Months from a month to that of a week; negative when the week comes before. */
    public int month(YearMonth from, int week) {
        YearMonth month = YearMonth.from(start.plusDays((long) DAYS * week + MIDDLE));
        return (int) ChronoUnit.MONTHS.between(from, month);
    }

    /** The week that holds a day; negative before the start. */
    public int week(LocalDate day) {
        return (int) Math.floorDiv(ChronoUnit.DAYS.between(start, day), (long) DAYS);
    }

    /**
     * Counts by month.
     *
     * @param counts for each run the counts by week
     * @param from the first month
     * @param months how many
     * @return for each month the count of each run
     */
    public int[][] byMonth(int[][] counts, YearMonth from, int months) {
        int[][] table = new int[months][counts.length];
        for (int week = 0; week < weeks; week++) {
            int month = month(from, week);
            if (month >= 0 && month < months) {
                for (int run = 0; run < counts.length; run++) {
                    table[month][run] += counts[run][week];
                }
            }
        }
        return table;
    }
}
