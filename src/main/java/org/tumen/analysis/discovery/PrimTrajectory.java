package org.tumen.analysis.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The boxes of one run of PRIM, from the whole space through the peels to the pastes: the choice between coverage and
 * density, which belongs to the analyst.
 *
 * @param steps the boxes with their scores; the first is the whole space
 */
public record PrimTrajectory(List<BoxScore> steps) {
    public PrimTrajectory {
        steps = List.copyOf(steps);
    }

    /** The box with the best balance (F₁ of coverage and density); of equals, the largest. */
    public BoxScore balanced() {
        return steps.stream()
                .max(Comparator.comparingDouble(BoxScore::balance).thenComparingInt(BoxScore::inside))
                .orElseThrow();
    }

    /**
     * The balanced box without the restrictions that it does not need. Where that leaves the whole space, as it does where most
     * points are of interest, however much they concentrate (the whole space has an F₁ of 0.82 at a base rate of 0.7), the
     * same of the box whose cases exceed what chance gives by the most deviations.
     *
     * @param alpha the quasi-p value from which on a restriction is not needed
     */
    public Box telling(LabelledPoints data, double alpha) {
        Box balanced = QuasiP.pruned(data, balanced().box(), alpha);
        if (!balanced.restricted().isEmpty()) {
            return balanced;
        }
        BoxScore unlikeliest = steps.stream()
                .max(Comparator.comparingDouble(BoxScore::excess).thenComparingInt(BoxScore::inside))
                .orElseThrow();
        return QuasiP.pruned(data, unlikeliest.box(), alpha);
    }

    /** The box of highest coverage among those of at least this density. */
    public Optional<BoxScore> withDensity(double least) {
        return steps.stream()
                .filter(s -> s.density() >= least)
                .max(Comparator.comparingDouble(BoxScore::coverage).thenComparingDouble(BoxScore::density));
    }

    /** The box whose coverage is nearest; of equals, the densest. */
    public BoxScore nearCoverage(double coverage) {
        return steps.stream()
                .min(Comparator.comparingDouble((BoxScore s) -> Math.abs(s.coverage() - coverage))
                        .thenComparingDouble(s -> -s.density()))
                .orElseThrow();
    }
}
