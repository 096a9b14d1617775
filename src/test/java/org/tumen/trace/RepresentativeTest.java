package org.tumen.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tumen.outcome.Direction;
import org.tumen.trace.Representative.Pick;

/** Which run stands for many. */
class RepresentativeTest {
    private static final double FAILED = Double.NaN;

    @Test
    void failedRunsStandForNothing() {
        double[] values = {FAILED, 3, 1, FAILED, 2};
        assertThat(Representative.find(values, Pick.WORST, Direction.MORE)).isEqualTo(2);
        assertThat(Representative.find(values, Pick.MEDIAN, Direction.MORE)).isEqualTo(4);
        assertThat(Representative.find(values, Pick.BEST, Direction.MORE)).isEqualTo(1);
        assertThat(Representative.find(values, Pick.BEST, Direction.LESS)).isEqualTo(2);
        assertThatThrownBy(() -> Representative.find(new double[] {FAILED, FAILED}, Pick.MEDIAN, Direction.MORE))
                .hasMessageContaining("all 2 runs failed");
    }

    @Test
    void ofEqualOnesTheFirstIsTaken() {
        double[] values = {5, 7, 5, 7, 6, 6};
        assertThat(Representative.find(values, Pick.WORST, Direction.MORE)).isEqualTo(0);
        assertThat(Representative.find(values, Pick.MEDIAN, Direction.MORE)).isEqualTo(4);
        assertThat(Representative.find(values, Pick.BEST, Direction.MORE)).isEqualTo(1);
    }
}
