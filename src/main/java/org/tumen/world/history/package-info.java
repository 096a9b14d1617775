/**
 * The public record that the model is held against: votes of the Security Council on North Korea, launches and nuclear
 * tests, estimates of the arms trade, the dated sequence of 2022 to 2025, crises. Read from the
 * program's own data files, whose heads name publishers and documents and mark what is doubtful.
 *
 * <p>Uses the package world.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.world.history;
