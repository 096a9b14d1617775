package org.tumen.analysis.calibration;

import java.util.List;

/**
 * A generation of weighted particles: a plain record, the whole state of a calibration after that generation.
 *
 * @param generation number of the generation, from 0
 * @param tolerance largest distance accepted; infinite in generation 0
 * @param scales scale of each summary statistic in the distance
 * @param attempts points that this generation tried, those outside of the priors, which are not simulated, among them
 * @param simulations points tried so far, this generation's and those of one after it that was given up included
 */
public record Population(
        int generation,
        double tolerance,
        List<Double> scales,
        List<Particle> particles,
        long attempts,
        long simulations) {
    public Population {
        scales = List.copyOf(scales);
        particles = List.copyOf(particles);
    }

    /** The same after trying more points, in vain. */
    Population afterTrying(long simulations) {
        return new Population(generation, tolerance, scales, particles, attempts, simulations);
    }

    /** Share of the points that this generation tried that were accepted. */
    public double acceptance() {
        return (double) particles.size() / attempts;
    }

    /** Number of independent points that the particles are worth, see {@link Posterior#effectiveSize}. */
    public double effectiveSampleSize() {
        return Posterior.of(this).effectiveSize();
    }
}
