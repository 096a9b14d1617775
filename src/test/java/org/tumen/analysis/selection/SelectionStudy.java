package org.tumen.analysis.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whether selections are as good as they say, and what they cost: problems of eight families in two sizes are drawn whose truth is
 * known. A selection is good when its mean is within the indifference zone of the best. A share of 0.95 over N problems has
 * the simulation error √(0.05 · 0.95/N), of which three are allowed to each family and none to all together.
 *
 * <p>Runs are held against those of two ways to give every arm as many, which have the same guarantee: the procedure of G. M.
 * Clark and W. Yang, "A Bonferroni selection procedure when using common random numbers with unknown variances", Proceedings of
 * the Winter Simulation Conference 1986, 313–315, which estimates the variances of all differences from as large a first stage;
 * and, told beside it, {@link Selection#equalAllocation} with the true variances, which nobody knows. Run by {@code mvn -Pstudy
 * test}; a small case runs with all tests.
 */
@Tag("study")
class SelectionStudy {
    private static final int PROBLEMS = Integer.getInteger("tumen.studies", 2_000);

    /** What it says, from which the page of exploration has its figures. */
    private static final Path TOLD = Path.of("src/test/resources/org/tumen/analysis/selection/selection-study.txt");

    private static final List<String> SAID = new ArrayList<>();
    private static final AtomicInteger ALL = new AtomicInteger();
    private static final AtomicInteger GOOD = new AtomicInteger();
    private static final LongAdder SPENT = new LongAdder();
    private static final LongAdder EQUAL = new LongAdder();
    private static final LongAdder KNOWING = new LongAdder();

    @ParameterizedTest(name = "{0}, {1} arms")
    @CsvSource({
        "SLIPPAGE, 10",
        "SLIPPAGE, 200",
        "SLIPPAGE_COMMON, 10",
        "SLIPPAGE_COMMON, 200",
        "SLIPPAGE_UNEQUAL, 10",
        "SLIPPAGE_UNEQUAL, 200",
        "RANDOM, 10",
        "RANDOM, 200",
        "RANDOM_COMMON, 10",
        "RANDOM_COMMON, 200",
        "BOTH_SIDES_OF_THE_ZONE, 10",
        "BOTH_SIDES_OF_THE_ZONE, 200",
        "STEPS, 10",
        "STEPS, 200",
        "SKEWED, 10",
        "SKEWED, 200"
    })
    void selectionsAreGoodAndCheap(Family family, int arms) {
        Cell cell = new Cell(family, arms, 1);
        IntStream.range(0, PROBLEMS).parallel().forEach(cell::solve);
        System.out.println(cell);
        SAID.add(cell.toString());
        ALL.addAndGet(cell.problems.get());
        GOOD.addAndGet(cell.good.get());
        if (arms == 200) {
            SPENT.add(cell.spent.sum());
            EQUAL.add(cell.equal.sum());
            KNOWING.add(cell.knowing.sum());
        }
        cell.check(arms == 200 ? 1.0 / 3 : 1);
    }

    @AfterAll
    static void allTogether() throws IOException {
        SAID.add(String.format(
                Locale.ROOT,
                "good in %.4f of %,d problems; at 200 arms %.3f of the runs of equal allocation, %.3f with variances known",
                GOOD.get() / ALL.doubleValue(),
                ALL.get(),
                SPENT.doubleValue() / EQUAL.doubleValue(),
                SPENT.doubleValue() / KNOWING.doubleValue()));
        System.out.println(SAID.get(SAID.size() - 1));
        assertThat(GOOD.get() / ALL.doubleValue()).isGreaterThanOrEqualTo(0.95);
        assertThat(SPENT.doubleValue() / EQUAL.doubleValue()).isLessThanOrEqualTo(1.0 / 3);
        if (ALL.get() == 16 * 2_000) {
            assertThat(String.join("\n", SAID) + "\n").isEqualTo(Files.readString(TOLD));
        }
    }

    /** Where the means lie, in units of the indifference zone, the best first, and how points vary. */
    enum Family {
        /** All others worse by the zone exactly: the hardest case for the right arm; independent arms. */
        SLIPPAGE,
        /** The same on common random numbers. */
        SLIPPAGE_COMMON,
        /** The same with standard deviations from a quarter to seven quarters. */
        SLIPPAGE_UNEQUAL,
        /** Means from a normal distribution of three zones, as policies may lie; unequal variances. */
        RANDOM,
        /** The same on common random numbers to which arms respond with unequal strength. */
        RANDOM_COMMON,
        /**
         * Half of the others a little within the zone and half a little beyond: an arm that is good may drop the best and fall
         * to one that is not.
         */
        BOTH_SIDES_OF_THE_ZONE,
        /** Each worse than the one before by half a zone. */
        STEPS,
        /** As random on common random numbers, with exponential points. */
        SKEWED;

        private boolean random() {
            return this == RANDOM || this == RANDOM_COMMON || this == SKEWED;
        }

        private boolean common() {
            return this == SLIPPAGE_COMMON || this == RANDOM_COMMON || this == SKEWED;
        }

