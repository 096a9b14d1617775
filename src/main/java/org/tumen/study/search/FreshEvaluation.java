package org.tumen.study.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tumen.analysis.search.Front;
import org.tumen.draw.DrawSequence;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.scenario.Reading;
import org.tumen.declare.Resolved;
import org.tumen.store.ResultReader;
import org.tumen.store.RunPlan;
import org.tumen.study.ExperimentRun;
import org.tumen.study.StudySession;

/**
 * The points of a front on fresh luck, beside the scenario as it stands. What was best among many by its own runs looks better
 * than it is (the optimizer's curse: J. E. Smith and R. L. Winkler, Management Science 52 (2006) 311–322); these values are of
 * runs that no choice has looked at.
 *
 * <p>Intervals are percentile bootstrap intervals over runs, one resample for all points, worlds and objectives, so that their
 * common luck is kept.
 *
 * @param values by point, the scenario as it stands last: the objectives, each in its own sign
 * @param low the lower ends of the 95 % intervals
 * @param high the upper ends
 * @param feasible whether a point keeps to the constraints on these runs
 * @param nondominated whether no other feasible point dominates it on these runs
 * @param chance the share of resamples in which it is feasible and no other dominates it
 * @param byWorld by point and world, the objectives in that world alone
 * @param failures the runs that failed; each is left out of every point
 * @param note what to say of how the runs came about
 */
