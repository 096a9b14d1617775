package org.tumen.policy;

/** What an ally knows: the public record, whether it saw the deal this week, and its own acts. */
public interface AllyView extends View {
    /** True when its monitoring saw a live deal this week. */
    boolean signal();

    /** True when it has imposed a package of sanctions this week. */
    boolean actedThisWeek();

    /** Packages of sanctions it has imposed so far. */
    int packages();
}
