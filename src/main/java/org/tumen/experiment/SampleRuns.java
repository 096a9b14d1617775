package org.tumen.experiment;

import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.DiplomacySim;

/**
 * The weekly series of a few single runs, to be drawn over the bands of all.
 *
 * @param stability stability by run and week
 * @param tension tension by run and week
 */
public record SampleRuns(double[][] stability, double[][] tension) {
    /** Makes the first runs of a seed. */
    public static SampleRuns first(Scenario scenario, long seed, int runs) {
        DiplomacySim sim = new DiplomacySim(scenario);
        double[][] stability = new double[runs][scenario.weeks()];
        double[][] tension = new double[runs][scenario.weeks()];
        for (int run = 0; run < runs; run++) {
            double[] s = stability[run];
            double[] t = tension[run];
            sim.observeWeeks((week, stabilityIndex, tensionIndex, stage) -> {
                s[week] = stabilityIndex;
                t[week] = tensionIndex;
            });
            sim.run(new RunKey(seed, run));
        }
        return new SampleRuns(stability, tension);
    }
}
