package org.tumen.study.calibrate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.calibration.AbcSettings;
import org.tumen.analysis.calibration.Population;
import org.tumen.analysis.calibration.PopulationMonteCarlo;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.analysis.calibration.PriorDistribution;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.ParameterSetter;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.Evaluator;
import org.tumen.experiment.RunMaker;
import org.tumen.experiment.RunStatistic;
import org.tumen.findings.Table;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.study.ResultFolders;
import org.tumen.study.StudySession;
import org.tumen.words.Numbers;
import org.tumen.words.ShellWords;
import org.tumen.words.Texts;

/** Approximate Bayesian computation with the simulation. */
public final class AbcCalibration {
    /** Quantiles of a prior that its moments are taken from. */
    private static final int PRIOR_POINTS = 2_000;

    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private final CalibrationStudy study;
    private final CalibrationFolder folder;
    private final StudySession session;
    private final Evaluator evaluator;
    private final Set<FailedRun> failed = ConcurrentHashMap.newKeySet();
    private final ParameterSetter<Scenario> setter;
    private final List<String> paths;

    /** A run that failed, with all that it takes to make it again; the values are by the paths of the parameters. */
    record FailedRun(long seed, long run, String cause, Map<String, Double> values) {}

    /** @param cancellation stops it between two runs, keeping the generations that are stored */
    public AbcCalibration(
            CalibrationStudy study, CalibrationFolder folder, StudySession session, Cancellation cancellation) {
        this.study = study;
        this.folder = folder;
        this.session = session;
        failed.addAll(folder.failedRuns());
        evaluator = new Evaluator(session.execution(), failed.size(), cancellation);
        paths = List.copyOf(study.priors().keySet());
        setter = new ParameterSetter<>(study.base().certain().lasting(study.weeks()), paths);
    }

    /**
     * Goes on from the last stored generation, or begins.
     *
     * @throws InterruptedException when it was stopped
     */
    public CalibrationFindings run() throws InterruptedException {
        PrintWriter err = session.err();
        List<CalibrationStudy.Target> fitted = study.fitted();
        double[] observed =
                fitted.stream().mapToDouble(CalibrationStudy.Target::observed).toArray();
        List<Double> units =
                fitted.stream().map(CalibrationStudy.Target::tolerance).toList();
        List<RunStatistic> statistics =
                fitted.stream().map(CalibrationStudy.Target::statistic).toList();
        PopulationMonteCarlo sampler = new PopulationMonteCarlo(
                priors(), observed, units, (point, run) -> means(point, run, statistics), settings(), evaluator::each);
        History history = new History();
        folder.stored(history::add);
        if (history.last != null) {
            err.println("Going on after generation " + history.last.generation() + ", which is stored");
        }
        watched(history);
        Consumer<Population> checkpoint = p -> {
            if (!failed.isEmpty()) {
                folder.store(failedRuns());
            }
            folder.store(p);
            history.add(p);
            watched(history);
            err.printf(
                    Locale.ROOT,
                    "generation %d: %s, acceptance %.1f %%, effective sample size %,.0f, %,d points tried%n",
                    p.generation(),
                    Double.isInfinite(p.tolerance())
                            ? "no tolerance yet"
                            : String.format(Locale.ROOT, "tolerance %.3f", p.tolerance()),
                    100 * p.acceptance(),
                    p.effectiveSampleSize(),
                    p.simulations());
            err.flush();
        };
        Population last = history.last == null ? sampler.run(checkpoint) : sampler.resume(history.last, checkpoint);
        return output(history, checks(last), notes(history, last));
    }

    /**
     * What is known of the generations: the first, which is of the prior, and the last as they are, of the others what is told. All
     * particles of a hundred generations have no room.
     */
    private static final class History {
        private final List<Step> steps = new ArrayList<>();
        private @Nullable Population first;
        private @Nullable Population last;

        void add(Population next) {
            steps.add(Step.of(last, next));
            first = first == null ? next : first;
            last = next;
        }
    }

    private AbcSettings settings() {
        return new AbcSettings(
                study.settings().particles(),
                study.settings().quantile(),
                study.settings().targetTolerance(),
                study.settings().minAcceptance(),
                study.settings().generations(),
                study.seed());
    }

    private List<PriorDistribution> priors() {
        return study.priors().values().stream()
                .<PriorDistribution>map(p -> new PriorDistribution() {
                    @Override
                    public double sample(double u) {
                        return p.value(u);
                    }

                    @Override
                    public double density(double x) {
                        return p.density(x);
                    }
                })
                .toList();
    }

