package org.tumen.analysis.sensitivity;

/** The distribution of outcomes as shares of cells that sum to one; the cells are the same for every call. */
interface OutcomeDensity {
    double[] of(double[] outcomes);
}
