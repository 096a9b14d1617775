package org.tumen.analysis.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/**
 * Approximate Bayesian computation by population Monte Carlo: each generation draws an ancestor by weight, moves it by a
 * normal step with twice the weighted variance, simulates, accepts what lies within the tolerance, and weights what is
 * accepted by prior over mixture density.
 *
 * <p>Source: M. A. Beaumont, J.-M. Cornuet, J.-M. Marin, C. P. Robert, "Adaptive approximate Bayesian computation",
 * Biometrika 96 (2009) 983–990. Deviations: the tolerance of a generation is a quantile of the distances of the one
 * before (P. Del Moral, A. Doucet, A. Jasra, Statistics and Computing 22 (2012) 1009–1020, choose it adaptively too)
 * instead of a list given in advance; distances are scaled by the median absolute deviation of generation 0, which is
 * drawn from the prior and accepts everything.
 *
 * <p>The draws of an attempt depend on (seed, generation, particle, attempt) and nothing else; particles are independent
 * given the generation before, so that they may be computed in parallel.
 */
public final class PopulationMonteCarlo {
    private static final Stream ANCESTOR = new Streams().register("abc", "ancestor");
    private static final Stream MOVE = new Streams().register("abc", "move");
    private static final int ATTEMPT_BITS = 34;
    private static final int GENERATION_BITS = 10;

    /** Attempts after which a particle gives up, so that a tolerance that cannot be met ends the calibration. */
    private final long maxAttempts;

    private final List<PriorDistribution> priors;
    private final double[] observed;
    private final Simulator simulator;
    private final Parallel parallel;
    private final AbcSettings settings;
    private final List<Double> units;

    /**
     * A calibration whose distance takes statistics in given units.
     *
     * @param priors one prior for each parameter
     * @param observed summary statistics of what happened
     * @param units for each statistic the difference that counts as 1; NaN for the median absolute deviation of generation 0
     * @param settings how it runs
     * @param parallel what simulates several particles at a time
     */
    public PopulationMonteCarlo(
            List<PriorDistribution> priors,
            double[] observed,
            List<Double> units,
            Simulator simulator,
            AbcSettings settings,
            Parallel parallel) {
        if (units.size() != observed.length) {
            throw new IllegalArgumentException(
                    "there are " + units.size() + " units for " + observed.length + " targets");
        }
        this.units = List.copyOf(units);
        if (priors.isEmpty() || observed.length == 0) {
            throw new IllegalArgumentException("a calibration needs a parameter and a target");
        }
        this.priors = List.copyOf(priors);
        this.observed = observed.clone();
        this.simulator = simulator;
        this.parallel = parallel;
        this.settings = settings;
        this.maxAttempts = settings.minAcceptance() > 0 ? (long) Math.ceil(20 / settings.minAcceptance()) : 1_000_000;
    }

    /**
     * Runs from the prior until a rule stops it; the checkpoint receives every population as soon as it is complete.
     *
     * @throws InterruptedException when it was stopped; the populations that the checkpoint received are complete
     */
    public Population run(Consumer<Population> checkpoint) throws InterruptedException {
        Population first = first();
        checkpoint.accept(first);
        return resume(first, checkpoint);
    }

    /**
     * Takes up after a population, with the same result as a run that was never stopped. What a generation tried that was given
     * up counts among the points tried of the last one that was whole.
     */
    public Population resume(Population from, Consumer<Population> checkpoint) throws InterruptedException {
        Population current = from;
        while (!stopped(current)) {
            Population next = next(current);
            if (next.particles().size() < settings.particles()) {
                return current.afterTrying(next.simulations());
            }
            checkpoint.accept(next);
            current = next;
        }
        return current;
    }

    /** Why a calibration does not go on after a population. */
    public boolean stopped(Population population) {
        return population.generation() > 0
                        && (population.tolerance() <= settings.targetTolerance()
                                || population.acceptance() < settings.minAcceptance())
                || population.generation() + 1 >= settings.maxGenerations();
    }

