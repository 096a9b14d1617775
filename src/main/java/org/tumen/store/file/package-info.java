/**
 * Files that are written beside their place, synced and renamed, and the checksums that they are held against.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.store.file;
