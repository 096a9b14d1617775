package org.tumen.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tumen.analysis.BatchData;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.store.StoredArm;
import org.tumen.outcome.RunFailure;
import org.tumen.summary.StageListener;
import org.tumen.summary.VarianceShares;

/**
 * What is told of a stored result, whichever command tells it.
 *
 * @param arms the description of each arm's completed runs
 * @param failures the runs that failed
 * @param splits the variance of arms with uncertain parameters, split into parameters and chance, by the name of the arm
 */
public record ResultSummary(List<BatchData> arms, List<RunFailure> failures, Map<String, VarianceShares> splits) {
    /**
     * Describes a result and writes summary.csv and summary.json.
     *
     * @param steps hears how far it has come
     * @throws IllegalArgumentException when an arm has no completed run
     */
    public static ResultSummary write(ResultReader reader, DerivedFiles sink, StageListener steps) {
        List<BatchData> arms = ResultFiles.describe(reader, steps);
        List<RunFailure> failures = reader.failures();
        Map<String, VarianceShares> splits = new LinkedHashMap<>();
        for (StoredArm arm : reader.identity().arms()) {
            VarianceShares.of(reader, arm.name()).ifPresent(split -> splits.put(arm.name(), split));
        }
        ResultSummary summary = new ResultSummary(arms, failures, splits);
        ResultFiles.summaries(arms, summary.failed(), splits, sink);
        return summary;
    }

    /** How many runs failed, by the name of the arm; arms without failures are left out. */
    public Map<String, Long> failed() {
        return failures.stream()
                .collect(Collectors.groupingBy(RunFailure::arm, LinkedHashMap::new, Collectors.counting()));
    }
}
