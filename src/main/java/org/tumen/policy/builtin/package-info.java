/**
 * The policies that come with the program and their parameters, registered in one list
 * ({@link org.tumen.policy.builtin.BuiltIn}). Uses the package policy and its packages for rules and scripts.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.policy.builtin;
