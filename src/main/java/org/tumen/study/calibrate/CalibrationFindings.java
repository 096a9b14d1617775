package org.tumen.study.calibrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.calibration.Marginal;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.declare.ParameterDistribution;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsText;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ParameterLabels;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioWriter;
import org.tumen.scenario.Uncertainties;
import org.tumen.study.Interim;
import org.tumen.study.NamedParameters;
import org.tumen.study.NamedParameters.MayBe;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * What a calibration found.
 *
 * @param rows prior and posterior of each parameter
 * @param paths where the parameters of the scenario file stand
 * @param posterior the points of the posterior, in the order of the rows
 * @param prior points of the prior, likewise
 * @param points the points of the scenario file, in the order of the paths
 * @param checks the targets against simulations of the posterior
 * @param effective the effective number of points that the posterior's moments rest on
 * @param notes what to know of it, by topic
 */
record CalibrationFindings(
        CalibrationStudy study,
        List<CalibratedParameter> rows,
        List<String> paths,
        Posterior posterior,
        Posterior prior,
        Posterior points,
        List<Check> checks,
        List<Table> tables,
        double effective,
        Map<String, String> notes) {
    private static final int GRID = 120;
    private static final double TAIL = .005;
    private static final int NAMED = 4;

    /** Standard errors from which a mean counts as moved: chance alone moves any of a dozen so far in three cases of a hundred. */
    private static final double MOVED = 3;

    /** How far beyond prior and posterior densities are drawn, so that they are seen to fall. */
    private static final double MARGIN = .12;

    /** The topic of the note on runs that failed. */
    static final String FAILED = "failed runs";

    /** A target, the median and 90 % interval of fresh simulations of the posterior, and the two-sided tail probability. */
    record Check(CalibrationStudy.Target target, double median, double low, double high, double tail) {
        boolean inside() {
            return target.observed() >= low && target.observed() <= high;
        }
    }

    /** What a target is called: as its outcome where no other target is of it, else as the study names it. */
    private String label(Check check) {
        Outcome outcome = check.target().statistic().outcome();
        boolean single = checks.stream()
                        .filter(c -> outcome != null && c.target().statistic().outcome() == outcome)
                        .count()
                == 1;
        return outcome != null && single
                ? outcome.label()
                : Texts.upper(Texts.words(check.target().name()));
    }

    /** The parameters, of which those of the vote model lie within bounds. */
    private NamedParameters named() {
        String voting = "actors." + study.base().councilName() + ".voting.";
        Stream<MayBe> priors = study.priors().entrySet().stream()
                .map(e -> MayBe.numbers(e.getKey(), e.getValue().distribution().describe()));
        Stream<MayBe> weights = rows.stream()
                .map(r -> MayBe.numbers(
                        voting + r.name(),
                        Numbers.plain(r.support().low()) + " to "
                                + Numbers.plain(r.support().high())));
        return new NamedParameters().add(study.base(), (study.votes() ? weights : priors).toList());
    }

    private String label(CalibratedParameter row) {
        return study.votes() ? Texts.words(row.name()) : ParameterLabels.of(study.base(), row.name());
    }

    /** The findings; the points of the posterior lie beside them. */
    Findings of(Path scenarioFile) {
        Findings.Builder found = Findings.of("calibration", study.name(), study.description(), facts());
        learnt(found);
        if (!checks.isEmpty()) {
            met(found);
        }
        List<Chart> marginals = marginals();
        found.section("parameters", "What was learnt of each parameter")
                .table(parameters())
                .panels("Prior and posterior", marginals)
                .still("marginals", ChartSheet.picture("Prior and posterior", study.name(), marginals));
        if (rows.size() > 1) {
            found.picture("pairs", new CalibrationPictures(this, this::label).pairs());
        }
        if (!checks.isEmpty()) {
            found.section("targets", "The record against fresh simulations of the posterior")
                    .chart(targetsChart(), study.name())
                    .table(targets());
        }
        String failed = notes.get(FAILED);
        if (failed != null) {
            found.section("failures", "Runs that failed").say(Texts.visible(failed) + ".");
        }
        found.section("use", "How to use the posterior")
                .say("Each run of the scenario file beside this report draws one point of the posterior:")
                .command("tumen batch " + FindingsText.RESULT + "/" + scenarioFile.getFileName())
                .file(pointTable());
        found.details("calibrated", "What was calibrated").table(named().table("factors", ""));
        found.details("notes", "How it went");
        notes.forEach((topic, note) -> {
            if (!topic.equals(FAILED)) {
                found.say(Texts.visible(Texts.upper(topic) + ": " + note + "."));
            }
        });
        tables.forEach(found::table);
        return found.build();
    }

    /** What is known after some generations, of so many planned at most. */
    Findings soFar(int made, int planned) {
        Findings.Builder found =
                Interim.begin("calibration", study.name(), study.description(), made, planned, "generations at most");
        found.section("parameters", "The posterior so far")
                .say("Each generation accepts only what is nearer to the record, so the posterior still narrows.")
                .table(parameters())
                .panels("Prior and posterior so far", marginals());
        found.section("convergence", "Generations");
        tables.forEach(found::table);
        return found.build();
    }

    private String facts() {
        return (study.votes()
                        ? "posterior given the Council's recorded votes, by importance sampling from the priors"
                        : "approximate Bayesian computation by population Monte Carlo (Beaumont and others 2009)")
                + ", scenario " + study.base().name() + ", seed " + study.seed() + ".";
    }

    private void learnt(Findings.Builder found) {
        if (effective < CalibratedParameter.FEWEST_POINTS) {
            found.answer("The posterior is worth "
                    + Numbers.counted((long) Math.floor(effective), "effective point")
                    + ", too few to tell what the record narrows or moves; " + CalibratedParameter.FEWEST_POINTS
                    + " or more would.");
            return;
        }
        List<CalibratedParameter> narrowed = rows.stream()
                .filter(r -> r.narrowed(effective))
                .sorted((a, b) -> Double.compare(b.contraction(), a.contraction()))
                .toList();
        if (narrowed.isEmpty()) {
            found.answer((rows.size() == 1
                            ? "The record does not narrow " + label(rows.get(0))
                                    + ": its posterior is not narrower than the" + " prior"
                            : "The record narrows none of the " + rows.size()
                                    + " parameters: no posterior is narrower than its prior")
                    + " by more than two standard errors that "
                    + Numbers.counted(Math.round(effective), "effective point") + " leave.");
        } else {
            narrowed(found, narrowed);
        }
        List<String> moved = rows.stream()
                .filter(r -> !narrowed.contains(r) && r.moved() > MOVED)
                .map(r -> label(r) + " from " + Numbers.shown(r.priorMean()) + " to " + Numbers.shown(r.mean()))
                .toList();
        if (!moved.isEmpty()) {
            found.answer("Without narrowing " + (moved.size() == 1 ? "it" : "them") + ", the record moves the mean of "
                    + Texts.listed(moved) + ".");
        }
    }

    private void narrowed(Findings.Builder found, List<CalibratedParameter> narrowed) {
        String most = narrowed.stream()
                .limit(NAMED)
                .map(r -> label(r) + " by " + Numbers.percent(r.contraction()))
                .collect(Collectors.joining(", "));
        int more = Math.max(0, narrowed.size() - NAMED);
        String of = rows.size() == 1 ? "" : narrowed.size() + " of " + rows.size() + " parameters: ";
        found.answer("The record narrows " + of + most + (more > 0 ? " and " + more + " more" : "") + ".");
        List<String> rest = rows.stream()
                .filter(r -> !narrowed.contains(r))
                .map(this::label)
                .toList();
        if (!rest.isEmpty()) {
            found.answer("It does not narrow " + Texts.listed(rest) + ".");
        }
    }

    private void met(Findings.Builder found) {
        List<String> missed = checks.stream()
                .filter(c -> !c.inside())
                .map(c -> Texts.lower(label(c)) + " (" + (c.target().heldOut() ? "held out" : "fitted") + ", record "
                        + Numbers.shown(c.target().observed()) + ", simulated " + Numbers.shown(c.median()) + ")")
                .toList();
        found.answer("Fresh simulations of the posterior "
                + (missed.isEmpty()
                        ? checks.size() == 1
                                ? "hold the target in their 90 % interval."
                                : "hold all " + checks.size() + " targets in their 90 % intervals."
                        : "miss "
                                + (checks.size() == 1
                                        ? "the target: "
                                        : missed.size() + " of " + checks.size() + " targets: ")
                                + String.join("; ", missed) + "."));
    }

    private Table parameters() {
        return Table.of(
                        "parameters",
                        "Contraction: 1 less the posterior's standard deviation over the prior's; indistinguishable"
                                + " from none up to two of its standard errors (in parameters.csv). Points drawn anew would move a posterior mean by "
                                + Numbers.percent(rows.stream()
                                        .mapToDouble(r -> r.error() / r.sd())
                                        .max()
                                        .orElse(0))
                                + " of its sd or less (one standard error, of each parameter in parameters.csv).",
                        rows)
                .text("Parameter", this::label, "parameter", CalibratedParameter::name)
                .number("Prior mean", CalibratedParameter::priorMean, Numbers::shown, Table.OF_PARAMETER)
                .number("sd", "prior_sd", CalibratedParameter::priorSd, Numbers::shown, Table.OF_PARAMETER)
                .estimate(
                        "Posterior mean, 90 %",
                        "posterior", CalibratedParameter::mean, CalibratedParameter::central, Table.OF_PARAMETER)
                .number("sd", "posterior_sd", CalibratedParameter::sd, Numbers::shown, Table.OF_PARAMETER)
                .share("Contraction", CalibratedParameter::contraction)
                .tone(r -> r.narrowed(effective) ? Table.Tone.GOOD : Table.Tone.OPEN)
                .stored(
                        "contraction_error",
                        "Standard error of the contraction where the record says nothing",
                        r -> r.contractionError(effective),
                        Table.SHARE)
                .stored(
                        "posterior_error",
                        "Standard error that the points leave in the posterior mean",
                        CalibratedParameter::error,
                        Table.OF_PARAMETER)
                .build();
    }

    private List<Chart> marginals() {
        List<Chart> charts = new ArrayList<>();
        for (int j = 0; j < rows.size(); j++) {
            Interval support = rows.get(j).support();
            double[] x = grid(j, support);
            ParameterDistribution stated = study.priors().get(rows.get(j).name());
            double @Nullable [] exact = stated == null || !stated.continuous()
                    ? null
                    : Arrays.stream(x).map(at -> stated.density(at)).toArray();
            double[] before = exact == null ? Marginal.density(prior, j, support, x) : exact;
            charts.add(Chart.of(
                            "marginal_" + j,
                            label(rows.get(j)),
                            exact != null
                                    ? "The prior as it is stated, the posterior by a kernel density of its weighted points."
                                    : "Kernel densities of the weighted points of prior and posterior.")
                    .x(label(rows.get(j)), "")
                    .y("Density", "")
                    .add(Chart.Shape.LINE, "Posterior", x, standing(Marginal.density(posterior, j, support, x)))
                    .add(Chart.Shape.LINE, "Prior", x, standing(before))
                    .hue(Chart.Series.MUTED)
                    .build());
        }
        return charts;
    }

    /** A density with nothing beyond its ends: it stands on zero, so that flat ones look flat. */
    private static double[] standing(double[] density) {
        density[0] = 0;
        density[density.length - 1] = 0;
        return density;
    }

    /**
     * Places from the lowest to the highest of prior and posterior, and a little beyond, within the support; the first and the
     * last twice.
     */
    private double[] grid(int parameter, Interval support) {
        double low = Math.min(prior.quantile(parameter, TAIL), posterior.quantile(parameter, TAIL));
        double high = Math.max(prior.quantile(parameter, 1 - TAIL), posterior.quantile(parameter, 1 - TAIL));
        double margin = MARGIN * (high - low);
        double from = Math.max(support.low(), low - margin);
        double to = Math.min(support.high(), high + margin);
        double[] x = new double[GRID];
        Arrays.setAll(x, i -> from + (to - from) * i / (GRID - 1));
        return DoubleStream.concat(DoubleStream.of(from), DoubleStream.concat(Arrays.stream(x), DoubleStream.of(to)))
                .toArray();
    }

    private Table targets() {
        return Table.of(
                        "targets",
                        "The record, and median and central 90 % of fresh simulations at the posterior's points. Tail: twice the"
                                + " smaller share of simulations on one side of the record.",
                        checks)
                .text("Target", this::label, "target", c -> c.target().name())
                .text("Use", c -> c.target().heldOut() ? "held out" : "fitted")
                .number("Record", "observed", c -> c.target().observed(), Numbers::shown, Table.OF_ROW)
                .estimate("Simulated", "median", Check::median, c -> new Interval(c.low, c.high), Table.OF_ROW)
                .number("Tail", "tail_probability", Check::tail, Table.fixed(3), Table.P_VALUE)
                .truth("Held", Check::inside)
                .tone(c -> c.inside() ? Table.Tone.GOOD : Table.Tone.BAD)
                .text("Source", c -> c.target().source())
                .build();
    }

    /** How far a simulated value of a target lies from the record, in units of its tolerance. */
    private static double apart(Check check, double simulated) {
        double tolerance = check.target().tolerance();
        return (simulated - check.target().observed())
                / (tolerance > 0 ? tolerance : Math.max(1e-9, check.high() - check.low()));
    }

    private Chart targetsChart() {
        return Chart.of(
                        "targets",
                        "Simulated less record, in units of the tolerance",
                        "Dot and bar: median and central 90 % of fresh simulations; 0: the record.")
                .x("Simulated less record", "tolerances")
                .rows(
                        "Simulated",
                        checks,
                        c -> label(c) + (c.target().heldOut() ? " (held out)" : ""),
                        c -> apart(c, c.median()),
                        c -> new Interval(apart(c, c.low()), apart(c, c.high())))
                .upright(0, "record")
                .build();
    }

    /** The points of the scenario file. */
    private Table pointTable() {
        TableBuilder<Integer> table = Table.of(
                "posterior",
                "the points of the posterior and their weights",
                points.points().size());
        for (int j = 0; j < paths.size(); j++) {
            int column = j;
            table.stored(
                    paths.get(j),
                    paths.get(j),
                    i -> points.points().get(i).get(column),
                    study.votes() ? Table.OF_PARAMETER : ParameterLabels.unit(study.base(), paths.get(j)));
        }
        return table.stored("weight", "Weight", i -> points.weights().get(i), Table.SHARE)
                .build();
    }

    /** The base scenario with the posterior as what is uncertain, as a file. */
    String scenarioText() {
        Uncertainties uncertain = new Uncertainties(
                Map.of(),
                List.of(),
                new Uncertainties.EmpiricalPoints(paths, points.points(), points.weights()),
                null,
                1);
        Scenario b = study.base();
        return ScenarioWriter.brief(b.called(
                        study.name() + "-posterior",
                        "The scenario " + b.name() + " with one point of the posterior of the calibration "
                                + study.name() + " drawn for each run")
                .withUncertainties(uncertain));
    }
}
