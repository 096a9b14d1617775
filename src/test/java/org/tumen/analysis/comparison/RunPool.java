package org.tumen.analysis.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.DiplomacySim;

/**
 * Runs of several arms on common random numbers from which studies are drawn with replacement, so that the pool is the truth
 * that they estimate. A study takes whole clusters. In a share of the clusters the arms keep their effect; in the others
 * their results are dealt to the arms at random, which leaves an effect of exactly that share of the pool's.
 *
 * @param name what it is
 * @param size how many runs on end are a cluster
 * @param columns a map of outcomes for each arm, the baseline first
 * @param ascending the same, each sorted
 */
record RunPool(String name, int size, List<Map<Outcome, double[]>> columns, List<Map<Outcome, double[]>> ascending) {
    static final int ARMS = 4;

    /** The outcomes that studies look at. */
    static final List<Outcome> OUTCOMES = List.of(
            Outcome.MEAN_STABILITY,
            Outcome.MEAN_TENSION,
            Outcome.INCIDENTS,
            Outcome.ANY_CRISIS,
            Outcome.MANDATE_FAILED,
            Outcome.FIRST_CRISIS);

    static final int HORIZON = 156;

    private static final Map<List<Object>, RunPool> MADE = new ConcurrentHashMap<>();

    private static RunPool of(String name, int size, List<Map<Outcome, double[]>> columns) {
        List<Map<Outcome, double[]>> ascending = new ArrayList<>();
        for (Map<Outcome, double[]> of : columns) {
            Map<Outcome, double[]> sorted = new EnumMap<>(Outcome.class);
            of.forEach((outcome, values) -> sorted.put(outcome, Columns.sorted(values)));
            ascending.add(sorted);
        }
        return new RunPool(name, size, columns, ascending);
    }

    /** Runs of the baseline, whose uncertain parameters each cluster shares; made once for all studies. */
    static RunPool simulated(int runs, int size) {
        return MADE.computeIfAbsent(List.of("simulated", runs, size), key -> simulate(runs, size));
    }

    private static RunPool simulate(int runs, int size) {
        List<String> overrides = List.of("uncertainties.replicates=" + size);
        List<Map<Outcome, double[]>> columns = new ArrayList<>();
        for (String set : List.of("", "{type: silent}", ".dialogue=0.35", ".assertiveness=1.3")) {
            List<String> all = new ArrayList<>(overrides);
            if (!set.isEmpty()) {
                all.add(set.startsWith("{") ? "actors.japan.policy=" + set : "actors.japan.policy" + set);
            }
            Scenario scenario = ScenarioReader.read(
                            Path.of("scenarios/baseline.yaml"), new ScenarioReader.Options(all, false))
                    .scenario();
            DiplomacySim simulation = new DiplomacySim(scenario);
            Map<Outcome, double[]> of = new EnumMap<>(Outcome.class);
            OUTCOMES.forEach(o -> of.put(o, new double[runs]));
            for (int i = 0; i < runs; i++) {
                double[] outcomes = simulation.run(new RunKey(2, i));
                for (Outcome o : OUTCOMES) {
                    of.get(o)[i] = outcomes[o.ordinal()];
                }
            }
            columns.add(of);
        }
        return of("simulated", size, columns);
    }

    /**
     * Made-up runs of harsh shapes: nearly normal; skewed, differences too; zero in nine of ten runs, else geometric; flags
     * of 30 % and of 1 %; weeks, of which most reach the horizon. A cluster shares half of the variance of what drives the
     * outcomes, and of the effects of arms. Made once for all studies.
     */
    static RunPool madeUp(int runs, int size) {
        return MADE.computeIfAbsent(List.of("made up", runs, size), key -> makeUp(runs, size));
    }

    private static RunPool makeUp(int runs, int size) {
        SplittableRandom random = new SplittableRandom(7);
        List<Map<Outcome, double[]>> columns = new ArrayList<>();
        for (int a = 0; a < ARMS; a++) {
            Map<Outcome, double[]> of = new EnumMap<>(Outcome.class);
            OUTCOMES.forEach(o -> of.put(o, new double[runs]));
            columns.add(of);
        }
        double[] point = new double[2];
        for (int i = 0; i < runs; i++) {
            if (i % size == 0) {
                point[0] = normal(random);
                point[1] = normal(random);
            }
            double share = size == 1 ? 0 : 0.5;
            double common = mixed(point[0], normal(random), share);
            double effect = mixed(point[1], normal(random), share);
            for (int a = 0; a < ARMS; a++) {
                double own = 0.8 * common
                        + 0.6 * mixed(effect, normal(random), a == 0 ? 0 : 0.5)
                        + 0.3 * a * (a == 0 ? 0 : 1);
                Map<Outcome, double[]> of = columns.get(a);
                of.get(Outcome.MEAN_STABILITY)[i] = 45 + 4 * own;
                of.get(Outcome.MEAN_TENSION)[i] = 30 + 3 * Math.exp(own);
                of.get(Outcome.INCIDENTS)[i] = own > 1.3 ? 1 + Math.floor(random.nextDouble() * (own - 1.3) * 8) : 0;
                of.get(Outcome.ANY_CRISIS)[i] = own > 0.55 ? 1 : 0;
                of.get(Outcome.MANDATE_FAILED)[i] = own < -2.3 ? 1 : 0;
                of.get(Outcome.FIRST_CRISIS)[i] = Math.min(HORIZON, Math.max(1, Math.round(200 - 110 * own)));
            }
        }
        return of("made up", size, columns);
    }

