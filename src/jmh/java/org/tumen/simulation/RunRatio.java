package org.tumen.simulation;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/**
 * A run with its weekly counts beside a run of the bare loop, and one with drawn parameters beside one without, in turns within
 * one process and by the time of the processor: what slows a shared machine down for a while strikes both, so that their ratio is steadier than either time.
 */
public final class RunRatio {
    private static final int RUNS = 3000;
    private static final int WARM_UP = 10;

    private final DiplomacySim sim;
    private final DiplomacySim drawn;
    private final DiplomacySim fixed;
    private final BareLoop bare;
    private final double[] outcomes = new double[Outcome.all().size()];

    private RunRatio() {
        var reference = DefaultScenario.with();
        sim = counting(reference);
        bare = new BareLoop(BareScenario.read(reference));
        var baseline =
                ScenarioReader.read(Path.of("scenarios", "baseline.yaml")).scenario();
        drawn = counting(baseline);
        fixed = counting(baseline.certain());
    }

    private static DiplomacySim counting(Scenario scenario) {
        var made = new DiplomacySim(scenario);
        made.observeWeeks(new WeeklyCounts(scenario.weeks()));
        return made;
    }

    /** Prints the median ratios of as many rounds as the first argument says (60 unless it does), and their deciles. */
    public static void main(String[] args) {
        int rounds = args.length == 0 ? 60 : Integer.parseInt(args[0]);
        RunRatio pair = new RunRatio();
        double[][] times = new double[4][rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            double[] now = {
                pair.simulated(pair.sim, round),
                pair.bare(round),
                pair.simulated(pair.drawn, round),
                pair.simulated(pair.fixed, round)
            };
            for (int i = 0; i < now.length && round >= 0; i++) {
                times[i][round] = now[i];
            }
        }
        tell("run", times[0], "bare loop", times[1]);
        tell("run with all priors drawn", times[2], "at the values as they stand", times[3]);
    }

    private static void tell(String one, double[] ones, String other, double[] others) {
        int rounds = ones.length;
        double[] ratios = new double[rounds];
        Arrays.setAll(ratios, round -> ones[round] / others[round]);
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%s %.1f µs, %s %.1f µs (medians of %d rounds); ratio %.3f, nine tenths of the rounds %.3f to %.3f%n",
                one,
                median(ones),
                other,
                median(others),
                rounds,
                ratios[rounds / 2],
                ratios[rounds / 20],
                ratios[rounds - 1 - rounds / 20]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Microseconds a run. */
    private double simulated(DiplomacySim of, int round) {
        long start = processorTime();
        for (int i = 0; i < RUNS; i++) {
            of.run(key(round, i), outcomes);
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
