/**
 * What a run yields: its key, its outcomes (named, typed, directed measures), its weekly series, or its failure.
 *
 * <p>Uses the package world.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.outcome;
