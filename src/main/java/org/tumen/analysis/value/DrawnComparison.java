package org.tumen.analysis.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.comparison.ConfidenceSequence;
import org.tumen.analysis.comparison.MeanDifference;
import org.tumen.analysis.comparison.Settings;
import org.tumen.outcome.Direction;

/**
 * Arms compared in one outcome over the draws of a prior.
 *
 * @param arms the arms that are held against the baseline
 * @param direction which way the outcome is better
 * @param underThePrior of each arm, in the order of the arms
 * @param valueOfPair what the choice between each arm and the baseline turns on, in the order of the arms; empty where
 *     neither direction is better
 * @param valueOfChoice what the choice among all arms turns on, empty where neither direction is better
 * @param breakEvens where each arm's difference changes its sign, by arm, for every single parameter above the noise floor of
 *     {@code valueOfPair}
 */
public record DrawnComparison(
        List<String> arms,
        String baseline,
        Direction direction,
        List<UnderThePrior> underThePrior,
        List<ValueOfKnowing> valueOfPair,
        List<ValueOfKnowing> valueOfChoice,
        List<List<BreakEvens>> breakEvens) {
    static final int PARTS = 20;

    /**
     * Compares.
     *
     * @param draws the draws of the runs
     * @param names the arms, the baseline first; 2 or more
     * @param columns their outcomes by arm and run, paired: run i has the same draws and the same random numbers in every arm
     * @param direction which way the outcome is better
     * @param settings whose error the arms share, and whether the number of runs was chosen while looking
     * @throws IllegalArgumentException when columns have another length than the draws, or hold a value that is not finite
     */
    public static DrawnComparison of(
            StoredDraws draws, List<String> names, double[][] columns, Direction direction, Settings settings) {
        check(draws.sample(), names, columns);
        int arms = names.size() - 1;
        double sign = direction == Direction.LESS ? -1 : 1;
        double[][] better = new double[arms][columns[0].length];
        for (int k = 0; k < arms; k++) {
            for (int i = 0; i < better[k].length; i++) {
                better[k][i] = sign * (columns[k + 1][i] - columns[0][i]);
            }
        }
        return new Maker(draws, names, direction, sign, better, settings).make();
    }

    /** The same with the differences that a comparison tells, whose intervals hold together with those of others. */
    public DrawnComparison within(Map<String, MeanDifference> told) {
        List<UnderThePrior> under = underThePrior.stream()
                .map(one -> {
                    MeanDifference own = told.get(one.arm());
                    return own == null ? one : one.within(own);
                })
                .toList();
        return new DrawnComparison(arms, baseline, direction, under, valueOfPair, valueOfChoice, breakEvens);
    }

    private static void check(PriorSample sample, List<String> names, double[][] columns) {
        if (names.size() < 2 || names.size() != columns.length) {
            throw new IllegalArgumentException("a comparison has two arms or more and a column for each, not "
                    + names.size() + " arms and " + columns.length + " columns");
        }
        for (double[] column : columns) {
            if (column.length != sample.runs()) {
                throw new IllegalArgumentException(
                        "the draws are of " + sample.runs() + " runs, a column of " + column.length);
            }
            if (!Arrays.stream(column).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("a column holds a value that is not finite");
            }
        }
    }

    /** One comparison in the making; differences are kept so that more is better. */
    private static final class Maker {
        private final StoredDraws draws;
        private final PriorSample sample;
        private final List<String> names;
        private final Direction direction;
        private final double sign;
        private final Settings settings;
        private final PointMeans data;
        private final double[][][] surface;
        private final double[][] heldOut;
        private final double[][] z;

        Maker(
                StoredDraws draws,
                List<String> names,
                Direction direction,
                double sign,
                double[][] better,
                Settings settings) {
            this.draws = draws;
            this.sample = draws.sample();
            this.names = names;
            this.direction = direction;
            this.sign = sign;
            this.settings = settings;
            data = PointMeans.of(sample, better);
            surface = draws.heldOutAndSeen(data.means());
            heldOut = Arrays.stream(surface).map(of -> of[0]).toArray(double[][]::new);
            z = DrawnWorlds.normals(draws, data.arms());
        }

        DrawnComparison make() {
            double[] estimates = estimates(-1);
            double[] errors = errors();
            List<UnderThePrior> under = IntStream.range(0, data.arms())
                    .mapToObj(k -> under(k, estimates, errors))
                    .toList();
            List<ValueOfKnowing> values = direction == Direction.NEUTRAL ? List.of() : values(estimates, errors);
            List<ValueOfKnowing> pairs = values.isEmpty() ? values : values.subList(0, data.arms());
            List<List<BreakEvens>> breakEvens = IntStream.range(0, pairs.size())
                    .mapToObj(k -> breakEvens(k, pairs.get(k)))
                    .toList();
            return new DrawnComparison(
                    List.copyOf(names.subList(1, names.size())),
                    names.get(0),
                    direction,
                    under,
                    List.copyOf(pairs),
                    values.isEmpty() ? values : List.of(values.get(values.size() - 1)),
                    breakEvens);
        }

        /**
         * By arm: share of worlds above, variance by luck, variance by parameters, share of parameters; then by choice the
         * gain of knowing all.
         */
        private double[] estimates(int skipped) {
            ExpectedDifferences expected = new ExpectedDifferences(data, sample, heldOut, skipped, PARTS);
            int arms = data.arms();
            int choices = Learner.choices(arms).length;
            double[] result = new double[4 * arms + choices];
            for (int k = 0; k < arms; k++) {
                double luck = luck(k, skipped, expected.between[k]);
                result[k] = expected.shareAbove(k);
                result[arms + k] = luck;
                result[2 * arms + k] = expected.between[k];
                result[3 * arms + k] = expected.between[k] / (expected.between[k] + luck);
                result[4 * arms + k] = expected.gain(k);
            }
            if (choices > arms) {
                result[5 * arms] = expected.gain(z);
            }
            return result;
        }

        private double luck(int arm, int skipped, double between) {
            double squares = 0;
            int runs = 0;
            int points = 0;
            for (int i = 0; i < sample.points(); i++) {
                if (skipped < 0 || i % PARTS != skipped) {
                    squares += data.withinSquares()[arm][i];
                    runs += sample.runsOfPoint()[i];
                    points++;
                }
            }
            if (sample.replicated()) {
                return squares / (runs - points);
            }
            int[] used = IntStream.range(0, sample.points())
                    .filter(i -> skipped < 0 || i % PARTS != skipped)
                    .toArray();
            double[] own = data.means()[arm];
            return Math.max(0, ExpectedDifferences.covariance(own, own, used) - between);
        }

        /** Standard errors by the jackknife over parts of the points (J. Shao, C. F. J. Wu, Annals of Statistics 17 (1989)). */
        private double[] errors() {
            double[][] without =
                    IntStream.range(0, PARTS).mapToObj(this::estimates).toArray(double[][]::new);
            double[] errors = new double[without[0].length];
            for (int e = 0; e < errors.length; e++) {
                int place = e;
                double mean = Arrays.stream(without)
                        .mapToDouble(w -> w[place])
                        .average()
                        .orElse(0);
                double squares = Arrays.stream(without)
                        .mapToDouble(w -> (w[place] - mean) * (w[place] - mean))
                        .sum();
                errors[e] = Math.sqrt(squares * (PARTS - 1) / PARTS);
            }
            return errors;
        }

        private UnderThePrior under(int k, double[] estimates, double[] errors) {
            int arms = data.arms();
            double[] signed = Arrays.stream(data.means()[k]).map(v -> sign * v).toArray();
            boolean differs = worlds(k) >= StudentisedMean.FEWEST_DIFFERING;
            ShareOfWorlds share = new ShareOfWorlds(
                    PointMeans.mean(data.means()[k]),
                    estimates[2 * arms + k],
                    estimates[arms + k],
                    sample.points(),
                    (double) sample.runs() / sample.points());
            return new UnderThePrior(
                    names.get(k + 1),
                    PointMeans.mean(signed),
                    differs ? interval(signed) : null,
                    estimates[arms + k],
                    estimates[2 * arms + k],
                    estimates[3 * arms + k],
                    errors[3 * arms + k],
                    sample.replicated() ? UnderThePrior.Split.REPLICATES : UnderThePrior.Split.REGRESSION,
                    estimates[k],
                    errors[k],
                    differs ? share.interval(estimates[k], errors[k]) : new Interval(0, 1),
                    differs ? share.replicatesFor(UnderThePrior.WIDEST / 2) : null);
        }

        /** In how many worlds a run differs. */
        private long worlds(int k) {
            return IntStream.range(0, sample.points())
                    .filter(i -> data.means()[k][i] != 0 || data.withinSquares()[k][i] != 0)
                    .count();
        }

        /** An interval of the mean over points that holds together with those of the other arms. */
        private @Nullable Interval interval(double[] values) {
            int n = values.length;
            double level = settings.familyLevel(data.arms());
            if (settings.repeatedLooks()) {
                int planned = (int) Math.max(2, (long) settings.plannedRuns() * n / sample.runs());
                double spread = Math.sqrt(StatUtils.variance(values));
                return new ConfidenceSequence(level, planned).interval(n, PointMeans.mean(values), spread);
            }
            Clusters worlds = Clusters.single(n);
            return worlds.meanInterval(values, worlds.quantile(level));
        }

        private List<ValueOfKnowing> values(double[] estimates, double[] errors) {
            ValueOfKnowing.Gain[] all = SeveralParameters.gains(data.means(), surface, draws.folds());
            List<StoredDraws.Floored> floored = draws.values(data.means());
            int[][] choices = Learner.choices(data.arms());
            List<ValueOfKnowing> values = new ArrayList<>();
            for (int c = 0; c < choices.length; c++) {
                List<String> among = new ArrayList<>(List.of(names.get(0)));
                Arrays.stream(choices[c]).forEach(k -> among.add(names.get(k + 1)));
                int place = 4 * data.arms() + c;
                boolean known = sample.replicated();
                values.add(new ValueOfKnowing(
                        among,
                        floored.get(c).known(),
                        floored.get(c).floor(),
                        all[c],
                        known ? estimates[place] : null,
                        known ? errors[place] : null));
            }
            return values;
        }

        private List<BreakEvens> breakEvens(int k, ValueOfKnowing value) {
            double[] signed = Arrays.stream(data.means()[k]).map(v -> sign * v).toArray();
            return value.thatMatter().stream()
                    .map(ValueOfKnowing.Known::quantity)
                    .filter(q -> !q.group())
                    .map(q -> BreakEvens.of(q, signed, draws.settings().level()))
                    .toList();
        }
    }
}
