package org.tumen.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawSequenceTest {
    private static final int BLOCK = 4_096;

    private final DrawSequence draws = new DrawSequence(5, "test");

    /** Beyond a block the next run is read, and neither repeats what a key has drawn nor reaches into the next key. */
    @Test
    void wordsOfKeysAndBlocksAreDistinct() {
        Set<Long> words = new HashSet<>();
        for (long key = 0; key < 3; key++) {
            draws.startAt(key);
            for (int i = 0; i < 3 * BLOCK; i++) {
                words.add(draws.word());
            }
        }
        assertThat(words).hasSize(9 * BLOCK);
    }

    /** Each of the six orders of three in a sixth of cases, and each of three picks in a third; five standard errors. */
    @Test
    void ordersAndPicksAreEquallyLikely() {
        int n = 30_000;
        Map<String, Integer> orders = new HashMap<>();
        int[] picks = new int[3];
        for (int i = 0; i < n; i++) {
            orders.merge(Arrays.toString(draws.permutation(3)), 1, Integer::sum);
            picks[draws.resample(3)[2]]++;
        }
        assertThat(orders).hasSize(6);
        double error = Math.sqrt(n * 5 / 36.0);
        assertThat(orders.values()).allSatisfy(k -> assertThat((double) k).isCloseTo(n / 6.0, within(5 * error)));
        for (int k : picks) {
            assertThat((double) k).isCloseTo(n / 3.0, within(5 * Math.sqrt(n * 2 / 9.0)));
        }
    }
}
