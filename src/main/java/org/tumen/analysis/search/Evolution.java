package org.tumen.analysis.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.math3.random.RandomAdaptor;
import org.moeaframework.algorithm.AbstractEvolutionaryAlgorithm;
import org.moeaframework.algorithm.NSGAII;
import org.moeaframework.algorithm.NSGAIII;
import org.moeaframework.core.PRNG;
import org.moeaframework.core.Solution;
import org.moeaframework.core.initialization.Initialization;
import org.moeaframework.core.operator.CompoundVariation;
import org.moeaframework.core.operator.Variation;
import org.moeaframework.core.operator.real.PM;
import org.moeaframework.core.operator.real.SBX;
import org.moeaframework.core.population.NondominatedSortingPopulation;
import org.moeaframework.core.population.ReferencePointNondominatedSortingPopulation;
import org.moeaframework.core.selection.TournamentSelection;
import org.moeaframework.core.variable.RealVariable;
import org.moeaframework.problem.Problem;
import org.moeaframework.util.weights.NormalBoundaryDivisions;
import org.tumen.analysis.design.LatinHypercube;
import org.tumen.draw.DrawSequence;

/**
 * One search: NSGA-II (K. Deb, A. Pratap, S. Agarwal and T. Meyarivan, IEEE Trans. Evol. Comput. 6 (2002) 182–197) or NSGA-III
 * (K. Deb and H. Jain, IEEE Trans. Evol. Comput. 18 (2014) 577–601), both of the MOEA Framework, with simulated binary crossover
 * and polynomial mutation, on keyed draws: the same settings and seed give the same points.
 *
 * <p>Deviations: the first population is a Latin hypercube; besides the population an archive keeps every feasible point that no
 * other dominates, so that a good point once found is not lost.
 *
 * <p>The library's source of draws belongs to the whole process, so that one search runs at a time.
 */
public final class Evolution {
    private static final double CROSSOVER = 0.9;
    private static final double CROSSOVER_INDEX = 15;
    private static final double MUTATION_INDEX = 20;
    private static final Object ONE_AT_A_TIME = new Object();

    private final Settings settings;
    private final PointEvaluator evaluator;
    private final Consumer<Generation> listener;
    private final List<double[]> places = new ArrayList<>();
    private final List<double[]> objectives = new ArrayList<>();
    private int evaluations;

    private Evolution(Settings settings, PointEvaluator evaluator, Consumer<Generation> listener) {
        this.settings = settings;
        this.evaluator = evaluator;
        this.listener = listener;
    }

    public enum Algorithm {
        /** NSGA-II, for two or three objectives. */
        NSGA2,
        /** NSGA-III, for four and more. */
        NSGA3
    }

    /**
     * What is searched and how.
     *
     * @param levers how many levers
     * @param objectives how many objectives, 1 or more; 2 or more for NSGA-III
     * @param constraints how many constraints
     * @param population points of a generation, 4 or more and even
     * @param evaluations points in all; the last generation is finished, so that there may be some more
     * @param seed the seed of all draws
     */
    public record Settings(
            Algorithm algorithm,
            int levers,
            int objectives,
            int constraints,
            int population,
            int evaluations,
            long seed) {
        /** @throws IllegalArgumentException when one is out of its range */
        public Settings {
            if (levers < 1 || objectives < 1 || constraints < 0 || population < 4 || population % 2 != 0) {
                throw new IllegalArgumentException(
                        "a search needs a lever, an objective and an even population of 4 or more");
            }
            if (algorithm == Algorithm.NSGA3 && (objectives < 2 || population < 2 * objectives)) {
                throw new IllegalArgumentException("NSGA-III needs two objectives or more, and two points for each");
            }
        }
    }

    /**
     * How far a search has come.
     *
     * @param number the generation; 0 for the first population
     * @param evaluations points evaluated so far
     * @param places the places of the levers of the archive's points
     * @param objectives their objectives, less being better
     */
    public record Generation(int number, int evaluations, List<double[]> places, List<double[]> objectives) {
        public Generation {
            places = List.copyOf(places);
            objectives = List.copyOf(objectives);
        }
    }

    /**
     * Searches.
     *
     * @param listener is told of every generation
     * @return the last generation; its archive is what was found
     * @throws InterruptedException when the evaluator was stopped
     */
    public static Generation run(Settings settings, PointEvaluator evaluator, Consumer<Generation> listener)
            throws InterruptedException {
        synchronized (ONE_AT_A_TIME) {
            try {
                return new Evolution(settings, evaluator, listener).search();
            } catch (Stopped e) {
                throw (InterruptedException) new InterruptedException("stopped").initCause(e);
            }
        }
    }

