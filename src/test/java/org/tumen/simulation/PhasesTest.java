package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.world.Action;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import org.tumen.world.Stage;
import sim.engine.SimState;
import sim.engine.Steppable;

/** Each phase of the week held against its paragraph of the model page, by hand. */
class PhasesTest {
    private static final double TIGHT = 1e-12;
    static final String KOREA = "actors.korea={role: warner, iso3: KOR, label: South Korea, policy: {type: silent}}";

    /** A world before week 0, its draws those of run 0, with everything that a test does not look at switched off. */
    static World world(String... overrides) {
        World world = new World(TestScenarios.reference(overrides));
        world.draws.startRun(1, 0);
        world.reset();
        return world;
    }

    static void step(Steppable phase) {
        // The phases do not look at MASON's state.
        phase.step(new SimState(0));
    }

    @Test
    void environmentMovesAndFades() {
        World w = world("actors.russia.need.noise=0", "actors.north_korea.hardship.noise=0");
        w.launchHeat = 1;
        w.appeal = 1;
        w.evidence = 1;
        w.exposure = 1;
        w.disruption = 1;
        w.warners[0].heat = 1;
        w.buyer.need = 0.5;
        step(new EnvironmentPhase(w));
        assertThat(w.buyer.need).isCloseTo(0.5 + 0.03 * 0.15, within(TIGHT));
        assertThat(w.seller.hardship).isCloseTo(0.5 + 0.04 * (0.22 + 0.6 * 0.3 - 0.5), within(TIGHT));
        assertThat(w.launchHeat).isEqualTo(0.85);
        assertThat(w.appeal).isEqualTo(0.93);
        assertThat(w.evidence).isEqualTo(0.98);
        assertThat(w.exposure).isEqualTo(0.98);
        assertThat(w.disruption).isEqualTo(0.97);
        assertThat(w.warners[0].heat).isEqualTo(0.85);
        assertThat(w.heat()).isCloseTo(0.85 * 1.1, within(TIGHT));
        // Credibility .6 of the warner and .6 of the rest: the threat is .6 · .935.
        assertThat(w.threat()).isCloseTo(0.6 * 0.935, within(TIGHT));
        assertThat(w.news).isTrue();
    }

    @Test
    void rivalryIsExpectedToMove() {
        World w = world();
        step(new EnvironmentPhase(w));
        double k = 1 - Math.exp(-0.05 / 52);
        double[] start = {0.023, 0.011, 0.027, 0.129, 0.339, 0.471};
        double[] renewed = {0.5, 0.2, 0.12, 0.08, 0.06, 0.04};
        double sum = 0;
        for (int j = 0; j < 6; j++) {
            double p = w.council.belief().probability(j);
            assertThat(p).isCloseTo((1 - k) * start[j] + k * renewed[j], within(TIGHT));
            sum += p;
        }
        assertThat(sum).isCloseTo(1, within(TIGHT));
    }

    @Test
    void heatIsCappedForAWarnerAndForAll() {
        World w = world();
        w.voices.speak(w.warners[0], 1.4);
        w.voices.speak(w.warners[0], 0.4);
        assertThat(w.warners[0].heat).isEqualTo(1.5);
        w.voices.allies = 3;
        w.voices.take();
        assertThat(w.heat()).isEqualTo(1.5);
        // The parts of allies and Council have no cap of their own; credibility weighs all parts in full.
        w.warners[0].credibility = 0;
        w.voices.take();
        assertThat(w.speakersCredibility()).isCloseTo(0.6 * 3 / 4.5, within(TIGHT));
        assertThat(w.threat()).isCloseTo(0.4, within(TIGHT));
    }

    @Test
    void eachWarnersPartOfHeatWeighsByItsOwnCredibility() {
        World w = world(KOREA);
        assertThat(w.warners).extracting(warner -> warner.name).containsExactly("japan", "korea");
        w.warners[0].heat = 0.2;
        w.warners[0].credibility = 0.8;
        w.warners[1].heat = 0.4;
        w.warners[1].credibility = 0.3;
        w.voices.allies = 0.1;
        w.voices.council = 0.1;
        w.voices.take();
        double believed = 0.8 * 0.2 + 0.3 * 0.4;
        assertThat(w.heat()).isCloseTo(0.8, within(TIGHT));
        assertThat(w.speakersCredibility()).isCloseTo((believed + 0.6 * 0.2) / 0.8, within(TIGHT));
        assertThat(w.threat()).isCloseTo(believed + 0.6 * 0.2, within(TIGHT));
        assertThat(w.voices.condemnation()).isCloseTo(believed + 0.6 * 0.2, within(TIGHT));
        step(new EnvironmentPhase(w));
        assertThat(w.warners).extracting(warner -> warner.heat).containsExactly(0.2 * 0.85, 0.4 * 0.85);
        assertThat(List.of(w.voices.allies, w.voices.council)).containsOnly(0.1 * 0.85);
    }

