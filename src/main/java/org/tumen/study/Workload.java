package org.tumen.study;

import java.nio.file.Path;
import org.tumen.experiment.Experiment;
import org.tumen.scenario.Scenario;
import org.tumen.words.Numbers;

/**
 * The runs of one result folder.
 *
 * @param points how many scenarios are simulated, in words, such as "5 arms"
 * @param runs runs of all of them together, at most; 0 where nothing is simulated
 * @param sample one of them, to measure how long a run takes
 * @param events whether every event is stored too
 * @param note what cannot be known before, in a sentence; may be empty
 */
public record Workload(Path folder, String points, long runs, Scenario sample, boolean events, String note) {
    /** That of an experiment, of so many runs of each arm, and what an arm of it is, such as arm or point. */
    public static Workload of(Experiment experiment, String what, long each, Path folder, boolean events, String note) {
        int arms = experiment.arms().size();
        return new Workload(
                folder,
                Numbers.counted(arms, what),
                Math.multiplyExact(each, arms),
                experiment.arms().get(0).scenario(),
                events,
                note);
    }
}
