package org.tumen.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statistical tests on fixed keys. A tolerance of five standard deviations is crossed by a sound generator once in about
 * two million tests.
 */
class DrawsTest {
    private static final int N = 200_000;
    private static final double FIVE_SIGMA = 5;

    /** The directions in which a key can change by one. */
    enum Neighbour {
        WEEK,
        RUN,
        SEED,
        SEED_HIGH_BITS,
        STREAM
    }

    private final Streams streams = new Streams();
    private final Stream stream = streams.register("japan", "signal");
    private final Draws draws = new Draws();

    private LongFunction<Double> along(Neighbour neighbour) {
        Stream[] many = new Stream[64];
        for (int i = 0; i < many.length; i++) {
            many[i] = streams.register("actor" + i, "decision");
        }
        return i -> switch (neighbour) {
            case WEEK -> at(42, i / 156, stream, (int) (i % 156));
            case RUN -> at(42, i, stream, 17);
            case SEED -> at(i, 0, stream, 17);
            case SEED_HIGH_BITS -> at(i << 44, 0, stream, 17);
            case STREAM -> at(42, i / 64, many[(int) (i % 64)], 17);
        };
    }

    private double at(long seed, long run, Stream of, int week) {
        draws.startRun(seed, run);
        return draws.uniform(of, week);
    }

    @ParameterizedTest
    @EnumSource
    void isUniformAlongEveryPartOfTheKey(Neighbour neighbour) {
        LongFunction<Double> u = along(neighbour);
        int cells = 256;
        int[] counts = new int[cells];
        for (long i = 0; i < N; i++) {
            counts[(int) (u.apply(i) * cells)]++;
        }
        double expected = (double) N / cells;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        ChiSquaredDistribution law = new ChiSquaredDistribution(null, cells - 1);
        assertThat(law.cumulativeProbability(chiSquare)).isBetween(3e-7, 1 - 3e-7);
    }

    @ParameterizedTest
    @EnumSource
    void neighboursAreUncorrelated(Neighbour neighbour) {
        LongFunction<Double> u = along(neighbour);
        double sum = 0;
        double last = u.apply(0) - 0.5;
        for (long i = 1; i <= N; i++) {
            double next = u.apply(i) - 0.5;
            sum += last * next;
            last = next;
        }
        // The product of two independent centred uniforms has standard deviation 1/12.
        assertThat(sum / N).isCloseTo(0, within(FIVE_SIGMA / 12 / Math.sqrt(N)));
    }

    @ParameterizedTest
    @EnumSource
    void pairsOfNeighboursFillTheSquare(Neighbour neighbour) {
        LongFunction<Double> u = along(neighbour);
        int side = 16;
        int[] counts = new int[side * side];
        for (long i = 0; i < N; i++) {
            counts[(int) (u.apply(2 * i) * side) * side + (int) (u.apply(2 * i + 1) * side)]++;
        }
        double expected = (double) N / counts.length;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        ChiSquaredDistribution law = new ChiSquaredDistribution(null, counts.length - 1);
        assertThat(law.cumulativeProbability(chiSquare)).isBetween(3e-7, 1 - 3e-7);
    }

    @Test
    void everyBitOfSeedAndRunChangesHalfOfTheWord() {
        int tries = 400;
        for (int bit = 0; bit < 64; bit++) {
            long flippedBySeed = 0;
            long flippedByRun = 0;
            for (int t = 0; t < tries; t++) {
                long base = word(t, t);
                flippedBySeed += Long.bitCount(base ^ word(t ^ (1L << bit), t));
                flippedByRun += Long.bitCount(base ^ word(t, t ^ (1L << bit)));
            }
            // 64·tries fair coins.
            double mean = 32.0 * tries;
            double tolerance = FIVE_SIGMA * Math.sqrt(16.0 * tries);
            assertThat((double) flippedBySeed).as("seed bit %d", bit).isCloseTo(mean, within(tolerance));
            assertThat((double) flippedByRun).as("run bit %d", bit).isCloseTo(mean, within(tolerance));
        }
    }

    private long word(long seed, long run) {
        draws.startRun(seed, run);
        return draws.word(stream, 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x0123456789abcdefL})
    void holdsOverTheWholeRangeOfSeeds(long seed) {
        double sum = 0;
        for (int run = 0; run < 20_000; run++) {
            sum += at(seed, run, stream, 0);
        }
        assertThat(sum / 20_000).isCloseTo(0.5, within(FIVE_SIGMA / Math.sqrt(12 * 20_000.0)));
    }

    @Test
    void wordsOfNeighbouringKeysAreDistinct() {
        Set<Long> words = new HashSet<>();
        int count = 0;
        for (int seed = 0; seed < 10; seed++) {
            for (int run = 0; run < 100; run++) {
                draws.startRun(seed, run);
                for (int week = 0; week < 156; week++) {
                    words.add(draws.word(stream, week));
                    count++;
                }
            }
        }
        // 156,000 random 64-bit words collide with probability below 1e-9.
        assertThat(words).hasSize(count);
    }

    @Test
    void doesNotDependOnWhatWasDrawnBefore() {
        draws.startRun(3, 4);
        double once = draws.uniform(stream, 8);
        for (int week = 0; week < 100; week++) {
            draws.normal(stream, week);
        }
        draws.startRun(9, 9);
        draws.uniform(stream, 1);
        draws.startRun(3, 4);
        assertThat(draws.uniform(stream, 8)).isEqualTo(once);
    }

    @Test
    void normalAndExponentialHaveTheirMoments() {
        double sum = 0;
        double squares = 0;
        double exponential = 0;
        for (int run = 0; run < N; run++) {
            draws.startRun(1, run);
            double z = draws.normal(stream, 0);
            sum += z;
            squares += z * z;
            exponential += draws.exponential(stream, 1, 7);
        }
        assertThat(sum / N).isCloseTo(0, within(FIVE_SIGMA / Math.sqrt(N)));
        assertThat(squares / N).isCloseTo(1, within(FIVE_SIGMA * Math.sqrt(2.0 / N)));
        assertThat(exponential / N).isCloseTo(7, within(FIVE_SIGMA * 7 / Math.sqrt(N)));
    }
}
