package org.tumen.study.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.util.MathArrays;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.search.Front;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Statistic;
import org.tumen.analysis.sensitivity.Bootstrap;
import org.tumen.draw.DrawSequence;
import org.tumen.experiment.DesignExperiment;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.store.ResultReader;
import org.tumen.store.RunPlan;
import org.tumen.study.ExperimentRun;
import org.tumen.study.StudySession;
import org.tumen.summary.RunTables;

/**
 * The points of a front on fresh runs, beside the scenario as it stands. What was best among many by its own runs looks better
 * than it is (the optimizer's curse: J. E. Smith and R. L. Winkler, Management Science 52 (2006) 311–322); these are runs that
 * the search has not looked at. They are cut in two: one half chooses among the points, and the other, which no choice has
 * looked at, tells what they are.
 *
 * <p>Intervals are percentile bootstrap intervals over runs, those that share a draw of the uncertain parameters together,
 * expanded where these are few (see {@link Bootstrap#tail}): of twelve or six draws percentiles alone held normal means in 91 and
 * 86 % of samples, and these in 94 %. One resample serves all points, worlds and objectives, so that their common random
 * numbers are kept and differences are paired.
 *
 * @param runs how many runs of each point in each world
 * @param clusters how many of them have a draw of the uncertain parameters of their own, 1 or more
 * @param values by point, the scenario as it stands last: the objectives, each in its own sign
 * @param byWorld by point, world and objective: its statistic in that world alone
 * @param resampled by point, objective and resample: the objectives
 * @param resampledByWorld by point, world, objective and resample
 * @param feasible whether a point keeps to the constraints on these runs
 * @param nondominated whether no other feasible point dominates it on these runs
 * @param chance the share of resamples in which it is feasible and no other dominates it
 * @param differing in how many clusters two points differ
 */
