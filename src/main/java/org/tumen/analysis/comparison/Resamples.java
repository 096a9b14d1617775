package org.tumen.analysis.comparison;

import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/**
 * The resamples of n clusters of runs with replacement: how often each occurs in each resample.
 *
 * <p>Resample b is the run b of the streams of the seed, so that it depends on seed, b and n only. One plan serves every
 * comparison of columns as long; where the same position is the same cluster in all of them, the resamples keep the
 * dependence between outcomes and between arms.
 */
public final class Resamples {
    private static final Streams STREAMS = new Streams();
    private static final Stream RESAMPLE = STREAMS.register("analysis", "resample");
    public static final Stream PERMUTE = STREAMS.register("analysis", "permute");
    /** Resamples are kept only while they take no more than this many bytes. */
    private static final long MAX_KEPT = 64L << 20;

    private final int size;
    private final int count;
    private final long seed;
    private final byte[][] kept;

    /**
     * A plan.
     *
     * @param size the number of clusters
     * @param count the number of resamples
     * @param seed keys the draws
     */
    Resamples(int size, int count, long seed) {
        this.size = size;
        this.count = count;
        this.seed = seed;
        this.kept = new byte[(long) size * count <= MAX_KEPT ? count : 0][];
    }

    public int count() {
        return count;
    }

    /**
     * How often each position occurs in a resample; not to be changed. A byte is enough: a position occurs more than 127
     * times with probability below 1/128!.
     */
    public byte[] occurrences(int resample) {
        if (kept.length == 0) {
            return draw(resample);
        }
        byte[] known = kept[resample];
        if (known == null) {
            known = draw(resample);
            kept[resample] = known;
        }
        return known;
    }

    /** Each half of a word gives a position by its high product with the size; the bias is below size · 2⁻³². */
    private byte[] draw(int resample) {
        byte[] occurrences = new byte[size];
        Draws draws = new Draws();
        draws.startRun(seed, resample);
        int pairs = size / 2;
        for (int k = 0; k < pairs; k++) {
            long word = draws.word(RESAMPLE, k);
            occurrences[(int) (((word >>> 32) * size) >>> 32)]++;
            occurrences[(int) (((word & 0xFFFFFFFFL) * size) >>> 32)]++;
        }
        if (size % 2 == 1) {
            occurrences[(int) (((draws.word(RESAMPLE, pairs) >>> 32) * size) >>> 32)]++;
        }
        return occurrences;
    }
}
