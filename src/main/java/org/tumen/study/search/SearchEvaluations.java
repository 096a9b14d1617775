package org.tumen.study.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.analysis.search.Constraint;
import org.tumen.analysis.search.Evaluation;
import org.tumen.analysis.search.Evaluator;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Statistic;
import org.tumen.draw.DrawSequence;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.PointRuns;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Scenario;
import org.tumen.store.EvaluationStore;
import org.tumen.words.Texts;

/**
 * Evaluates the points of a search on threads, the same runs for each of them, and keeps every one that is finished: a point
 * that was evaluated before, in this search or another of the study, is not simulated again.
 */
public final class SearchEvaluations implements Evaluator {
    /** Points kept at a time, for each thread: a killed search loses no more than these. */
    private static final int CHUNK = 4;

    private final SearchStudy study;
    private final EvaluationStore store;
    private final ExecutionSettings execution;
    private final AtomicBoolean cancelled;
    private final List<Statistic> statistics;
    private final List<Outcome> outcomes;
    private final List<String> worlds;
    private final double[][] best;
    private final AtomicLong made = new AtomicLong();

    public SearchEvaluations(
            SearchStudy study, EvaluationStore store, ExecutionSettings execution, AtomicBoolean cancelled) {
        this.study = study;
        this.store = store;
        this.execution = execution;
        this.cancelled = cancelled;
        statistics = study.statistics();
        outcomes = study.outcomes();
        worlds = List.copyOf(study.worlds().keySet());
        best = new double[study.objectives().size()][worlds.size()];
        for (double[] row : best) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /** Runs made so far, those of points found in the store left out. */
    public long made() {
        return made.get();
    }

    /** The runs that failed, those of points found in the store among them. */
    List<EvaluationStore.Failure> failures() {
        return store.failures();
    }

    /** The best known value of each objective in each world, by which regrets are measured; NaN where none is needed. */
    double[][] best() {
        return best;
    }

    /** Evaluates points spread over the levers and takes the best value of each objective in each world from them. */
    public void findReferences() throws InterruptedException {
        double[][] places = LatinHypercube.random(
                study.budget().references(), study.levers().size(), new DrawSequence(study.seed(), "references"));
        List<List<String>> points = Arrays.stream(places).map(study::values).toList();
        simulate(points);
        for (int m = 0; m < best.length; m++) {
            Objective objective = study.objectives().get(m);
            for (List<String> point : points) {
                double[] values = byWorld(found(point), objective.statistic());
                for (int w = 0; w < values.length; w++) {
                    boolean better = objective.more() ? values[w] > best[m][w] : values[w] < best[m][w];
                    best[m][w] = Double.isNaN(best[m][w]) || better ? values[w] : best[m][w];
                }
            }
        }
    }

    @Override
    public List<Evaluation> evaluate(List<double[]> places) throws InterruptedException {
        List<List<String>> points = places.stream().map(study::values).toList();
        simulate(points);
        return points.stream().map(this::evaluation).toList();
    }

    private Evaluation evaluation(List<String> point) {
        double[] values = objectives(found(point));
        for (int m = 0; m < values.length; m++) {
            values[m] = study.objectives().get(m).minimised(values[m]);
        }
        return new Evaluation(values, violations(found(point)));
    }

    /** The objectives of stored values, each in its own sign. */
    public double[] objectives(double[] stored) {
        double[] values = new double[study.objectives().size()];
        for (int m = 0; m < values.length; m++) {
            Objective objective = study.objectives().get(m);
            values[m] = objective.value(byWorld(stored, objective.statistic()), best[m]);
        }
        return values;
    }

    /** By how much stored values break each constraint. */
    double[] violations(double[] stored) {
        double[] violations = new double[study.constraints().size()];
        for (int c = 0; c < violations.length; c++) {
            Constraint constraint = study.constraints().get(c);
            violations[c] = constraint.violation(constraint.value(byWorld(stored, constraint.statistic())));
        }
        return violations;
    }

    private double[] byWorld(double[] stored, Statistic statistic) {
        int s = statistics.indexOf(statistic);
        double[] values = new double[worlds.size()];
        for (int w = 0; w < values.length; w++) {
            values[w] = stored[w * statistics.size() + s];
        }
        return values;
    }

    public double[] found(List<String> point) {
        double[] values = store.find(point);
        if (values == null) {
            throw new IllegalStateException("a point was not evaluated");
        }
        return values;
    }

    /** The statistics of runs as they are stored: world by world. */
    double[] statistics(double[][][] runs) {
        double[] values = new double[worlds.size() * statistics.size()];
        for (int w = 0; w < worlds.size(); w++) {
            for (int s = 0; s < statistics.size(); s++) {
                double[] row = runs[w][outcomes.indexOf(statistics.get(s).outcome())];
                double[] completed =
                        Arrays.stream(row).filter(v -> !Double.isNaN(v)).toArray();
                values[w * statistics.size() + s] = statistics.get(s).of(completed);
            }
        }
        return values;
    }

    private void simulate(List<List<String>> points) throws InterruptedException {
        Set<List<String>> missing = new LinkedHashSet<>(points);
        missing.removeIf(p -> store.find(p) != null);
        int threads = Math.min(execution.threads(), Math.max(1, missing.size()));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<List<String>> queue = new ArrayList<>(missing);
            for (int from = 0; from < queue.size(); from += CHUNK * threads) {
                chunk(pool, queue.subList(from, Math.min(queue.size(), from + CHUNK * threads)));
            }
        } finally {
            pool.shutdown();
        }
    }

