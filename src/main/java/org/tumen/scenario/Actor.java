package org.tumen.scenario;

import org.tumen.policy.PolicySpec;
import org.tumen.world.Role;

/** An actor as a scenario casts it. */
public sealed interface Actor permits Seller, Buyer, Warner, Council {
    /** Name in texts and pictures. */
    String label();

    /** How it decides. */
    PolicySpec policy();

    /** The part it plays. */
    default Role role() {
        if (this instanceof Seller) {
            return Role.SELLER;
        }
        if (this instanceof Buyer) {
            return Role.BUYER;
        }
        return this instanceof Warner ? Role.WARNER : Role.COUNCIL;
    }
}
