package org.tumen.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
    private static final int BLOCK = 250;
    private static final int RUNS_A_POINT = 20;

    /** About as long as a run. */
    private static final int STEPS_A_RUN = 40_000;

    /** Threads that share the runs. */
    @Param({"1", "2"})
    public int threads;

    /** Runs of the batch. */
    @Param("40000")
    public int runs;

    private final Scenario scenario =
            ScenarioReader.read(Path.of("scenarios", "baseline.yaml")).scenario();
    private final LongAdder calculated = new LongAdder();
    private Path folder = Path.of("");

    /** Makes an empty folder. */
    @Setup(Level.Invocation)
    public void makeFolder() throws IOException {
        folder = Files.createTempDirectory("batch-benchmark");
    }

    /** Removes it with what is in it. */
    @TearDown(Level.Invocation)
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
        onThreads(threads, this::simulate);
    }

    /** Threads take blocks of runs as a batch takes parts: shares cut beforehand end when the slower processor does. */
    private void simulate(AtomicLong next) {
        DiplomacySim sim = new DiplomacySim(scenario);
        sim.observeWeeks(new WeeklyCounts(scenario.weeks()));
        double[] outcomes = new double[Outcome.all().size()];
        for (long from = next.getAndAdd(BLOCK); from < runs; from = next.getAndAdd(BLOCK)) {
            for (long run = from; run < Math.min(runs, from + BLOCK); run++) {
                sim.run(new RunKey(SEED, run), outcomes);
            }
        }
    }

    /** A loop of nothing but arithmetic, in as many blocks: what the processors give two threads at the time. */
    void arithmetic() throws InterruptedException, ExecutionException {
        onThreads(threads, this::calculate);
    }

    private void calculate(AtomicLong next) {
        long sum = 0;
        for (long from = next.getAndAdd(BLOCK); from < runs; from = next.getAndAdd(BLOCK)) {
            for (int i = 0; i < BLOCK * STEPS_A_RUN; i++) {
                sum = (sum ^ i) * 0x9E3779B97F4A7C15L;
            }
        }
        calculated.add(sum);
    }

    private static void onThreads(int threads, Consumer<AtomicLong> work)
            throws InterruptedException, ExecutionException {
        AtomicLong next = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (Future<?> part : IntStream.range(0, threads)
                .mapToObj(i -> pool.submit(() -> work.accept(next)))
                .toList()) {
            part.get();
        }
        pool.shutdown();
    }

    /** The same as parts of a result on disk. */
    @Benchmark
    public void stored() throws InterruptedException {
        store(Experiment.batch(scenario, SEED), runs);
    }

    /** As many runs as points of a design, few at each, planned and stored. */
    @Benchmark
    public void points() throws InterruptedException {
        List<Map<String, String>> points = IntStream.range(0, runs / RUNS_A_POINT)
                .mapToObj(i -> Map.of("actors.japan.policy.assertiveness", Double.toString(0.5 + i / (double) runs)))
                .toList();
        store(DesignExperiment.of("points", List.of(scenario), points, SEED), RUNS_A_POINT);
    }

    private void store(Experiment experiment, long each) throws InterruptedException {
        Path own = folder.resolve(experiment.name());
        try (ResultStore store = ResultStore.open(own, experiment.identity(), each)) {
            List<Job.Slice> all = Job.everyArm(experiment, each);
            ExecutionSettings settings = ExecutionSettings.local(threads, 0);
            new LocalEngine().run(new Job(experiment, store, all, settings, new Cancellation()), RunListener.NONE);
        }
    }
}
