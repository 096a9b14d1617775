package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Rules that hardly move the distribution of any outcome, so that a table of figures cannot hold them: repetition,
 * commitments, the cap of heat, when the Council deliberates and how provoked, an incident at the onset of a crisis.
 */
class BareRulesTest {
    private static final double EXACT = 1e-12;

    private final BareParameters p = new BareParameters();
    private final BareLoop loop = new BareLoop(p);
    private final BareState s = loop.s;

    BareRulesTest() {
        s.reset();
        s.beginWeek(10);
    }

    @Test
    void repetitionGrowsByTheSameActAndHalvesByAnother() {
        loop.warner.remember(BareWarner.WARN);
        assertThat(s.repetition).isZero();
        loop.warner.remember(BareWarner.WARN);
        assertThat(s.repetition).isEqualTo(.5);
        loop.warner.remember(BareWarner.HOLD);
        assertThat(s.repetition).isEqualTo(.5 * .985, within(EXACT));
        loop.warner.remember(BareWarner.WARN);
        assertThat(s.repetition).isEqualTo(.9925, within(EXACT));
        loop.warner.remember(BareWarner.WARN);
        assertThat(s.repetition).isEqualTo(1);
        loop.warner.remember(BareWarner.CONCERN);
        assertThat(s.repetition).isEqualTo(.5);
        assertThat(s.lastAct).isEqualTo(BareWarner.CONCERN);
    }

    @Test
    void holdingIsNotAnActThatCanBeRepeated() {
        loop.warner.remember(BareWarner.WARN);
        loop.warner.remember(BareWarner.HOLD);
        loop.warner.remember(BareWarner.HOLD);
        assertThat(s.lastAct).isEqualTo(BareWarner.WARN);
        assertThat(s.fatigue).isEqualTo(.75);
    }

    @Test
    void followingThroughKeepsACommitment() {
        live(1);
        warn(10);
        loop.warner.perform(BareWarner.REFER, 11);
        loop.warner.settle(11);
        assertThat(s.credibility).isEqualTo(.6 + .125 * .4, within(EXACT));
        assertThat(s.commitmentOpen).isFalse();
    }

    @Test
    void theEndOfTheDealKeepsACommitmentEvenWhenAnotherBegins() {
        live(1);
        warn(10);
        live(2);
        loop.warner.settle(12);
        assertThat(s.credibility).isEqualTo(.65, within(EXACT));
    }

    @Test
    void aCommitmentIsABluffInItsTwentySixthWeekNotBefore() {
        live(1);
        warn(10);
        loop.warner.settle(35);
        assertThat(s.credibility).isEqualTo(.6);
        loop.warner.settle(36);
        assertThat(s.credibility).isEqualTo(.6 * .75, within(EXACT));
        assertThat(s.commitmentOpen).isFalse();
    }

    @Test
    void aWarningOfNothingIsJudgedByWhatIsLiveInTheEnd() {
        warn(10);
        loop.warner.settle(36);
        assertThat(s.credibility).isEqualTo(.6 * .95, within(EXACT));
        s.credibility = .6;
        warn(40);
        live(1);
        loop.warner.settle(41);
        assertThat(s.commitmentOpen).isTrue();
        loop.warner.settle(66);
        assertThat(s.credibility).isEqualTo(.6 * .75, within(EXACT));
    }

    @Test
    void aSecondWarningDoesNotRenewAnOpenCommitment() {
        live(1);
        warn(10);
        warn(30);
        assertThat(s.commitmentWeek).isEqualTo(10);
    }

    @Test
    void anAppealBesideAnOpenCommitmentIsAMixedSignal() {
        loop.warner.perform(BareWarner.APPEAL, 9);
        assertThat(s.credibility).isEqualTo(.6);
        warn(10);
        loop.warner.perform(BareWarner.APPEAL, 11);
        assertThat(s.credibility).isEqualTo(.57, within(EXACT));
    }

    @Test
    void heatIsCappedTwiceForAWarnerAndOnceForTheRest() {
        for (int i = 0; i < 10; i++) {
            s.addWarnerHeat(.25);
        }
        assertThat(s.warnerHeat).isEqualTo(1.5);
        s.allyHeat = 2;
        s.councilHeat = 1;
        assertThat(s.heatNow()).isEqualTo(1.5);
        s.exposure = 1;
        s.openness = 0;
        s.takeMeanRivalry();
        s.stage = BareState.SHIPPING;
        loop.trade.takeGains();
        double speakers = (.6 * 1.5 + .6 * 3) / 4.5;
        assertThat(loop.trade.buyerRisk()).as("weights of all parts, uncapped").isEqualTo(speakers, within(EXACT));
    }

    @Test
    void theCouncilDeliberatesAgainOnlyAfterFourWeeks() {
        loop.council.start();
        s.referred = true;
        s.lastDeliberation = 7;
        loop.council.week(10);
        assertThat(s.lastDeliberation).isEqualTo(7);
        loop.council.week(11);
        assertThat(s.lastDeliberation).isEqualTo(11);
    }

    @Test
    void aMajorLaunchProvokesADraftHoweverCoolTheRecord() {
        assertThat(loop.council.provocation()).isEqualTo(.1);
        s.majorNow = true;
        assertThat(loop.council.provocation()).isEqualTo(.8);
        s.launchHeat = 1.7;
        assertThat(loop.council.provocation()).isEqualTo(1);
    }

    @Test
    void anIncidentMayFallInTheWeekOfTheOnset() {
        p.incidentRate = 1;
        s.tension = 69.9;
        loop.crisis(10);
        assertThat(s.incidents).isZero();
        s.tension = 70;
        loop.crisis(11);
        assertThat(s.incidents).isEqualTo(1);
        assertThat(s.tension).isEqualTo(82);
        assertThat(s.firstCrisis).isEqualTo(11);
        p.incidentRate = 0;
        s.tension = 55.1;
        loop.crisis(12);
        assertThat(s.crisis).isTrue();
        s.tension = 55;
        loop.crisis(13);
        assertThat(s.crisis).isFalse();
        assertThat(s.crises).isEqualTo(1);
    }

    private void live(int number) {
        s.stage = BareState.SHIPPING;
        s.dealNumber = number;
    }

    private void warn(int week) {
        loop.warner.perform(BareWarner.WARN, week);
    }
}
