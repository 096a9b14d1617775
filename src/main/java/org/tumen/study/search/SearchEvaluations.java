package org.tumen.study.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.analysis.search.Constraint;
import org.tumen.analysis.search.Evaluation;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.PointEvaluator;
import org.tumen.analysis.search.Statistic;
import org.tumen.declare.Resolved;
import org.tumen.document.InvalidInputException;
import org.tumen.draw.DrawSequence;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.Evaluator;
import org.tumen.experiment.PointMaker;
import org.tumen.experiment.RunListener;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioPoints;
import org.tumen.store.EvaluationStore;
import org.tumen.study.StudySession;
import org.tumen.words.Numbers;

/**
 * Evaluates the points of a search on threads, the same runs for each of them, and keeps every one that is finished: a point
 * that was evaluated before, in this search or another of the study, is not simulated again.
 */
public final class SearchEvaluations implements PointEvaluator {
    /**
     * Runs whose points are kept at a time, for each thread, some two tenths of a second: a killed search loses no more than
     * these and those of a point.
     */
    private static final int CHUNK = 3_000;

    private final SearchStudy study;
    private final EvaluationStore store;
    private final Evaluator evaluator;
    private final RunListener listener;
    private final int chunk;
    private final List<Statistic> statistics;
    private final List<Outcome> outcomes;
    private final List<String> worlds;
    private final double[][] best;
    private final Map<String, ScenarioPoints> read = new ConcurrentHashMap<>();
    /** What threads make runs with, world by world, while none has it in use. */
    private final Queue<Map<String, PointMaker>> idle = new ConcurrentLinkedQueue<>();

    private final AtomicLong made = new AtomicLong();
    private List<String> nearest = List.of();
    private double leastViolation = Double.POSITIVE_INFINITY;

    /** @param cancellation stops it between two runs, keeping the points that are stored */
    public SearchEvaluations(
            SearchStudy study, EvaluationStore store, StudySession session, Cancellation cancellation) {
        this.study = study;
        this.store = store;
        evaluator = new Evaluator(session.execution(), store.failures().size(), cancellation);
        listener = session.listener();
        int runs = study.budget().runs() * study.worlds().size();
        chunk = Math.max(1, CHUNK / runs) * session.execution().threads();
        statistics = study.statistics();
        outcomes = study.outcomes();
        worlds = List.copyOf(study.worlds().keySet());
        best = unknown();
    }

    /** Runs made so far, those of points found in the store left out. */
    public long made() {
        return made.get();
    }

    /** The runs that failed, those of points found in the store among them. */
    List<EvaluationStore.Failure> failures() {
        return store.failures();
    }

    /** Evaluates points spread over the levers and takes the best value of each objective in each world from them. */
    public void findReferences() throws InterruptedException {
        double[][] places = LatinHypercube.random(
                study.budget().references(), study.levers().size(), new DrawSequence(study.seed(), "references"));
        List<List<String>> points = Arrays.stream(places).map(study::values).toList();
        simulate(points);
        takeBest(points.stream().map(this::found).toList(), best);
    }

    /** Takes in the best value of each objective in each world of some points, by their stored values. */
    private void takeBest(List<double[]> points, double[][] best) {
        for (int m = 0; m < best.length; m++) {
            Objective objective = study.objectives().get(m);
            for (double[] stored : points) {
                double[] values = byWorld(stored, objective.statistic());
                for (int w = 0; w < values.length; w++) {
                    boolean better = objective.more() ? values[w] > best[m][w] : values[w] < best[m][w];
                    best[m][w] = Double.isNaN(best[m][w]) || better ? values[w] : best[m][w];
                }
            }
        }
    }

    private double[][] unknown() {
        double[][] unknown = new double[study.objectives().size()][worlds.size()];
        for (double[] row : unknown) {
            Arrays.fill(row, Double.NaN);
        }
        return unknown;
    }

    @Override
    public List<Evaluation> evaluate(List<double[]> places) throws InterruptedException {
        List<List<String>> points = places.stream().map(study::values).toList();
        simulate(points);
        return points.stream().map(this::evaluation).toList();
    }

    private Evaluation evaluation(List<String> point) {
        double[] values = study.minimised(objectives(found(point)));
        double[] violations = violations(found(point));
        double sum = Arrays.stream(violations).sum();
        if (sum < leastViolation) {
            leastViolation = sum;
            nearest = point;
        }
        return new Evaluation(values, violations);
    }

    /** What the point that comes nearest to the constraints has of those that it breaks, in words. */
    String nearest() {
        double[] stored = found(nearest);
        return study.constraints().stream()
                .filter(c -> c.violation(c.value(byWorld(stored, c.statistic()))) > 0)
                .map(c -> c.statistic() + " of " + Numbers.shown(c.value(byWorld(stored, c.statistic()))))
                .collect(Collectors.joining(" and "));
    }

    /** The objectives of a point of the search by its stored values, each in its own sign. */
    public double[] objectives(double[] stored) {
        return objectives(stored, best);
    }

    /**
     * The objectives of points on other runs than those of the search. Regrets are against the best of these points on the same
     * runs: against what was best on others they would tell the luck of those.
     */
    List<double[]> objectives(List<double[]> points) {
        double[][] bestOfThese = unknown();
        takeBest(points, bestOfThese);
        return points.stream().map(p -> objectives(p, bestOfThese)).toList();
    }

