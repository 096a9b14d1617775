/**
 * Files that are written beside their place, synced and renamed, the checksums that they are held against, and what is told of
 * those that cannot be written or are damaged.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.store.file;