    /** The means of statistics over the completed runs of a point; no numbers when its values contradict each other. */
    private double[] means(double[] point, long run, List<RunStatistic> statistics) {
        int runs = study.settings().runsPerPoint();
        List<double[]> completed = new ArrayList<>();
        try {
            RunMaker maker = new RunMaker(setter.with(point)).keepingEvents();
            for (int r = 0; r < runs; r++) {
                // Every bit of the sampler's key is taken: replicates have seeds of their own.
                if (make(maker, point, new RunKey(study.seed() + r * SEED_STEP, run))) {
                    completed.add(RunStatistic.of(maker, statistics));
                }
            }
        } catch (IllegalArgumentException e) {
            completed.clear();
        }
        return means(completed, statistics.size());
    }

    static double[] means(List<double[]> completed, int size) {
        double[] means = new double[size];
        Arrays.fill(means, completed.isEmpty() ? Double.NaN : 0);
        for (double[] values : completed) {
            for (int i = 0; i < size; i++) {
                means[i] += values[i] / completed.size();
            }
        }
        return means;
    }

    /** Makes a run of a point; whether it was completed. */
    private boolean make(RunMaker maker, double[] point, RunKey key) {
        evaluator.checkpoint();
        RunFailure failure = evaluator.make(maker, "the point " + values(point), key);
        session.listener().made(1);
        if (failure != null) {
            failed.add(new FailedRun(key.seed(), key.run(), failure.cause(), values(point)));
        }
        return failure == null;
    }