    private double[] objectives(double[] stored, double[][] best) {
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

    /** A statistic of stored values in each world. */
    double[] byWorld(double[] stored, Statistic statistic) {
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

    /** The statistics of runs that were completed as they are stored: world by world. */
    double[] statistics(double[][][] runs) {
        double[] values = new double[worlds.size() * statistics.size()];
        for (int w = 0; w < worlds.size(); w++) {
            for (int s = 0; s < statistics.size(); s++) {
                values[w * statistics.size() + s] = statistics
                        .get(s)
                        .of(runs[w][outcomes.indexOf(statistics.get(s).outcome())]);
            }
        }
        return values;
    }

    private void simulate(List<List<String>> wanted) throws InterruptedException {
        List<List<String>> missing =
                wanted.stream().distinct().filter(p -> store.find(p) == null).toList();
        Finished finished = new Finished(missing);
        try {
            evaluator.each(missing.size(), i -> finished.add(i, make(missing.get(i))));
        } finally {
            // What was finished is kept however it ended.
            finished.keep();
        }
    }

    /** Points as threads finish them: one thread keeps the next of them while the others go on. */
    private final class Finished {
        private final List<List<String>> points;
        private final AtomicReferenceArray<@Nullable Made> results;
        private final ReentrantLock keeping = new ReentrantLock();
        private int kept;

        Finished(List<List<String>> points) {
            this.points = points;
            results = new AtomicReferenceArray<>(points.size());
        }

        void add(int place, Made result) {
            results.set(place, result);
            if (keeping.tryLock()) {
                try {
                    keepNext(false);
                } finally {
                    keeping.unlock();
                }
            }
        }

        /** Keeps all that are left, by the thread that waited for the others. */
        void keep() {
            while (kept < points.size()) {
                keepNext(true);
            }
        }

        /** Keeps the points of the next part once all of them are there or, of the last parts, those that are. */
        private void keepNext(boolean last) {
            int end = Math.min(points.size(), kept + chunk);
            Map<List<String>, double[]> values = new LinkedHashMap<>();
            List<EvaluationStore.Failure> failed = new ArrayList<>();
            for (int i = kept; i < end; i++) {
                Made result = results.get(i);
                if (result != null) {
                    values.put(points.get(i), result.values());
                    failed.addAll(result.failures());
                }
            }
            if (last || values.size() == end - kept) {
                store.add(values, failed);
                kept = end;
            }
        }
    }

    /** The statistics of a point, world by world, and the runs of it that failed. */
    private record Made(double[] values, List<EvaluationStore.Failure> failures) {}

    private Made make(List<String> point) {
        Map<String, PointMaker> makers = Objects.requireNonNullElseGet(idle.poll(), HashMap::new);
        Made values = make(point, makers);
        idle.add(makers);
        return values;
    }

    private Made make(List<String> point, Map<String, PointMaker> makers) {
        double[][][] runs = new double[worlds.size()][][];
        List<EvaluationStore.Failure> failed = new ArrayList<>();
        int number = study.budget().runs();
        for (int w = 0; w < runs.length; w++) {
            String world = worlds.get(w);
            RunMaker maker = makers.computeIfAbsent(world, unused -> new PointMaker(study.paths()))
                    .at(read(world, point));
            Evaluator.PointRuns now = evaluator.make(maker, place(world, point), study.seed(), 0, number, outcomes);
            now.failures()
                    .forEach(f -> failed.add(
                            new EvaluationStore.Failure(point, world, f.key().run(), f.cause())));
            runs[w] = completed(now);
            made.addAndGet(number);
            if (now.failures().size() == number) {
                throw new IllegalStateException("every run of a point failed, in " + place(world, point) + ": "
                        + now.failures().get(0).cause());
            }
            listener.made(number);
        }
        return new Made(statistics(runs), failed);
    }

    private static double[][] completed(Evaluator.PointRuns runs) {
        return runs.failures().isEmpty()
                ? runs.values()
                : Arrays.stream(runs.values())
                        .map(row ->
                                Arrays.stream(row).filter(v -> !Double.isNaN(v)).toArray())
                        .toArray(double[][]::new);
    }

    /** @throws InvalidInputException when the values of the point do not go together */
    private ScenarioPoints.Point read(String world, List<String> point) {
        Map<String, String> sets = study.sets(point);
        ScenarioPoints.Point found = read.computeIfAbsent(
                        world, w -> ScenarioPoints.from(Resolved.document(study.world(w)), sets))
                .at(sets);
        if (!found.reading().valid()) {
            throw new InvalidInputException(found.reading().problems());
        }
        return found;
    }

    /** A point in words. */
    private String place(String world, List<String> point) {
        StringBuilder words = new StringBuilder("world ").append(world).append(" with");
        study.sets(point)
                .forEach((path, value) ->
                        words.append(' ').append(path).append('=').append(value));
        return words.toString();
    }

    /** The runs of the search that failed, those of points found in the store among them. */
    List<RunFailure> failed() {
        return store.failures().stream()
                .map(f -> new RunFailure(place(f.world(), f.levers()), new RunKey(study.seed(), f.run()), f.cause()))
                .toList();
    }

    /** The scenario of the first run that failed. */
    Scenario firstFailed() {
        EvaluationStore.Failure first = store.failures().get(0);
        return study.point(first.world(), first.levers()).scenario();
    }
}
