/**
 * Result folders: Parquet parts of runs, weekly counts and events, their receipts, the manifest, locking, atomic writes,
 * reading, SQL, joining and verifying. The only package that uses DuckDB.
 *
 * <p>A part is two or three Parquet files and a receipt. The files are written beside their place, synced and renamed;
 * the receipt is renamed last and is what commits the part. A file without a receipt is garbage and is removed by the
 * next process that opens the folder for writing; a receipt whose files are gone or cut short is likewise dropped, so
 * that its runs are computed again. There is no other mutable state while a batch runs.
 *
 * <p>Uses the packages outcome and world.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.store;
