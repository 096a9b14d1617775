/**
 * What the runs of one scenario gave, whichever kind of study made them: tables and live charts of an arm, its parameters, its
 * single runs. Uses the package study.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.study.arm;
