/**
 * Policies as scripts: acts and votes on dates. Uses the package policy.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.policy.script;
