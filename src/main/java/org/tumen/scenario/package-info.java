/**
 * Scenarios: one world and its policies, as immutable records that cannot hold a value out of range.
 *
 * <p>Each number of the model is declared once, by {@link org.tumen.declare.Parameter} on a record component; reading,
 * validation, {@code --set}, the listing of parameters and the JSON Schema follow from the declarations. What is uncertain in
 * a scenario is drawn here too, once for a run. Uses the packages policy and ballot.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.scenario;
