package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.EmpiricalDistribution;
import org.tumen.analysis.Interval;
import org.tumen.analysis.KaplanMeier;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.Resamples;
import org.tumen.analysis.comparison.pair.Dominance;
import org.tumen.analysis.comparison.pair.QuantileDifferences;
import org.tumen.analysis.comparison.pair.Tail;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;

/**
 * Whether what comparisons say is as sure as they say: thousands of studies of three arms by six outcomes are drawn from
 * {@link RunPool pools} whose truth is known, and their misses counted. Errors are of 5 %; a share of 0.05 over N studies has
 * the simulation error √(0.05 · 0.95/N), of which two are allowed, to the mean over the rows of a study, and four to each of
 * the many single outcomes. Run by {@code mvn -Pstudy test}; a small case runs with all tests.
 */
@Tag("study")
class InferenceStudy {
    private static final int STUDIES = Integer.getInteger("tumen.studies", 2_000);
    /**
     * Few resamples, but 5 % of one more are a whole number, so that the errors stated are those of many; and as many as
     * dominance needs to be claimed at all in twelve rows.
     */
    private static final Settings SETTINGS = Resampling.of(299, 99).withHorizon(RunPool.HORIZON);

    private static final List<Measure> MEASURES =
            RunPool.OUTCOMES.stream().map(Measure::of).toList();

    @ParameterizedTest(name = "{0} runs, clusters of {1}, effect {2}, simulated {3}")
    @CsvSource({
        "100, 1, 0, true",
        "400, 1, 0, true",
        "1500, 1, 0, true",
        "400, 5, 0, true",
        "1500, 5, 0, true",
        "100, 1, 1, true",
        "400, 1, 1, true",
        "1500, 1, 1, true",
        "400, 5, 1, true",
        "1500, 5, 1, true",
        "100, 1, 0, false",
        "400, 1, 0, false",
        "1500, 1, 0, false",
        "400, 5, 0, false",
        "1500, 5, 0, false",
        "100, 1, 0.2, false",
        "400, 1, 0.2, false",
        "1500, 1, 0.2, false",
        "400, 5, 0.2, false",
        "1500, 5, 0.2, false"
    })
    void errorsAreThoseStated(int runs, int size, double effect, boolean simulated) {
        RunPool pool = simulated ? RunPool.simulated(20_000, size) : RunPool.madeUp(100_000, size);
        new Cell(pool, runs, effect).check(STUDIES);
    }

    /** What a study decides when runs are added until it is decided, or until intervals are narrow. */
    @ParameterizedTest(name = "clusters of {0}, effect {1}, simulated {2}, half-width {3}")
    @CsvSource({
        "1, 0, true, 0",
        "1, 0.3, true, 0",
        "5, 0.3, true, 0",
        "1, 0, false, 0",
        "5, 0, false, 0",
        "1, 0.1, false, 0",
        "1, 0.3, true, 0.4",
        "5, 0, false, 0.6"
    })
    void errorsAreThoseStatedHoweverOftenOneLooks(int size, double effect, boolean simulated, double halfWidth) {
        RunPool pool = simulated ? RunPool.simulated(20_000, size) : RunPool.madeUp(100_000, size);
        new LookingCell(pool, effect, halfWidth).check(STUDIES);
    }

    /** Studies of one size from one pool. */
    static final class Cell {
        private final RunPool pool;
        private final int runs;
        private final double effect;
        private final RunPool.Truth[][] truths = new RunPool.Truth[RunPool.ARMS][RunPool.OUTCOMES.size()];
        private final double[][] tails = new double[RunPool.ARMS][RunPool.OUTCOMES.size()];
        private final Map<String, LongAdder> misses = new ConcurrentSkipListMap<>();
        private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

        Cell(RunPool pool, int runs, double effect) {
            this.pool = pool;
            this.runs = runs;
            this.effect = effect;
            for (int a = 0; a < RunPool.ARMS; a++) {
                for (int o = 0; o < RunPool.OUTCOMES.size(); o++) {
                    truths[a][o] = pool.truth(a, RunPool.OUTCOMES.get(o), effect);
                    tails[a][o] =
                            truths[a][o].tail(0.05, RunPool.OUTCOMES.get(o).direction() == Direction.MORE);
                }
            }
        }

        private void count(String what, boolean miss) {
            counts.computeIfAbsent(what, w -> new LongAdder()).increment();
            LongAdder adder = misses.computeIfAbsent(what, w -> new LongAdder());
            if (miss) {
                adder.increment();
            }
        }

        private double share(String what) {
            LongAdder count = counts.get(what);
            return count == null ? 0 : misses.get(what).doubleValue() / count.doubleValue();
        }

        void check(int studies) {
            IntStream.range(0, studies).parallel().forEach(this::study);
            double error = Math.sqrt(0.05 * 0.95 / studies);
            StringBuilder table = new StringBuilder(String.format(
                    Locale.ROOT,
                    "%n%s pool, %d runs, clusters of %d, effect %.1f%n",
                    pool.name(),
                    runs,
                    pool.size(),
                    effect));
            List<String> wrong = new ArrayList<>();
            for (String what : counts.keySet()) {
                double share = share(what);
                boolean told = what.startsWith("power") || what.startsWith("told");
                boolean single = what.contains(":");
                double allowed = 0.05 + (single ? 4 : 2) * error;
                boolean bad = !told && share > allowed;
                table.append(String.format(Locale.ROOT, "  %-44s %.4f%s%n", what, share, bad ? "  TOO MANY" : ""));
                if (bad) {
                    wrong.add(what + " " + share);
                }
            }
            System.out.print(table);
            assertThat(wrong).as("%s", table).isEmpty();
        }

