/** Sensitivity analyses: which parameters matter. Uses the package study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.sensitivity;
