package org.tumen.analysis.calibration;

import java.util.List;

/**
 * One accepted point of a population.
 *
 * @param statistics the summary statistics it gave
 * @param distance their distance from the observed ones
 * @param weight its importance weight; the weights of a population add up to 1
 * @param run key of the run that gave them
 */
public record Particle(List<Double> parameters, List<Double> statistics, double distance, double weight, long run) {
    public Particle {
        parameters = List.copyOf(parameters);
        statistics = List.copyOf(statistics);
    }

    Particle withWeight(double other) {
        return new Particle(parameters, statistics, distance, other, run);
    }
}
