/**
 * What is made of stored results: summaries as files, pictures in the result folder, the offline report.
 *
 * <p>Everything here can be made again from a result folder alone, without simulating. Uses the packages analysis, chart and
 * store and those below them.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.report;
