package org.tumen.analysis.calibration;

/**
 * A simulator seen from calibration: parameters in, summary statistics out. It must be a pure function of its arguments
 * and may be called from several threads at once.
 */
@FunctionalInterface
public interface Simulator {
    /**
     * Simulates once.
     *
     * @param parameters the parameters, in the order of the priors
     * @param run the key of the run's draws
     * @return summary statistics, always the same number; one that is not finite makes the run count as infinitely far
     */
    double[] simulate(double[] parameters, long run);
}
