package org.tumen.web;

import java.nio.file.Path;
import java.util.Map;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.Engines;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.RunListener;
import org.tumen.store.ResultStore;
import org.tumen.store.file.StoreException;
import org.tumen.study.StudySession;
import org.tumen.study.batch.BatchFindings;

/** Makes a result folder of a batch: the same bytes of outcomes as the command line leaves for the same scenario and seed. */
record Saving(ServerSettings settings) {

    /** Stores the runs that the batch has, with summaries, pictures and report; returns the name of the folder. */
    String save(LiveBatch batch) {
        int runs = batch.completed();
        if (batch.state() == LiveBatch.State.RUNNING || runs == 0) {
            throw new RequestRefusedException(409, "the batch is still running; wait for its end or cancel it");
        }
        Experiment experiment = batch.experiment;
        String name = experiment.identity().folderName();
        Path folder = settings.results().resolve(name);
        try (ResultStore store = ResultStore.open(folder, experiment.identity(), runs)) {
            ExecutionSettings how = ExecutionSettings.local(settings.threads(), ExecutionSettings.FAILURE_LIMIT);
            Job job = new Job(experiment, store, Job.everyArm(experiment, runs), how, new Cancellation());
            Engines.named("local").run(job, RunListener.NONE);
            store.finish(Map.of("command", batch.command(runs), "engine", "local", "threads", settings.threads()));
            BatchFindings.write(folder, true, StudySession.quiet(how, new Cancellation(), RunListener.NONE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestRefusedException(503, "the server is stopping");
        } catch (StoreException e) {
            throw new RequestRefusedException(409, "the result cannot be stored: " + Results.withoutFolder(e, folder));
        }
        return name;
    }
}
