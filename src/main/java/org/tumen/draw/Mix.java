package org.tumen.draw;

/**
 * The 64-bit mixing function of SplitMix64: a bijection in which every input bit changes about half of the output bits.
 *
 * <p>Source: G. L. Steele Jr., D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with
 * the constants of D. Stafford's variant 13 ("Better bit mixing", 2011) that java.util.SplittableRandom uses. The tests
 * hold it against the published outputs of SplitMix64.
 */
final class Mix {
    /** The golden-ratio increment of SplitMix64's Weyl sequence. */
    static final long GAMMA = 0x9E3779B97F4A7C15L;

    /** The inverse of GAMMA modulo 2⁶⁴: turns a distance between states into a number of steps. */
    static final long GAMMA_INVERSE = inverse(GAMMA);

    private Mix() {}

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Newton's iteration for the inverse of an odd number modulo 2⁶⁴; each step doubles the number of right bits. */
    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }
}