        private void study(int number) {
            SplittableRandom random = new SplittableRandom(1_000_003L * number + 17);
            List<Arm> arms = pool.study(runs, effect, random);
            Settings settings = SETTINGS.withSeed(number);
            ComparisonTable table = ComparisonTable.of(MEASURES, arms.get(0), arms.subList(1, arms.size()), settings);
            boolean missed = false;
            boolean verdict = false;
            boolean dominance = false;
            for (ComparisonTable.Row row : table.rows()) {
                int arm = Integer.parseInt(row.arm().substring(4));
                missed |= row(arm, row.comparison());
                verdict |= decided(row.comparison().finding());
                dominance |= claims(row.comparison());
            }
            count("an interval of the study misses", missed);
            if (effect == 0) {
                count("a verdict without an effect", verdict);
                count("dominance without an effect", dominance);
            }
            alone(arms, settings);
            descriptions(arms.get(0));
        }

        private static boolean decided(Finding finding) {
            return switch (finding) {
                case BETTER, WORSE, HIGHER, LOWER -> true;
                default -> false;
            };
        }

        private static boolean claims(PairedComparison c) {
            Dominance first = c.firstOrder();
            Dominance second = c.secondOrder();
            return first != null && first.claimed() != Dominance.Finding.NEITHER
                    || second != null && second.claimed() != Dominance.Finding.NEITHER;
        }

        /** Counts what a row says; whether its interval or its verdict is wrong. */
        private boolean row(int arm, PairedComparison c) {
            int o = RunPool.OUTCOMES.indexOf(c.outcome());
            String key = ": " + c.outcome().key();
            double truth = truths[arm][o].mean() - truths[0][o].mean();
            Interval interval = c.mean().interval();
            boolean miss = interval != null && !interval.contains(truth);
            boolean wrongSign = decided(c.finding()) && c.mean().difference() * truth <= 0;
            count("told: rows without an interval" + key, interval == null);
            if (effect > 0) {
                count("power" + key, decided(c.finding()) && !wrongSign);
            }
            bands(arm, o, c, key);
            Tail tail = c.tail();
            if (c.direction() != Direction.NEUTRAL && c.outcome().kind() != Kind.FLAG) {
                double truthOfTails = tails[arm][o] - tails[0][o];
                boolean missed = tail != null && !tail.differenceInterval().contains(truthOfTails);
                count("tail", missed);
                count("tail" + key, missed);
                count("told: rows without a tail" + key, tail == null);
            }
            if (effect == 0) {
                count("signed rank" + key, c.signedRank().pValue() <= 0.05);
                count("swaps" + key, c.kolmogorovSmirnov().pairedPValue() <= 0.05);
                if (c.logRank() != null) {
                    count("log-rank", c.logRank().pairedPValue() <= 0.05);
                }
            }
            return miss || wrongSign;
        }

        private void bands(int arm, int o, PairedComparison c, String key) {
            boolean missed = false;
            for (QuantileDifferences.QuantileDifference q : c.quantiles().differences()) {
                double truth = truths[arm][o].quantile(q.probability()) - truths[0][o].quantile(q.probability());
                missed |= truth < q.band().low() - 1e-9 || truth > q.band().high() + 1e-9;
            }
            if (c.outcome().kind() != Kind.FLAG) {
                count("quantile bands", missed);
                count("quantile bands" + key, missed);
            }
        }

        /** Each outcome of the first arm as the only row of its study. */
        private void alone(List<Arm> arms, Settings settings) {
            Clusters clusters = arms.get(0).clusters();
            Resamples resamples = new Resamples(clusters.count(), settings.resamples(), settings.seed());
            for (int o = 0; o < RunPool.OUTCOMES.size(); o++) {
                Outcome outcome = RunPool.OUTCOMES.get(o);
                Family family = new Family(settings);
                family.add(outcome, arms.get(0).column(outcome), arms.get(1).column(outcome), clusters, resamples);
                Interval interval = family.judged().get(0).interval();
                double truth = truths[1][o].mean() - truths[0][o].mean();
                boolean miss = interval != null && !interval.contains(truth);
                count("interval of a single row", miss);
                count("interval of a single row: " + outcome.key(), miss);
            }
        }

        /** What is said of the baseline by itself. */
        private void descriptions(Arm baseline) {
            for (int o = 0; o < RunPool.OUTCOMES.size(); o++) {
                Outcome outcome = RunPool.OUTCOMES.get(o);
                double[] column = baseline.column(outcome);
                Interval mean = OutcomeSummary.of(outcome, column, RunPool.HORIZON, baseline.clusters())
                        .meanInterval();
                boolean miss = mean != null && !mean.contains(truths[0][o].mean());
                count("mean of an arm", miss);
                count("mean of an arm: " + outcome.key(), miss);
                EmpiricalDistribution e = EmpiricalDistribution.of(column, baseline.clusters(), 0.95);
                boolean outside = false;
                for (int k = 0; k < e.x().length; k++) {
                    double share = truths[0][o].shareAtOrBelow(e.x()[k]);
                    outside |= Math.abs(share - e.share()[k]) > e.halfWidth() + 1e-9;
                }
                count("distribution of an arm", outside);
            }
            int o = RunPool.OUTCOMES.indexOf(Outcome.FIRST_CRISIS);
            KaplanMeier curve =
                    KaplanMeier.of(baseline.column(Outcome.FIRST_CRISIS), RunPool.HORIZON, baseline.clusters());
            int last = curve.time().length - 1;
            if (last >= 0 && curve.survival()[last] > 0) {
                double truth = 1 - truths[0][o].shareAtOrBelow(RunPool.HORIZON - 1);
                count("survival at the horizon", truth < curve.lower()[last] || truth > curve.upper()[last]);
            }
        }
    }
}