    static World shipping(String... overrides) {
        String[] all = java.util.Arrays.copyOf(overrides, overrides.length + 5);
        all[overrides.length] = "actors.north_korea.policy.review=0";
        all[overrides.length + 1] = "actors.russia.policy.review=0";
        all[overrides.length + 2] = "deal.delivery.lot_spread=0";
        all[overrides.length + 3] = "deal.announcement.hazard=0";
        all[overrides.length + 4] = "deal.delivery.capacity_spread=0";
        World w = world(all);
        w.deal.reset();
        w.deal.begin();
        w.deal.stage = Stage.SHIPPING;
        w.deal.remaining = 1;
        return w;
    }

    @Test
    void aLotIsDeliveredByHand() {
        World w = shipping("deal.depth.hazard=0");
        w.exposure = 0.6;
        w.disruption = 0.1;
        w.deal.technology = 0.4;
        double need = w.buyer.need;
        double hardship = w.seller.hardship;
        step(new TradePhase(w));
        double grain = 0x1.0p-20;
        double lot = Math.rint(0.035 * (1 - 0.2 * 0.3) * 0.9 / grain) * grain;
        assertThat(w.deal.lot).isEqualTo(lot);
        assertThat(w.deal.remaining).isEqualTo(1 - lot);
        assertThat(w.buyer.need).isCloseTo(need - 0.2 * lot, within(TIGHT));
        assertThat(w.seller.hardship).isCloseTo(hardship - 0.2 * lot * 0.6, within(TIGHT));
        assertThat(w.arsenal).isCloseTo(50 + 5 * 0.4 * lot * (1 - 50 / 130.0), within(TIGHT));
        assertThat(w.impact).isCloseTo(0.2, within(TIGHT));
        assertThat(w.deal.openness).isCloseTo(0.03, within(TIGHT));
    }

    @Test
    void aLotThatExhaustsTheDealEndsItAndMayStillDeepenIt() {
        World w = shipping("deal.depth.hazard=1", "deal.depth.fear=0", "deal.extension=0");
        w.deal.remaining = 0.01;
        w.deal.revealed = true;
        step(new TradePhase(w));
        assertThat(w.deal.lot).isEqualTo(0.01);
        assertThat(w.deal.stage).isEqualTo(Stage.NONE);
        assertThat(w.deal.revealed).isFalse();
        assertThat(w.deal.depth).isEqualTo(1);
        // Exhausted, it is seen by nobody, and its lot costs the regime nothing.
        double integrity = w.integrity;
        step(new MonitoringPhase(w));
        assertThat(w.integrity).isEqualTo(integrity);
    }

    @Test
    void extensionAddsVolumeBeforeTheLotAndCanOnlyRaiseTechnology() {
        World w = shipping("deal.depth.hazard=0");
        w.deal.remaining = 0.1;
        w.deal.technology = 1;
        NashTerms terms = new NashTerms(w.dealNumbers.terms, w.buyer.p);
        terms.settle(w.buyer.need, w.seller.hardship);
        step(new TradePhase(w));
        assertThat(w.deal.remaining + w.deal.lot).isCloseTo(0.1 + Deal.exact(terms.volume()), within(1e-15));
        assertThat(w.deal.technology).isEqualTo(1);
    }

    @Test
    void stepsOfDepthByHand() {
        World w = shipping("deal.depth.hazard=1", "deal.depth.fear=0");
        TradePhase trade = new TradePhase(w);
        step(trade);
        assertThat(w.deal.depth).isEqualTo(1);
        assertThat(w.exposure).isEqualTo(0.8);
        assertThat(w.news).isTrue();
        assertThat(w.impact).isCloseTo(0.2 + 2, within(TIGHT));
        w.impact = 0;
        step(trade);
        assertThat(w.deal.depth).isEqualTo(2);
        assertThat(w.deal.openness).isEqualTo(1);
        assertThat(w.impact).isCloseTo(0.2 + 2, within(TIGHT));
        double need = w.buyer.need;
        w.impact = 0;
        step(trade);
        assertThat(w.deal.depth).isEqualTo(3);
        assertThat(w.buyer.need).isCloseTo(need - 0.2 * w.deal.lot - 0.08, within(TIGHT));
        assertThat(w.impact).isCloseTo(0.2 + 3, within(TIGHT));
        step(trade);
        assertThat(w.deal.depth).isEqualTo(3);
    }