    private Map<String, Double> values(double[] point) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(paths.get(i), point[i]);
        }
        return values;
    }

    /** The runs that failed so far, in the order of their keys. */
    private List<FailedRun> failedRuns() {
        return failed.stream()
                .sorted(Comparator.comparingLong(FailedRun::run).thenComparingLong(FailedRun::seed))
                .toList();
    }

    /** What the generations say that are there, without the checks that the last one gets. */
    private void watched(History history) {
        History now = new History();
        now.steps.addAll(history.steps);
        now.first = history.first;
        now.last = history.last;
        session.watching()
                .accept(() -> Optional.ofNullable(now.last)
                        .map(last -> output(now, List.of(), Map.of())
                                .soFar(now.steps.size(), study.settings().generations())));
    }

    private CalibrationFindings output(
            History history, List<CalibrationFindings.Check> checks, Map<String, String> notes) {
        Population last = Objects.requireNonNull(history.last);
        Posterior posterior = Posterior.of(last);
        List<CalibratedParameter> rows = new ArrayList<>();
        int index = 0;
        for (Map.Entry<String, ParameterDistribution> entry : study.priors().entrySet()) {
            ParameterDistribution prior = entry.getValue();
            rows.add(CalibratedParameter.of(
                    entry.getKey(),
                    new Interval(
                            prior.distribution().lower(), prior.distribution().upper()),
                    Posterior.of(prior.midpoints(PRIOR_POINTS)),
                    posterior,
                    index));
            index++;
        }
        return new CalibrationFindings(
                study,
                rows,
                paths,
                posterior,
                Posterior.of(Objects.requireNonNull(history.first)),
                posterior,
                checks,
                List.of(convergence(history.steps)),
                last.effectiveSampleSize(),
                notes);
    }

    /** Simulates the points of the posterior again, each on its own draws, with the statistics that were held out too. */
    private List<CalibrationFindings.Check> checks(Population last) throws InterruptedException {
        List<RunStatistic> all =
                study.targets().stream().map(CalibrationStudy.Target::statistic).toList();
        int particles = last.particles().size();
        double[][] simulated = new double[particles][];
        evaluator.each(particles, i -> {
            double[] point = last.particles().get(i).parameters().stream()
                    .mapToDouble(v -> v)
                    .toArray();
            RunMaker maker = new RunMaker(setter.with(point)).keepingEvents();
            // Fresh luck: the accepted runs are near the record because they were picked for it.
            if (make(maker, point, new RunKey(study.seed() ^ Long.MIN_VALUE, i))) {
                simulated[i] = RunStatistic.of(maker, all);
            }
        });
        return checks(study.targets(), last, simulated);
    }

    /** @param simulated the statistics of each particle, null where its run failed */
    static List<CalibrationFindings.Check> checks(
            List<CalibrationStudy.Target> targets, Population last, double[][] simulated) {
        List<List<Double>> points = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < simulated.length; i++) {
            if (simulated[i] != null) {
                points.add(Arrays.stream(simulated[i]).boxed().toList());
                weights.add(last.particles().get(i).weight());
            }
        }
        double kept = points.size() == simulated.length
                ? 1
                : weights.stream().mapToDouble(w -> w).sum();
        Posterior predictive =
                new Posterior(points, weights.stream().map(w -> w / kept).toList());
        List<CalibrationFindings.Check> checks = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            CalibrationStudy.Target target = targets.get(i);
            checks.add(new CalibrationFindings.Check(
                    target,
                    predictive.quantile(i, 0.5),
                    predictive.quantile(i, 0.05),
                    predictive.quantile(i, 0.95),
                    predictive.tail(i, target.observed())));
        }
        return checks;
    }

    /** A generation and by how much it moved the means; the first moved none. */
    private record Step(
            int generation, double tolerance, double acceptance, double effective, long attempts, double moved) {
        static Step of(@Nullable Population before, Population p) {
            return new Step(
                    p.generation(),
                    p.tolerance(),
                    p.acceptance(),
                    p.effectiveSampleSize(),
                    p.attempts(),
                    before == null ? Double.NaN : AbcCalibration.moved(before, p));
        }
    }

    private static Table convergence(List<Step> steps) {
        return Table.of("convergence", "Generations, and by how many standard deviations the means moved.", steps)
                .count("Generation", Step::generation, Table.ORDINAL)
                .number("Tolerance", Step::tolerance, Table.fixed(3), "tolerances of the targets")
                .share("Acceptance", Step::acceptance)
                .count("Effective sample", Step::effective, "points")
                .count("Attempts", Step::attempts, "points")
                .number("Means moved", Step::moved, Table.fixed(2), "standard deviations")
                .build();
    }

    /** The largest move of a mean between two generations, in standard deviations of the later one. */
    static double moved(Population before, Population after) {
        Posterior a = Posterior.of(before);
        Posterior b = Posterior.of(after);
        double most = 0;
        for (int j = 0; j < b.points().get(0).size(); j++) {
            most = Math.max(most, Math.abs(b.mean(j) - a.mean(j)) / Math.sqrt(b.variance(j)));
        }
        return most;
    }

    private static String failureNote(List<FailedRun> failures, Path scenario) {
        FailedRun first = failures.get(0);
        return String.format(
                Locale.ROOT,
                "%s failed: %s no point was accepted, and no check made; all in %s. The first, %s: see it with"
                        + " `tumen trace %s --seed=%d --run %d`",
                Numbers.counted(failures.size(), "run"),
                failures.size() == 1 ? "by it" : "by them",
                CalibrationFolder.FAILED_RUNS,
                Texts.visible(first.cause()),
                ShellWords.quote(scenario.toString()),
                first.seed(),
                first.run());
    }

    /**
     * What may settle means that still move: more generations do nothing for a calibration that stopped before its last, nor where
     * the tolerance stands because no point comes nearer.
     */
    static String advice(boolean stoppedBefore, boolean stands, double tolerance, double target) {
        if (stands || stoppedBefore && tolerance <= target && target <= 0) {
            return "nothing is nearer to the record; more particles would settle them";
        }
        if (!stoppedBefore) {
            return "more generations may narrow the posterior";
        }
        return tolerance > target
                ? "a lower min_acceptance may narrow the posterior"
                : "a smaller target_tolerance may narrow the posterior";
    }

    /** Whether the last generation has the tolerance of the one before. */
    private static boolean stands(List<Step> steps) {
        return steps.size() > 1
                && steps.get(steps.size() - 1).tolerance()
                        >= steps.get(steps.size() - 2).tolerance();
    }

    private Map<String, String> notes(History history, Population last) {
        Map<String, String> notes = new LinkedHashMap<>();
        boolean more = last.generation() + 1 < study.settings().generations();
        notes.put(
                "stopped",
                !more
                        ? "all requested generations were made"
                        : last.tolerance() <= study.settings().targetTolerance()
                                ? "the target tolerance was reached"
                                : "acceptance fell below the requested minimum");
        List<FailedRun> failures = failedRuns();
        if (!failures.isEmpty()) {
            folder.store(failures);
            FailedRun first = failures.get(0);
            double[] point = paths.stream()
                    .mapToDouble(p -> first.values().getOrDefault(p, Double.NaN))
                    .toArray();
            notes.put(
                    CalibrationFindings.FAILED,
                    failureNote(failures, ResultFolders.failedScenario(folder.path(), setter.with(point))));
        }
        notes.put(
                "simulations",
                Numbers.counted(last.simulations(), "point")
                        + " tried; those outside of the priors, where there is nothing to simulate, count as refused");
        if (history.steps.get(history.steps.size() - 1).moved > 0.25) {
            notes.put(
                    "convergence",
                    "means still moved by more than a quarter of a standard deviation in the last generation: "
                            + advice(
                                    more,
                                    stands(history.steps),
                                    last.tolerance(),
                                    study.settings().targetTolerance()));
        }
        if (study.settings().runsPerPoint() > 1) {
            notes.put(
                    "replicates",
                    "targets are compared with the mean of " + study.settings().runsPerPoint()
                            + " runs of a point, as if the record were an expectation: the posterior leaves out the record's own"
                            + " chance");
        }
        return notes;
    }
}
