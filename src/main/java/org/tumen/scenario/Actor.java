package org.tumen.scenario;

import org.tumen.policy.PolicySpec;
import org.tumen.world.Role;

/** An actor as a scenario casts it. */
public sealed interface Actor permits Seller, Buyer, Warner, Ally, Council {
    /** Name in texts and pictures. */
    String label();

    /** How it decides. */
    PolicySpec policy();

    /** The same actor with another policy. */
    default Actor withPolicy(PolicySpec other) {
        if (this instanceof Seller s) {
            return new Seller(s.iso3(), s.label(), s.hardship(), s.campaign(), other);
        }
        if (this instanceof Buyer b) {
            return new Buyer(b.iso3(), b.label(), b.need(), b.secrecy(), b.generosity(), other);
        }
        if (this instanceof Warner w) {
            return new Warner(
                    w.iso3(),
                    w.label(),
                    w.effort(),
                    w.intelligence(),
                    w.credibility(),
                    w.habit(),
                    w.effects(),
                    w.packages(),
                    other);
        }
        if (this instanceof Ally a) {
            return new Ally(
                    a.iso3(),
                    a.label(),
                    a.vigilance(),
                    a.disclosureEvidence(),
                    a.disclosureHeat(),
                    a.exercises(),
                    a.packages(),
                    other);
        }
        Council c = (Council) this;
        return new Council(
                c.label(),
                c.roster(),
                c.aligned(),
                c.partlyAligned(),
                c.rivalry(),
                c.voting(),
                c.strengths(),
                c.mandate(),
                c.deliberation(),
                c.effects(),
                c.regime(),
                other);
    }

    /** The part it plays. */
    default Role role() {
        if (this instanceof Seller) {
            return Role.SELLER;
        }
        if (this instanceof Buyer) {
            return Role.BUYER;
        }
        if (this instanceof Warner) {
            return Role.WARNER;
        }
        return this instanceof Ally ? Role.ALLY : Role.COUNCIL;
    }
}