    @Test
    void aPauseStopsLotsButNotAnAnnouncement() {
        World w = shipping("deal.depth.hazard=1");
        w.dealNumbers.announcement.hazard = 1;
        w.deal.buyerStance = Action.PAUSE;
        step(new TradePhase(w));
        assertThat(w.deal.lot).isZero();
        assertThat(w.deal.announced).isTrue();
        assertThat(w.exposure).isEqualTo(0.6);
        assertThat(w.news).isTrue();
        assertThat(w.impact).isCloseTo(1, within(TIGHT));
    }

    @Test
    void anAbandonedDealCalmsAndADialogueThatEndsAlarms() {
        World deal = world(
                "deal.start_agreed=1",
                "actors.north_korea.policy={type: script, acts: [{week: 0, act: quit}], otherwise: {type: quantal}}");
        step(new TradePhase(deal));
        assertThat(deal.count(EventKind.ABANDONMENT)).isEqualTo(1);
        assertThat(deal.deal.stage).isEqualTo(Stage.NONE);
        assertThat(deal.impact).isCloseTo(-4, within(TIGHT));
        World dialogue = world("dialogue.ending=1");
        dialogue.dialogueOpen = true;
        step(new DialoguePhase(dialogue));
        assertThat(dialogue.dialogueOpen).isFalse();
        assertThat(dialogue.impact).isCloseTo(4, within(TIGHT));
    }

    @Test
    void riskHoldsForTheWeekWhateverTheWeekMakesPublic() {
        World w = shipping("deal.depth.hazard=0");
        w.dealNumbers.announcement.hazard = 1;
        w.exposure = 0.5;
        w.deal.openness = 0.5;
        w.voices.take();
        step(new TradePhase(w));
        assertThat(w.exposure).isEqualTo(0.6);
        assertThat(w.risk).isCloseTo(0.5 * 0.6 * 0.1 * (1 - 0.9 * 0.5), within(TIGHT));
    }

    @Test
    void launchesEchoByHand() {
        World w = world("actors.north_korea.policy.launch.drive=20", "actors.north_korea.campaign.major_share=0");
        step(new LaunchPhase(w));
        assertThat(w.launchHeat).isCloseTo(0.36, within(TIGHT));
        assertThat(w.arsenal).isCloseTo(50.09, within(TIGHT));
        assertThat(w.impact).isCloseTo(0.9, within(TIGHT));
        assertThat(w.majorLaunchThisWeek).isFalse();
        World major = world("actors.north_korea.policy.launch.drive=20", "actors.north_korea.campaign.major_share=1");
        major.news = false;
        step(new LaunchPhase(major));
        assertThat(major.launchHeat).isCloseTo(1.8, within(TIGHT));
        assertThat(major.arsenal).isCloseTo(50.45, within(TIGHT));
        assertThat(major.impact).isCloseTo(5.4, within(TIGHT));
        assertThat(major.news).isTrue();
    }

    @Test
    void beliefFollowsBayesRuleByHand() {
        World w = world("actors.allies=null", "deal.start_agreed=0");
        WarnerState japan = w.warners[0];
        japan.belief = 0.5;
        step(new MonitoringPhase(w));
        double drifted = 0.985 * 0.5 + 0.02 * 0.5;
        double assumed = 1 - 0.97 * Math.exp(-0.4 * 0.7 * 0.5);
        double ifDeal = japan.signal ? assumed : 1 - assumed;
        double ifNone = japan.signal ? 0.03 : 0.97;
        assertThat(japan.belief)
                .isCloseTo(drifted * ifDeal / (drifted * ifDeal + (1 - drifted) * ifNone), within(1e-9));
    }