    private static double normal(SplittableRandom random) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(random.nextDouble(1e-12, 1));
    }

    private static double mixed(double one, double other, double share) {
        return Math.sqrt(share) * one + Math.sqrt(1 - share) * other;
    }

    /** A study: the arms, the baseline first, of so many runs. */
    List<Arm> study(int runs, double effect, SplittableRandom random) {
        List<Map<Outcome, double[]>> drawn = new ArrayList<>();
        for (int a = 0; a < ARMS; a++) {
            Map<Outcome, double[]> of = new EnumMap<>(Outcome.class);
            OUTCOMES.forEach(o -> of.put(o, new double[runs]));
            drawn.add(of);
        }
        int clusters = columns.get(0).get(OUTCOMES.get(0)).length / size;
        int[] deal = new int[ARMS];
        for (int from = 0; from < runs; from += size) {
            int source = random.nextInt(clusters) * size;
            deal(deal, random.nextDouble() < effect ? null : random);
            for (int i = from; i < Math.min(runs, from + size); i++) {
                for (int a = 0; a < ARMS; a++) {
                    for (Outcome o : OUTCOMES) {
                        drawn.get(a).get(o)[i] = columns.get(deal[a]).get(o)[source + i - from];
                    }
                }
            }
        }
        long[] numbers = new long[runs];
        Arrays.setAll(numbers, i -> i);
        Clusters of = Clusters.of(numbers, size);
        List<Arm> arms = new ArrayList<>();
        for (int a = 0; a < ARMS; a++) {
            arms.add(new Arm("arm " + a, drawn.get(a), of));
        }
        return arms;
    }

    private static void deal(int[] deal, SplittableRandom random) {
        for (int a = 0; a < ARMS; a++) {
            deal[a] = a;
        }
        for (int a = ARMS - 1; a > 0 && random != null; a--) {
            int other = random.nextInt(a + 1);
            int kept = deal[a];
            deal[a] = deal[other];
            deal[other] = kept;
        }
    }

    /** The distribution that an arm's outcome has in studies with a share of the effect. */
    Truth truth(int arm, Outcome outcome, double effect) {
        double[][] values = new double[ARMS][];
        double[] weights = new double[ARMS];
        for (int a = 0; a < ARMS; a++) {
            values[a] = ascending.get(a).get(outcome);
            weights[a] = (1 - effect) / ARMS + (a == arm ? effect : 0);
        }
        return Truth.of(values, weights);
    }

    /** A known distribution. */
    record Truth(double[] values, double[] shares, double[] upTo, double mean) {
        /** @param columns as many values each, ascending; merged here */
        static Truth of(double[][] columns, double[] weights) {
            int n = columns[0].length;
            double[] values = new double[columns.length * n];
            double[] shares = new double[values.length];
            int[] next = new int[columns.length];
            double mean = 0;
            for (int i = 0; i < values.length; i++) {
                int least = -1;
                for (int a = 0; a < columns.length; a++) {
                    if (next[a] < n && (least < 0 || columns[a][next[a]] < columns[least][next[least]])) {
                        least = a;
                    }
                }
                values[i] = columns[least][next[least]++];
                shares[i] = weights[least] / n;
                mean += values[i] * shares[i];
            }
            double[] upTo = shares.clone();
            Arrays.parallelPrefix(upTo, Double::sum);
            return new Truth(values, shares, upTo, mean);
        }

        /** The smallest value whose share at or below reaches p. */
        double quantile(double p) {
            int at = Arrays.binarySearch(upTo, p - 1e-9);
            return values[Math.min(values.length - 1, at >= 0 ? at : -at - 1)];
        }

        double shareAtOrBelow(double x) {
            int low = 0;
            int high = values.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[middle] <= x) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? 0 : upTo[low - 1];
        }

        /** The mean of the worst share. */
        double tail(double share, boolean low) {
            double left = share;
            double sum = 0;
            for (int k = 0; k < values.length && left > 0; k++) {
                int i = low ? k : values.length - 1 - k;
                double part = Math.min(left, shares[i]);
                sum += part * values[i];
                left -= part;
            }
            return sum / share;
        }
    }
}
