/**
 * Where to look: factors with their distributions, and designs of points on the unit cube that the factors' quantile
 * functions turn into values (grid, Latin hypercube, Sobol sequence, Morris trajectories, Saltelli's cross-sampling).
 *
 * <p>Each design says how many points it has before it generates any. Uses the package draw and Commons Math.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.design;
