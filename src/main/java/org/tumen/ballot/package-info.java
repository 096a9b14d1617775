/**
 * The vote model of the Security Council, one for simulation, calibration and hindcast: an ordered logit on a spatial
 * model, adoption under Article 27(3) of the Charter, and the filter of beliefs over the hidden rivalry among the
 * permanent members.
 *
 * <p>Arithmetic is the portable one of the draws, so that results agree on every machine. May use the packages
 * {@code draw} and {@code world}.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.ballot;
