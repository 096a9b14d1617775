package org.tumen.study.compare;

import org.jspecify.annotations.Nullable;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.study.StudyFile;
import org.tumen.study.UsageException;

/**
 * How runs are added where they decide; where there is no rule, all that are asked for are made at once.
 *
 * @param stopping until when; its most runs hold for a selection too
 * @param aim what is selected; null where no arm is
 */
record AddedRuns(StudyFile.Stopping stopping, SelectionOptions.@Nullable Aim aim) {
    /** Of a single difference nothing can be told. */
    static final int FEWEST = 2;

    /**
     * What a request and the study itself say.
     *
     * @throws UsageException when they contradict each other, or are out of range
     */
    static AddedRuns of(CompareKind.Request request, CompareSection section, Study study, ExecutionSettings execution) {
        Double halfWidth = request.halfWidth();
        Integer maxRuns = request.maxRuns();
        if (halfWidth != null && !(halfWidth > 0 && Double.isFinite(halfWidth))) {
            throw new UsageException("--until-halfwidth must be above 0, not " + halfWidth);
        }
        if (maxRuns != null && maxRuns < 1) {
            throw new UsageException("--max-runs must be 1 or more, not " + maxRuns);
        }
        StudyFile.Stopping stated = study.stopping();
        AddedRuns added = new AddedRuns(
                new StudyFile.Stopping(
                        halfWidth == null ? stated.untilHalfwidth() : halfWidth,
                        request.untilDecided() || stated.untilDecided(),
                        maxRuns == null ? stated.maxRuns() : maxRuns),
                request.selection().aim(section, study.measures()));
        if (added.aim != null && added.stopping.looks()) {
            throw new UsageException("--select cannot stand beside --until-halfwidth or --until-decided");
        }
        if (added.aim != null && execution.runs() != null) {
            throw new UsageException(
                    "--runs cannot stand beside --select, which gives runs where they decide; --max-runs limits them");
        }
        if (added.any() && execution.shard() != null) {
            throw new UsageException("--shard cannot stand beside --select, --until-halfwidth or --until-decided");
        }
        if (maxRuns != null && !added.any()) {
            throw new UsageException("--max-runs limits runs that are added, and none are without --select,"
                    + " --until-decided or --until-halfwidth; --runs says how many to make");
        }
        long most = added.any() ? added.stopping.maxRuns() : execution.runsOr(study.runs());
        if (most < FEWEST) {
            throw new UsageException("a comparison needs " + FEWEST + " runs or more of each arm, not " + most + " ("
                    + (added.any() ? "--max-runs, or stopping.max_runs" : "--runs, or runs") + " of the study)");
        }
        return added;
    }

    /** True when runs are added in blocks. */
    boolean any() {
        return aim != null || stopping.looks();
    }

    /** The runs of every arm before the first look; where none are added, all. */
    long first(Study study, long planned) {
        if (aim != null) {
            return BestArm.first(study, stopping.maxRuns());
        }
        return any() ? Math.min(Math.min(planned, SequentialRuns.FIRST), stopping.maxRuns()) : planned;
    }

    /** What selects the best arm; null where none is selected. */
    @Nullable
    BestArm selection(Study study) {
        return aim == null ? null : new BestArm(study, aim, stopping.maxRuns());
    }
}
