/**
 * Parts: the Parquet files of a range of runs and the receipt that commits them; writing, reading and checking them
 * by DuckDB.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.store.part;