    @Test
    void aDisclosureTellsEverybodyByHand() {
        World w = shipping(
                "actors.allies.vigilance=5",
                "actors.russia.secrecy=0",
                "actors.allies.policy.disclosure=1",
                "actors.japan.intelligence.memory=1",
                "actors.japan.intelligence.suspicion=0",
                "actors.japan.intelligence.false_alarm=0",
                "actors.japan.intelligence.vigilance=0",
                "actors.japan.intelligence.panel_share=0");
        w.deal.lot = 0.01;
        w.news = false;
        w.warners[0].belief = 0.5;
        // Its draw in this run is below 1 − e⁻⁵, the probability of a signal.
        step(new MonitoringPhase(w));
        assertThat(w.count(EventKind.DISCLOSURE)).isEqualTo(1);
        assertThat(w.evidence).isCloseTo(0.15 + 0.12, within(TIGHT));
        assertThat(w.voices.allies).isCloseTo(0.1 + 0.12, within(TIGHT));
        assertThat(w.warners[0].belief).isCloseTo(0.5 * 0.9 / (0.5 * 0.9 + 0.5 * 0.2), within(TIGHT));
        assertThat(w.news).isTrue();
        // Heat as trade took it stands until the dialogue takes it anew.
        assertThat(w.heat()).isEqualTo(0.1);
    }

    @Test
    void theFirstOfEvidenceAndBeliefRevealsADealOnce() {
        World w = shipping("actors.allies=null");
        List<Event> events = new ArrayList<>();
        w.listener = events::add;
        w.evidence = 0.51;
        w.warners[0].belief = 0;
        MonitoringPhase monitoring = new MonitoringPhase(w);
        step(monitoring);
        assertThat(w.deal.revealed).isTrue();
        assertThat(w.exposure).isGreaterThanOrEqualTo(0.51);
        assertThat(w.impact).isCloseTo(3, within(TIGHT));
        step(monitoring);
        assertThat(events.stream().filter(e -> e.kind() == EventKind.REVELATION))
                .hasSize(1);
    }

    @Test
    void aShipmentOfARevealedDealCostsTheRegime() {
        World w = shipping("actors.allies=null");
        w.deal.lot = 0.01;
        w.deal.revealed = true;
        w.voices.council = 0.4;
        w.voices.take();
        step(new MonitoringPhase(w));
        assertThat(w.integrity).isCloseTo(60 - 0.25 * (1 - 0.7 * 0.4), within(TIGHT));
    }

    @Test
    void thePanelEndsFiveWeeksAfterItsMandateFailed() {
        World w = world("monitoring.coalition.formation=1", "monitoring.coalition.report_hazard=1");
        MonitoringPhase monitoring = new MonitoringPhase(w);
        w.council.failMandate(29);
        w.week = 33;
        step(monitoring);
        assertThat(w.council.panelInForce).isTrue();
        w.week = 34;
        double integrity = w.integrity;
        w.news = false;
        step(monitoring);
        assertThat(w.council.panelInForce).isFalse();
        // The coalition forms and reports in the same week.
        assertThat(w.council.coalitionInForce).isTrue();
        assertThat(w.integrity).isLessThanOrEqualTo(integrity + 3.5).isGreaterThan(integrity + 3);
        assertThat(w.news).isTrue();
    }

    @Test
    void thePanelReportsInItsWeeksWhenADealIsLive() {
        World w = world("actors.allies=null", "deal.start_agreed=0");
        MonitoringPhase monitoring = new MonitoringPhase(w);
        // 15 September 2023 is the first day of week 2, 8 March 2024 of week 27.
        int reports = 0;
        for (int week = 0; week < 52; week++) {
            w.week = week;
            int before = w.count(EventKind.REPORT);
            step(monitoring);
            if (w.count(EventKind.REPORT) > before) {
                assertThat(week).isIn(2, 27);
                reports++;
            }
        }
        assertThat(reports).isEqualTo(2);
        w.deal.end();
        w.week = 54;
        step(monitoring);
        assertThat(w.count(EventKind.REPORT)).isEqualTo(2);
    }

    @Test
    void aWarnersConcernByHand() {
        World w = world("actors.japan.policy.attention=1", "actors.japan.policy.type=best_reply");
        w.news = false;
        w.warners[0].belief = 0.8;
        w.launchHeat = 2;
        w.tension = 50;
        // q = .8(.35 + .35·.5) + .25 + .2·.2 = .71; the ideal is .85·.71 = .6035, nearest a warning.
        step(new WarningPhase(w));
        assertThat(w.count(EventKind.WARNING)).isEqualTo(1);
        assertThat(w.warners[0].heat).isEqualTo(0.25);
        assertThat(w.exposure).isCloseTo(0.8 * 0.8, within(TIGHT));
        assertThat(w.impact).isCloseTo(0.4 * 0.8, within(TIGHT));
        assertThat(w.warners[0].fatigue).isEqualTo(0.75);
        assertThat(w.warners[0].commitmentOpen()).isTrue();
    }

