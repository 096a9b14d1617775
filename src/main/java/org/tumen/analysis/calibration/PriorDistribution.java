package org.tumen.analysis.calibration;

/** A prior distribution of one parameter. */
public interface PriorDistribution {
    /** The quantile at u, 0 &lt; u &lt; 1: a draw from the prior when u is a uniform draw. */
    double sample(double u);

    /** The density at x; 0 outside the support. */
    double density(double x);
}