    /** Carries an interruption through the library. */
    private static final class Stopped extends RuntimeException {
        Stopped(InterruptedException cause) {
            super(cause);
        }
    }

    private Generation search() {
        PRNG.setRandom(new RandomAdaptor(new DrawGenerator(settings.seed(), "search", 0)));
        AbstractEvolutionaryAlgorithm algorithm = algorithm();
        int number = 0;
        Generation last;
        do {
            algorithm.step();
            last = new Generation(number++, evaluations, places, objectives);
            listener.accept(last);
        } while (evaluations < settings.evaluations());
        return last;
    }

    private AbstractEvolutionaryAlgorithm algorithm() {
        Points.Shape problem = new Points.Shape(settings.levers(), settings.objectives(), settings.constraints());
        Variation variation = new CompoundVariation(
                new SBX(CROSSOVER, CROSSOVER_INDEX), new PM(1.0 / settings.levers(), MUTATION_INDEX));
        Initialization first = size -> spread(problem, size);
        return settings.algorithm() == Algorithm.NSGA2
                ? new Second(problem, variation, first)
                : new Third(problem, variation, first);
    }

    private Solution[] spread(Points.Shape problem, int size) {
        double[][] points =
                LatinHypercube.random(size, settings.levers(), new DrawSequence(settings.seed(), "first population"));
        Solution[] solutions = new Solution[size];
        for (int i = 0; i < size; i++) {
            solutions[i] = problem.newSolution();
            RealVariable.setReal(solutions[i], points[i]);
        }
        return solutions;
    }

    private void evaluateAll(List<Solution> solutions) {
        List<double[]> points = solutions.stream().map(Points::places).toList();
        List<Evaluation> found;
        try {
            found = evaluator.evaluate(points);
        } catch (InterruptedException e) {
            throw new Stopped(e);
        }
        for (int i = 0; i < points.size(); i++) {
            Points.evaluated(solutions.get(i), found.get(i));
            if (found.get(i).feasible()) {
                archive(points.get(i), found.get(i).objectives());
            }
        }
        evaluations += points.size();
    }

    private void archive(double[] place, double[] values) {
        for (double[] kept : objectives) {
            if (Front.dominates(kept, values) || Arrays.equals(kept, values)) {
                return;
            }
        }
        for (int i = objectives.size() - 1; i >= 0; i--) {
            if (Front.dominates(values, objectives.get(i))) {
                objectives.remove(i);
                places.remove(i);
            }
        }
        places.add(place.clone());
        objectives.add(values.clone());
    }

    private final class Second extends NSGAII {
        Second(Problem problem, Variation variation, Initialization first) {
            super(
                    problem,
                    settings.population(),
                    new NondominatedSortingPopulation(),
                    null,
                    new TournamentSelection(),
                    variation,
                    first);
        }

        @Override
        public void evaluateAll(Iterable<Solution> solutions) {
            Evolution.this.evaluateAll(Points.list(solutions));
        }

        @Override
        public void evaluateAll(Solution[] solutions) {
            Evolution.this.evaluateAll(List.of(solutions));
        }
    }

    private final class Third extends NSGAIII {
        Third(Problem problem, Variation variation, Initialization first) {
            super(
                    problem,
                    settings.population(),
                    new ReferencePointNondominatedSortingPopulation(
                            problem.getNumberOfObjectives(), divisions(settings.objectives(), settings.population())),
                    getDefaultSelection(problem),
                    variation,
                    first);
        }

        @Override
        public void evaluateAll(Iterable<Solution> solutions) {
            Evolution.this.evaluateAll(Points.list(solutions));
        }

        @Override
        public void evaluateAll(Solution[] solutions) {
            Evolution.this.evaluateAll(List.of(solutions));
        }
    }

    /**
     * As many reference directions as the population has points for. Where the most divisions are fewer than the objectives, no
     * direction would weigh them all; half as far from the middle lies then a second layer, as Deb and Jain have it.
     */
    static NormalBoundaryDivisions divisions(int objectives, int population) {
        int single = most(objectives, population);
        if (single >= objectives) {
            return new NormalBoundaryDivisions(single);
        }
        int outer = most(objectives, population - objectives);
        int left = population - new NormalBoundaryDivisions(outer).getNumberOfReferencePoints(objectives);
        return new NormalBoundaryDivisions(outer, most(objectives, left));
    }

    /** The most divisions with no more directions than so many. */
    private static int most(int objectives, int directions) {
        int divisions = 1;
        while (new NormalBoundaryDivisions(divisions + 1).getNumberOfReferencePoints(objectives) <= directions) {
            divisions++;
        }
        return divisions;
    }
}
