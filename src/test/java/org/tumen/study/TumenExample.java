package org.tumen.study;

import org.tumen.study.compare.CompareKind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.MemoryRuns;
import org.tumen.experiment.RunListener;
import org.tumen.outcome.Outcome;

/** Five postures of Japan on the same random numbers, in memory. The page on Java callers shows it. */
public final class TumenExample {
    private TumenExample() {}

    /** Says how each arm differs from the usual one. */
    public static void main(String[] arguments) throws InterruptedException {
        differences(1_000, System.out::println);
    }

    static MemoryRuns differences(int runs, Consumer<String> told) throws InterruptedException {
        // What the page shows:
        Experiment plan = CompareKind.experiment(Path.of("scenarios/studies/japan-warning.yaml"));
        Cancellation cancellation = new Cancellation();
        RunListener listener = new RunListener() {
            @Override
            public void stored(String arm, long from, long to) {
                told.accept(arm + ": runs " + from + " to " + (to - 1));
            }
        };
        StudySession session = StudySession.quiet(ExecutionSettings.standard(), cancellation, listener);
        MemoryRuns made = Tumen.run(plan, runs, session);

        double[] usual = made.column("usual", Outcome.MEAN_STABILITY);
        for (Experiment.ArmSpec arm : plan.arms()) {
            double[] stability = made.column(arm.name(), Outcome.MEAN_STABILITY);
            double difference = IntStream.range(0, runs)
                    .mapToDouble(i -> stability[i] - usual[i])
                    .filter(d -> !Double.isNaN(d))
                    .average()
                    .orElse(Double.NaN);
            told.accept(String.format(Locale.ROOT, "%s: %+.2f", arm.name(), difference));
        }
        // Until here.
        return made;
    }
}
