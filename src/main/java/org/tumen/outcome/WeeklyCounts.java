package org.tumen.outcome;

import java.util.Arrays;
import java.util.stream.IntStream;
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

    /** Values of a week that wait to be counted together: counted singly, each would fetch three far places of memory. */
    private static final int MOST_WAITING = 32;

    private static final int BITS_A_BIN = 8;
    private static final int BIN = (1 << BITS_A_BIN) - 1;

    private final int weeks;
    private final int[] stability;
    private final int[] tension;
    private final int[] stages;
    /** The bins of a week's values side by side in one number, the weeks one after the other. */
    private final int[] waiting;
    /** How many values of a week wait. */
    private final int[] waits;

    private boolean counted = true;

    /** Nothing counted yet. */
    public WeeklyCounts(int weeks) {
        this.weeks = weeks;
        stability = new int[weeks * BINS];
        tension = new int[weeks * BINS];
        stages = new int[weeks * STAGES];
        waiting = new int[weeks * MOST_WAITING];
        waits = new int[weeks];
    }

    @Override
    public void week(int week, double stabilityIndex, double tensionIndex, Stage stage) {
        int place = waits[week];
        waiting[week * MOST_WAITING + place] =
                bin(stabilityIndex) | bin(tensionIndex) << BITS_A_BIN | stage.ordinal() << 2 * BITS_A_BIN;
        waits[week] = place + 1;
        counted = false;
        if (place + 1 == MOST_WAITING) {
            count(week);
        }
    }

    private void count(int week) {
        int from = week * MOST_WAITING;
        for (int i = from; i < from + waits[week]; i++) {
            int bins = waiting[i];
            stability[week * BINS + (bins & BIN)]++;
            tension[week * BINS + (bins >> BITS_A_BIN & BIN)]++;
            stages[week * STAGES + (bins >> 2 * BITS_A_BIN)]++;
        }
        waits[week] = 0;
    }

    private void countAll() {
        for (int week = 0; week < weeks && !counted; week++) {
            count(week);
        }
        counted = true;
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
        countAll();
        other.countAll();
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

    /** Of how many runs a series is counted in a week. */
    public long runs(WeeklySeries series, int week) {
        return IntStream.range(0, width(series))
                .mapToLong(bin -> count(series, week, bin))
                .sum();
    }

    /** The number of bins of a series: {@link #BINS}, or the number of stages. */
    public int width(WeeklySeries series) {
        return series == WeeklySeries.STAGE ? STAGES : BINS;
    }

    public int weeks() {
        return weeks;
    }

    /** Starts again from nothing. */
    public void clear() {
        Arrays.fill(waits, 0);
        Arrays.fill(stability, 0);
        Arrays.fill(tension, 0);
        Arrays.fill(stages, 0);
    }

    private int[] array(WeeklySeries series) {
        countAll();
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
