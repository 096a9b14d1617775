package org.tumen.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AmountTest {
    private static String told(Outcome outcome, double value, double low, double high) {
        return Amount.in(outcome.unit()).told(value, low, high);
    }

    @Test
    void sharesAreToldInPercentagePointsAndWhatHasNoUnitAsANumber() {
        assertThat(told(Outcome.ANY_CRISIS, 0.0271, 0.0041, 0.0502)).isEqualTo("2.7 percentage points (0.4 to 5.0)");
        assertThat(told(Outcome.TECHNOLOGY_SHARE, -0.01, -0.013, -0.007))
                .isEqualTo("\u22121.00 percentage points (\u22121.30 to \u22120.70)");
        assertThat(told(Outcome.MEAN_ENFORCEMENT, 0.0271, 0.0041, 0.0502)).isEqualTo("0.027 (0.004 to 0.050)");
        assertThat(told(Outcome.MEAN_STABILITY, 1, -2, 4)).isEqualTo("1.0 index points (\u22122.0 to 4.0)");
        assertThat(Amount.in("weeks").told("1")).isEqualTo("1 week");
    }

    /** Every outcome can follow a number in a sentence. */
    @Test
    void noUnitReadsAsARange() {
        assertThat(Outcome.all())
                .allSatisfy(outcome ->
                        assertThat(Amount.in(outcome.unit()).told("2")).doesNotContain("0 to 1", "share"));
    }

    @Test
    void runsInWhichSomethingNeverHappenedAreSaidToCountWithTheLastWeek() {
        assertThat(OutcomeNumbers.never(List.of(Outcome.MEAN_STABILITY, Outcome.ANY_CRISIS), 156))
                .isEmpty();
        assertThat(OutcomeNumbers.never(List.of(Outcome.MEAN_STABILITY, Outcome.TREATY), 104))
                .startsWith(" ")
                .contains("counts with 104.");
    }
}