@SuppressWarnings("ArrayRecordComponent")
public record FreshEvaluation(
        int runs,
        int clusters,
        double[][] values,
        double[][][] byWorld,
        double[][][] resampled,
        double[][][][] resampledByWorld,
        boolean[] feasible,
        boolean[] nondominated,
        double[] chance,
        Differing differing) {
    private static final int RESAMPLES = 400;
    private static final double CONFIDENCE = 0.95;

    /** In how many clusters two points differ in what an objective counts, in the world in which they do in most. */
    @FunctionalInterface
    interface Differing {
        int of(int point, int other, int objective);
    }

    /**
     * Both halves of the fresh runs.
     *
     * @param choosing the half that chooses among the points
     * @param telling the half that tells what they are
     * @param failures the runs that failed; each is left out of every point
     */
    public record Halves(FreshEvaluation choosing, FreshEvaluation telling, List<RunFailure> failures) {}

    /** Whether the runs are enough for the {@link #chance}: resamples of a few differ little however unsure it is. */
    boolean tells() {
        return clusters >= StudentisedMean.FEWEST_DIFFERING;
    }

    /** The name of the arm of a point, such as {@code p001}; the scenario as it stands is {@code base}. */
    static String arm(int point, int points) {
        return point == points ? "base" : String.format(Locale.ROOT, "p%03d", point + 1);
    }

    private static String arm(SearchStudy study, int point, int points, String world) {
        return arm(point, points) + (study.worlds().size() > 1 ? "-" + world : "");
    }

    /** The 95 % interval of an objective at a point; null where it never varies, which these runs do not prove. */
    @Nullable
    Interval interval(int point, int objective) {
        return varying(interval(resampled[point][objective]));
    }

    /** The 95 % interval of an objective's statistic at a point in one world; null likewise. */
    @Nullable
    Interval interval(int point, int world, int objective) {
        return varying(interval(resampledByWorld[point][world][objective]));
    }

    private static @Nullable Interval varying(Interval interval) {
        return interval.low() < interval.high() ? interval : null;
    }

    /**
     * The 95 % interval of the paired difference of an objective between two points, the first minus the other; null where too
     * few runs differ to tell: of four that all differ one way, nearly every resample does.
     */
    @Nullable
    Interval difference(int point, int other, int objective) {
        return differing.of(point, other, objective) < StudentisedMean.FEWEST_DIFFERING
                ? null
                : interval(MathArrays.ebeSubtract(resampled[point][objective], resampled[other][objective]));
    }

    private Interval interval(double[] resamples) {
        double[] sorted = resamples.clone();
        Arrays.sort(sorted);
        int low = clusters < 2 ? 0 : (int) (Bootstrap.tail(CONFIDENCE, clusters) * (RESAMPLES - 1));
        return new Interval(sorted[low], sorted[RESAMPLES - 1 - low]);
    }

    /** Makes the runs that are missing and describes all. */
    public static Halves run(
            SearchStudy study, SearchFound found, SearchEvaluations evaluations, Path folder, StudySession session)
            throws InterruptedException {
        Experiment experiment = experiment(study, found);
        SearchStudy.Budget b = study.budget();
        List<Job.Slice> slices = experiment.arms().stream()
                .map(a -> new Job.Slice(a.name(), b.runs(), b.runs() + b.freshRuns()))
                .toList();
        new ExperimentRun(experiment, folder, session).make(slices, new RunPlan(b.runs(), b.freshRuns(), 0));
        try (ResultReader reader = ResultReader.open(folder)) {
            return halves(study, evaluations, read(study, found.points().size(), reader), reader.failures());
        }
    }

    private static Experiment experiment(SearchStudy study, SearchFound found) {
        int points = found.points().size();
        List<String> worlds = List.copyOf(study.worlds().keySet());
        List<Experiment.ArmSpec> arms = new ArrayList<>(DesignExperiment.arms(
                List.copyOf(study.worlds().values()),
                found.points().stream().map(study::sets).toList(),
                i -> arm(study, i / worlds.size(), points, worlds.get(i % worlds.size()))));
        study.worlds()
                .forEach((world, base) -> arms.add(new Experiment.ArmSpec(arm(study, points, points, world), base)));
        return new Experiment(study.name() + "-search", arms, study.seed(), false);
    }

    /** By point, world, outcome and run; NaN for a run that failed. */
    private static double[][][][] read(SearchStudy study, int points, ResultReader reader) {
        List<Outcome> outcomes = study.outcomes();
        List<String> worlds = List.copyOf(study.worlds().keySet());
        Map<String, double[][]> tables = RunTables.of(
                reader,
                outcomes,
                arm -> study.budget().runs(),
                arm -> study.budget().freshRuns());
        return IntStream.rangeClosed(0, points)
                .mapToObj(p -> worlds.stream()
                        .map(world -> tables.get(arm(study, p, points, world)))
                        .toArray(double[][][]::new))
                .toArray(double[][][][]::new);
    }

    /** A run that failed anywhere is left out everywhere, so that all share their random numbers. */
    private static Halves halves(
            SearchStudy study, SearchEvaluations evaluations, double[][][][] runs, List<RunFailure> failures) {
        int[] complete = IntStream.range(0, study.budget().freshRuns())
                .filter(r -> Arrays.stream(runs).allMatch(p -> Arrays.stream(p).noneMatch(w -> Double.isNaN(w[0][r]))))
                .toArray();
        long[] numbers = Arrays.stream(complete)
                .mapToLong(r -> r + study.budget().runs())
                .toArray();
        Clusters clusters = Clusters.of(numbers, study.replicates());
        if (clusters.count() < 2) {
            throw new IllegalStateException("fewer than two fresh runs were completed at every point");
        }
        int half = clusters.count() / 2;
        List<int[]> sharing = sharing(complete, clusters::end);
        return new Halves(
                describe(study, evaluations, runs, sharing.subList(0, half), "choosing resamples"),
                describe(study, evaluations, runs, sharing.subList(half, sharing.size()), "fresh resamples"),
                failures);
    }

    /** The runs of each draw of the parameters; the end of a place is the place after the last of the same draw. */
    static List<int[]> sharing(int[] runs, IntUnaryOperator end) {
        List<int[]> sharing = new ArrayList<>();
        for (int from = 0; from < runs.length; from += sharing.get(sharing.size() - 1).length) {
            sharing.add(Arrays.copyOfRange(runs, from, end.applyAsInt(from)));
        }
        return sharing;
    }

    /** Describes points by some of the runs, those that share a draw of the parameters together. */
    private static FreshEvaluation describe(
            SearchStudy study,
            SearchEvaluations evaluations,
            double[][][][] runs,
            List<int[]> clusters,
            String stream) {
        int points = runs.length;
        int worlds = study.worlds().size();
        int objectives = study.objectives().size();
        int[] all = clusters.stream().flatMapToInt(Arrays::stream).toArray();
        double[][] values = new double[points][];
        double[][][] byWorld = new double[points][][];
        boolean[] feasible = new boolean[points];
        boolean[] nondominated = once(study, evaluations, runs, all, values, byWorld, feasible);
        double[][][] resampled = new double[points][objectives][RESAMPLES];
        double[][][][] resampledByWorld = new double[points][worlds][objectives][RESAMPLES];
        double[] chance = new double[points];
        boolean[][] in = new boolean[RESAMPLES][];
        IntStream.range(0, RESAMPLES).parallel().forEach(r -> {
            int[] chosen = Arrays.stream(
                            new DrawSequence(study.seed(), stream).startAt(r).resample(clusters.size()))
                    .boxed()
                    .flatMapToInt(c -> Arrays.stream(clusters.get(c)))
                    .toArray();
            double[][] now = new double[points][];
            double[][][] nowByWorld = new double[points][][];
            in[r] = once(study, evaluations, runs, chosen, now, nowByWorld, new boolean[points]);
            for (int p = 0; p < points; p++) {
                for (int m = 0; m < objectives; m++) {
                    resampled[p][m][r] = now[p][m];
                    for (int w = 0; w < worlds; w++) {
                        resampledByWorld[p][w][m][r] = nowByWorld[p][w][m];
                    }
                }
            }
        });
        for (boolean[] of : in) {
            for (int p = 0; p < points; p++) {
                chance[p] += of[p] ? 1.0 / RESAMPLES : 0;
            }
        }
        return new FreshEvaluation(
                all.length,
                clusters.size(),
                values,
                byWorld,
                resampled,
                resampledByWorld,
                feasible,
                nondominated,
                chance,
                (point, other, objective) -> differing(
                        runs[point], runs[other], clusters, study.objectives().get(objective), study.outcomes()));
    }

    static int differing(
            double[][][] point, double[][][] other, List<int[]> clusters, Objective objective, List<Outcome> outcomes) {
        Statistic of = objective.statistic();
        int outcome = outcomes.indexOf(of.outcome());
        return (int) IntStream.range(0, point.length)
                .mapToLong(w -> clusters.stream()
                        .filter(runs -> Arrays.stream(runs)
                                .anyMatch(r -> of.differ(point[w][outcome][r], other[w][outcome][r])))
                        .count())
                .max()
                .orElse(0);
    }

    /** Values, feasibility and dominance for some of the runs. */
    private static boolean[] once(
            SearchStudy study,
            SearchEvaluations evaluations,
            double[][][][] runs,
            int[] chosen,
            double[][] values,
            double[][][] byWorld,
            boolean[] feasible) {
        int points = runs.length;
        double[][] minimised = new double[points][];
        List<double[]> statistics = Arrays.stream(runs)
                .map(r -> evaluations.statistics(picked(r, chosen)))
                .toList();
        List<double[]> objectives = evaluations.objectives(statistics);
        for (int p = 0; p < points; p++) {
            double[] stored = statistics.get(p);
            values[p] = objectives.get(p);
            byWorld[p] = worlds(study, evaluations, stored);
            feasible[p] = Arrays.stream(evaluations.violations(stored)).allMatch(v -> v == 0);
            minimised[p] = study.minimised(values[p]);
        }
        return nondominated(minimised, feasible);
    }

    /** Which points keep to the constraints and are dominated by none that does; the last, the scenario as it stands, takes no part. */
    static boolean[] nondominated(double[][] minimised, boolean[] feasible) {
        int points = minimised.length;
        boolean[] nondominated = new boolean[points];
        for (int p = 0; p < points - 1; p++) {
            int one = p;
            nondominated[p] = feasible[p]
                    && IntStream.range(0, points - 1)
                            .noneMatch(q -> feasible[q] && Front.dominates(minimised[q], minimised[one]));
        }
        return nondominated;
    }

    private static double[][][] picked(double[][][] runs, int[] chosen) {
        double[][][] picked = new double[runs.length][runs[0].length][chosen.length];
        for (int w = 0; w < runs.length; w++) {
            for (int o = 0; o < runs[w].length; o++) {
                for (int i = 0; i < chosen.length; i++) {
                    picked[w][o][i] = runs[w][o][chosen[i]];
                }
            }
        }
        return picked;
    }

    /** By world and objective the objective's statistic in that world alone. */
    private static double[][] worlds(SearchStudy study, SearchEvaluations evaluations, double[] stored) {
        double[][] byObjective = study.objectives().stream()
                .map(o -> evaluations.byWorld(stored, o.statistic()))
                .toArray(double[][]::new);
        return MatrixUtils.createRealMatrix(byObjective).transpose().getData();
    }
}
