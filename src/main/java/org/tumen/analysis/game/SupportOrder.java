package org.tumen.analysis.game;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * All combinations of supports, fewest strategies first: small supports are the likeliest (R. Porter, E. Nudelman, Y.
 * Shoham, Games and Economic Behavior 63 (2008) 642–662). A support is a set of bits.
 */
@SuppressWarnings("ArrayRecordComponent")
record SupportOrder(int[] strategies, Predicate<int[]> visitor) {

    /** Visits; whether all were visited. */
    boolean visit() {
        int most = 0;
        for (int m : strategies) {
            most += m;
        }
        for (int total = strategies.length; total <= most; total++) {
            if (!visit(new int[strategies.length], 0, total)) {
                return false;
            }
        }
        return true;
    }

    private boolean visit(int[] supports, int player, int left) {
        if (player == supports.length) {
            return left != 0 || visitor.test(supports);
        }
        for (int mask = 1; mask < 1 << strategies[player]; mask++) {
            int size = Integer.bitCount(mask);
            if (size <= left - (supports.length - player - 1)) {
                supports[player] = mask;
                if (!visit(supports, player + 1, left - size)) {
                    return false;
                }
            }
        }
        return true;
    }

    static List<Integer> members(int mask) {
        List<Integer> members = new ArrayList<>();
        for (int s = 0; s < Integer.SIZE; s++) {
            if ((mask >> s & 1) == 1) {
                members.add(s);
            }
        }
        return members;
    }
}
