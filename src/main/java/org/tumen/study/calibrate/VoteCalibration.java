package org.tumen.study.calibrate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.analysis.vote.Draft;
import org.tumen.analysis.vote.ProfileInterval;
import org.tumen.analysis.vote.VoteFit;
import org.tumen.analysis.vote.VoteFitter;
import org.tumen.analysis.vote.VoteModel;
import org.tumen.analysis.vote.VoteParameter;
import org.tumen.analysis.vote.VotePosterior;
import org.tumen.declare.ParameterPath;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.study.UsageException;
import org.tumen.words.NumberTexts;

/** The likelihood of the Council's votes on record, and what follows for the scenario's voting parameters. */
public final class VoteCalibration {
    private static final double LEVEL = 0.9;
    private static final double DAYS_A_YEAR = 365.25;
    private static final int SCENARIO_POINTS = 1000;
    private static final Map<VoteParameter, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put(VoteParameter.INTERCEPT, "intercept");
        KEYS.put(VoteParameter.IDEAL, "ideal");
        KEYS.put(VoteParameter.STRENGTH, "strength");
        KEYS.put(VoteParameter.RIVALRY, "rivalry");
        KEYS.put(VoteParameter.TESTS, "tests");
        KEYS.put(VoteParameter.EXPOSURE, "exposure");
    }

    private final CalibrationStudy study;

    public VoteCalibration(CalibrationStudy study) {
        this.study = study;
    }

    public CalibrationOutput fit(PrintWriter err) {
        List<Draft> drafts = Draft.ofRecord();
        VoteFitter fitter = new VoteFitter(study.setting("prior_scale"));
        err.println("Fitting the votes on record ...");
        VoteFit fit = fitter.fit(drafts);
        List<List<String>> table = new ArrayList<>();
        for (VoteParameter parameter : VoteParameter.values()) {
            ProfileInterval profile = ProfileInterval.of(fitter, fit, drafts, parameter, LEVEL);
            table.add(List.of(
                    name(parameter),
                    NumberTexts.fixed(fit.get(parameter), 2),
                    NumberTexts.fixed(fit.standardErrors().get(parameter.ordinal()), 2),
                    (profile.openBelow() ? "below " : "") + NumberTexts.fixed(profile.low(), 2) + " to "
                            + (profile.openAbove() ? "above " : "") + NumberTexts.fixed(profile.high(), 2)));
        }
        VotePosterior sampled = VotePosterior.of(fitter, drafts, study.whole("draws"), study.seed());
        Posterior posterior = sampled.sample();
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("sample", fit.sample());
        notes.put(
                "effective sample size",
                String.format(
                        Locale.ROOT,
                        "%.0f of %d importance draws",
                        sampled.effectiveSampleSize(),
                        study.whole("draws")));
        Posterior points = scenarioPoints(posterior, notes);
        return new CalibrationOutput(
                study,
                rows(posterior),
                paths(),
                posterior,
                prior(),
                points,
                List.of(),
                List.of(new CalibrationOutput.Table(
                        "Penalised likelihood",
                        List.of("parameter", "estimate", "standard error", "90 % profile interval"),
                        table)),
                notes);
    }

    private static String name(VoteParameter parameter) {
        return parameter.name().toLowerCase(Locale.ROOT);
    }

    private List<CalibrationOutput.Row> rows(Posterior posterior) {
        List<CalibrationOutput.Row> rows = new ArrayList<>();
        for (VoteParameter p : VoteParameter.values()) {
            Posterior.Interval interval = posterior.interval(p.ordinal(), LEVEL);
            rows.add(new CalibrationOutput.Row(
                    name(p),
                    p.centre(),
                    p.sd() * study.setting("prior_scale"),
                    posterior.mean(p.ordinal()),
                    Math.sqrt(posterior.variance(p.ordinal())),
                    interval.low(),
                    interval.high()));
        }
        return rows;
    }

    private Posterior prior() {
        Stream stream = new Streams().register("vote_prior", "parameter");
        Draws draws = new Draws();
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < SCENARIO_POINTS; i++) {
            draws.startRun(study.seed(), i);
            List<Double> point = new ArrayList<>();
            for (VoteParameter p : VoteParameter.values()) {
                point.add(p.centre() + p.sd() * study.setting("prior_scale") * draws.normal(stream, p.ordinal()));
            }
            points.add(point);
        }
        return new Posterior(points, Collections.nCopies(SCENARIO_POINTS, 1.0 / SCENARIO_POINTS));
    }

    private List<String> paths() {
        String council = "actors." + study.base().councilName() + ".";
        List<String> paths = new ArrayList<>();
        KEYS.values().forEach(key -> paths.add(council + "voting." + key));
        paths.add(council + "rivalry");
        return paths;
    }

    /**
     * The posterior in terms of the scenario: rivalry at the middle of its weeks by the fitted path, the other coefficients as
     * they are. Points outside of the parameters' ranges are left out, and the note says how much of the weight they had.
     */
    private Posterior scenarioPoints(Posterior posterior, Map<String, String> notes) {
        double middle = study.base().start().getYear()
                + (study.base().start().getDayOfYear() + 3.5 * study.base().weeks()) / DAYS_A_YEAR;
        List<ParameterPath> parameters =
                paths().stream().map(p -> ParameterPath.of(study.base(), p)).toList();
        List<List<Double>> kept = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < SCENARIO_POINTS; i++) {
            List<Double> point = posterior.points().get(posterior.pick((i + 0.5) / SCENARIO_POINTS));
            List<Double> values = new ArrayList<>();
            KEYS.keySet().forEach(p -> values.add(point.get(p.ordinal())));
            values.add(VoteModel.rivalry(point.stream().mapToDouble(v -> v).toArray(), middle));
            boolean inside = true;
            for (int j = 0; j < values.size(); j++) {
                inside &= values.get(j) >= parameters.get(j).min()
                        && values.get(j) <= parameters.get(j).max();
            }
            if (inside) {
                kept.add(values);
                weights.add(1.0);
            }
        }
        if (kept.isEmpty()) {
            throw new UsageException("no point of the posterior lies within the ranges of the scenario's parameters");
        }
        notes.put(
                "scenario file",
                String.format(
                        Locale.ROOT,
                        "rivalry is that of the middle of the scenario's weeks (%.1f) by the fitted path; the posterior is taken"
                                + " given the ranges of the scenario's parameters, outside of which %.1f %% of it lay",
                        middle,
                        100 - 100.0 * kept.size() / SCENARIO_POINTS));
        double sum = weights.size();
        return new Posterior(kept, weights.stream().map(w -> w / sum).toList());
    }
}
