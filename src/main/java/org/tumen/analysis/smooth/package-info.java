/**
 * Smooth regression made for many outcomes on the same points: penalised splines of one column and surfaces over many, fitted
 * on all parts of the points but one and read off in the part left out. Pure functions; no input or output.
 *
 * <p>Uses the package draw, and Commons Math.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.smooth;
