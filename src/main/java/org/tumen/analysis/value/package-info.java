/**
 * What a comparison of arms turns on when parameters are uncertain, from the draws that its runs stored: the difference
 * over the prior with luck told apart from parameters, the value of knowing a parameter, its break-even values, and arms
 * weighed by several criteria. Nothing is simulated; every random choice (folds, permutations, weights) is keyed, so that
 * results are pure functions of their inputs.
 *
 * <p>{@link org.tumen.analysis.value.DrawnComparison} does all of it for one outcome. A difference is always arm minus
 * baseline. <em>Luck</em> is what differs between runs of the same point of the parameters; a <em>world</em> is a point
 * with its luck averaged out. Uses analysis, its sub-packages comparison and smooth, and outcome, draw and words, and Commons Math.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.value;
