package org.tumen.summary;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.KaplanMeier;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultReader;
import org.tumen.store.part.StoredArm;

/**
 * An arm of a stored result as it is described. Columns are read a few at a time, so that memory holds no table.
 *
 * @param shares how its variance splits; empty where nothing is uncertain, or its runs are too few to tell
 */
public record StoredBatch(BatchData data, Optional<VarianceShares> shares) {
    /**
     * Describes an arm and splits its variance, in one pass over its runs.
     *
     * @throws IllegalArgumentException when no run of the arm is stored
     */
    public static StoredBatch split(ResultReader reader, StoredArm arm, StageListener steps) {
        VarianceShares.Splitting shares = new VarianceShares.Splitting(reader, arm.name());
        BatchData data = of(reader, arm, steps, shares);
        return new StoredBatch(data, shares.found());
    }

    /**
     * The description of one arm alone.
     *
     * @throws IllegalArgumentException when no run of the arm is stored
     */
    public static BatchData of(ResultReader reader, StoredArm arm, StageListener steps) {
        return of(reader, arm, steps, (outcome, column) -> {});
    }

    private static BatchData of(
            ResultReader reader, StoredArm arm, StageListener steps, BiConsumer<Outcome, double[]> also) {
        ResultIdentity identity = reader.identity();
        if (reader.completed(arm.name()) == 0) {
            throw new IllegalArgumentException(
                    reader.folder() + " holds no completed run of " + arm.name() + "; there is nothing to describe");
        }
        int weeks = identity.weeks();
        Clusters clusters = SharedPoints.of(reader, arm.name());
        Map<Outcome, SummaryDistribution> outcomes = new EnumMap<>(Outcome.class);
        AtomicReference<@Nullable KaplanMeier> firstCrisis = new AtomicReference<>();
        AtomicReference<BatchData.@Nullable Weekly> weekly = new AtomicReference<>();
        new ColumnReading(reader, arm.name())
                .add(own -> own.weekly(arm.name()).map(BatchData.Weekly::of).ifPresent(weekly::set))
                .columns((outcome, column) -> {
                    SummaryDistribution summary = SummaryDistribution.of(outcome, column, weeks, clusters);
                    synchronized (outcomes) {
                        outcomes.put(outcome, summary);
                    }
                    if (outcome == Outcome.FIRST_CRISIS) {
                        firstCrisis.set(KaplanMeier.of(column, weeks, clusters));
                    }
                    also.accept(outcome, column);
                })
                .run(steps);
        ArmFacts facts = ArmFacts.of(arm);
        return new BatchData(
                arm.name(),
                facts.description(),
                String.join(", ", facts.warners()),
                reader.completed(arm.name()),
                identity.seed(),
                identity.modelVersion(),
                facts.start(),
                weeks,
                facts.crisisOn(),
                facts.crisisOff(),
                outcomes,
                weekly.get(),
                Objects.requireNonNull(firstCrisis.get(), "the first crisis is an outcome"));
    }
}
