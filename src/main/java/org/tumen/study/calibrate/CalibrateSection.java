package org.tumen.study.calibrate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tumen.declare.Parameter;

/** The settings of a calibration. */
public record CalibrateSection(
        @Parameter(meaning = "Simulation (abc_smc), or the posterior of the vote model (votes)", value = "abc_smc")
        Method method,

        @Parameter(meaning = "Particles of a generation, for abc_smc", value = "300", min = 10, max = 20000)
        int particles,

        @Parameter(meaning = "Most generations, for abc_smc", value = "8", min = 1, max = 100)
        int generations,

        @Parameter(
                meaning = "Quantile of the distances that the next tolerance is, for abc_smc",
                value = "0.5",
                min = 0.01,
                max = 0.99)
        double quantile,

        @Parameter(meaning = "Runs whose means stand for a point, for abc_smc", value = "1", min = 1, max = 1000)
        int runsPerPoint,

        @Parameter(meaning = "Acceptance below which it ends, for abc_smc", value = "0.02", min = 0.0001, max = 0.9)
        double minAcceptance,

        @Parameter(meaning = "Tolerance at which it ends, for abc_smc", value = "0", min = 0, max = 1e9)
        double targetTolerance,

        @Parameter(meaning = "Draws of the importance sample, for votes", value = "60000", min = 100, max = 200000)
        int draws,

        @Parameter(meaning = "Rows of the posterior that are kept, for votes", value = "4000", min = 1, max = 100000)
        int rows,

        @Parameter(meaning = "Last year whose votes are known, for votes", value = "2024", min = 2006, max = 2100)
        int knownTo,

        @Parameter(meaning = "Whether self-interest may be 0 and ruptures are half as sure, for votes", value = "false")
        boolean cautious) {
    public enum Method {
        /** Approximate Bayesian computation by population Monte Carlo. */
        ABC_SMC,
        /** The posterior of the vote model given the recorded votes. */
        VOTES
    }

    /** The keys that belong to the posterior of the votes. */
    static final Set<String> OF_VOTES = Set.of("draws", "rows", "known_to", "cautious");

    boolean votes() {
        return method == Method.VOTES;
    }

    /** The numbers that the method uses, by key: what of them decides a result. */
    Map<String, Double> used() {
        Map<String, Double> settings = new LinkedHashMap<>();
        if (votes()) {
            settings.put("draws", (double) draws);
            settings.put("rows", (double) rows);
            settings.put("known_to", (double) knownTo);
            settings.put("cautious", cautious ? 1.0 : 0.0);
        } else {
            settings.put("particles", (double) particles);
            settings.put("generations", (double) generations);
            settings.put("runs_per_point", (double) runsPerPoint);
            settings.put("quantile", quantile);
            settings.put("min_acceptance", minAcceptance);
            settings.put("target_tolerance", targetTolerance);
        }
        return settings;
    }
}
