/**
 * What was found, said once: {@link org.tumen.findings.Findings} holds the answer, sections, typed tables, pictures and live
 * charts; renderers turn them into the text of a terminal, CSV files and one JSON file, from which the report is made.
 *
 * <p>Uses the package chart.
 */
@org.jspecify.annotations.NullMarked
package org.tumen.findings;
