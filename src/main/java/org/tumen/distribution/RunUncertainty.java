package org.tumen.distribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/**
 * The uncertain parameters of a scenario, drawn once a run: every factor has its own stream of keyed draws, so that run
 * 42 has the same values whichever other runs are drawn, and an added factor moves no other.
 *
 * <p>An object of this class belongs to one thread.
 */
public final class RunUncertainty {
    private final FactorSpace space;
    private final @Nullable RankCorrelation correlation;
    private final List<Stream> streams;
    private final Draws draws = new Draws();

    /**
     * @param space the factors
     * @param correlation their rank correlations, or null for independence
     * @throws IllegalArgumentException when the correlation has another size than the space
     */
    public RunUncertainty(FactorSpace space, @Nullable RankCorrelation correlation) {
        if (correlation != null && correlation.matrix().length != space.size()) {
            throw new IllegalArgumentException("rank correlations of " + correlation.matrix().length
                    + " factors were given for " + space.size() + " factors");
        }
        this.space = space;
        this.correlation = correlation;
        Streams register = new Streams();
        streams = space.paths().stream()
                .map(path -> register.register("uncertainty", path))
                .toList();
    }

    /** The values of the factors in a run. */
    public double[] values(long seed, long run) {
        draws.startRun(seed, run);
        double[] unit = new double[space.size()];
        for (int j = 0; j < unit.length; j++) {
            unit[j] = draws.uniform(streams.get(j), 0);
        }
        return space.values(correlation == null ? unit : correlation.copula(unit));
    }
}
