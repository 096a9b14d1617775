package org.tumen.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobPoolTest {
    private final AtomicInteger begun = new AtomicInteger();

    /** Whoever listens ends it after the third job, or the last; what has not begun by then is left. */
    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void whoeverListensMayStopTheJobs(int last) {
        StageListener stopping = new StageListener() {
            private final AtomicInteger done = new AtomicInteger();

            @Override
            public void begin(String what, int steps) {
                throw new AssertionError("the caller begins");
            }

            @Override
            public void done() {
                if (done.incrementAndGet() >= last) {
                    throw new CancellationException("enough");
                }
            }
        };
        assertThatThrownBy(() -> JobPool.run(Collections.nCopies(100, begun::incrementAndGet), 2, stopping))
                .isInstanceOf(CancellationException.class);
        assertThat(begun.get()).isBetween(last, Math.min(100, last + 1));
    }
}
