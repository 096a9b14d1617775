package org.tumen.policy.builtin;

/** Silence has no parameters. */
public record SilentParameters() {}
