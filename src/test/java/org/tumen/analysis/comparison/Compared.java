package org.tumen.analysis.comparison;

import org.tumen.analysis.Clusters;
import org.tumen.analysis.Columns;
import org.tumen.analysis.Resamples;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;

/** Two columns, compared as the only row of their table. */
final class Compared {
    private Compared() {}

    static PairedComparison of(
            Outcome outcome,
            Direction direction,
            double[] baseline,
            double[] arm,
            Clusters clusters,
            Settings settings) {
        Columns.requirePaired(baseline, arm);
        Resamples resamples = new Resamples(clusters.count(), settings.resamples(), settings.seed());
        Family family = new Family(settings);
        family.add(outcome, baseline, arm, clusters, resamples);
        return PairedComparison.of(
                outcome,
                direction,
                new PairedComparison.Pairs(baseline, arm, clusters, resamples, settings.familyLevel(1)),
                family.judged().get(0),
                settings);
    }

    /** The same for runs that have a point each. */
    static PairedComparison of(
            Outcome outcome, Direction direction, double[] baseline, double[] arm, Settings settings) {
        return of(outcome, direction, baseline, arm, Clusters.single(arm.length), settings);
    }
}
