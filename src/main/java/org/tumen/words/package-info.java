/**
 * Texts fit for people: numbers in one vocabulary, the nearest of some names, text tables, words for a shell.
 *
 * <p>Uses no other package of the program.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.words;
