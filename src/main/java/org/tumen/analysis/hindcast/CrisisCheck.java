package org.tumen.analysis.hindcast;

import java.time.LocalDate;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.tumen.analysis.score.Coverage;
import org.tumen.world.history.History;

/**
 * Whether any crisis comes in the weeks of a scenario: what the record's rate says, and the share of runs. Crises of the
 * record are taken as a Poisson process, its rate with Jeffreys's prior: a gamma distribution of shape n + ½ and n's number of
 * years.
 *
 * @param crises crises of the record
 * @param years years of the record
 * @param mean the probability that the record says
 * @param low its 5 % quantile
 * @param high its 95 % quantile
 * @param simulated share of runs with a crisis
 */
public record CrisisCheck(int crises, double years, double mean, double low, double high, Coverage simulated) {
    /** Begin and end of what was looked through for crises: nine years to the start of the default scenario. */
    private static final LocalDate FROM = LocalDate.of(2014, 9, 1);

    private static final LocalDate UNTIL = LocalDate.of(2023, 9, 1);

    private static final double DAYS_A_YEAR = 365.25;

    /**
     * Compares.
     *
     * @param weeks length of the runs
     * @param any runs with a crisis
     * @param runs all runs, at least one
     */
    public static CrisisCheck of(int weeks, int any, int runs) {
        int crises = (int) History.crises().stream()
                .filter(c -> !c.begin().isBefore(FROM) && c.begin().isBefore(UNTIL))
                .count();
        double years = (UNTIL.toEpochDay() - FROM.toEpochDay()) / DAYS_A_YEAR;
        double span = 7 * weeks / DAYS_A_YEAR;
        double shape = crises + .5;
        GammaDistribution rate = new GammaDistribution(null, shape, 1 / years);
        return new CrisisCheck(
                crises,
                years,
                1 - Math.pow(years / (years + span), shape),
                1 - Math.exp(-span * rate.inverseCumulativeProbability(.05)),
                1 - Math.exp(-span * rate.inverseCumulativeProbability(.95)),
                new Coverage(any, runs));
    }

    /** Whether the share of runs lies in what the record allows. */
    public boolean compatible() {
        return simulated.share() >= low && simulated.share() <= high;
    }
}
