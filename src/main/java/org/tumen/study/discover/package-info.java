/** Scenario discovery: where in the space of parameters outcomes of interest lie. Uses the package study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.discover;
