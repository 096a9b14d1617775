package org.tumen.analysis.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.draw.DrawSequence;

/**
 * Arms under weights of the criteria that nobody has settled: SMAA-2 (R. Lahdelma, J. Hokkanen, P. Salminen, "SMAA –
 * stochastic multiobjective acceptability analysis", European Journal of Operational Research 106 (1998) 137–143, with the
 * ranks of R. Lahdelma, P. Salminen, Operations Research 49 (2001) 444–454). The utility of an arm is the weighted sum of
 * its points; weights are drawn uniformly from all that are 0 or more and sum to 1, or are given; worlds come from the
 * prior, their luck averaged out.
 *
 * @param criteria what is weighed
 * @param arms how each arm fares, the baseline first
 * @param given whether the weights were given, not drawn from all
 */
public record WeightsAcceptability(List<Criterion> criteria, List<OfArm> arms, boolean given) {
    private static final int WEIGHTS = 20_000;

    public WeightsAcceptability {
        criteria = List.copyOf(criteria);
        arms = List.copyOf(arms);
    }

    /**
     * How an arm fares.
     *
     * @param arm its name
     * @param ranks the share of weights and worlds in which it takes each rank, the best first; the first is the
     *     probability of being best. Equal arms share ranks evenly
     * @param chosen the share of weights at which its mean utility over the prior is the greatest: those who should choose it
     *     now
     * @param centralWeights the mean of the weights at which it would be chosen now, by criterion; empty when there are none
     * @param confidence the share of worlds in which it is best at its central weights; 0 when there are none
     * @param regret of choosing it now: how many points its utility lacks to that of the best arm, on average over weights
     *     and worlds
     */
    public record OfArm(
            String arm, double[] ranks, double chosen, double[] centralWeights, double confidence, double regret) {}

    /**
     * Over weights drawn uniformly.
     *
     * @param criteria one or more
     * @param arms the arms, the baseline first
     * @param worlds the expected difference to the baseline, by criterion, arm (the baseline left out) and world
     * @param seed keys the weights
     */
    public static WeightsAcceptability uniform(
            List<Criterion> criteria, List<String> arms, List<double[][]> worlds, long seed) {
        DrawSequence draws = new DrawSequence(seed, "weights");
        double[][] weights = new double[WEIGHTS][criteria.size()];
        for (double[] row : weights) {
            Arrays.setAll(row, c -> -Math.log(draws.uniform()));
            double sum = Arrays.stream(row).sum();
            Arrays.setAll(row, c -> row[c] / sum);
        }
        return weighed(criteria, arms, worlds, weights, false);
    }

    /**
     * Over given weights, each met with all worlds in turn.
     *
     * @param weights a row a set of weights, 0 or more, not all 0; as many as the criteria
     * @throws IllegalArgumentException when sizes do not fit or weights are not of that kind
     */
    public static WeightsAcceptability of(
            List<Criterion> criteria, List<String> arms, List<double[][]> worlds, double[][] weights) {
        return weighed(criteria, arms, worlds, weights, true);
    }

    private static WeightsAcceptability weighed(
            List<Criterion> criteria, List<String> arms, List<double[][]> worlds, double[][] weights, boolean given) {
        check(criteria, arms, worlds, weights);
        return new WeightsAcceptability(
                criteria, new Weighing(criteria, arms, points(criteria, worlds), weights).result(), given);
    }

    private static void check(
            List<Criterion> criteria, List<String> arms, List<double[][]> worlds, double[][] weights) {
        if (criteria.isEmpty() || criteria.size() != worlds.size() || arms.size() < 2) {
            throw new IllegalArgumentException(
                    "weights need one criterion or more, differences for each and two arms or" + " more, not "
                            + criteria.size() + ", " + worlds.size() + " and " + arms.size());
        }
        for (double[] row : weights) {
            if (row.length != criteria.size()
                    || Arrays.stream(row).anyMatch(w -> !(w >= 0))
                    || !(Arrays.stream(row).sum() > 0)) {
                throw new IllegalArgumentException("weights are 0 or more, not all 0, one for each of "
                        + criteria.size() + " criteria, not " + Arrays.toString(row));
            }
        }
    }

