/**
 * A whole result folder held against its checksums, its manifest and its own numbers.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.store.verify;
