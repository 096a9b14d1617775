package org.tumen.world;

/** The part an actor plays. A scenario casts one seller, one buyer, one council and any number of warners and allies. */
public enum Role {
    /** Has arms to sell; launches missiles. */
    SELLER,
    /** Needs munitions; pays in goods or in technology. */
    BUYER,
    /** Watches for a deal and answers it in public. */
    WARNER,
    /** Sees, discloses and sanctions beside the warners, and exercises. */
    ALLY,
    /** The UN Security Council. */
    COUNCIL
}
