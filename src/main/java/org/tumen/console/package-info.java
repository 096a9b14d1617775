/**
 * MASON's Console on the model: a {@link sim.display.GUIState} beside the headless simulation, with the parameters of the
 * scenario as an inspector, the actors as a network and the indices as a time series.
 *
 * <p>Beside the simulation this is the only package that uses MASON, and of MASON it uses only what works without further
 * libraries. Uses the packages world, scenario, outcome, simulation, experiment and study.
 */
@NullMarked
package org.tumen.console;

import org.jspecify.annotations.NullMarked;
