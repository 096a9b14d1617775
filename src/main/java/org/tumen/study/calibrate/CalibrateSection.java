package org.tumen.study.calibrate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tumen.declare.Parameter;

/** The settings of a calibration. */
public record CalibrateSection(
        @Parameter(meaning = "Simulation (abc_smc), or the likelihood of the votes", value = "abc_smc")
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

        @Parameter(meaning = "By how much priors are widened, for likelihood", value = "1", min = 0.1, max = 100)
        double priorScale,

        @Parameter(meaning = "Draws of the importance sample, for likelihood", value = "2000", min = 100, max = 20000)
        int draws) {
    /** Methods. */
    public enum Method {
        /** Approximate Bayesian computation by population Monte Carlo. */
        ABC_SMC,
        /** Maximum penalised likelihood of the recorded votes. */
        LIKELIHOOD
    }

    /** The keys that belong to the likelihood. */
    static final Set<String> OF_LIKELIHOOD = Set.of("prior_scale", "draws");

    /** The numbers that the method uses, by key. */
    Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        if (method == Method.LIKELIHOOD) {
            settings.put("prior_scale", priorScale);
            settings.put("draws", (double) draws);
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
