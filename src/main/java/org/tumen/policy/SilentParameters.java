package org.tumen.policy;

/** Silence has no parameters. */
public record SilentParameters() {}
