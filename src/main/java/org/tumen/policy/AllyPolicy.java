package org.tumen.policy;

/** A policy of an ally. */
public interface AllyPolicy extends Policy<AllyView> {
    /**
     * Whether the ally discloses or sanctions of its own accord; one that does has spoken before the start. A script and rules
     * tell of the weeks that are simulated alone, so that with them it is the policy below that says.
     */
    default boolean acts() {
        return true;
    }
}
