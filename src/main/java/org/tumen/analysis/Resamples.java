package org.tumen.analysis;

import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/**
 * The resamples of n clusters of runs with replacement: how often each occurs in each resample. Where clusters are very many
 * (beyond 67,108 with 1,000 resamples), groups of them that stand together are resampled in their place, which are as
 * independent: so time and memory of a resample have a bound, and what a mean's error loses is a thousandth of it.
 *
 * <p>Resample b is the run b of the streams of the seed, so that it depends on seed, b and n only. One plan serves every
 * comparison of columns as long; where the same position is the same cluster in all of them, the resamples keep the
 * dependence between outcomes and between arms.
 */
public final class Resamples {
    private static final Streams STREAMS = new Streams();
    private static final Stream RESAMPLE = STREAMS.register("analysis", "resample");
    public static final Stream PERMUTE = STREAMS.register("analysis", "permute");
    /** The most bytes that the resamples of a plan take. */
    private static final int MAX_KEPT = 64 << 20;

    private final int size;
    private final int count;
    private final long seed;
    private final byte[][] kept;

    /**
     * A plan.
     *
     * @param clusters the number of clusters
     * @param count the number of resamples
     * @param seed keys the draws
     */
    public Resamples(int clusters, int count, long seed) {
        this.size = Math.min(clusters, Math.max(1, MAX_KEPT / count));
        this.count = count;
        this.seed = seed;
        this.kept = new byte[count][];
    }

    public int count() {
        return count;
    }

    /**
     * The share of the resamples in which something holds; NaN where there are fewer than
     * {@value StudentisedMean#FEWEST_DIFFERING} clusters, for resamples of a few differ little however unsure it is.
     *
     * @param times in how many it holds
     */
    public double share(int times) {
        return size < StudentisedMean.FEWEST_DIFFERING ? Double.NaN : (double) times / count;
    }

    /** What is resampled: the clusters, or the groups of them. */
    public Clusters units(Clusters clusters) {
        return clusters.merged(size);
    }

    /**
     * How often each of the {@link #units} occurs in a resample; not to be changed. A byte is enough: one occurs more than 127
     * times with probability below 1/128!.
     */
    public byte[] occurrences(int resample) {
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
