package org.tumen.study.arm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.SampleRuns;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.summary.Samples;

/** The single runs that charts show beside the bands of all: the first completed ones of each arm, as many as it has. */
public final class SingleRuns {
    /** The most single runs of an arm. */
    private static final int MOST = 5;

    private SingleRuns() {}

    /** Makes those runs of a result again, for their weeks, and keeps them in its folder. */
    public static void keep(Experiment experiment, ResultReader reader) {
        Map<String, Samples.Series> samples = new LinkedHashMap<>();
        for (Experiment.ArmSpec arm : experiment.arms()) {
            long[] completed = reader.runs(arm.name());
            long[] first = Arrays.copyOf(completed, Math.min(MOST, completed.length));
            SampleRuns runs = SampleRuns.of(arm.scenario(), experiment.seed(), first);
            samples.put(arm.name(), new Samples.Series(runs.stability(), runs.tension()));
        }
        new DerivedFiles(reader.folder()).write(Samples.FILE, new Samples(samples).toJson());
    }
}
