package org.tumen.analysis.game;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * All combinations of supports, fewest strategies first: small supports are the likeliest (R. Porter, E. Nudelman, Y.
 * Shoham, Games and Economic Behavior 63 (2008) 642–662). A support is a set of bits.
 */
@SuppressWarnings("ArrayRecordComponent")
record SupportOrder(int[] strategies, Predicate<long[]> visitor) {

    /** Visits; whether all were visited. */
    boolean visit() {
        int most = Arrays.stream(strategies).sum();
        for (int total = strategies.length; total <= most; total++) {
            if (!visit(new long[strategies.length], 0, total)) {
                return false;
            }
        }
        return true;
    }

    private boolean visit(long[] supports, int player, int left) {
        if (player == supports.length) {
            return left != 0 || visitor.test(supports);
        }
        int most = left - (supports.length - player - 1);
        for (long mask = next(0, most); mask < 1L << strategies[player]; mask = next(mask, most)) {
            supports[player] = mask;
            if (!visit(supports, player + 1, left - Long.bitCount(mask))) {
                return false;
            }
        }
        return true;
    }

    /** The next set of so many members at most. */
    private static long next(long mask, int most) {
        long next = mask + 1;
        // All numbers before the one that the lowest bit carries to have these bits and more.
        while (Long.bitCount(next) > most) {
            next += Long.lowestOneBit(next);
        }
        return next;
    }

    static List<Integer> members(long mask) {
        return IntStream.range(0, Long.SIZE)
                .filter(s -> (mask >> s & 1) == 1)
                .boxed()
                .toList();
    }
}
