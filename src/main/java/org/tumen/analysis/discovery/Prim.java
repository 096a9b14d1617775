package org.tumen.analysis.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The patient rule induction method: from the whole space it peels, a few points at a time, the face of the box whose
 * loss leaves it best, then pastes back what was peeled too much.
 *
 * <p>Sources: J. H. Friedman, N. I. Fisher, "Bump hunting in high-dimensional data", Statistics and Computing 9 (1999)
 * 123–143; B. P. Bryant, R. J. Lempert, "Thinking inside the box", Technological Forecasting and Social Change 77 (2010)
 * 34–49 (coverage, density, quasi-p values). Details: a peel takes ⌊α n⌋ points, at least one, and all points that tie
 * with the last; the limit is set half-way to the next value; of
 * equal peels the one that keeps more points wins, then the earlier factor, the lower side first. Pastes go on
 * until the next would lower the density; of equal pastes the larger wins.
 */
public final class Prim {
    private static final Comparator<BoxScore> DENSER =
            Comparator.comparingDouble(BoxScore::density).thenComparingInt(BoxScore::inside);

    private final LabelledPoints data;
    private final PrimSettings settings;

    private Prim(LabelledPoints data, PrimSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    /** Peels and pastes. */
    public static PrimTrajectory run(LabelledPoints data, PrimSettings settings) {
        return new Prim(data, settings).trajectory();
    }

    private PrimTrajectory trajectory() {
        List<BoxScore> steps = new ArrayList<>();
        BoxScore current = BoxScore.of(data, Box.whole(data.factors().size()));
        steps.add(current);
        int[][] inside = sorted();
        for (BoxScore next = peel(current, inside); next != null; next = peel(current, inside)) {
            steps.add(next);
            current = next;
        }
        for (BoxScore next = paste(current); next != null; next = paste(current)) {
            steps.add(next);
            current = next;
        }
        return new PrimTrajectory(steps);
    }

    /** All points in the order of each factor; sorted anew at each of hundreds of peels they took most of the time. */
    private int[][] sorted() {
        int[][] sorted = new int[data.factors().size()][];
        Arrays.setAll(
                sorted,
                j -> IntStream.range(0, data.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> data.points()[i][j]))
                        .mapToInt(i -> i)
                        .toArray());
        return sorted;
    }

    /** A peel of a factor's face: how many points, and cases, of those in the order of the factor it keeps. */
    private record Peel(int factor, Restriction restriction, int kept, int cases) {}

