/**
 * Proper scoring rules, calibration and naive baselines: how forecasts fare against what happened. Scores are losses
 * (smaller is better) unless said. Pure functions; no input or output.
 *
 * <p>Uses the package draw.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.score;
