/**
 * Reading of event data in the layouts of GDELT 1.0 and 2.0, ICEWS and POLECAT, and its aggregation to a dyad's weekly
 * counts and Goldstein sums. Reads from a reader that the caller opens; bad rows are counted and listed.
 *
 * <p>Uses the packages world and document.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.eventdata;
