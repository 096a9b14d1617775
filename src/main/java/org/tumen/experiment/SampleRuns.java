package org.tumen.experiment;

import java.util.ArrayList;
import java.util.List;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;

/**
 * The weekly series of a few single runs, to be drawn over the bands of all.
 *
 * @param stability stability by run and week
 * @param tension tension by run and week
 */
public record SampleRuns(double[][] stability, double[][] tension) {
    private static final int ATTEMPTS = 10;

    /** Makes the first runs of a seed that do not fail; fewer when failures are many. */
    public static SampleRuns first(Scenario scenario, long seed, int runs) {
        RunMaker maker = new RunMaker(scenario);
        List<double[]> stability = new ArrayList<>();
        List<double[]> tension = new ArrayList<>();
        for (long run = 0; run < (long) runs * ATTEMPTS && stability.size() < runs; run++) {
            double[] s = new double[scenario.weeks()];
            double[] t = new double[scenario.weeks()];
            maker.observing((week, stabilityIndex, tensionIndex, stage) -> {
                s[week] = stabilityIndex;
                t[week] = tensionIndex;
            });
            // A run that fails is counted and told where the batch is; it has no curve to show.
            if (maker.make(new RunKey(seed, run)) == null) {
                stability.add(s);
                tension.add(t);
            }
        }
        return new SampleRuns(stability.toArray(double[][]::new), tension.toArray(double[][]::new));
    }
}
