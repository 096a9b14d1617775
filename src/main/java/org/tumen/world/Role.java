package org.tumen.world;

/** The part an actor plays. A scenario casts one seller, one buyer, one council and any number of warners. */
public enum Role {
    /** Has arms to sell; tests missiles. */
    SELLER,
    /** Needs munitions; pays in goods or in technology. */
    BUYER,
    /** Watches for a deal and answers it in public. */
    WARNER,
    /** The UN Security Council. */
    COUNCIL
}
