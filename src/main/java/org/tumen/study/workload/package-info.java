/**
 * What a study would take, told without making it.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.study.workload;
