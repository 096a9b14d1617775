package org.tumen.world;

import org.tumen.words.Texts;

/** The stage of the deal between seller and buyer. */
public enum Stage {
    /** No deal is live. */
    NONE,
    /** The sides are talking. */
    TALKS,
    /** Terms are agreed; nothing has moved yet. */
    AGREED,
    /** Lots are delivered. */
    SHIPPING;

    /** The name as tables write it. */
    public String key() {
        return Texts.key(this);
    }
}
