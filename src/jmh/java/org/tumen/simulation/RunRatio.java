package org.tumen.simulation;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;

/**
 * A run with its weekly counts beside a run of the bare loop, in turns within one process and by the time of the
 * processor: what slows a shared machine down for a while strikes both, so that their ratio is steadier than either time.
 */
public final class RunRatio {
    private static final int RUNS = 3000;
    private static final int WARM_UP = 10;

    private final DiplomacySim sim;
    private final BareLoop bare;
    private final double[] outcomes = new double[Outcome.all().size()];

    private RunRatio() {
        var scenario = DefaultScenario.with();
        sim = new DiplomacySim(scenario);
        sim.observeWeeks(new WeeklyCounts(scenario.weeks()));
        bare = new BareLoop(BareScenario.read(scenario));
    }

    /** Prints the median ratio of as many rounds as the first argument says (60 unless it does), and its deciles. */
    public static void main(String[] args) {
        int rounds = args.length == 0 ? 60 : Integer.parseInt(args[0]);
        RunRatio pair = new RunRatio();
        double[] ratios = new double[rounds];
        double[] runs = new double[rounds];
        double[] loops = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            double run = pair.simulated(round);
            double loop = pair.bare(round);
            if (round >= 0) {
                ratios[round] = run / loop;
                runs[round] = run;
                loops[round] = loop;
            }
        }
        Arrays.sort(ratios);
        Arrays.sort(runs);
        Arrays.sort(loops);
        System.out.printf(
                Locale.ROOT,
                "run %.1f µs, bare loop %.1f µs (medians of %d rounds); ratio %.3f, nine tenths of the rounds %.3f to %.3f%n",
                runs[rounds / 2],
                loops[rounds / 2],
                rounds,
                ratios[rounds / 2],
                ratios[rounds / 20],
                ratios[rounds - 1 - rounds / 20]);
    }

    /** Microseconds a run. */
    private double simulated(int round) {
        long start = processorTime();
        for (int i = 0; i < RUNS; i++) {
            sim.run(key(round, i), outcomes);
        }
        return (processorTime() - start) / 1e3 / RUNS;
    }

    private double bare(int round) {
        long start = processorTime();
        for (int i = 0; i < RUNS; i++) {
            bare.run(key(round, i), outcomes);
        }
        return (processorTime() - start) / 1e3 / RUNS;
    }

    /** Nanoseconds that a processor gave to this thread, whatever else the machine did. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static RunKey key(int round, int i) {
        return new RunKey(1, (long) (round + WARM_UP) * RUNS + i);
    }
}
