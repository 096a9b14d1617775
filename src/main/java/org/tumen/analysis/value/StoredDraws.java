package org.tumen.analysis.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.smooth.Binned;
import org.tumen.analysis.smooth.Folds;
import org.tumen.analysis.smooth.Surface;
import org.tumen.draw.DrawSequence;

/**
 * The draws of a sample, ready to be asked for every outcome: what does not depend on outcomes is worked out once. Threads
 * may share an object of this class.
 */
public final class StoredDraws {
    /** Standard errors above which a value is positive at 5 %, one-sided. */
    private static final double SURE = 1.645;

    private final PriorSample sample;
    private final ValueSettings settings;
    private final List<@Nullable Learner> learners = new ArrayList<>();
    private final @Nullable Surface all;
    private final int[][] orders;
    private final int[] inPlace;
    private final Folds folds;

    /**
     * Prepares.
     *
     * @param sample the draws
     * @param settings how to analyse them
     */
    public StoredDraws(PriorSample sample, ValueSettings settings) {
        this.sample = sample;
        this.settings = settings;
        folds = Folds.deal(sample.points(), settings.folds(), settings.seed());
        List<Binned> columns = new ArrayList<>();
        for (Quantity quantity : sample.quantities()) {
            List<Binned> varying = quantity.columns().stream()
                    .map(Binned::of)
                    .filter(c -> c.bins() > 1)
                    .toList();
            columns.addAll(varying);
            learners.add(learner(varying));
        }
        all = columns.isEmpty() ? null : new Surface(columns, folds);
        inPlace = IntStream.range(0, sample.points()).toArray();
        DrawSequence draws = new DrawSequence(settings.seed(), "permutation");
        orders = IntStream.range(0, settings.permutations())
                .mapToObj(b -> draws.startAt(b).permutation(sample.points()))
                .toArray(int[][]::new);
    }

    private @Nullable Learner learner(List<Binned> columns) {
        if (columns.isEmpty()) {
            return null;
        }
        return columns.size() == 1
                ? new OneParameter(columns.get(0), folds)
                : new SeveralParameters(new Surface(columns, folds), folds);
    }

    /** The held-out values of the surface of all quantities, by arm and point. */
    double[][] heldOut(double[][] differences) {
        return Arrays.stream(differences)
                .map(y -> all == null ? means(y, 0) : all.heldOut(y, inPlace))
                .toArray(double[][]::new);
    }

    /** By arm the same and the values of points that the surface has seen. */
    double[][][] heldOutAndSeen(double[][] differences) {
        return Arrays.stream(differences)
                .map(y -> all == null ? new double[][] {means(y, 0), means(y, 1)} : all.heldOutAndSeen(y, inPlace))
                .toArray(double[][][]::new);
    }

    private double[] means(double[] y, int after) {
        double[] means = folds.meansOfOthers(y);
        return IntStream.range(0, y.length)
                .mapToDouble(i -> means[folds.after(i, after)])
                .toArray();
    }

    /**
     * The values of knowing each quantity.
     *
     * @param differences more being better
     * @return by choice (see {@link Learner#choices}) the quantities and the floor
     */
    List<Floored> values(double[][] differences) {
        int choices = Learner.choices(differences.length).length;
        double[][] greatest = new double[choices][orders.length];
        ValueOfKnowing.Gain[][] gains = new ValueOfKnowing.Gain[learners.size()][];
        for (int q = 0; q < gains.length; q++) {
            Learner learner = learners.get(q);
            gains[q] = learner == null ? new ValueOfKnowing.Gain[0] : learner.gains(differences, inPlace, true);
            for (int b = 0; learner != null && b < orders.length; b++) {
                ValueOfKnowing.Gain[] noise = learner.gains(differences, orders[b], false);
                for (int c = 0; c < choices; c++) {
                    greatest[c][b] = Math.max(greatest[c][b], noise[c].value());
                }
            }
        }
        List<Floored> result = new ArrayList<>();
        for (int c = 0; c < choices; c++) {
            Arrays.sort(greatest[c]);
            // Of b maxima and the true one the true one is among the highest 5 % in 5 % of cases when nothing matters.
            int rank = (int) Math.ceil(0.95 * (orders.length + 1)) - 1;
            double floor = greatest[c][Math.min(rank, orders.length - 1)];
            List<ValueOfKnowing.Known> of = new ArrayList<>();
            for (int q = 0; q < gains.length; q++) {
                ValueOfKnowing.Gain gain = gains[q].length == 0 ? ValueOfKnowing.Gain.NONE : gains[q][c];
                // Where means are far apart permutations gain exactly nothing, and the floor alone would let anything
                // pass.
                boolean clear = gain.value() > floor && gain.value() > SURE * gain.error();
                of.add(new ValueOfKnowing.Known(sample.quantities().get(q), gain, clear));
            }
            result.add(new Floored(of, floor));
        }
        return result;
    }

    Folds folds() {
        return folds;
    }

    /** Quantities and their noise floor. */
    record Floored(List<ValueOfKnowing.Known> known, double floor) {}

    public PriorSample sample() {
        return sample;
    }

    /** How they are analysed. */
    public ValueSettings settings() {
        return settings;
    }
}
