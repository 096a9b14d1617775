package org.tumen.draw;

/**
 * The draws of one run at a time: a pure function of (seed, run, continuation, week, stream).
 *
 * <p>Construction. {@link Philox} with the seed as key encrypts the counter (run, continuation) to two words (a, b): the
 * key of the run. Continuation 0 is the run itself; any other are the fresh draws on which a run goes on after some week. The
 * word of a stream in a week is
 *
 * <pre>mix(a + offset(stream) + week · GAMMA) + b</pre>
 *
 * the SplitMix64 output function between two secret words (an Even–Mansour construction over {@link Mix}). Within a run
 * each stream is therefore a stretch of SplitMix64, whose statistical quality is well studied, started at a place that
 * depends on all 64 bits of the seed and of the run; the second word keeps two runs whose stretches happen to overlap
 * from sharing words. One word costs two multiplications, which leaves the model and not its luck as the cost of a run.
 *
 * <p>An object of this class belongs to one thread.
 */
public final class Draws {
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private final long[] counter = new long[2];
    private long before;
    private long after;
    private long turn;

    /** Draws of seed 0, run 0, until {@link #startRun} is called. */
    public Draws() {
        startRun(0, 0);
    }

    /** Turns to a run; seed and run are any 64-bit numbers. */
    public void startRun(long seed, long run) {
        startRun(seed, run, 0);
    }

    /**
     * Turns to a continuation of a run.
     *
     * @param continuation any 64-bit number; 0 for the run itself
     */
    public void startRun(long seed, long run, long continuation) {
        counter[0] = run;
        counter[1] = continuation;
        Philox.encrypt(seed, counter);
        before = counter[0];
        after = counter[1];
        turn++;
    }

    /** How often these draws have been turned to a run: what was worked out for another turn is of another run. */
    long turn() {
        return turn;
    }

    /** The 64 random bits of a stream in a week. */
    public long word(Stream stream, int week) {
        return Mix.mix(before + stream.offset() + week * Mix.GAMMA) + after;
    }

    /** A uniform draw from the open interval (0, 1): a multiple of 2⁻⁵³ plus 2⁻⁵⁴. */
    public double uniform(Stream stream, int week) {
        return ((word(stream, week) >>> 11) + 0.5) * TWO_TO_MINUS_53;
    }

    /** The uniform draws of a stream in weeks 0, 1, ...; as many as the array holds. */
    void uniforms(Stream stream, double[] target) {
        long start = before + stream.offset();
        for (int week = 0; week < target.length; week++) {
            target[week] = (((Mix.mix(start + week * Mix.GAMMA) + after) >>> 11) + 0.5) * TWO_TO_MINUS_53;
        }
    }

    /** True with the given probability (always for 1 or more, never for 0 or less). */
    public boolean chance(Stream stream, int week, double probability) {
        return uniform(stream, week) < probability;
    }

    /** A standard normal draw, increasing in the underlying uniform (so shocks stay ordered between policies). */
    public double normal(Stream stream, int week) {
        return Normal.quantile(uniform(stream, week));
    }

    /** An exponential draw with the given mean. */
    public double exponential(Stream stream, int week, double mean) {
        return -mean * PortableMath.log(uniform(stream, week));
    }
}
