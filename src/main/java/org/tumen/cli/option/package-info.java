/**
 * What commands share: groups of options, and the page that some open at the end.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.cli.option;
