package org.tumen.policy;

/** A policy as a scenario chooses it: the name of its type, and its checked parameters. */
public record PolicySpec(String type, Record parameters) {}
