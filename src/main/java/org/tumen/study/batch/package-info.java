/** Batches: scenarios simulated many times, with the distributions of their outcomes. Uses the package study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.batch;
