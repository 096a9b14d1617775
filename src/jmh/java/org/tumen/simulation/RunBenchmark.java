package org.tumen.simulation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;

/**
 * What a run of the default scenario costs: on MASON's schedule, with the same phases in a bare loop, and as
 * {@link BareLoop}. The first is to stay within 1.15 times the second and 1.25 times the third.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgs = "-XX:+UseParallelGC")
public class RunBenchmark {
    private static final int COMPARED_RUNS = 300;

    private final Scenario scenario = DefaultScenario.with();
    private final DiplomacySim sim = new DiplomacySim(scenario);
    private final BareLoop bare = new BareLoop(BareScenario.read(scenario));
    private final double[] outcomes = new double[Outcome.all().size()];
    private long run;

    /** Makes sure that what is compared computes the same. */
    @Setup
    public void compare() {
        BareLoopCheck.requireEqual(scenario, COMPARED_RUNS);
    }

    /** A run as a batch makes it. */
    @Benchmark
    public double[] scheduled() {
        sim.run(new RunKey(1, run++), outcomes);
        return outcomes;
    }

    /** The same phases, driven by a loop. */
    @Benchmark
    public double[] phases() {
        sim.turnTo(new RunKey(1, run++));
        sim.begin();
        int weeks = scenario.weeks();
        while (sim.week() < weeks) {
            sim.weekOfPhases().step(sim);
        }
        sim.write(outcomes);
        return outcomes;
    }

    /** The same equations and nothing else. */
    @Benchmark
    public double[] bareLoop() {
        bare.run(new RunKey(1, run++), outcomes);
        return outcomes;
    }
}
