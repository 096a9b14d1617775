package org.tumen.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.BatchData;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.Engines;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.RunListener;
import org.tumen.experiment.SampleRuns;
import org.tumen.report.ParameterNote;
import org.tumen.report.ReportPage;
import org.tumen.report.ResultFiles;
import org.tumen.report.ResultSummary;
import org.tumen.scenario.Scenario;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultStore;
import org.tumen.store.StoreException;
import org.tumen.summary.Samples;
import org.tumen.summary.StageListener;

/** Makes a result folder of a batch: the same bytes of outcomes as the command line leaves for the same scenario and seed. */
final class Saving {
    private static final int SAMPLE_RUNS = 20;

    private final ServerSettings settings;

    Saving(ServerSettings settings) {
        this.settings = settings;
    }

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
            Job job = new Job(experiment, store, Job.everyArm(experiment, 0, runs), how, new Cancellation());
            Engines.named("local").run(job, RunListener.NONE);
            store.finish(Map.of("command", batch.command(runs), "engine", "local", "threads", settings.threads()));
            describe(store, batch.scenario, batch.seed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestRefusedException(503, "the server is stopping");
        } catch (StoreException e) {
            throw new RequestRefusedException(409, "the result cannot be stored: another program may be writing it");
        }
        return name;
    }

    private static void describe(ResultStore store, Scenario scenario, long seed) {
        SampleRuns first = SampleRuns.first(scenario, seed, SAMPLE_RUNS);
        Samples samples = new Samples(Map.of(scenario.name(), new Samples.Series(first.stability(), first.tension())));
        DerivedFiles sink = new DerivedFiles(store.folder());
        sink.write(Samples.FILE, out -> out.write(samples.toJson()));
        try (ResultReader reader = ResultReader.open(store.folder())) {
            List<BatchData> arms =
                    ResultSummary.write(reader, sink, StageListener.UNTOLD).arms();
            ResultFiles.pictures(arms.get(0), sink);
            byte[] report = ReportPage.of(reader, arms, notes(scenario));
            sink.write(ReportPage.FILE, out -> out.write(report));
        }
    }

    private static List<ParameterNote> notes(Scenario scenario) {
        return ParameterCatalogue.of(scenario).stream()
                .map(e -> new ParameterNote(e.path(), e.value(), e.unit(), e.meaning()))
                .toList();
    }
}
