package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tumen.world.Action;

/** How a warner's word gains and loses weight: start 0.6, kept +0.125 of what is missing, bluff ×0.75, false alarm ×0.95. */
class WarnerStateTest {
    private final World world = new World(TestScenarios.reference());
    private final WarnerState japan = world.warners[0];

    @BeforeEach
    void start() {
        world.reset();
    }

    @Test
    void followingThroughRaisesCredibility() {
        japan.commit(0, 1);
        japan.settle(Action.WARN, 0, true);
        japan.settle(Action.REFER, 1, true);
        assertThat(japan.credibility).isCloseTo(0.6 + 0.125 * 0.4, within(1e-15));
        assertThat(japan.commitmentOpen()).isFalse();
    }

    @Test
    void aDealThatIsLeftRaisesCredibilityEvenInTalks() {
        japan.commit(0, 1);
        japan.dealEnded(1, false);
        japan.settle(Action.HOLD, 1, false);
        assertThat(japan.credibility).isCloseTo(0.65, within(1e-15));
    }

    @Test
    void aCompletedDealMakesABluff() {
        japan.commit(0, 1);
        japan.dealEnded(1, true);
        japan.settle(Action.HOLD, 1, false);
        assertThat(japan.credibility).isCloseTo(0.45, within(1e-15));
    }

    @Test
    void followingThroughComesBeforeTheBluff() {
        japan.commit(0, 1);
        japan.dealEnded(1, true);
        japan.settle(Action.SANCTION, 1, false);
        assertThat(japan.credibility).isCloseTo(0.65, within(1e-15));
    }

    @Test
    void theDeadlineIsTheEighthWeekAfterTheWarning() {
        japan.commit(0, 1);
        for (int week = 0; week < 8; week++) {
            japan.settle(Action.HOLD, week, true);
            assertThat(japan.commitmentOpen()).isTrue();
        }
        japan.settle(Action.HOLD, 8, true);
        assertThat(japan.credibility).isCloseTo(0.45, within(1e-15));
    }

    @Test
    void withoutADealTheDeadlineMakesAFalseAlarm() {
        japan.commit(0, Deal.NO_DEAL);
        japan.settle(Action.HOLD, 8, false);
        assertThat(japan.credibility).isCloseTo(0.57, within(1e-15));
    }

    @Test
    void aLaterWarningLeavesTheDeadline() {
        japan.commit(0, 1);
        japan.commit(5, 1);
        japan.settle(Action.WARN, 8, true);
        assertThat(japan.credibility).isCloseTo(0.45, within(1e-15));
    }

    @Test
    void anotherDealsEndDoesNotSettle() {
        japan.commit(0, 1);
        japan.dealEnded(2, true);
        japan.settle(Action.HOLD, 1, false);
        assertThat(japan.commitmentOpen()).isTrue();
        assertThat(japan.credibility).isEqualTo(0.6);
    }

    @Test
    void repetitionGrowsFadesAndForgets() {
        japan.remember(Action.WARN, 0);
        assertThat(japan.repetition).isZero();
        japan.remember(Action.WARN, 1);
        assertThat(japan.repetition).isEqualTo(0.5);
        japan.remember(Action.HOLD, 2);
        assertThat(japan.repetition).isCloseTo(0.45, within(1e-15));
        assertThat(japan.lastAction).isEqualTo(Action.WARN);
        japan.remember(Action.WARN, 3);
        japan.remember(Action.WARN, 4);
        assertThat(japan.repetition).isEqualTo(1);
        japan.remember(Action.APPEAL, 5);
        assertThat(japan.repetition).isZero();
    }
}