public record FreshEvaluation(
        double[][] values,
        double[][] low,
        double[][] high,
        boolean[] feasible,
        boolean[] nondominated,
        double[] chance,
        double[][][] byWorld,
        List<RunFailure> failures,
        String note) {
    private static final int RESAMPLES = 400;
    private static final double TAIL = 0.025;

    /** The name of the arm of a point, such as {@code p001}; the scenario as it stands is {@code base}. */
    static String arm(int point, int points) {
        return point == points ? "base" : String.format(Locale.ROOT, "p%03d", point + 1);
    }

    /** Makes the runs that are missing and describes all. */
    public static FreshEvaluation run(
            SearchStudy study, SearchFound found, SearchEvaluations evaluations, Path folder, StudySession session)
            throws InterruptedException {
        Experiment experiment = experiment(study, found);
        SearchStudy.Budget b = study.budget();
        List<Job.Slice> slices = experiment.arms().stream()
                .map(a -> new Job.Slice(a.name(), b.runs(), b.runs() + b.freshRuns()))
                .toList();
        String note =
                new ExperimentRun(experiment, folder, session).make(slices, new RunPlan(b.runs(), b.freshRuns(), 0));
        try (ResultReader reader = ResultReader.open(folder)) {
            double[][][][] runs = read(study, found.points().size(), reader);
            return describe(study, evaluations, runs, reader.failures(), note);
        }
    }

    private static Experiment experiment(SearchStudy study, SearchFound found) {
        List<Experiment.ArmSpec> arms = new ArrayList<>();
        int points = found.points().size();
        for (int p = 0; p <= points; p++) {
            for (String world : study.worlds().keySet()) {
                String name = arm(p, points) + (study.worlds().size() > 1 ? "-" + world : "");
                if (p < points) {
                    Reading reading = study.point(world, found.points().get(p));
                    arms.add(new Experiment.ArmSpec(name, reading.scenario(), Resolved.text(reading.document())));
                } else {
                    var base = Objects.requireNonNull(study.worlds().get(world));
                    arms.add(new Experiment.ArmSpec(name, base, Resolved.text(Resolved.document(base))));
                }
            }
        }
        return new Experiment(study.name() + "-search", arms, study.seed());
    }

    /** By point, world, outcome and run; a run that failed anywhere is left out everywhere, so that all share their luck. */
    private static double[][][][] read(SearchStudy study, int points, ResultReader reader) {
        List<Outcome> outcomes = study.outcomes();
        List<String> worlds = List.copyOf(study.worlds().keySet());
        double[][][][] runs = new double[points + 1][worlds.size()][outcomes.size()]
                [study.budget().freshRuns()];
        Arrays.stream(runs)
                .forEach(p ->
                        Arrays.stream(p).forEach(w -> Arrays.stream(w).forEach(row -> Arrays.fill(row, Double.NaN))));
        reader.forEachRunOfAllArms(outcomes, (arm, run, values) -> {
            int cut = arm.indexOf('-');
            String point = cut < 0 ? arm : arm.substring(0, cut);
            int p = point.equals("base") ? points : Integer.parseInt(point.substring(1)) - 1;
            int w = cut < 0 ? 0 : worlds.indexOf(arm.substring(cut + 1));
            int r = (int) (run - study.budget().runs());
            for (int o = 0; o < values.length && r >= 0 && r < runs[p][w][o].length; o++) {
                runs[p][w][o][r] = values[o];
            }
        });
        int[] complete = IntStream.range(0, study.budget().freshRuns())
                .filter(r -> Arrays.stream(runs).allMatch(p -> Arrays.stream(p).noneMatch(w -> Double.isNaN(w[0][r]))))
                .toArray();
        if (complete.length == 0) {
            throw new IllegalStateException("no fresh run was completed at every point");
        }
        return Arrays.stream(runs).map(p -> picked(p, complete)).toArray(double[][][][]::new);
    }

    private static FreshEvaluation describe(
            SearchStudy study,
            SearchEvaluations evaluations,
            double[][][][] runs,
            List<RunFailure> failures,
            String note) {
        int points = runs.length;
        int fresh = runs[0][0][0].length;
        int[] all = IntStream.range(0, fresh).toArray();
        double[][] values = new double[points][];
        boolean[] feasible = new boolean[points];
        double[][][] byWorld = new double[points][][];
        boolean[] nondominated = once(study, evaluations, runs, all, values, feasible);
        for (int p = 0; p < points; p++) {
            byWorld[p] = worlds(study, evaluations.statistics(runs[p]));
        }
        double[][][] resampled = new double[points][study.objectives().size()][RESAMPLES];
        double[] chance = new double[points];
        DrawSequence draws = new DrawSequence(study.seed(), "fresh resamples");
        for (int r = 0; r < RESAMPLES; r++) {
            draws.startAt(r);
            int[] chosen =
                    IntStream.range(0, fresh).map(i -> draws.below(fresh)).toArray();
            double[][] now = new double[points][];
            boolean[] in = once(study, evaluations, runs, chosen, now, new boolean[points]);
            for (int p = 0; p < points; p++) {
                chance[p] += in[p] ? 1.0 / RESAMPLES : 0;
                for (int m = 0; m < now[p].length; m++) {
                    resampled[p][m][r] = now[p][m];
                }
            }
        }
        double[][] low = new double[points][study.objectives().size()];
        double[][] high = new double[points][study.objectives().size()];
        for (int p = 0; p < points; p++) {
            for (int m = 0; m < low[p].length; m++) {
                Arrays.sort(resampled[p][m]);
                low[p][m] = resampled[p][m][(int) (TAIL * (RESAMPLES - 1))];
                high[p][m] = resampled[p][m][(int) Math.ceil((1 - TAIL) * (RESAMPLES - 1))];
            }
        }
        return new FreshEvaluation(values, low, high, feasible, nondominated, chance, byWorld, failures, note);
    }

    /** Values, feasibility and dominance for some of the runs. The scenario as it stands takes no part in the dominance. */
    private static boolean[] once(
            SearchStudy study,
            SearchEvaluations evaluations,
            double[][][][] runs,
            int[] chosen,
            double[][] values,
            boolean[] feasible) {
        int points = runs.length;
        double[][] minimised = new double[points][study.objectives().size()];
        for (int p = 0; p < points; p++) {
            double[] stored = evaluations.statistics(picked(runs[p], chosen));
            values[p] = evaluations.objectives(stored);
            feasible[p] = Arrays.stream(evaluations.violations(stored)).allMatch(v -> v == 0);
            for (int m = 0; m < minimised[p].length; m++) {
                minimised[p][m] = study.objectives().get(m).minimised(values[p][m]);
            }
        }
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
    private static double[][] worlds(SearchStudy study, double[] stored) {
        int n = study.statistics().size();
        double[][] values = new double[study.worlds().size()][study.objectives().size()];
        for (int w = 0; w < values.length; w++) {
            for (int m = 0; m < values[w].length; m++) {
                int s = study.statistics().indexOf(study.objectives().get(m).statistic());
                values[w][m] = stored[w * n + s];
            }
        }
        return values;
    }
}
