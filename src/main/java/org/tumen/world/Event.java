package org.tumen.world;

/**
 * An act of an actor, as every observer of a run receives it. Immutable.
 *
 * @param week the week, from 0
 * @param kind what happened
 * @param source who acted: the name of an actor, the ISO-3 code of a Council member (veto), {@link #REGION},
 *     {@link #PANEL} or {@link #COALITION}
 * @param target on whom: likewise
 * @param magnitude the size in the unit of the kind: the deal's volume or the lot (units of volume), the
 *     strength of a draft (0..1), the share of channels that a package closes (0..1), the evidence published (0..1), the
 *     belief behind a statement (0..1), the size of a shock (index points); 1 where the kind has no size
 */
public record Event(int week, EventKind kind, String source, String target, double magnitude) {
    /** The region as source or target. */
    public static final String REGION = "region";

    /** The Council's expert panel as source. */
    public static final String PANEL = "panel";

    /** The monitoring coalition as source. */
    public static final String COALITION = "coalition";
}
