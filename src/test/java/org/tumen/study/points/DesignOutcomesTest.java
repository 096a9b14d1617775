package org.tumen.study.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;

class DesignOutcomesTest {
    private static final List<Outcome> WANTED = List.of(Outcome.MEAN_STABILITY, Outcome.LAUNCHES);

    private static double[][][] table() {
        return new double[][][] {{{1, 2, 3}, {10, 20, 30}}, {{4, 5, 6}, {40, 50, 60}}};
    }

    /** The outcomes of a large design fill most of the heap, which had no room for them twice. */
    @Test
    void whatWasReadIsNotCopied() {
        double[][][] table = table();
        DesignOutcomes found = DesignOutcomes.of(WANTED, table, new int[] {1, 1}, i -> 0);
        for (int i = 0; i < 2; i++) {
            assertThat(found.of(Outcome.MEAN_STABILITY)[i]).isSameAs(table[i][0]);
            assertThat(found.of(Outcome.LAUNCHES)[i]).isSameAs(table[i][1]);
        }
        assertThat(found.dropped()).isZero();
    }

    @Test
    void runsThatFailedAtAPointAreLeftOutAtAllAndNotKeptBeside() {
        double[][][] table = table();
        table[1][0][1] = Double.NaN;
        table[1][1][1] = Double.NaN;
        DesignOutcomes found = DesignOutcomes.of(WANTED, table, new int[] {1, 2}, i -> 3L * i);
        assertThat(found.dropped()).isEqualTo(1);
        assertThat(found.of(Outcome.LAUNCHES)).isDeepEqualTo(new double[][] {{10, 30}, {40, 60}});
        assertThat(table[0][1]).hasSize(2);
        assertThat(found.clusters().get(0).count()).isEqualTo(2);
        // Runs 3 and 5 of which two on end share a point.
        assertThat(found.clusters().get(1).count()).isEqualTo(2);
    }
}
