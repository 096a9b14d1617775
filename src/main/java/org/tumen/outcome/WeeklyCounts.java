package org.tumen.outcome;

import java.util.Arrays;
import org.tumen.world.Stage;

/**
 * How often each weekly value occurred over many runs: fixed bins of stability and tension, and the stages of the deal.
 * Two of them merge by adding, so that memory does not grow with the number of runs and the order of merging does not
 * matter. A count goes up to 2^31 - 1. An object of this class belongs to one thread at a time.
 */
public final class WeeklyCounts implements WeeklyObserver {
    /** Bins of an index 0..100; each is half a point wide. */
    public static final int BINS = 200;

    private static final double BINS_PER_POINT = BINS / 100.0;
    private static final int STAGES = Stage.values().length;

    private final int weeks;
    private final int[] stability;
    private final int[] tension;
    private final int[] stages;

    /** Nothing counted yet. */
    public WeeklyCounts(int weeks) {
        this.weeks = weeks;
        stability = new int[weeks * BINS];
        tension = new int[weeks * BINS];
        stages = new int[weeks * STAGES];
    }

    @Override
    public void week(int week, double stabilityIndex, double tensionIndex, Stage stage) {
        stability[week * BINS + bin(stabilityIndex)]++;
        tension[week * BINS + bin(tensionIndex)]++;
        stages[week * STAGES + stage.ordinal()]++;
    }

    private static int bin(double index) {
        return Math.max(0, Math.min(BINS - 1, (int) (index * BINS_PER_POINT)));
    }

    /** Adds the counts of another object over the same weeks. */
    public void add(WeeklyCounts other) {
        if (other.weeks != weeks) {
            throw new IllegalArgumentException(
                    "counts over " + other.weeks + " weeks cannot join counts over " + weeks);
        }
        add(stability, other.stability);
        add(tension, other.tension);
        add(stages, other.stages);
    }

    /**
     * Adds to one count, for readers of stored counts.
     *
     * @throws IllegalArgumentException when there is no such week or bin, or the count grows beyond what it can be
     */
    public void add(WeeklySeries series, int week, int bin, long count) {
        if (week < 0 || week >= weeks || bin < 0 || bin >= width(series)) {
            throw new IllegalArgumentException("no bin " + bin + " of " + series + " in week " + week);
        }
        int[] counts = array(series);
        int place = week * width(series) + bin;
        if (count < 0 || count > Integer.MAX_VALUE - counts[place]) {
            throw new IllegalArgumentException("a count of " + count + " more runs in week " + week);
        }
        counts[place] += (int) count;
    }

    /** How often a series was in a bin at the end of a week. */
    public long count(WeeklySeries series, int week, int bin) {
        return array(series)[week * width(series) + bin];
    }

    /** The number of bins of a series: {@link #BINS}, or the number of stages. */
    public int width(WeeklySeries series) {
        return series == WeeklySeries.STAGE ? STAGES : BINS;
    }

    /** The number of weeks. */
    public int weeks() {
        return weeks;
    }

    /** Starts again from nothing. */
    public void clear() {
        Arrays.fill(stability, 0);
        Arrays.fill(tension, 0);
        Arrays.fill(stages, 0);
    }

    private int[] array(WeeklySeries series) {
        return switch (series) {
            case STABILITY -> stability;
            case TENSION -> tension;
            case STAGE -> stages;
        };
    }

    private static void add(int[] sum, int[] more) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.addExact(sum[i], more[i]);
        }
    }
}
