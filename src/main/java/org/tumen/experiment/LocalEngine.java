package org.tumen.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.tumen.store.part.RunSink;
import org.tumen.store.part.StoredArm;

/** Makes runs on threads of this process. Each thread takes part after part and keeps one simulation an arm. */
public final class LocalEngine implements Engine {
    /** The arms whose simulations a thread keeps: a design has thousands, and each is met once. */
    private static final int MOST_KEPT = 32;

    /** For ServiceLoader. */
    public LocalEngine() {}

    @Override
    public String name() {
        return "local";
    }

    @Override
    public void run(Job job, RunListener progress) throws InterruptedException {
        List<List<Job.Slice>> packs = job.missingPacks();
        progress.started(
                packs.stream().flatMap(List::stream).mapToLong(Job.Slice::size).sum());
        Evaluator evaluator = new Evaluator(job.settings(), job.sink().failed(), job.cancellation());
        Map<String, Experiment.ArmSpec> arms = new HashMap<>();
        job.experiment().arms().forEach(arm -> arms.put(arm.name(), arm));
        evaluator.each(packs.size(), () -> {
            Map<String, PartMaker> makers = new HashMap<>();
            return i -> {
                try (RunSink.Pack pack = job.sink().pack(job.settings().events())) {
                    List<Job.Slice> made = new ArrayList<>();
                    for (Job.Slice part : packs.get(i)) {
                        Experiment.ArmSpec arm = Objects.requireNonNull(arms.get(part.arm()));
                        if (makers.size() >= MOST_KEPT && !makers.containsKey(arm.name())) {
                            makers.clear();
                        }
                        maker(makers, arm, arms, spec -> new PartMaker(job, spec, evaluator, progress))
                                .make(part, pack)
                                .ifPresent(made::add);
                    }
                    pack.commit();
                    made.forEach(part -> progress.stored(part.arm(), part.from(), part.to()));
                }
            };
        });
    }

    /** The maker of an arm, or that of the arm that it is like, turned to it. */
    private static PartMaker maker(
            Map<String, PartMaker> makers,
            Experiment.ArmSpec arm,
            Map<String, Experiment.ArmSpec> arms,
            Function<Experiment.ArmSpec, PartMaker> making) {
        StoredArm.Likeness like = arm.like();
        Experiment.ArmSpec first = like == null ? arm : arms.getOrDefault(like.arm(), arm);
        PartMaker shared = makers.computeIfAbsent(first.name(), name -> making.apply(first));
        return shared.turnTo(arm) ? shared : makers.computeIfAbsent(arm.name(), name -> making.apply(arm));
    }
}
