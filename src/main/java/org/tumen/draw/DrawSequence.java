package org.tumen.draw;

/**
 * A sequence of draws for an analysis: the words of one named stream, read in order from a place that is a key.
 *
 * <p>The draws are a pure function of (seed, purpose, key, position). A resample that starts at its own key is therefore
 * the same whatever was drawn before it. An object of this class belongs to one thread.
 */
public final class DrawSequence {
    /** Words read from one run of the keyed draws before turning to the next; below the reach of one stream. */
    private static final int BLOCK = 1 << 12;

    /** Blocks a key owns, as a power of two: 2²⁰ blocks of 2¹² words. */
    private static final int KEY_SHIFT = 20;

    private final Draws draws = new Draws();
    private final Stream stream;
    private final long seed;
    private long block;
    private int position;

    /**
     * A sequence at key 0.
     *
     * @param seed any 64-bit number
     * @param purpose what the draws are for, such as "bootstrap"; without slashes
     * @throws IllegalArgumentException when the purpose is blank or contains a slash
     */
    public DrawSequence(long seed, String purpose) {
        this.seed = seed;
        this.stream = new Streams().register("analysis", purpose);
        startAt(0);
    }

    /**
     * Turns to the start of the words of a key.
     *
     * @param key from 0 to 2⁴³ − 1, such as the number of a resample
     * @return this sequence
     */
    public DrawSequence startAt(long key) {
        if (key < 0 || key >= 1L << (63 - KEY_SHIFT)) {
            throw new IllegalArgumentException("a key is from 0 to 2^43 - 1, not " + key);
        }
        block = key << KEY_SHIFT;
        position = 0;
        draws.startRun(seed, block);
        return this;
    }

    /** A uniform draw from the open interval (0, 1). */
    public double uniform() {
        return draws.uniform(stream, step());
    }

    public double normal() {
        return draws.normal(stream, step());
    }

    /** 64 random bits. */
    public long word() {
        return draws.word(stream, step());
    }

    /** A whole number from 0 to n − 1, each with probability 1/n up to n · 2⁻⁵³. */
    public int below(int n) {
        if (n <= 0) {
            throw new IllegalArgumentException("the bound is 1 or more, not " + n);
        }
        return Math.min((int) (uniform() * n), n - 1);
    }

    /** A random order of 0 to n − 1 (Fisher–Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** n numbers from 0 to n − 1, drawn with replacement: a bootstrap resample. */
    public int[] resample(int n) {
        int[] picks = new int[n];
        for (int i = 0; i < n; i++) {
            picks[i] = below(n);
        }
        return picks;
    }

    private int step() {
        if (position == BLOCK) {
            block++;
            position = 0;
            draws.startRun(seed, block);
        }
        return position++;
    }
}
