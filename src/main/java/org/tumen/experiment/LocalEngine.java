package org.tumen.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        List<Job.Slice> parts = job.missingParts();
        progress.started(parts.stream().mapToLong(Job.Slice::size).sum());
        Evaluator evaluator = new Evaluator(job.settings(), job.sink().failed(), job.cancellation());
        evaluator.each(parts.size(), () -> {
            Map<String, PartMaker> makers = new HashMap<>();
            return i -> {
                String arm = parts.get(i).arm();
                if (makers.size() >= MOST_KEPT && !makers.containsKey(arm)) {
                    makers.clear();
                }
                makers.computeIfAbsent(arm, name -> new PartMaker(job, name, evaluator, progress))
                        .make(parts.get(i));
            };
        });
    }
}
