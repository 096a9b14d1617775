/**
 * The program against the public record: forecasts of votes, launch counts, volumes and dates scored beside naive
 * baselines, each with its sample size. Pure functions over what others simulated; no input or output.
 *
 * <p>Uses the packages draw, world, and of analysis score and vote.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.analysis.hindcast;
