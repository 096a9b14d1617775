package org.tumen.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.tumen.analysis.Clusters;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.LocalEngine;
import org.tumen.experiment.MemoryRuns;
import org.tumen.experiment.RunListener;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.scenario.Scenario;
import org.tumen.words.Failures;

/** A batch in memory that can be looked at while its runs arrive. */
final class LiveBatch {
    /** What has become of a batch. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    final String id;
    final String scenarioName;
    final Map<String, String> overrides;
    final Scenario scenario;
    final Instant begun = Instant.now();
    final long seed;
    final int wanted;

    /** The scenario with its changes, as the command line takes it. */
    private final String arguments;

    final Experiment experiment;
    private final MemoryRuns runs;
    private final Cancellation cancellation = new Cancellation();
    private final long started = System.nanoTime();
    private State state = State.RUNNING;
    private String problem = "";
    private long ended;

    LiveBatch(
            String id,
            String scenarioName,
            Map<String, String> overrides,
            String arguments,
            Scenario scenario,
            long seed,
            int wanted) {
        this.id = id;
        this.scenarioName = scenarioName;
        this.overrides = overrides;
        this.arguments = arguments;
        this.scenario = scenario;
        this.seed = seed;
        this.wanted = wanted;
        experiment = Experiment.batch(scenario, seed);
        runs = new MemoryRuns(experiment, wanted);
    }

    /** The command that tells a run. */
    String trace(long run) {
        return "./tumen trace " + arguments + " --seed=" + seed + " --run " + run;
    }

    /** The command that makes so many of its runs. */
    String command(int runs) {
        return "tumen batch " + arguments + " --runs=" + runs + " --seed=" + seed;
    }

    /** Starts its threads; {@code atEnd} is told once when all of them have ended. */
    void start(int threads, Runnable atEnd) {
        Thread thread = new Thread(() -> work(threads, atEnd), "batch-" + id);
        thread.setDaemon(true);
        thread.start();
    }

    private void work(int threads, Runnable atEnd) {
        State end = State.FAILED;
        ExecutionSettings settings = ExecutionSettings.local(threads, ExecutionSettings.FAILURE_LIMIT);
        Job job = new Job(experiment, runs, Job.everyArm(experiment, wanted), settings, cancellation);
        try {
            new LocalEngine().run(job, new RunListener() {
                @Override
                public void stored(String arm, long from, long to) {
                    arrived();
                }
            });
            end = completed() == wanted ? State.DONE : State.CANCELLED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end = State.CANCELLED;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            problem(told(e));
        } finally {
            // Whatever ends it, those who wait for the batch must be told.
            ended(end);
            atEnd.run();
        }
    }

    /** Why a batch or a study failed. */
    static String told(Throwable failure) {
        return Failures.lackMemory(failure)
                ? Failures.MEMORY + "; the page has more when it is started with, say, TUMEN_JAVA_OPTIONS=-Xmx2g"
                : RunMaker.cause(failure);
    }

    private synchronized void arrived() {
        notifyAll();
    }

    private synchronized void problem(String told) {
        problem = told;
    }

    private synchronized void ended(State end) {
        state = end;
        ended = System.nanoTime();
        notifyAll();
    }

    void cancel() {
        cancellation.request();
    }

    /** The runs from 0 that are there, failed ones among them. */
    int completed() {
        return runs.runs(arm());
    }

    synchronized State state() {
        return state;
    }

    /** Why it gave up; empty when it did not. */
    synchronized String problem() {
        return problem;
    }

    synchronized double runsASecond() {
        long until = state == State.RUNNING ? System.nanoTime() : ended;
        return completed() / Math.max(1e-9, (until - started) / 1e9);
    }

    /** Waits until there are more runs than known or the batch has ended. */
    synchronized void await(int known, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (completed() <= known && state == State.RUNNING) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** The first runs of an outcome; NaN for one that failed. */
    double[] column(Outcome outcome, int first) {
        return runs.column(arm(), outcome, first);
    }

    /** The same without those that failed. */
    double[] completed(Outcome outcome, int first) {
        return Arrays.stream(column(outcome, first))
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }

    /** Those of the first runs that failed. */
    List<RunFailure> failures(int first) {
        return runs.failures(arm()).stream().filter(f -> f.key().run() < first).toList();
    }

    /** Looks at the weekly counts while nothing is added to them. */
    <T> T weekly(Function<WeeklyCounts, T> look) {
        return runs.weekly(arm(), look);
    }

    private String arm() {
        return experiment.arms().get(0).name();
    }

    /** Which of some runs share a point of the uncertain parameters. */
    Clusters clusters(long[] runs) {
        return Clusters.of(runs, scenario.replicates());
    }
}