    /**
     * The best peel, or null when the box holds only cases or every peel would leave too few points.
     *
     * @param inside the points in the box in the order of each factor; those that the peel takes are taken from it
     */
    private @Nullable BoxScore peel(BoxScore current, int[][] inside) {
        if (current.cases() == current.inside()) {
            return null;
        }
        Peel best = null;
        double bestValue = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < inside.length; j++) {
            for (Peel peel : peels(current, inside[j], j)) {
                double value = value(current, score(current, current.box(), peel));
                boolean better = value > bestValue || (value == bestValue && best != null && peel.kept > best.kept);
                if (peel.kept >= settings.leastMass() * data.size() && peel.kept > 0 && better) {
                    best = peel;
                    bestValue = value;
                }
            }
        }
        if (best == null) {
            return null;
        }
        int factor = best.factor;
        Restriction restriction = best.restriction;
        boolean[] kept = new boolean[data.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = restriction.contains(data.points()[i][factor]);
        }
        Arrays.setAll(inside, j -> Arrays.stream(inside[j]).filter(i -> kept[i]).toArray());
        return score(current, current.box().with(factor, restriction), best);
    }

    private BoxScore score(BoxScore current, Box box, Peel peel) {
        return new BoxScore(box, peel.kept, peel.cases, data.size(), current.allCases());
    }

    /**
     * The gain of density per point taken away: fairer to factors with few values, whose peels are large, than the density of
     * what is left, which was Friedman and Fisher's first choice.
     */
    private static double value(BoxScore before, BoxScore after) {
        return (after.density() - before.density()) / (before.inside() - after.inside());
    }

    private LabelledPoints inside(Box box) {
        return data.rows(IntStream.range(0, data.size())
                .filter(i -> box.contains(data.points()[i]))
                .toArray());
    }

    /** What the factor's faces would be after a peel of each; the points inside meet the other restrictions already. */
    private List<Peel> peels(BoxScore current, int[] inside, int factor) {
        IntToDoubleFunction value = place -> data.points()[inside[place]][factor];
        Restriction now = current.box().restrictions().get(factor);
        int n = inside.length;
        int take = Math.max(1, (int) (settings.peel() * n));
        List<Peel> peels = new ArrayList<>();
        if (value.applyAsDouble(0) == value.applyAsDouble(n - 1)) {
            return peels;
        }
        int low = take;
        while (low < n && value.applyAsDouble(low) == value.applyAsDouble(low - 1)) {
            low++;
        }
        if (low < n) {
            double limit = (value.applyAsDouble(low - 1) + value.applyAsDouble(low)) / 2;
            int first = 0;
            while (first < n && value.applyAsDouble(first) < limit) {
                first++;
            }
            peels.add(new Peel(factor, now.above(limit), n - first, current.cases() - cases(inside, 0, first)));
        }
        int high = n - take - 1;
        while (high >= 0 && value.applyAsDouble(high) == value.applyAsDouble(high + 1)) {
            high--;
        }
        if (high >= 0) {
            double limit = (value.applyAsDouble(high) + value.applyAsDouble(high + 1)) / 2;
            int end = n;
            while (end > 0 && value.applyAsDouble(end - 1) > limit) {
                end--;
            }
            peels.add(new Peel(factor, now.below(limit), end, current.cases() - cases(inside, end, n)));
        }
        return peels;
    }

    private int cases(int[] rows, int from, int to) {
        int cases = 0;
        for (int k = from; k < to; k++) {
            cases += data.interesting()[rows[k]] ? 1 : 0;
        }
        return cases;
    }

    /** The best paste, or null when every paste would lower the density. */
    private @Nullable BoxScore paste(BoxScore current) {
        BoxScore best = null;
        for (int j : current.box().restricted()) {
            LabelledPoints free = inside(current.box().without(j));
            for (Restriction restriction : pastes(free, current, j)) {
                BoxScore score = BoxScore.of(data, current.box().with(j, restriction));
                boolean fair = score.inside() > current.inside() && score.density() >= current.density();
                if (fair && (best == null || DENSER.compare(score, best) > 0)) {
                    best = score;
                }
            }
        }
        return best;
    }

    /**
     * The wider restrictions of a factor: its interval widened on one side to take in a share of as many points as are inside.
     *
     * @param free the points that meet all other restrictions of the box
     */
    private List<Restriction> pastes(LabelledPoints free, BoxScore current, int factor) {
        Restriction now = current.box().restrictions().get(factor);
        double[] values = Arrays.stream(free.points())
                .mapToDouble(p -> p[factor])
                .sorted()
                .toArray();
        List<Restriction> pastes = new ArrayList<>();
        int take = Math.max(1, (int) (settings.paste() * current.inside()));
        double[] under = Arrays.stream(values).filter(v -> v < now.lower()).toArray();
        if (under.length > 0) {
            pastes.add(now.above(lowerLimit(under, take)));
        }
        double[] over = Arrays.stream(values).filter(v -> v > now.upper()).toArray();
        if (over.length > 0) {
            pastes.add(now.below(upperLimit(over, take)));
        }
        return pastes;
    }

    /** The limit that takes in the greatest values of those under the box, with their ties. */
    private static double lowerLimit(double[] under, int take) {
        int first = Math.max(0, under.length - take);
        while (first > 0 && under[first - 1] == under[first]) {
            first--;
        }
        return first == 0 ? Double.NEGATIVE_INFINITY : (under[first - 1] + under[first]) / 2;
    }

    private static double upperLimit(double[] over, int take) {
        int last = Math.min(over.length, take) - 1;
        while (last < over.length - 1 && over[last + 1] == over[last]) {
            last++;
        }
        return last == over.length - 1 ? Double.POSITIVE_INFINITY : (over[last] + over[last + 1]) / 2;
    }
}
