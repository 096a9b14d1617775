package org.tumen.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.DiplomacySim;

/** The outcomes of some runs of a scenario, in memory: for points that are met once and summed up at once. */
public final class PointRuns {
    private PointRuns() {}

    /**
     * Makes runs.
     *
     * @param scenario the scenario
     * @param seed the seed of all draws
     * @param from the first run
     * @param runs how many
     * @param wanted the outcomes wanted
     * @param failed is told of every run that fails
     * @param cancelled asked before every run; the runs left out then are NaN
     * @return for each outcome a value a run; NaN where the run failed
     */
    public static double[][] of(
            Scenario scenario,
            long seed,
            long from,
            int runs,
            List<Outcome> wanted,
            Consumer<RunFailure> failed,
            BooleanSupplier cancelled) {
        DiplomacySim sim = new DiplomacySim(scenario);
        double[] outcomes = new double[Outcome.all().size()];
        double[][] table = new double[wanted.size()][runs];
        for (double[] row : table) {
            Arrays.fill(row, Double.NaN);
        }
        for (int r = 0; r < runs && !cancelled.getAsBoolean(); r++) {
            RunKey key = new RunKey(seed, from + r);
            try {
                sim.run(key, outcomes);
            } catch (RuntimeException | StackOverflowError e) {
                failed.accept(new RunFailure(key, Failures.cause(e)));
                continue;
            }
            for (int o = 0; o < table.length; o++) {
                table[o][r] = outcomes[wanted.get(o).ordinal()];
            }
        }
        return table;
    }
}
