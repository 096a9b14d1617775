package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tumen.world.Action;

/** How a warner's word gains and loses weight (start 0.6, kept +0.125 of what is missing, bluff −25 %, false alarm −5 %), and how it tires. */
class WarnerStateTest {
    private final World world = new World(TestScenarios.reference());
    private final WarnerState japan = world.warners[0];
    private final Deal deal = world.deal;

    @BeforeEach
    void start() {
        world.reset();
        deal.reset();
        deal.begin();
    }

    @Test
    void followingThroughRaisesCredibility() {
        japan.commit(0, deal.liveNumber());
        japan.settle(0, deal);
        japan.followThrough();
        japan.settle(1, deal);
        assertThat(japan.credibility).isCloseTo(0.6 + 0.125 * 0.4, within(1e-15));
        assertThat(japan.commitmentOpen()).isFalse();
    }

    @Test
    void whatWasDoneBeforeTheWarningDoesNotFollowItThrough() {
        japan.followThrough();
        japan.commit(1, deal.liveNumber());
        japan.settle(1, deal);
        assertThat(japan.commitmentOpen()).isTrue();
    }

    @Test
    void aDealThatIsNoLongerLiveRaisesCredibility() {
        japan.commit(0, deal.liveNumber());
        deal.end();
        japan.settle(1, deal);
        assertThat(japan.credibility).isCloseTo(0.65, within(1e-15));
    }

    @Test
    void anotherDealInItsPlaceDoesToo() {
        japan.commit(0, deal.liveNumber());
        deal.end();
        deal.begin();
        japan.settle(1, deal);
        assertThat(japan.credibility).isCloseTo(0.65, within(1e-15));
    }

    @Test
    void aWarningWithoutADealIsNotKeptByThereBeingNone() {
        deal.end();
        japan.commit(0, deal.liveNumber());
        japan.settle(1, deal);
        assertThat(japan.commitmentOpen()).isTrue();
    }

    @Test
    void theDeadlineIsTheTwentySixthWeekAfterTheWarning() {
        japan.commit(3, deal.liveNumber());
        for (int week = 3; week < 29; week++) {
            japan.settle(week, deal);
            assertThat(japan.commitmentOpen()).isTrue();
        }
        japan.settle(29, deal);
        assertThat(japan.credibility).isCloseTo(0.45, within(1e-15));
        assertThat(japan.commitmentOpen()).isFalse();
    }

    @Test
    void withoutADealTheDeadlineMakesAFalseAlarm() {
        deal.end();
        japan.commit(0, Deal.NO_DEAL);
        japan.settle(26, deal);
        assertThat(japan.credibility).isCloseTo(0.57, within(1e-15));
    }

    @Test
    void aLaterWarningLeavesTheDeadline() {
        japan.commit(0, deal.liveNumber());
        japan.commit(5, deal.liveNumber());
        japan.settle(26, deal);
        assertThat(japan.credibility).isCloseTo(0.45, within(1e-15));
    }

    @Test
    void anAppealBesideAnOpenWarningIsAMixedSignal() {
        japan.mixSignals();
        assertThat(japan.credibility).isEqualTo(0.6);
        japan.commit(0, deal.liveNumber());
        japan.mixSignals();
        assertThat(japan.credibility).isCloseTo(0.57, within(1e-15));
    }

    @Test
    void repetitionGrowsFadesAndHalves() {
        japan.remember(Action.WARN, 0);
        assertThat(japan.repetition).isZero();
        japan.remember(Action.WARN, 1);
        assertThat(japan.repetition).isEqualTo(0.5);
        japan.remember(Action.HOLD, 2);
        assertThat(japan.repetition).isCloseTo(0.5 * 0.985, within(1e-15));
        assertThat(japan.lastAction).isEqualTo(Action.WARN);
        japan.remember(Action.WARN, 3);
        japan.remember(Action.WARN, 4);
        assertThat(japan.repetition).isEqualTo(1);
        japan.remember(Action.APPEAL, 5);
        assertThat(japan.repetition).isEqualTo(0.5);
        assertThat(japan.lastAction).isEqualTo(Action.APPEAL);
    }

    @Test
    void everyActButHoldTires() {
        japan.remember(Action.HOLD, 0);
        assertThat(japan.fatigue).isZero();
        japan.remember(Action.APPEAL, 1);
        assertThat(japan.fatigue).isEqualTo(0.75);
        japan.remember(Action.WARN, 2);
        assertThat(japan.fatigue).isEqualTo(0.75 + 0.75 * 0.25);
    }
}
