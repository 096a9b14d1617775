/**
 * Scenario discovery: where in the space of factors the cases of interest lie. Boxes by the patient rule induction
 * method (PRIM), and a classification tree.
 *
 * <p>Uses the packages draw and analysis.design, and Commons Math.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.discovery;
