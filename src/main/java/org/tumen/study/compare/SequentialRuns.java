package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.comparison.Allocation;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ConfidenceSequence;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.RunningMoments;
import org.tumen.analysis.comparison.Settings;
import org.tumen.analysis.comparison.StoppingRule;
import org.tumen.experiment.Job;
import org.tumen.study.StudyFile;

/**
 * Says which runs to add next while intervals are open; the arms that are undecided get more.
 *
 * @param rows how many differences the study judges, over which its error is shared
 * @param plannedRuns the number of runs at which intervals are narrowest
 */
record SequentialRuns(StudyFile.Stopping stopping, List<Measure> measures, int rows, int plannedRuns) {
    /** Runs of every arm before the first look. */
    static final int FIRST = 1_000;

    /**
     * The runs of one world that are wanted next.
     *
     * @param arms the results of the others, each with its stored name
     * @return slices from the first run; empty when all is settled
     */
    List<Job.Slice> next(Arm baseline, List<Arm> arms) {
        Map<String, List<Allocation.Estimate>> open = new LinkedHashMap<>();
        int most = baseline.runs();
        for (Arm arm : arms) {
            open.put(arm.name(), estimates(baseline, arm));
            most = Math.max(most, arm.runs());
        }
        // Blocks grow with the runs, so that the number of looks, each of which reads all columns, stays small.
        int block = Math.max(FIRST, most / 4);
        Map<String, Long> given = Allocation.next(open, block, arms.size(), stopping.maxRuns());
        List<Job.Slice> slices = new ArrayList<>();
        long furthest = 0;
        for (Arm arm : arms) {
            long more = given.getOrDefault(arm.name(), 0L);
            if (more > 0) {
                long to = Math.min(stopping.maxRuns(), arm.runs() + more);
                slices.add(new Job.Slice(arm.name(), 0, to));
                furthest = Math.max(furthest, to);
            }
        }
        if (furthest > baseline.runs()) {
            slices.add(new Job.Slice(baseline.name(), 0, furthest));
        }
        return slices;
    }

    /** Whether no difference of one world asks for more runs, whatever the most are. */
    boolean settled(Arm baseline, List<Arm> arms) {
        return arms.stream()
                .filter(arm -> arm != baseline)
                .flatMap(arm -> estimates(baseline, arm).stream())
                .allMatch(estimate ->
                        estimate.rule().state(estimate.differences()).settled());
    }

    private List<Allocation.Estimate> estimates(Arm baseline, Arm arm) {
        List<Allocation.Estimate> estimates = new ArrayList<>();
        String mainUnit = measures.get(0).outcome().unit();
        Double halfWidth = stopping.untilHalfwidth();
        int runs = Math.min(baseline.runs(), arm.runs());
        Clusters clusters = Arm.clusters(List.of(baseline, arm));
        int size = (int) Math.round((double) runs / Math.max(1, clusters.count()));
        ConfidenceSequence sequence = ConfidenceSequence.simultaneous(
                Settings.standard().level(), ConfidenceSequence.plannedClusters(plannedRuns, clusters), rows);
        for (Measure measure : measures) {
            RunningMoments moments = new RunningMoments();
            moments.addAll(
                    Arrays.copyOf(baseline.column(measure.outcome()), runs),
                    Arrays.copyOf(arm.column(measure.outcome()), runs),
                    clusters);
            if (stopping.untilDecided()) {
                estimates.add(new Allocation.Estimate(
                        StoppingRule.untilDecided(sequence, measure.smallestDifference()), moments, size));
            }
            if (halfWidth != null && measure.outcome().unit().equals(mainUnit)) {
                estimates.add(new Allocation.Estimate(StoppingRule.untilHalfWidth(sequence, halfWidth), moments, size));
            }
        }
        return estimates;
    }
}
