package org.tumen.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.Evaluator;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Continuation;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.RunTrace;

class TurningDecisionSearchTest {
    private static final Scenario SCENARIO =
            ScenarioReader.read(Path.of("scenarios/reference.yaml")).scenario().lasting(20);
    private static final RunKey RUN = new RunKey(3, 7);
    private static final Outcome OUTCOME = Outcome.MEAN_STABILITY;

    private static TurningDecisionSearch search(int threads, Cancellation cancellation, Runnable done) {
        ExecutionSettings settings = ExecutionSettings.local(threads, 0);
        return new TurningDecisionSearch(
                SCENARIO, RUN, OUTCOME, Set.of("japan"), new Evaluator(settings, 0, cancellation), done);
    }

    /** Each mean is that of the changes of single runs: with the flip and without, on the same fresh draws. */
    @Test
    void tellsTheMeanOfPairedContinuations() throws Exception {
        AtomicInteger done = new AtomicInteger();
        TurningDecisionSearch search = search(2, new Cancellation(), done::incrementAndGet);
        List<TurningDecision> found = search.largest(actor -> true, 3);
        assertThat(found)
                .hasSize(3)
                .isEqualTo(search(1, new Cancellation(), () -> {}).largest(actor -> true, 3));
        assertThat(done.get()).isEqualTo(search.decisions()).isEqualTo(20);
        for (TurningDecision decision : found) {
            Scenario flipped = decision.flip().applyTo(SCENARIO);
            // The first twenty continuations choose; those after them measure.
            double[] changes = IntStream.rangeClosed(21, 20 + TurningDecisionSearch.CONTINUATIONS)
                    .mapToDouble(n -> outcome(flipped, new Continuation(decision.week(), n))
                            - outcome(SCENARIO, new Continuation(decision.week(), n)))
                    .toArray();
            assertThat(decision.mean()).isCloseTo(StatUtils.mean(changes), within(1e-12));
            assertThat(decision.standardError())
                    .isCloseTo(Math.sqrt(StatUtils.variance(changes) / changes.length), within(1e-12));
            assertThat(decision.after()).isEqualTo(RunTrace.of(flipped, RUN).outcome(OUTCOME));
        }
        assertThat(Math.abs(found.get(0).mean()))
                .isGreaterThan(Math.abs(found.get(1).mean()));
    }

    private static double outcome(Scenario scenario, Continuation continuation) {
        RunMaker maker = new RunMaker(scenario);
        assertThat(maker.make(RUN, continuation)).isNull();
        return maker.outcomes()[OUTCOME.ordinal()];
    }

    @Test
    void stopsWhenItIsCancelled() {
        Cancellation cancellation = new Cancellation();
        TurningDecisionSearch search = search(2, cancellation, cancellation::request);
        assertThatThrownBy(() -> search.largest(actor -> true, 3)).isInstanceOf(InterruptedException.class);
    }
}
