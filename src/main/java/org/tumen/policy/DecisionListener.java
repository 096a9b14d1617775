package org.tumen.policy;

/** Is told of decisions as they are made. */
@FunctionalInterface
public interface DecisionListener {
    /** Called after each decision. */
    void decided(Decision decision);
}
