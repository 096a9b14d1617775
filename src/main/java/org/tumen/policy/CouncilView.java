package org.tumen.policy;

import org.tumen.world.Action;

/** What the Council's penholder knows: the public record and how the members can be expected to vote. */
public interface CouncilView extends View {
    /** The strength of the draft that an action tables, 0..1; 0 for tabling nothing. */
    double strength(Action action);

    /** The exact probability that a draft resolution of the given strength is adopted. */
    double adoptionProbability(double strength);

    /** The exact probability that no member votes against a text of the given strength. */
    double unopposedProbability(double strength);

    /** True when a warner referred the matter this week. */
    boolean referred();
}