    private void chunk(ExecutorService pool, List<List<String>> points) throws InterruptedException {
        Map<List<String>, Future<Made>> futures = new LinkedHashMap<>();
        points.forEach(p -> futures.put(p, pool.submit(() -> make(p))));
        Map<List<String>, double[]> finished = new LinkedHashMap<>();
        List<EvaluationStore.Failure> failed = new ArrayList<>();
        for (Map.Entry<List<String>, Future<Made>> entry : futures.entrySet()) {
            try {
                finished.put(entry.getKey(), entry.getValue().get().values());
                failed.addAll(entry.getValue().get().failures());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException("a point could not be evaluated", e.getCause());
            }
        }
        if (cancelled.get()) {
            // What was stopped on the way is not a value of the point.
            throw new InterruptedException("interrupted");
        }
        store.add(finished, failed);
        if (store.failures().size() > execution.failureLimit()) {
            throw new IllegalStateException(store.failures().size() + " runs failed, more than --failure-limit "
                    + execution.failureLimit() + "; " + first(store.failures().get(0)));
        }
    }

    /** Which run failed, why, and how to see it. */
    private String first(EvaluationStore.Failure failure) {
        StringBuilder sets = new StringBuilder();
        study.sets(failure.levers())
                .forEach((path, value) ->
                        sets.append(" --set ").append(path).append('=').append(value));
        return "the first: " + Texts.visible(failure.cause()) + "; see it by `tumen trace` of the scenario of world "
                + failure.world() + " with --seed " + study.seed() + " --run " + failure.run() + sets;
    }

    /** A sentence on the runs that failed; empty when none did. */
    String failed() {
        List<EvaluationStore.Failure> all = failures();
        return all.isEmpty()
                ? ""
                : all.size() + (all.size() == 1 ? " run" : " runs") + " of the search failed, in none of its figures; "
                        + first(all.get(0)) + ".";
    }

    /** The statistics of a point, world by world, and the runs of it that failed. */
    private record Made(double[] values, List<EvaluationStore.Failure> failures) {}

    private Made make(List<String> point) {
        double[][][] runs = new double[worlds.size()][][];
        List<EvaluationStore.Failure> failures = new ArrayList<>();
        int number = study.budget().runs();
        for (int w = 0; w < runs.length; w++) {
            String world = worlds.get(w);
            Scenario scenario = study.point(world, point).scenario();
            int before = failures.size();
            runs[w] = PointRuns.of(
                    scenario,
                    study.seed(),
                    0,
                    number,
                    outcomes,
                    f -> failures.add(
                            new EvaluationStore.Failure(point, world, f.key().run(), f.cause())),
                    cancelled::get);
            made.addAndGet(number);
            if (failures.size() - before == number) {
                throw new IllegalStateException("every run of a point failed; " + first(failures.get(before)));
            }
        }
        return new Made(statistics(runs), failures);
    }
}
