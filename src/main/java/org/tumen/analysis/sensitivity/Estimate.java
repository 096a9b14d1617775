package org.tumen.analysis.sensitivity;

/**
 * An estimate with its confidence interval.
 *
 * @param value the estimate
 * @param lower the lower end of the interval
 * @param upper the upper end of the interval
 */
public record Estimate(double value, double lower, double upper) {}
