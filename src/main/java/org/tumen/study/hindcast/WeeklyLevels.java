package org.tumen.study.hindcast;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tumen.analysis.Quantiles;

/** Quantiles of the runs in each week, taken week by week. */
final class WeeklyLevels implements SimulatedEvents.Week {
    private final Map<Double, double[]> levels = new TreeMap<>();

    /** @param levels between 0 and 1 */
    WeeklyLevels(int weeks, double... levels) {
        Arrays.stream(levels).forEach(p -> this.levels.put(p, new double[weeks]));
    }

    @Override
    public void values(int week, double[] byRun) {
        double[] sorted = byRun.clone();
        Arrays.sort(sorted);
        levels.forEach((p, byWeek) -> byWeek[week] = Quantiles.ofSorted(sorted, p));
    }

    /** One of the levels, by week. */
    double[] at(double level) {
        return Objects.requireNonNull(levels.get(level));
    }
}
