package org.tumen.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.EventRow;
import org.tumen.store.PartWriter;
import org.tumen.world.Event;

/** Makes parts of one arm on one thread. */
final class PartMaker {
    private static final int PROGRESS_STEP = 64;

    private final Job job;
    private final DiplomacySim sim;
    private final AtomicLong failures;
    private final RunListener progress;
    private final ActorNames names;
    private final double[] outcomes = new double[Outcome.all().size()];
    private final List<Event> events = new ArrayList<>();
    private final WeeklyCounts counts;
    private final @Nullable UncertaintyDraw uncertainty;

    PartMaker(Job job, String arm, AtomicLong failures, RunListener progress) {
        this.job = job;
        this.failures = failures;
        this.progress = progress;
        Experiment.ArmSpec spec = job.experiment().arm(arm);
        sim = new DiplomacySim(spec.scenario());
        names = new ActorNames(spec.scenario());
        uncertainty = spec.scenario().uncertainties() == null ? null : new UncertaintyDraw(spec.scenario());
        counts = new WeeklyCounts(spec.scenario().weeks());
        sim.observeWeeks(counts);
        if (job.settings().events()) {
            sim.listenToEvents(events::add);
        }
    }

    /** Makes a part and stores it; when the job is cancelled on the way, stores what is made of it. */
    void make(Job.Slice part) {
        counts.clear();
        try (PartWriter writer = job.store()
                .begin(part.arm(), part.from(), part.to(), job.settings().events())) {
            int unreported = 0;
            long run = part.from();
            for (; run < part.to() && !job.cancelled().get(); run++) {
                makeRun(run, writer);
                if (++unreported == PROGRESS_STEP) {
                    progress.made(unreported);
                    unreported = 0;
                }
            }
            if (run > part.from()) {
                writer.commit(counts);
                progress.made(unreported);
                progress.stored(part.arm(), part.from(), run);
            }
        }
    }

    private void makeRun(long run, PartWriter writer) {
        RunKey key = new RunKey(job.experiment().seed(), run);
        events.clear();
        if (uncertainty != null) {
            writer.parameters(run, uncertainty.paths(), uncertainty.values(key.seed(), run));
        }
        try {
            sim.run(key, outcomes);
        } catch (RuntimeException | StackOverflowError e) {
            // A run that fails is kept as failed, with its cause; the batch goes on unless too many do.
            String cause = Failures.cause(e);
            writer.fail(run, cause);
            requireFewFailures(key, cause);
            return;
        }
        writer.add(run, outcomes);
        for (Event event : events) {
            writer.event(new EventRow(
                    run,
                    sim.scenario().day(event.week()),
                    event,
                    names.iso3(event.source()),
                    names.iso3(event.target())));
        }
    }

    /**
     * Counts a failure and stops the job at the first beyond the limit. The other threads see the job cancelled, store
     * what they have and leave: one of them reports, and always the same number.
     */
    private void requireFewFailures(RunKey last, String cause) {
        long failed;
        synchronized (failures) {
            failed = failures.incrementAndGet();
            if (failed <= job.settings().failureLimit() || job.cancelled().getAndSet(true)) {
                return;
            }
        }
        throw new TooManyFailuresException(failed, job.settings().failureLimit(), last, cause);
    }
}
