package org.tumen.policy;

import org.tumen.world.Action;

/** What a warner knows: the public record, its own intelligence and its own past words. It does not see the deal. */
public interface WarnerView extends View {
    /** Belief that a deal is live, b, 0..1. */
    double belief();

    /** True when its monitoring gave a signal this week. */
    boolean signal();

    /** Credibility of its words, c, 0..1. */
    double credibility();

    /** True while a warning of its own stands unsettled. */
    boolean commitmentOpen();

    /** The last rung other than hold, or hold when it never acted. */
    Action lastAction();

    /** How much it has been repeating that rung, 0..1. */
    double repetition();

    /** How tired it is of acting, 0..1. */
    double fatigue();

    /** True while it has a package of sanctions in preparation. */
    boolean packagePending();

    /** Weeks since its last act other than hold; a large number when it never acted. */
    int weeksSinceAct();

    /** Weeks since its last warning; a large number when it never warned. */
    int weeksSinceWarning();

    /** Packages of sanctions it has executed so far. */
    int packages();
}
