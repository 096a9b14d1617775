/** Sweeps: points over the levers, and what outcomes do there. Uses the package study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.sweep;