    /** Points by criterion, arm (the baseline first, at 0) and world. */
    private static double[][][] points(List<Criterion> criteria, List<double[][]> worlds) {
        double[][][] points = new double[criteria.size()][][];
        for (int c = 0; c < points.length; c++) {
            Criterion criterion = criteria.get(c);
            double[][] of = worlds.get(c);
            points[c] = new double[of.length + 1][];
            points[c][0] = new double[of[0].length];
            for (int k = 0; k < of.length; k++) {
                points[c][k + 1] = Arrays.stream(of[k]).map(criterion::points).toArray();
            }
        }
        return points;
    }

    /** One weighing in the making. */
    private record Weighing(List<Criterion> criteria, List<String> arms, double[][][] points, double[][] weights) {
        List<OfArm> result() {
            int size = arms.size();
            double[][] ranks = new double[size][size];
            double[] regrets = new double[size];
            double[][] central = new double[size][criteria.size()];
            int[] chosen = new int[size];
            double[][] means = means();
            int worlds = points[0][0].length;
            // Few weights meet every world, many weights a world each, so that both are averaged over well.
            int each = Math.max(1, (int) Math.ceil((double) WEIGHTS / weights.length));
            double total = (double) weights.length * each;
            for (int w = 0; w < weights.length; w++) {
                double[] weight = weights[w];
                double sum = Arrays.stream(weight).sum();
                int best = greatest(utilities(weight, (c, a) -> means[c][a]));
                chosen[best]++;
                Arrays.setAll(central[best], c -> central[best][c] + weight[c] / sum);
                for (int e = 0; e < each; e++) {
                    int world = (int) (((long) w * each + e) % worlds);
                    double[] utilities = utilities(weight, (c, a) -> points[c][a][world]);
                    double most = Arrays.stream(utilities).max().orElse(0);
                    for (int a = 0; a < size; a++) {
                        regrets[a] += (most - utilities[a]) / sum / total;
                        rank(utilities, a, ranks[a], 1 / total);
                    }
                }
            }
            List<OfArm> result = new ArrayList<>();
            for (int a = 0; a < size; a++) {
                int times = chosen[a];
                double[] mine = times == 0
                        ? new double[0]
                        : Arrays.stream(central[a]).map(w -> w / times).toArray();
                result.add(new OfArm(
                        arms.get(a),
                        ranks[a],
                        (double) times / weights.length,
                        mine,
                        times == 0 ? 0 : confidence(a, mine),
                        regrets[a]));
            }
            return result;
        }

        private double[][] means() {
            return Arrays.stream(points)
                    .map(of -> Arrays.stream(of).mapToDouble(PointMeans::mean).toArray())
                    .toArray(double[][]::new);
        }

        private double[] utilities(double[] weight, Points of) {
            return IntStream.range(0, arms.size())
                    .mapToDouble(a -> {
                        double sum = 0;
                        for (int c = 0; c < weight.length; c++) {
                            sum += weight[c] * of.at(c, a);
                        }
                        return sum;
                    })
                    .toArray();
        }

        /** Arms of equal utility share their ranks evenly. */
        private static void rank(double[] utilities, int arm, double[] ranks, double share) {
            int above = 0;
            int equal = 0;
            for (double u : utilities) {
                above += u > utilities[arm] ? 1 : 0;
                equal += u == utilities[arm] ? 1 : 0;
            }
            for (int r = above; r < above + equal; r++) {
                ranks[r] += share / equal;
            }
        }

        private static int greatest(double[] values) {
            int best = 0;
            for (int a = 1; a < values.length; a++) {
                best = values[a] > values[best] ? a : best;
            }
            return best;
        }

        private double confidence(int arm, double[] weight) {
            int worlds = points[0][0].length;
            int best = 0;
            for (int i = 0; i < worlds; i++) {
                int world = i;
                best += greatest(utilities(weight, (c, a) -> points[c][a][world])) == arm ? 1 : 0;
            }
            return (double) best / worlds;
        }

        private interface Points {
            double at(int criterion, int arm);
        }
    }
}
