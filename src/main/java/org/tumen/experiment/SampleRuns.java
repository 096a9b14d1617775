package org.tumen.experiment;

import java.util.ArrayList;
import java.util.List;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;

/** The weekly series of a few single runs, by run and week, to be drawn over the bands of all. */
public record SampleRuns(double[][] stability, double[][] tension) {
    /** No runs. */
    public static final SampleRuns NONE = new SampleRuns(new double[0][], new double[0][]);

    /** Makes some runs of a seed; those that fail have no curve to show and are left out. */
    public static SampleRuns of(Scenario scenario, long seed, long... runs) {
        RunMaker maker = new RunMaker(scenario);
        List<double[]> stability = new ArrayList<>();
        List<double[]> tension = new ArrayList<>();
        for (long run : runs) {
            double[] s = new double[scenario.weeks()];
            double[] t = new double[scenario.weeks()];
            maker.observing((week, stabilityIndex, tensionIndex, stage) -> {
                s[week] = stabilityIndex;
                t[week] = tensionIndex;
            });
            if (maker.make(new RunKey(seed, run)) == null) {
                stability.add(s);
                tension.add(t);
            }
        }
        return new SampleRuns(stability.toArray(double[][]::new), tension.toArray(double[][]::new));
    }
}
