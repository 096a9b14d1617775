/**
 * The game between the actors: normal forms, best replies, dominance, pure and mixed Nash equilibria, and the same from
 * payoffs that were estimated by simulation and carry Monte Carlo error.
 *
 * <p>Uses the packages draw and analysis.design (for its sequences of draws), and Commons Math.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.game;
