package org.tumen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriorComparisonTest {
    /** A comparison of a million runs kept every draw of every run several times, and ended for lack of memory. */
    @Test
    void whatIsLookedAtHasABound() {
        assertThat(PriorComparison.mostRuns(59, 3, 5, 1)).isEqualTo(16_000_000 / (59 + 4 * 3 * 5));
        assertThat(PriorComparison.mostRuns(59, 50, 9, 1)).isEqualTo(16_000_000 / (59 + 4 * 50 * 9));
    }

    /** The runs of a draw stay together, and draws are enough to tell anything. */
    @Test
    void wholeDrawsAreLookedAt() {
        assertThat(PriorComparison.mostRuns(59, 3, 5, 20)).isEqualTo(134_453 / 20 * 20);
        assertThat(PriorComparison.mostRuns(59, 3, 5, 100_000)).isEqualTo(50 * 100_000);
    }
}
