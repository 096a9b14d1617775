package org.tumen.spark;

import java.io.Serializable;

/**
 * What an executor is asked for: a stretch of runs of an arm.
 *
 * @param arm the arm's name
 * @param from the first run
 * @param to one past the last
 */
record SparkPart(String arm, long from, long to) implements Serializable {}