        private boolean unequal() {
            return this == SLIPPAGE_UNEQUAL || random();
        }
    }

    /** Problems of one family and size. */
    static final class Cell {
        /** Of a point by itself, in units of the zone. */
        private static final double DEVIATION = 7;

        private static final double CONFIDENCE = 0.95;

        private final Family family;
        private final int arms;
        private final long seed;
        private final AtomicInteger problems = new AtomicInteger();
        private final AtomicInteger good = new AtomicInteger();
        private final LongAdder spent = new LongAdder();
        private final LongAdder equal = new LongAdder();
        private final LongAdder knowing = new LongAdder();

        Cell(Family family, int arms, long seed) {
            this.family = family;
            this.arms = arms;
            this.seed = seed;
        }

        void solve(int number) {
            SplittableRandom random = new SplittableRandom(1_000_003L * number + 17 * family.ordinal() + seed + arms);
            double[] means = means(random);
            double[] own = new double[arms];
            double[] shared = new double[arms];
            for (int a = 0; a < arms; a++) {
                own[a] = DEVIATION * (family.unequal() ? 0.25 + 1.5 * random.nextDouble() : 1);
                // Three quarters of a point's variance, or about as much, is luck that all arms share.
                double strength = family.common() ? Math.sqrt(3) : 0;
                shared[a] = strength * DEVIATION * (family.random() ? 0.75 + 0.5 * random.nextDouble() : 1);
            }
            Selection selection = new Selection(arms, 1, CONFIDENCE);
            while (!selection.decided()) {
                int[] inPlay = selection.inPlay();
                int more = selection.more();
                double[][] points = new double[inPlay.length][more];
                for (int p = 0; p < more; p++) {
                    double luck = deviate(random);
                    for (int i = 0; i < inPlay.length; i++) {
                        int a = inPlay[i];
                        points[i][p] = means[a] + shared[a] * luck + own[a] * deviate(random);
                    }
                }
                selection.take(points);
                if (inPlay.length == arms && points[0].length == Selection.FIRST) {
                    equal.add(arms * clarkAndYang(selection));
                }
            }
            int best = IntStream.range(0, arms).reduce(0, (a, b) -> means[b] > means[a] ? b : a);
            double variance = IntStream.range(0, arms)
                    .filter(a -> a != best)
                    .mapToDouble(a -> own[a] * own[a] + own[best] * own[best] + Math.pow(shared[a] - shared[best], 2))
                    .max()
                    .orElseThrow();
            problems.incrementAndGet();
            good.addAndGet(means[selection.best()] >= means[best] - 1 - 1e-12 ? 1 : 0);
            spent.add(IntStream.range(0, arms).map(selection::points).sum());
            knowing.add(arms * Selection.equalAllocation(variance, 1, (1 - CONFIDENCE) / (arms - 1)));
        }

        /** The runs of each arm after a first stage, whose variances of differences are those of the first look. */
        private long clarkAndYang(Selection first) {
            double greatest = 0;
            for (int a = 0; a < arms; a++) {
                for (int b = 0; b < a; b++) {
                    greatest = Math.max(greatest, first.variance(a, b));
                }
            }
            double t = new TDistribution(null, Selection.FIRST - 1.0)
                    .inverseCumulativeProbability(1 - (1 - CONFIDENCE) / (arms - 1));
            return Math.max(Selection.FIRST, (long) Math.ceil(t * t * greatest));
        }

        /** Of mean 0 and variance 1. */
        private double deviate(SplittableRandom random) {
            return family == Family.SKEWED ? random.nextExponential() - 1 : random.nextGaussian();
        }

        private double[] means(SplittableRandom random) {
            double[] means = new double[arms];
            // A hair beyond the zone, so that slipped arms are not good.
            Arrays.setAll(means, a -> a == 0 ? 0 : -1 - 1e-9);
            if (family == Family.STEPS) {
                Arrays.setAll(means, a -> -0.5 * a);
            } else if (family == Family.BOTH_SIDES_OF_THE_ZONE) {
                Arrays.setAll(means, a -> a == 0 ? 0 : a % 2 == 0 ? -0.9 : -1.1);
            } else if (family.random()) {
                Arrays.setAll(means, a -> 3 * random.nextGaussian());
            }
            return means;
        }

        /** Whether enough were good, three errors of simulation allowed, at no more than a share of equal allocation's runs. */
        void check(double mostOfEqual) {
            double error = Math.sqrt(0.05 * 0.95 / problems.get());
            assertThat(good.get() / problems.doubleValue()).as(toString()).isGreaterThanOrEqualTo(0.95 - 3 * error);
            assertThat(spent.doubleValue() / equal.doubleValue()).as(toString()).isLessThanOrEqualTo(mostOfEqual);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-24s %4d arms: good in %.4f of %d, %,.0f runs an arm, %.3f of equal allocation, %.3f with variances known",
                    family,
                    arms,
                    good.get() / problems.doubleValue(),
                    problems.get(),
                    spent.doubleValue() / problems.get() / arms,
                    spent.doubleValue() / equal.doubleValue(),
                    spent.doubleValue() / knowing.doubleValue());
        }
    }
}
