/**
 * Files whose content nobody vouches for: YAML and JSON read into nodes that know their place, and the problems found in
 * them.
 *
 * <p>Uses the package words.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.document;
