package org.tumen.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.Resamples;
import org.tumen.outcome.Outcome;

/** Studies to which runs are added in blocks, open arms first, and what they say when they stop. */
final class LookingCell {
    private static final int FIRST = 1_000;
    private static final int MOST = 8_000;
    private static final int PLANNED = 4_000;
    private static final Settings SETTINGS =
            Settings.standard().withHorizon(RunPool.HORIZON).withRepeatedLooks(PLANNED);

    private final RunPool pool;
    private final double effect;
    private final double halfWidth;
    private final double[][] truths = new double[RunPool.ARMS][RunPool.OUTCOMES.size()];
    private final LongAdder missed = new LongAdder();
    private final LongAdder falseVerdicts = new LongAdder();
    private final LongAdder decided = new LongAdder();
    private final LongAdder narrow = new LongAdder();
    private final LongAdder runsMade = new LongAdder();

    /** @param halfWidth the half-width to reach, in index points; 0 to go on until all is decided */
    LookingCell(RunPool pool, double effect, double halfWidth) {
        this.pool = pool;
        this.effect = effect;
        this.halfWidth = halfWidth;
        for (int a = 0; a < RunPool.ARMS; a++) {
            for (int o = 0; o < RunPool.OUTCOMES.size(); o++) {
                truths[a][o] = pool.truth(a, RunPool.OUTCOMES.get(o), effect).mean();
            }
        }
    }

    void check(int studies) {
        IntStream.range(0, studies).parallel().forEach(this::study);
        double rows = 3.0 * RunPool.OUTCOMES.size();
        String told = String.format(
                Locale.ROOT,
                "%n%s pool, clusters of %d, effect %.1f, %s: an interval misses in %.4f of studies, a verdict is false in %.4f;"
                        + " decided %.3f of rows, narrow %.3f of studies, %.0f runs an arm%n",
                pool.name(),
                pool.size(),
                effect,
                halfWidth > 0 ? "until half-width " + halfWidth : "until decided",
                missed.doubleValue() / studies,
                falseVerdicts.doubleValue() / studies,
                decided.doubleValue() / studies / rows,
                narrow.doubleValue() / studies,
                runsMade.doubleValue() / studies / 3);
        System.out.print(told);
        double allowed = 0.05 + 2 * Math.sqrt(0.05 * 0.95 / studies);
        assertThat(missed.doubleValue() / studies).as(told).isLessThanOrEqualTo(allowed);
        assertThat(falseVerdicts.doubleValue() / studies).as(told).isLessThanOrEqualTo(allowed);
    }

    private void study(int number) {
        List<Arm> arms = pool.study(MOST, effect, new SplittableRandom(2_000_003L * number + 29));
        int[] runs = {0, FIRST, FIRST, FIRST};
        boolean more = true;
        while (more) {
            more = false;
            Map<String, List<Allocation.Estimate>> open = new LinkedHashMap<>();
            for (int a = 1; a < RunPool.ARMS; a++) {
                open.put(arms.get(a).name(), estimates(arms.get(0), arms.get(a), runs[a]));
            }
            int block = Math.max(FIRST, Arrays.stream(runs).max().orElseThrow() / 4);
            Map<String, Long> next = Allocation.next(open, block, RunPool.ARMS - 1, MOST);
            for (int a = 1; a < RunPool.ARMS; a++) {
                long given = next.get(arms.get(a).name());
                more |= given > 0 && runs[a] < MOST;
                runs[a] = (int) Math.min(MOST, runs[a] + given);
            }
        }
        judge(arms, runs);
    }

    private List<Allocation.Estimate> estimates(Arm baseline, Arm arm, int runs) {
        ConfidenceSequence sequence =
                ConfidenceSequence.simultaneous(0.95, PLANNED / pool.size(), 3 * RunPool.OUTCOMES.size());
        List<Allocation.Estimate> estimates = new ArrayList<>();
        for (Outcome outcome : RunPool.OUTCOMES) {
            RunningMoments moments = new RunningMoments();
            moments.addAll(
                    Arrays.copyOf(baseline.column(outcome), runs),
                    Arrays.copyOf(arm.column(outcome), runs),
                    arm.clusters().first(runs));
            if (halfWidth == 0) {
                estimates.add(new Allocation.Estimate(StoppingRule.untilDecided(sequence, 0), moments, pool.size()));
            } else if (outcome.unit().equals("index points")) {
                estimates.add(new Allocation.Estimate(
                        StoppingRule.untilHalfWidth(sequence, halfWidth), moments, pool.size()));
            }
        }
        return estimates;
    }

    private void judge(List<Arm> arms, int[] runs) {
        Family family = new Family(SETTINGS);
        for (int a = 1; a < RunPool.ARMS; a++) {
            Clusters clusters = arms.get(a).clusters().first(runs[a]);
            Resamples unused = new Resamples(clusters.count(), 100, 1);
            for (Outcome outcome : RunPool.OUTCOMES) {
                family.add(
                        outcome,
                        Arrays.copyOf(arms.get(0).column(outcome), runs[a]),
                        Arrays.copyOf(arms.get(a).column(outcome), runs[a]),
                        clusters,
                        unused);
            }
            runsMade.add(runs[a]);
        }
        List<MeanDifference> judged = family.judged();
        boolean miss = false;
        boolean wrong = false;
        boolean wide = false;
        for (int k = 0; k < judged.size(); k++) {
            int a = 1 + k / RunPool.OUTCOMES.size();
            int o = k % RunPool.OUTCOMES.size();
            double truth = truths[a][o] - truths[0][o];
            Interval interval = judged.get(k).interval();
            if (interval != null) {
                miss |= !interval.contains(truth);
                wrong |= interval.excludesZero() && judged.get(k).difference() * truth <= 0;
                decided.add(interval.excludesZero() ? 1 : 0);
                wide |= RunPool.OUTCOMES.get(o).unit().equals("index points") && interval.halfWidth() > halfWidth;
            }
        }
        missed.add(miss ? 1 : 0);
        falseVerdicts.add(wrong ? 1 : 0);
        narrow.add(wide ? 0 : 1);
    }
}
