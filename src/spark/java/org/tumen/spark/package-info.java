/**
 * An engine that makes the runs of an experiment on Apache Spark. Compiled by the Maven profile {@code spark}. Scenarios and
 * ranges of runs travel to the executors, rows and weekly counts come back, and the driver stores them.
 *
 * <p>Uses the packages scenario, outcome, simulation, store and experiment.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.spark;
