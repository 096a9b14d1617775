package org.tumen.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.scenario.Resolved;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.ResultStore;

/**
 * What a batch costs: its runs with their weekly counts alone, and with everything that stores them; on one thread and on
 * two. The second is to stay within 1.2 times the first, and two threads are to be 1.9 times as fast as one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 2, jvmArgs = "-XX:+UseParallelGC")
public class BatchBenchmark {
    private static final long SEED = 1;

    /** Threads that share the runs. */
    @Param({"1", "2"})
    public int threads;

    /** Runs of the batch. */
    @Param("40000")
    public int runs;

    private final Scenario scenario =
            ScenarioReader.read(Path.of("scenarios", "baseline.yaml")).scenario();
    private Path folder = Path.of("");

    /** Makes an empty folder. */
    @Setup
    public void makeFolder() throws IOException {
        folder = Files.createTempDirectory("batch-benchmark");
    }

    /** Removes it with what is in it. */
    @TearDown
    public void removeFolder() throws IOException {
        remove(folder);
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The runs and their weekly counts. */
    @Benchmark
    public void simulated() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long share = runs / threads;
        var work = LongStream.range(0, threads)
                .mapToObj(i -> pool.submit(() -> simulate(i * share, share)))
                .toList();
        for (var part : work) {
            part.get();
        }
        pool.shutdown();
    }

    private void simulate(long from, long size) {
        DiplomacySim sim = new DiplomacySim(scenario);
        sim.observeWeeks(new WeeklyCounts(scenario.weeks()));
        double[] outcomes = new double[Outcome.all().size()];
        for (long run = from; run < from + size; run++) {
            sim.run(new RunKey(SEED, run), outcomes);
        }
    }

    /** The same as parts of a result on disk. */
    @Benchmark
    public void stored() throws InterruptedException {
        Experiment experiment = Experiment.batch(scenario, Resolved.text(Resolved.document(scenario)), SEED);
        try (ResultStore store = ResultStore.open(folder, experiment.identity(), runs)) {
            store.clear();
            List<Job.Slice> all = Job.everyArm(experiment, 0, runs);
            Job.Settings settings = new Job.Settings(threads, false, 0);
            new LocalEngine().run(new Job(experiment, store, all, settings, new AtomicBoolean()), Progress.NONE);
        }
    }
}
