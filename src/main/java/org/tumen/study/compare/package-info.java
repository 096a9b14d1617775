/** Comparisons of policies on common random numbers. Uses the package study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.compare;
