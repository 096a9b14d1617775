package org.tumen.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/** The pool, the rule for failed runs and the ways to stop that all kinds of question share. */
class EvaluatorTest {
    private static final int RUNS = 60;

    private static Scenario scenario(double probability) {
        return ScenarioReader.read(
                        Path.of("scenarios/baseline.yaml"),
                        new ScenarioReader.Options(
                                List.of(
                                        "weeks=20",
                                        "actors.japan.policy={type: fragile, probability: " + probability + "}"),
                                false))
                .scenario();
    }

    private static Evaluator evaluator(long limit, Cancellation cancellation) {
        return new Evaluator(ExecutionSettings.local(3, limit), 0, cancellation);
    }

    private static Evaluator.PointRuns make(Evaluator evaluator, Scenario scenario) {
        return evaluator.make(new RunMaker(scenario), "point", 1, 0, RUNS, List.of(Outcome.MEAN_STABILITY));
    }

    @Test
    void failedRunsLeaveTheOthersAsTheyWere() {
        Evaluator.PointRuns sound = make(evaluator(0, new Cancellation()), scenario(0));
        assertThat(sound.failures()).isEmpty();
        // A run of 20 weeks fails with probability 1/3: of 60 runs none or all fail with a probability below 10^-10.
        Evaluator.PointRuns fragile = make(evaluator(RUNS, new Cancellation()), scenario(0.02));
        assertThat(fragile.failures()).isNotEmpty().hasSizeLessThan(RUNS);
        for (int i = 0; i < RUNS; i++) {
            RunKey key = new RunKey(1, i);
            boolean failed = fragile.failures().stream().anyMatch(f -> f.key().equals(key));
            assertThat(Double.valueOf(fragile.values()[0][i]))
                    .isEqualTo(Double.valueOf(failed ? Double.NaN : sound.values()[0][i]));
        }
        assertThat(fragile.failures().get(0).cause()).isEqualTo("ArithmeticException: the mistake showed");
    }

    @Test
    void theFirstFailureBeyondTheLimitEndsAllAndIsReportedOnce() {
        int failures = make(evaluator(RUNS, new Cancellation()), scenario(0.02))
                .failures()
                .size();
        Cancellation cancellation = new Cancellation();
        Evaluator at = evaluator(4L * failures, cancellation);
        assertThat(made(at, 4)).isNull();
        Evaluator below = evaluator(4L * failures - 1, cancellation);
        assertThat(made(below, 4))
                .isInstanceOf(TooManyFailuresException.class)
                .hasMessageContaining(4 * failures + " runs failed, more than the " + (4 * failures - 1));
        assertThat(cancellation.requested()).isFalse();
    }

    private static Throwable made(Evaluator evaluator, int points) {
        try {
            evaluator.each(points, i -> make(evaluator, scenario(0.02)));
            return null;
        } catch (InterruptedException | RuntimeException e) {
            return e;
        }
    }

    @Test
    void cancellingEndsItBetweenTwoRuns() {
        Cancellation cancellation = new Cancellation();
        Evaluator evaluator = evaluator(0, cancellation);
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> evaluator.each(1_000, i -> {
                    // No other thread may begin between the third and its request.
                    synchronized (begun) {
                        if (begun.incrementAndGet() == 3) {
                            cancellation.request();
                        }
                    }
                    make(evaluator, scenario(0));
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(begun.get()).isBetween(3, 6);
    }

    @Test
    void anInterruptedCallerLeavesWhenNobodyWorksAnyMore() throws Exception {
        Evaluator evaluator = evaluator(0, new Cancellation());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                evaluator.each(1, i -> {
                    begun.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    ended.incrementAndGet();
                });
            } catch (InterruptedException | RuntimeException e) {
                thrown.set(e);
                ended.addAndGet(10);
            }
        });
        caller.start();
        begun.await();
        caller.interrupt();
        goOn.countDown();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(ended).hasValue(11);
    }
}
