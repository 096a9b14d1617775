/**
 * The week: how a run unfolds.
 *
 * <p>A run is a {@link org.tumen.simulation.DiplomacySim}, a MASON simulation with a weekly clock. MASON's schedule holds one
 * repeating event a week: a {@code Sequence} of eight {@code Steppable}s, one for each phase of the week, in the order in
 * which the model page tells them: environment, trade, launches, monitoring, warning, dialogue,
 * council, region. Each phase reads and changes
 * the one {@code World}; actors decide through policies, which see their views only. One simulation object serves all the
 * runs of a thread, one after the other.
 *
 * <p>This package is the only user of MASON. MASON's own random number generator is never used: draws are keyed
 * ({@link org.tumen.draw.Draws}). Uses the packages draw, world, ballot, policy, scenario and outcome.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.simulation;
