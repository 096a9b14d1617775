package org.tumen.ballot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What is assumed before any vote is seen, beside the priors of the weights.
 *
 * @param rivalry how the hidden rivalry moves; it starts from its base
 * @param ruptures days on which it may have changed at once
 * @param noSelfInterest prior probability that the buyer's self-interest has no weight at all, 0 to 1
 * @param alignment whom rivalry turns against drafts
 * @param buyer ISO 3166-1 alpha-3 code of the buyer
 */
public record VoteAssumptions(
        Rivalry rivalry, Ruptures ruptures, double noSelfInterest, Alignment alignment, String buyer) {
    /** The model's. */
    public static final VoteAssumptions STANDARD =
            new VoteAssumptions(Rivalry.DEFAULT, Ruptures.DEFAULT, 0, Alignment.DEFAULT, "RUS");

    /**
     * Less inclined to what made the vetoes of 2022 and 2024 likely: self-interest has no weight with probability one
     * half, and ruptures redraw rivalry half as often.
     */
    public static final VoteAssumptions CAUTIOUS =
            new VoteAssumptions(Rivalry.DEFAULT, Ruptures.CAUTIOUS, .5, Alignment.DEFAULT, "RUS");

    private static final double DAYS_A_WEEK = 7;

    /** @throws IllegalArgumentException when the probability is none */
    public VoteAssumptions {
        if (!(noSelfInterest >= 0 && noSelfInterest <= 1)) {
            throw new IllegalArgumentException("a probability lies in 0..1, not " + noSelfInterest);
        }
    }

    /** Moves a belief from one day on to a later one, through the ruptures after the first and up to the second. */
    public void advance(Belief belief, LocalDate from, LocalDate to) {
        LocalDate day = from;
        for (LocalDate rupture : ruptures.dates()) {
            if (rupture.isAfter(day) && !rupture.isAfter(to)) {
                drift(belief, day, rupture);
                belief.redraw(ruptures.probability(), ruptures.target());
                day = rupture;
            }
        }
        drift(belief, day, to);
    }

    private void drift(Belief belief, LocalDate from, LocalDate to) {
        double weeks = ChronoUnit.DAYS.between(from, to) / DAYS_A_WEEK;
        belief.redraw(rivalry.moved(weeks), rivalry.base());
    }
}
