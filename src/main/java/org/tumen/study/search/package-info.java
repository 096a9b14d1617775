/** Searches of the levers for policies that no other beats. Uses the package study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.search;
