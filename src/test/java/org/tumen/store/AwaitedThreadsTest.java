package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitedThreadsTest {
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final CountDownLatch stop = new CountDownLatch(1);

    /** The first thread throws, the others end when they are asked to. */
    private Runnable firstThrows(Throwable what) {
        return () -> {
            if (turn.getAndIncrement() == 0) {
                AwaitedThreadsTest.<RuntimeException>sneak(what);
            }
            waitForStop();
            ended.incrementAndGet();
        };
    }

    private void waitForStop() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable what) throws E {
        throw (E) what;
    }

    @Test
    void whatOneThrowsStopsTheOthersAndIsThrownWhenAllHaveEnded() {
        for (Throwable what :
                new Throwable[] {new OutOfMemoryError("none left"), new IllegalStateException("a fault")}) {
            turn.set(0);
            ended.set(0);
            assertThatThrownBy(() -> AwaitedThreads.run(3, firstThrows(what), stop::countDown))
                    .isSameAs(what);
            assertThat(ended).hasValue(2);
        }
    }

    @Test
    void whatIsLeftBecauseAllStopsIsNoReason() throws InterruptedException {
        AwaitedThreads.run(3, firstThrows(new CancellationException()), stop::countDown);
        assertThat(ended).hasValue(2);
    }

    @Test
    void anInterruptedCallerWaitsUntilAllHaveEnded() throws InterruptedException {
        AtomicBoolean told = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            try {
                AwaitedThreads.run(
                        2,
                        () -> {
                            waitForStop();
                            ended.incrementAndGet();
                        },
                        stop::countDown);
            } catch (InterruptedException e) {
                told.set(ended.get() == 2);
            }
        });
        caller.start();
        caller.interrupt();
        caller.join();
        assertThat(told).isTrue();
    }
}
