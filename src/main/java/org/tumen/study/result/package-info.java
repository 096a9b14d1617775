/** Stored results as things given to the program: which is meant, what is in them, how two differ; shares of one, and
 * runs of it that failed. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.result;
