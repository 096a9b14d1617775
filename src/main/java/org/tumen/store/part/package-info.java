/**
 * Parts: the Parquet files of a range of runs and the receipt that commits them; writing, reading and checking them.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.store.part;
