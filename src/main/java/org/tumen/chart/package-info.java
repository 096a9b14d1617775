/**
 * Pictures of analysis results, as PNG and SVG. Computes no statistics: everything it draws is handed to it. JFreeChart
 * draws axes and grids; the marks within are drawn here, so that both formats come from one drawing. Uses
 * {@code org.tumen.words} alone.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.chart;
