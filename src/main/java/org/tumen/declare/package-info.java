/**
 * Parameters as they are declared, once, on the components of records: meaning, default, range, unit, basis.
 *
 * <p>Knows no actor. Uses the packages document and distribution.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.declare;