    @Test
    void packagesByHand() {
        World w = world(
                "actors.japan.policy={type: silent}",
                "actors.japan.packages.execution=1",
                "actors.allies.policy={measures: 0, follow: 1}");
        w.warners[0].packagePending = true;
        w.warners[0].commit(0, w.deal.liveNumber());
        w.evidence = 0.25;
        WarningPhase warning = new WarningPhase(w);
        step(warning);
        assertThat(w.count(EventKind.PACKAGE))
                .as("evidence must be above its threshold")
                .isZero();
        w.evidence = 0.26;
        step(warning);
        assertThat(w.count(EventKind.PACKAGE)).isEqualTo(1);
        assertThat(w.count(EventKind.ALLY_PACKAGE)).isEqualTo(1);
        // The warner's first, then the ally's, half as much again in a joint week.
        assertThat(w.disruption).isCloseTo(0.04 + 0.12 * 0.96, within(TIGHT));
        assertThat(w.warners[0].heat).isEqualTo(0.1);
        assertThat(w.voices.allies).isCloseTo(0.2, within(TIGHT));
        assertThat(w.impact).isCloseTo(2 * 0.4 + 0.4, within(TIGHT));
        assertThat(w.warners[0].packagePending).isFalse();
        // It followed the open warning through.
        assertThat(w.warners[0].credibility).isCloseTo(0.65, within(TIGHT));
    }

    @Test
    void enforcementAndTensionByHand() {
        World w = world(
                "region.tension.noise=0",
                "region.tension.shock_probability=0",
                "actors.security_council.rivalry.start=[0, 0, 0, 0, 0, 1]");
        w.warners[0].heat = 0.5;
        w.warners[0].credibility = 0.8;
        w.voices.allies = 0.3;
        w.arsenal = 52;
        w.integrity = 55;
        w.deal.depth = 2;
        w.dialogueOpen = true;
        w.impact = 4;
        step(new RegionPhase(w));
        double target = 0.75 * (0.4 + 0.6 * 0.55) + 0.3 * (0.8 * 0.5 + 0.6 * 0.3) + 0.08 - 0.15 - 0.1;
        double enforcement = 0.6 + 0.02 * (target - 0.6);
        assertThat(w.enforcement).isCloseTo(enforcement, within(TIGHT));
        assertThat(w.pressure).isCloseTo(0.5 * enforcement, within(TIGHT));
        double mean = 30 + 0.35 * 2 + 0.15 * 5 + 2 - 8;
        assertThat(w.tension).isCloseTo(38 + 0.05 * (mean - 38) + 4 * (1 + 0.6 * 8 / 30), within(TIGHT));
        // Tension used the standing before it moved.
        assertThat(w.integrity).isCloseTo(55 + 0.01 * (50 + 50 * (enforcement - 0.52) - 55), within(TIGHT));
    }

    @Test
    void calmingEventsAreNotAmplified() {
        World w = world("region.tension.noise=0", "region.tension.shock_probability=0");
        w.tension = 60;
        w.impact = -4;
        step(new RegionPhase(w));
        assertThat(w.tension).isCloseTo(60 + 0.05 * (30 - 60) - 4, within(TIGHT));
    }

    @Test
    void anIncidentMayComeInTheWeekOfTheOnset() {
        World w = world(
                "region.tension.noise=0",
                "region.tension.shock_probability=0",
                "region.crisis.incident_probability=1",
                "actors.allies.exercises=0.5");
        w.tension = 80;
        step(new RegionPhase(w));
        assertThat(w.crisis).isTrue();
        assertThat(w.count(EventKind.INCIDENT)).isEqualTo(1);
        assertThat(w.tension).isCloseTo(80 + 0.05 * (30 - 80) + 12, within(TIGHT));
    }

    @Test
    void withoutASpiralWordsMoveNoTension() {
        String[] words = {"appeal", "concern", "warn", "refer"};
        for (String act : words) {
            World w = world(
                    "region.impacts.spiral=0",
                    "actors.japan.policy={type: script, acts: [{week: 0, act: " + act
                            + "}], otherwise: {type: silent}}",
                    "actors.allies.policy={type: silent}");
            step(new WarningPhase(w));
            assertThat(w.impact).as(act).isZero();
        }
    }
}
