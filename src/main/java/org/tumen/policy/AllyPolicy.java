package org.tumen.policy;

/** A policy of an ally. */
public interface AllyPolicy extends Policy<AllyView> {
    /** Whether the ally ever discloses or sanctions; one that does has spoken before the start. */
    default boolean acts() {
        return true;
    }
}
