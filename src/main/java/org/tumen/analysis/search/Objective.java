package org.tumen.analysis.search;

import org.tumen.words.Texts;

/**
 * What a search strives for.
 *
 * @param name short name in tables and files
 * @param statistic the statistic of a point's runs in one world
 * @param more whether more of it is better
 * @param worlds how several worlds become one value
 */
public record Objective(String name, Statistic statistic, boolean more, Worlds worlds) {
    /** The value over the worlds, in the statistic's own sign; a regret where the worlds become one by regret. */
    public double value(double[] byWorld, double[] best) {
        return worlds.of(byWorld, more, best);
    }

    /** A value turned so that less is better. */
    public double minimised(double value) {
        return moreIsBetter() ? -value : value;
    }

    /** Whether more of {@link #value} is better; of a regret less always is. */
    public boolean moreIsBetter() {
        return more && worlds != Worlds.REGRET;
    }

    /** What a reader calls it: the name that the study gives it, else its statistic in words. */
    public String label() {
        if (worlds != Worlds.REGRET) {
            return named() ? name : statistic.label();
        }
        return "Regret in " + (named() ? name : Texts.lower(statistic.label()));
    }

    /** The same, and what is meant by a name that the study gives. */
    public String explained() {
        return named() ? label() + ": " + Texts.lower(statistic.label()) : label();
    }

    public String unit() {
        return statistic.unit();
    }

    private boolean named() {
        return !name.equals(statistic.outcome().key()) && !name.equals(statistic.toString());
    }
}
