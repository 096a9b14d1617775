/**
 * Result folders: Parquet parts of runs, weekly counts and events, their receipts, the manifest, locking, atomic writes,
 * checked reading, joining and verifying. With its sub-package for queries the only one that uses DuckDB.
 *
 * <p>A part is two or three Parquet files and a receipt. The files are written beside their place, synced and renamed;
 * the receipt is renamed last and is what commits the part. A file without a receipt is garbage and is removed by the
 * next process that opens the folder for writing; a receipt whose files are gone or damaged is likewise dropped, so
 * that its runs are computed again. There is no other mutable state while a batch runs.
 *
 * <p>Whatever is read is held against a checksum first, and damage is a {@link org.tumen.store.file.DamagedFileException}: a part's
 * files against its receipt (CRC-32C, once a process); receipts, manifest and other JSON that cannot be made again cheaply
 * against the CRC-32C that they end with; what is made from those against {@code SHA256SUMS}.
 *
 * <p>Uses the packages outcome and document.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.store;
