/**
 * A user's SQL over a result: one SELECT over the result's views, in a database that reads nothing else, within limits of
 * rows, time and memory, in a process of its own.
 *
 * <p>Uses the packages store, outcome and document.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.store.query;
