package org.tumen.experiment;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tumen.analysis.comparison.ConfidenceSequence;
import org.tumen.analysis.comparison.RunningMoments;
import org.tumen.analysis.comparison.StoppingRule;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.study.compare.CompareKind;

/**
 * How many compared pairs of arms a second of one processor decides at 95 %, on common random numbers and on independent ones:
 * each other arm of a study against its first, in mean stability, with every parameter drawn for each run, until a confidence
 * sequence settles the sign of the difference or that it is smaller than what matters.
 */
public final class DecidedPairs {
    private static final Path STUDY = Path.of("scenarios/studies/japan-warning.yaml");
    private static final double SMALLEST_DIFFERENCE = 0.2;
    private static final int BLOCK = 100;
    private static final int MOST_RUNS = 200_000;
    private static final int WARM_UP = 2_000;
    private static final StoppingRule RULE =
            StoppingRule.untilDecided(new ConfidenceSequence(0.95, 2_000), SMALLEST_DIFFERENCE);

    private long runs;
    private int decided;
    private long nanoseconds;

    /** Prints runs and decided pairs a second of as many repetitions as the first argument says (20 unless it does). */
    public static void main(String[] args) {
        int repetitions = args.length == 0 ? 20 : Integer.parseInt(args[0]);
        List<RunMaker> arms = CompareKind.experiment(STUDY).arms().stream()
                .map(arm -> new RunMaker(arm.scenario().withReplicates(1)))
                .toList();
        arms.forEach(arm -> {
            for (int run = 0; run < WARM_UP; run++) {
                arm.make(new RunKey(0, run));
            }
        });
        DecidedPairs common = new DecidedPairs();
        DecidedPairs independent = new DecidedPairs();
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            for (RunMaker other : arms.subList(1, arms.size())) {
                common.decide(arms.get(0), other, repetition, repetition);
                independent.decide(arms.get(0), other, repetition, -repetition);
            }
        }
        int pairs = repetitions * (arms.size() - 1);
        common.tell("common random numbers", pairs);
        independent.tell("independent random numbers", pairs);
        System.out.printf(
                Locale.ROOT, "common random numbers decide %.1f times as many%n", common.rate() / independent.rate());
    }

    private void decide(RunMaker baseline, RunMaker arm, long seed, long otherSeed) {
        RunningMoments differences = new RunningMoments();
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int run = 0;
        boolean open = true;
        while (open && run < MOST_RUNS) {
            for (int to = run + BLOCK; run < to; run++) {
                differences.add(value(arm, otherSeed, run) - value(baseline, seed, run));
            }
            open = !RULE.state(differences).settled();
        }
        nanoseconds += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        runs += 2L * run;
        decided += open ? 0 : 1;
    }

    private static double value(RunMaker maker, long seed, int run) {
        String failure = maker.make(new RunKey(seed, run));
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return maker.outcomes()[Outcome.MEAN_STABILITY.ordinal()];
    }

    private double rate() {
        return decided / (nanoseconds / 1e9);
    }

    private void tell(String how, int pairs) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d pairs decided, %,d runs a pair, %.2f pairs a second%n",
                how,
                decided,
                pairs,
                runs / pairs,
                rate());
    }
}
