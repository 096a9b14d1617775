package org.tumen.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.StoredExperiment;
import org.tumen.store.part.StoredArm;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** What an executor does with a part. Travels as the scenarios' JSON and the seed. */
final class PartTask extends AbstractFunction2<TaskContext, Iterator<SparkPart>, PartResult> implements Serializable {
    private final String[] names;
    private final String[] scenarios;
    private final long seed;
    private final TaskFault fault;

    PartTask(Experiment experiment, TaskFault fault) {
        names = experiment.arms().stream().map(Experiment.ArmSpec::name).toArray(String[]::new);
        scenarios = experiment.arms().stream().map(Experiment.ArmSpec::resolved).toArray(String[]::new);
        seed = experiment.seed();
        this.fault = fault;
    }

    @Override
    public PartResult apply(TaskContext context, Iterator<SparkPart> parts) {
        fault.strike(context.partitionId(), context.attemptNumber());
        SparkPart part = parts.next();
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(part.arm())) {
                return PartResult.of(part, StoredExperiment.scenario(new StoredArm(names[i], scenarios[i])), seed);
            }
        }
        throw new IllegalArgumentException("no arm is called " + part.arm());
    }
}
