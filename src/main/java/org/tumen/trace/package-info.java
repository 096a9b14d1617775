/**
 * One run looked at: told as a chronicle, compared with another, one of its decisions changed, found as representative of
 * many.
 *
 * <p>Uses the packages experiment and analysis.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.trace;
