/**
 * Keyed random draws: every draw is a pure function of (seed, run, week, actor, decision).
 *
 * <p>Nothing else in the program draws random numbers. Because a draw does not depend on how many were made before it,
 * two policies compared on the same run meet the same shocks (common random numbers), any run can be replayed alone,
 * and results do not depend on threads, order or machine. This package uses no other package of the program.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.draw;
