package org.tumen.ballot;

import java.time.LocalDate;
import java.util.List;

/**
 * Days on which rivalry may have changed at once: on each it is drawn anew from a distribution of its own with some
 * probability.
 *
 * @param dates the days, rising
 * @param probability that rivalry is drawn anew on such a day, 0 to 1
 * @param target from what it is drawn
 */
public record Ruptures(List<LocalDate> dates, double probability, LevelDistribution target) {
    /** The annexation of Crimea, 18 March 2014, and the invasion of Ukraine, 24 February 2022. */
    private static final List<LocalDate> DATES = List.of(LocalDate.of(2014, 3, 18), LocalDate.of(2022, 2, 24));

    private static final LevelDistribution HIGH = LevelDistribution.of(.02, .06, .12, .2, .3, .3);

    /** The model's defaults: drawn anew with probability one half, mostly high. */
    public static final Ruptures DEFAULT = new Ruptures(DATES, .5, HIGH);

    /** The same days with half that probability. */
    public static final Ruptures CAUTIOUS = new Ruptures(DATES, .25, HIGH);

    /** @throws IllegalArgumentException when the days do not rise or the probability is none */
    public Ruptures {
        dates = List.copyOf(dates);
        for (int i = 1; i < dates.size(); i++) {
            if (!dates.get(i - 1).isBefore(dates.get(i))) {
                throw new IllegalArgumentException("the days of ruptures rise: " + dates);
            }
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies in 0..1, not " + probability);
        }
    }
}
