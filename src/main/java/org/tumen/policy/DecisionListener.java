package org.tumen.policy;

/** Receives decisions as they are made. */
@FunctionalInterface
public interface DecisionListener {
    /** Called after each decision. */
    void decided(Decision decision);
}
