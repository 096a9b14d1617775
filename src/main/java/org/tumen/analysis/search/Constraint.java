package org.tumen.analysis.search;

import org.tumen.words.Numbers;

/**
 * What a point must keep to. Over several worlds it must hold in each, so the value is that of the worst world.
 *
 * @param statistic the statistic of a point's runs
 * @param atMost whether the limit is an upper one
 */
public record Constraint(Statistic statistic, boolean atMost, double limit) {
    /** The value in the world where it is worst. */
    public double value(double[] byWorld) {
        return Worlds.WORST.of(byWorld, !atMost, byWorld);
    }

    /** By how much a value breaks the limit, in units of the limit's size; 0 when it keeps to it. */
    public double violation(double value) {
        double beyond = atMost ? value - limit : limit - value;
        return Double.isNaN(beyond) ? Double.MAX_VALUE : Math.max(0, beyond) / Math.max(1e-9, Math.abs(limit));
    }

    @Override
    public String toString() {
        return statistic + (atMost ? " <= " : " >= ") + Numbers.typed(limit);
    }
}
