package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tumen.simulation.PhasesTest.KOREA;
import static org.tumen.simulation.PhasesTest.shipping;
import static org.tumen.simulation.PhasesTest.step;
import static org.tumen.simulation.PhasesTest.world;

import org.junit.jupiter.api.Test;
import org.tumen.world.EventKind;

/** What happens by chance in a week, held against its odds on the model page: within four standard errors of 4,000 draws. */
class PhaseOddsTest {
    @Test
    void launchesHaveTheProbabilityOfTheirLogOdds() {
        // A constant drive and nothing else: the share of windows in which one is launched is logistic in it.
        World w = world(
                "actors.north_korea.policy.launch={drive: -1, campaign: 0, tension: 0, heat: 0, patron: 0, pressure: 0, exercises: 0}");
        LaunchPhase launches = new LaunchPhase(w);
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            w.draws.startRun(5, run);
            step(launches);
        }
        double p = 1 / (1 + Math.exp(1));
        double share = (w.count(EventKind.MINOR_LAUNCH) + w.count(EventKind.MAJOR_LAUNCH)) / (3.0 * runs);
        assertThat(share).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / (3 * runs))));
    }

    @Test
    void signalsHaveTheProbabilityOfTheirVisibility() {
        World w = shipping();
        w.deal.lot = 0.01;
        MonitoringPhase monitoring = new MonitoringPhase(w);
        int runs = 4000;
        int signals = 0;
        for (int run = 0; run < runs; run++) {
            w.draws.startRun(6, run);
            step(monitoring);
            signals += w.warners[0].signal ? 1 : 0;
        }
        double p = 1 - 0.97 * Math.exp(-0.4 * 0.5);
        assertThat(signals / (double) runs).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / runs)));
    }

    @Test
    void panelAndCoalitionLendAWarnerTheirShares() {
        World w = shipping(
                "actors.japan.intelligence.vigilance=0.3",
                "actors.japan.intelligence.panel_share=0.6",
                "actors.japan.intelligence.coalition_share=0.2",
                "monitoring.coalition.formation=0",
                "monitoring.coalition.effort=0");
        w.deal.lot = 0.01;
        MonitoringPhase monitoring = new MonitoringPhase(w);
        double[] means = {0.3, 0.3 + 0.2, 0.3 + 0.6};
        int runs = 4000;
        for (int watched = 0; watched < means.length; watched++) {
            int signals = 0;
            for (int run = 0; run < runs; run++) {
                w.draws.startRun(13, run);
                w.council.coalitionInForce = watched == 1;
                w.council.panelInForce = watched == 2;
                step(monitoring);
                signals += w.warners[0].signal ? 1 : 0;
            }
            double p = 1 - 0.97 * Math.exp(-means[watched] * 0.5);
            assertThat(signals / (double) runs).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / runs)));
        }
    }

    @Test
    void aWarnersPackageIsMoreLikelyWhereAnAllyHasActed() {
        int runs = 4000;
        for (int measures = 0; measures <= 1; measures++) {
            World w = world(
                    "actors.japan.policy={type: silent}",
                    "actors.japan.packages.execution=0.3",
                    "actors.japan.packages.with_ally=2",
                    "actors.allies.policy={measures: " + measures + ", follow: 0}");
            WarningPhase warning = new WarningPhase(w);
            for (int run = 0; run < runs; run++) {
                w.draws.startRun(12, run);
                w.evidence = 0.5;
                w.warners[0].packagePending = true;
                step(warning);
            }
            double p = 0.3 * (1 + measures);
            assertThat(w.count(EventKind.PACKAGE) / (double) runs)
                    .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / runs)));
        }
    }

    /** Of two packages in a week, an ally that follows each with one half follows in three quarters of the weeks. */
    @Test
    void anAllyDecidesAnewOnEachWarnersPackage() {
        World w = world(
                KOREA.replace("silent}", "silent}, packages: {execution: 1}"),
                "actors.japan.policy={type: silent}",
                "actors.japan.packages.execution=1",
                "actors.allies.policy={measures: 0, follow: 0.5}");
        WarningPhase warning = new WarningPhase(w);
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            w.draws.startRun(10, run);
            w.evidence = 0.5;
            for (WarnerState warner : w.warners) {
                warner.packagePending = true;
            }
            step(warning);
        }
        assertThat(w.count(EventKind.PACKAGE)).isEqualTo(2 * runs);
        assertThat(w.count(EventKind.ALLY_PACKAGE) / (double) runs)
                .isCloseTo(0.75, within(4 * Math.sqrt(0.75 * 0.25 / runs)));
    }

    @Test
    void aCoalitionFormsByTheGreatestEffortOfAWarner() {
        World w = world(
                "actors.japan.effort=0",
                KOREA.replace("silent}", "silent}, effort: 1"),
                KOREA.replace("korea", "britain").replace("KOR", "GBR").replace("silent}", "silent}, effort: 0"),
                "monitoring.coalition.formation=0.1",
                "monitoring.coalition.effort=0.4");
        w.council.panelInForce = false;
        MonitoringPhase monitoring = new MonitoringPhase(w);
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            w.draws.startRun(11, run);
            w.council.coalitionInForce = false;
            step(monitoring);
        }
        assertThat(w.count(EventKind.COALITION_FORMED) / (double) runs)
                .isCloseTo(0.5, within(4 * Math.sqrt(0.25 / runs)));
    }

    @Test
    void aDialogueOpensAtItsRate() {
        World w = world("dialogue.rate=1", "dialogue.others_offers=0.3");
        w.appeal = 0.2;
        w.deal.depth = 1;
        w.seller.hardship = 0.5;
        w.voices.allies = 0.5;
        DialoguePhase dialogue = new DialoguePhase(w);
        double p = 0.5 * Math.exp(-0.7 + 2 * 0.1) * (1 - 0.7 * 0.5);
        int runs = 4000;
        int opened = 0;
        for (int run = 0; run < runs; run++) {
            w.draws.startRun(8, run);
            w.dialogueOpen = false;
            step(dialogue);
            opened += w.dialogueOpen ? 1 : 0;
        }
        assertThat(opened / (double) runs).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / runs)));
    }

    @Test
    void anOpenDialogueEndsAtItsRate() {
        World w = world(
                "dialogue.ending=0.2",
                "dialogue.upheld=0.5",
                "dialogue.offers_stand=0.4",
                "dialogue.ending_by_heat=0.3",
                "dialogue.ending_by_package=0.25");
        w.voices.allies = 0.5;
        DialoguePhase dialogue = new DialoguePhase(w);
        int runs = 4000;
        for (boolean sanctioned : new boolean[] {false, true}) {
            for (double appeal : new double[] {0.4, 0.41}) {
                int ended = 0;
                for (int run = 0; run < runs; run++) {
                    w.draws.startRun(14, run);
                    w.dialogueOpen = true;
                    w.appeal = appeal;
                    w.packageThisWeek = sanctioned;
                    step(dialogue);
                    ended += w.dialogueOpen ? 0 : 1;
                }
                double p = 0.2 * (appeal > 0.4 ? 0.5 : 1) + 0.3 * 0.5 + (sanctioned ? 0.25 : 0);
                assertThat(ended / (double) runs).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / runs)));
            }
        }
    }

    @Test
    void exercisesDeterIncidents() {
        World w = world("region.tension.reversion=0", "region.tension.noise=0", "actors.allies.exercises=1");
        RegionPhase region = new RegionPhase(w);
        int runs = 4000;
        int incidents = 0;
        for (int run = 0; run < runs; run++) {
            w.draws.startRun(9, run);
            w.week = 0;
            w.tension = 75;
            int before = w.count(EventKind.INCIDENT);
            step(region);
            incidents += w.count(EventKind.INCIDENT) - before;
        }
        double p = 0.03 * (1 - 0.8 * 0.5);
        assertThat(incidents / (double) runs).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / runs)));
    }
}
