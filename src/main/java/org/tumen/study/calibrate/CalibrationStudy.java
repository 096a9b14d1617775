package org.tumen.study.calibrate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.Resolved;
import org.tumen.document.Json;
import org.tumen.experiment.RunStatistic;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.Uncertainties;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.StudyReading;

/**
 * A study that calibrates.
 *
 * @param base the scenario that is calibrated, with nothing uncertain
 * @param priors the priors by path; empty for the votes
 * @param targets what the record says
 * @param weeks length of the simulated period
 */
public record CalibrationStudy(
        String name,
        String description,
        Scenario base,
        Map<String, ParameterDistribution> priors,
        List<Target> targets,
        int weeks,
        CalibrateSection settings,
        long seed) {
    private static final String SECTION = "calibrate";

    /**
     * What the record says of one statistic.
     *
     * @param statistic how a run is summed up
     * @param observed the record's value
     * @param tolerance the difference that counts as one in the distance
     * @param heldOut whether it is kept for a check
     * @param source where the value comes from
     */
    record Target(
            String name, RunStatistic statistic, double observed, double tolerance, boolean heldOut, String source) {}

    /** The targets that are fitted. */
    List<Target> fitted() {
        return targets.stream().filter(t -> !t.heldOut()).toList();
    }

    /** True for the posterior of the vote model; false for approximate Bayesian computation. */
    boolean votes() {
        return settings.votes();
    }

    /** A calibration of a study; what is wrong is noted in it. */
    static @Nullable CalibrationStudy of(StudyReading study, CalibrateSection section) {
        boolean votes = section.votes();
        if (study.document().get(SECTION) == null) {
            study.problem("must be given: method and its settings", SECTION);
        }
        study.unread(
                study.document().get(SECTION),
                SECTION,
                key -> !key.equals("method") && CalibrateSection.OF_VOTES.contains(key) != votes,
                "belongs to the method " + (votes ? "abc_smc" : "votes"));
        boolean fits = study.count("parameters") + study.count("targets") > 0;
        if (votes && fits) {
            study.problem(
                    "votes weighs all voting weights by all votes; parameters and targets must be left out",
                    SECTION,
                    "method");
        }
        Scenario base = study.scenarios().values().stream().findFirst().orElse(null);
        if (base == null) {
            return null;
        }
        int weeks =
                study.stated().weeks() == null ? base.weeks() : study.stated().weeks();
        Map<String, ParameterDistribution> priors = priors(study, base);
        List<Target> targets = targets(study, weeks);
        if (!votes && study.valid() && (priors.isEmpty() || targets.stream().allMatch(Target::heldOut))) {
            study.problem("abc_smc needs parameters, and targets that are not all held out");
        }
        return new CalibrationStudy(
                study.name(),
                study.stated().description(),
                base.certain(),
                priors,
                targets,
                weeks,
                section,
                study.seed());
    }

    private static Map<String, ParameterDistribution> priors(StudyReading study, Scenario base) {
        Map<String, ParameterDistribution> priors = new LinkedHashMap<>();
        study.stated().parameters().forEach((path, prior) -> {
            try {
                ParameterPath parameter = Uncertainties.path(base, path);
                ParameterDistribution fitted = new ParameterDistribution(prior.of(parameter), parameter);
                if (!fitted.continuous()) {
                    throw new IllegalArgumentException(
                            "abc_smc moves points by small steps: it serves numbers with a density, neither whole numbers"
                                    + " nor discrete distributions");
                }
                priors.put(path, fitted);
            } catch (IllegalArgumentException e) {
                study.problem(String.valueOf(e.getMessage()), "parameters", path);
            }
        });
        return priors;
    }

    private static List<Target> targets(StudyReading study, int weeks) {
        List<Target> targets = new ArrayList<>();
        study.stated().targets().forEach((name, stated) -> {
            int until = stated.until() == null ? weeks - 1 : stated.until();
            if (until >= weeks) {
                study.problem("must be before week " + weeks + ", not " + until, "targets", name, "until");
            }
            if (stated.from() > until) {
                study.problem("must not be after week " + until, "targets", name, "from");
            }
            RunStatistic statistic = stated.outcome() == null
                    ? new RunStatistic(stated.event(), stated.measure(), stated.from(), until, null)
                    : new RunStatistic(null, RunStatistic.Measure.COUNT, stated.from(), until, stated.outcome());
            Double tolerance = stated.tolerance();
            targets.add(new Target(
                    name,
                    statistic,
                    stated.observed(),
                    tolerance == null ? Double.NaN : tolerance,
                    stated.heldOut(),
                    stated.source()));
        });
        return targets;
    }

    /** What decides the result, for people: each part by its name. */
    ObjectNode record() {
        ObjectNode content = Json.object().put("model_version", DiplomacySim.MODEL_VERSION);
        content.set("scenario", Resolved.document(base));
        content.put("method", votes() ? "votes" : "abc_smc").put("weeks", weeks).put("seed", seed);
        content.put("settings", String.valueOf(settings.used()));
        priors.forEach((path, prior) -> content.withObject("/parameters").put(path, prior.describe()));
        targets.forEach(t -> content.withObject("/targets").put(t.name(), t.toString()));
        return content;
    }

    /** What decides the result, in a canonical text. */
    public String deciding() {
        StringBuilder text = new StringBuilder(Json.text(Resolved.document(base)));
        text.append(votes()).append(weeks).append(settings.used()).append(seed);
        priors.forEach((path, prior) -> text.append(path).append(prior.describe()));
        targets.forEach(text::append);
        return text.toString();
    }
}
