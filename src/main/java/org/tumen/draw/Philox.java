package org.tumen.draw;

/**
 * Philox-2x64-10, the counter-based generator that turns (seed, run) into the key of a run.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC '11,
 * doi:10.1145/2063384.2063405; ten rounds, multiplier and Weyl constant as published there. For one key (here the seed)
 * the function is a bijection on its 128-bit counter, so no two runs of a seed share a key. The tests hold it against
 * the known-answer vectors of the authors' Random123 library.
 */
final class Philox {
    private static final long MULTIPLIER = 0xD2B74407B1CE6E93L;
    private static final long WEYL = 0x9E3779B97F4A7C15L;
    private static final int ROUNDS = 10;

    private Philox() {}

    /** Encrypts a counter of two words, which the two words of output replace. */
    static void encrypt(long key, long[] counter) {
        long left = counter[0];
        long right = counter[1];
        long k = key;
        for (int round = 0; round < ROUNDS; round++) {
            long high = unsignedMultiplyHigh(MULTIPLIER, left);
            long low = MULTIPLIER * left;
            left = high ^ k ^ right;
            right = low;
            k += WEYL;
        }
        counter[0] = left;
        counter[1] = right;
    }

    /** The high word of the unsigned 128-bit product (Math.unsignedMultiplyHigh exists only from Java 18 on). */
    private static long unsignedMultiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a & (b >> 63)) + (b & (a >> 63));
    }
}
