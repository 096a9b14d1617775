package org.tumen.policy;

/** What the buyer knows: the public record, its own need and its own deal. */
public interface BuyerView extends PartyView {
    /** Need of munitions, n, 0..1. */
    double need();
}
