/**
 * Policies as rules: conditions over the numbers that a view shows, compiled from an expression, and the first rule that
 * holds decides. Uses the package policy.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.policy.rules;
