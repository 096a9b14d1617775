package org.tumen.experiment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.NumberPlaces;
import org.tumen.declare.ParameterPath;
import org.tumen.outcome.RunFailure;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.store.part.EventRow;
import org.tumen.store.part.RunSink;
import org.tumen.store.part.StoredArm;
import org.tumen.world.Event;

/** Makes parts of one arm on one thread. */
final class PartMaker {
    private static final int PROGRESS_STEP = 64;

    private final Job job;
    private final RunMaker maker;
    private final Evaluator evaluator;
    private final RunListener progress;
    private final ActorNames names;
    private final @Nullable WeeklyCounts counts;
    private final @Nullable UncertaintyDraw uncertainty;
    private final Experiment.ArmSpec first;
    private List<String> paths = List.of();
    private NumberPlaces.@Nullable Setter varied;

    PartMaker(Job job, Experiment.ArmSpec arm, Evaluator evaluator, RunListener progress) {
        this.job = job;
        this.evaluator = evaluator;
        this.progress = progress;
        first = arm;
        Scenario scenario = arm.scenario();
        names = new ActorNames(scenario);
        counts = job.experiment().weekly() ? new WeeklyCounts(scenario.weeks()) : null;
        maker = new RunMaker(scenario);
        if (counts != null) {
            maker.observing(counts);
        }
        uncertainty = maker.uncertainty();
        if (job.settings().events()) {
            maker.keepingEvents();
        }
    }

    /**
     * Turns to another arm, whose scenario differs from that of the first in some numbers.
     *
     * @return whether this maker can; else the arm needs one of its own
     */
    boolean turnTo(Experiment.ArmSpec arm) {
        StoredArm.Likeness like = arm.like();
        if (like == null || !like.arm().equals(first.name())) {
            return arm == first && (varied == null || set(first.scenario()));
        }
        List<String> wanted = List.copyOf(like.values().keySet());
        if (!wanted.equals(paths)) {
            if (varied != null) {
                return false;
            }
            paths = wanted;
            varied = maker.varying(paths).orElse(null);
        }
        return varied != null && set(arm.scenario());
    }

    private boolean set(Scenario scenario) {
        Objects.requireNonNull(varied)
                .set(paths.stream()
                        .mapToDouble(path -> ParameterPath.of(scenario, path).current())
                        .toArray());
        return true;
    }

    /** Makes a part of a pack; when the job is cancelled on the way, what is made of it, if anything. */
    Optional<Job.Slice> make(Job.Slice part, RunSink.Pack pack) {
        if (counts != null) {
            counts.clear();
        }
        try (RunSink.Part writer = pack.begin(part.arm(), part.from(), part.to())) {
            int unreported = 0;
            long run = part.from();
            for (; run < part.to() && !evaluator.stopped(); run++) {
                makeRun(part.arm(), run, writer);
                if (++unreported == PROGRESS_STEP) {
                    progress.made(unreported);
                    unreported = 0;
                }
            }
            if (run == part.from()) {
                return Optional.empty();
            }
            writer.commit(counts);
            progress.made(unreported);
            return Optional.of(new Job.Slice(part.arm(), part.from(), run));
        }
    }

    private void makeRun(String arm, long run, RunSink.Part writer) {
        RunKey key = new RunKey(job.experiment().seed(), run);
        if (uncertainty != null) {
            writer.parameters(run, uncertainty.paths(), uncertainty.values(key.seed(), run));
        }
        RunFailure failure = evaluator.make(maker, arm, key);
        if (failure != null) {
            writer.fail(run, failure.cause());
            return;
        }
        writer.add(run, maker.outcomes());
        for (Event event : maker.events()) {
            writer.event(new EventRow(
                    run,
                    maker.scenario().day(event.week()),
                    event,
                    names.iso3(event.source()),
                    names.iso3(event.target())));
        }
    }
}
