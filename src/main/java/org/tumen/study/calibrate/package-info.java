/** Parameters calibrated to the public record. Uses the package study. */
@org.jspecify.annotations.NullMarked
package org.tumen.study.calibrate;
