package org.tumen.policy;

/**
 * A policy as a scenario chooses it.
 *
 * @param type the name of the policy type
 * @param parameters its checked parameters
 */
public record PolicySpec(String type, Record parameters) {}