    /** Generation 0: draws from the prior, all accepted; it sets the scales of the distance. */
    public Population first() throws InterruptedException {
        int n = settings.particles();
        double[][] points = new double[n][];
        double[][] statistics = new double[n][];
        parallel.each(n, i -> {
            long run = key(0, i, 0);
            points[i] = fromPrior(run);
            statistics[i] = simulate(points[i], run);
        });
        List<Double> spread = Distance.scales(Arrays.asList(statistics));
        List<Double> scales = new ArrayList<>();
        for (int s = 0; s < observed.length; s++) {
            scales.add(units.get(s) > 0 ? units.get(s) : spread.get(s));
        }
        List<Particle> particles = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double distance = Distance.between(statistics[i], observed, scales);
            particles.add(new Particle(boxed(points[i]), boxed(statistics[i]), distance, 1.0 / n, key(0, i, 0)));
        }
        return new Population(0, Double.POSITIVE_INFINITY, scales, particles, n, n);
    }

    /**
     * The generation after a population. It holds fewer particles than asked when one gave up after 20 times the
     * attempts that the least acceptance allows.
     */
    public Population next(Population previous) throws InterruptedException {
        double tolerance = tolerance(previous);
        Kernel kernel = new Kernel(previous);
        int n = settings.particles();
        long[] attempts = new long[n];
        Particle[] found = new Particle[n];
        parallel.each(n, i -> {
            for (long attempt = 0; attempt < maxAttempts && found[i] == null; attempt++) {
                attempts[i]++;
                found[i] = attempt(kernel, previous, key(previous.generation() + 1, i, attempt), tolerance);
            }
        });
        List<Particle> particles = Arrays.stream(found).filter(Objects::nonNull).toList();
        double sum = particles.stream().mapToDouble(Particle::weight).sum();
        List<Particle> weighted =
                particles.stream().map(p -> p.withWeight(p.weight() / sum)).toList();
        long taken = Arrays.stream(attempts).sum();
        return new Population(
                previous.generation() + 1,
                tolerance,
                previous.scales(),
                weighted,
                taken,
                previous.simulations() + taken);
    }

    /**
     * The next tolerance: the quantile of the distances, or, where statistics are so coarse that the quantile is the
     * present tolerance again, the largest distance below it; otherwise the calibration would stand still.
     */
    private double tolerance(Population previous) {
        double[] distances = previous.particles().stream()
                .mapToDouble(Particle::distance)
                .sorted()
                .toArray();
        int index = (int) Math.floor(settings.quantile() * (distances.length - 1));
        while (index > 0 && distances[index] >= previous.tolerance()) {
            index--;
        }
        return Math.max(settings.targetTolerance(), distances[index]);
    }

    private @Nullable Particle attempt(Kernel kernel, Population previous, long run, double tolerance) {
        Draws draws = new Draws();
        draws.startRun(settings.seed(), run);
        Particle ancestor = kernel.ancestor(draws.uniform(ANCESTOR, 0));
        double[] point = new double[priors.size()];
        double density = 1;
        for (int j = 0; j < point.length; j++) {
            point[j] = ancestor.parameters().get(j) + kernel.sd(j) * draws.normal(MOVE, j);
            density *= priors.get(j).density(point[j]);
        }
        if (density <= 0) {
            return null;
        }
        double[] statistics = simulate(point, run);
        double distance = Distance.between(statistics, observed, previous.scales());
        return distance <= tolerance
                ? new Particle(boxed(point), boxed(statistics), distance, density / kernel.density(point), run)
                : null;
    }

    private double[] fromPrior(long run) {
        Draws draws = new Draws();
        draws.startRun(settings.seed(), run);
        double[] point = new double[priors.size()];
        Arrays.setAll(point, j -> priors.get(j).sample(draws.uniform(MOVE, j)));
        return point;
    }

    private double[] simulate(double[] point, long run) {
        double[] statistics = simulator.simulate(point, run);
        if (statistics.length != observed.length) {
            throw new IllegalArgumentException("the simulator gave " + statistics.length + " statistics where "
                    + observed.length + " are observed");
        }
        return statistics;
    }

    /** The key of an attempt's draws: generation, particle and attempt in bits of their own. */
    static long key(int generation, int particle, long attempt) {
        return ((long) particle << ATTEMPT_BITS + GENERATION_BITS) | ((long) generation << ATTEMPT_BITS) | attempt;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
