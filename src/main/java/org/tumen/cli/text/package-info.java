/**
 * What commands write to the terminal and to files of their own, apart from the commands that write it.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.cli.text;
