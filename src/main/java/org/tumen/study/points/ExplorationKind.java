package org.tumen.study.points;

import java.util.List;
import java.util.Map;
import org.tumen.findings.Findings;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.Workload;

/** A kind that asks about points: as many runs of each in one result folder, and what they tell together. */
public abstract class ExplorationKind<S extends Record, P> extends StudyKind<S, P> {
    /** A kind; see {@link StudyKind}. */
    protected ExplorationKind(String name, String description, Class<S> section, String... keys) {
        super(name, description, section, keys);
    }

    /** The points of a plan, checked; nothing is simulated yet. */
    protected abstract ExplorationRun points(P plan, StudyRequest request, StudySession session);

    /** What the runs may take beyond those of the study, in a sentence; empty for nothing. */
    protected String beyond(P plan) {
        return "";
    }

    /** Makes the runs, and tells and stores what was found. */
    protected abstract Findings found(P plan, ExplorationRun run, StudySession session) throws InterruptedException;

    @Override
    public final Map<String, String> refused() {
        return Map.of("--events", "serves batches and comparisons, not explorations");
    }

    @Override
    public final List<Workload> workload(P plan, StudyRequest request, StudySession session) {
        return points(plan, request, session).workload(beyond(plan));
    }

    @Override
    public final List<Findings> run(P plan, StudyRequest request, StudySession session) throws InterruptedException {
        ExplorationRun run = points(plan, request, session);
        return run.make(() -> found(plan, run, session));
    }
}
