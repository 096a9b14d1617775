package org.tumen.simulation;

import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.util.FastMath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tumen.draw.Draws;
import org.tumen.draw.NormalSeries;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/** What the parts of a run cost: draws, the Council's adoption probability, exponentials. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PartsBenchmark {
    private static final int ARGUMENTS = 1024;
    private static final int WEEKS = 156;

    private final Draws draws = new Draws();
    private final Stream stream = new Streams().register("benchmark", "draw");
    private final CouncilState council = new DiplomacySim(DefaultScenario.with()).council();
    private final double[] arguments = spread();
    private final NormalSeries series = new NormalSeries(draws, stream, WEEKS);
    private int week;
    private long run;
    private double strength;

    /** Arguments over the range that the model meets, -12 to 12, in no order. */
    private static double[] spread() {
        double[] arguments = new double[ARGUMENTS];
        Draws draws = new Draws();
        Stream stream = new Streams().register("benchmark", "argument");
        for (int i = 0; i < ARGUMENTS; i++) {
            arguments[i] = -12 + 24 * draws.uniform(stream, i);
        }
        return arguments;
    }

    private double argument() {
        week = (week + 1) & (ARGUMENTS - 1);
        return arguments[week];
    }

    /** A uniform draw. */
    @Benchmark
    public double uniform() {
        week = (week + 1) & (ARGUMENTS - 1);
        return draws.uniform(stream, week);
    }

    /** A standard normal draw. */
    @Benchmark
    public double normal() {
        week = (week + 1) & (ARGUMENTS - 1);
        return draws.normal(stream, week);
    }

    /** A standard normal draw of a stream of which a run's weeks are worked out together. */
    @Benchmark
    @OperationsPerInvocation(WEEKS)
    public double normalInSeries() {
        draws.startRun(1, ++run);
        double sum = 0;
        for (int i = 0; i < WEEKS; i++) {
            sum += series.at(i);
        }
        return sum;
    }

    /** The probability that the Council adopts a draft. */
    @Benchmark
    public double adoptionProbability() {
        strength = strength < 0.9 ? strength + 0.001 : 0;
        return council.adoptionProbability(strength);
    }

    /** The exponential of the model. */
    @Benchmark
    public double expPortable() {
        return PortableMath.exp(argument());
    }

    /** The exponential that the language specifies to the bit. */
    @Benchmark
    public double expStrict() {
        return StrictMath.exp(argument());
    }

    /** The exponential of Commons Math. */
    @Benchmark
    public double expFast() {
        return FastMath.exp(argument());
    }

    /** The exponential that a virtual machine may replace by its own. */
    @Benchmark
    public double expIntrinsic() {
        return Math.exp(argument());
    }
}
