package org.tumen.report;

/**
 * What a report says of a parameter beside its value. The caller knows it from the declarations of the parameters; a
 * stored result holds values only.
 *
 * @param path its path in a scenario, such as {@code actors.japan.policy.assertiveness}
 * @param standard its declared default as files write it; empty when it has none
 * @param unit its unit; empty for a pure number
 * @param meaning what it is
 */
public record ParameterNote(String path, String standard, String unit, String meaning) {}
