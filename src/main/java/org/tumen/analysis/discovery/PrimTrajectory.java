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
