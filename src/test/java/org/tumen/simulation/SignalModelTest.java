package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tumen.scenario.Scenario;

class SignalModelTest {
    private static SignalModel model(Scenario scenario) {
        return new SignalModel(
                scenario.warners().get("japan").intelligence(),
                scenario.monitoring(),
                scenario.buyer().secrecy());
    }

    private final SignalModel model = model(TestScenarios.reference());

    /** With the panel: v = 0.4, secrecy 0.5, f = 0.03; a shipment (visibility 1) gives 1 − 0.97·e^(−0.2). */
    @Test
    void chanceOfASignalByHand() {
        assertThat(model.whenSeen(SignalModel.Help.PANEL, SignalModel.Sight.SHIPMENT))
                .isCloseTo(1 - 0.97 * Math.exp(-0.2), within(1e-14));
        assertThat(model.whenSeen(SignalModel.Help.NONE, SignalModel.Sight.TALKS))
                .isCloseTo(1 - 0.97 * Math.exp(-0.2 * 0.35 * 0.5), within(1e-14));
        assertThat(model.whenSeen(SignalModel.Help.COALITION, SignalModel.Sight.LULL))
                .isCloseTo(1 - 0.97 * Math.exp(-0.32 * 0.3 * 0.5), within(1e-14));
        assertThat(model.falseAlarm()).isEqualTo(0.03);
    }

    /** Drift 0.5 → 0.985·0.5 + 0.02·0.5 = 0.5025, then Bayes' rule with an assumed chance 1 − 0.97·e^(−0.14). */
    @Test
    void bayesByHand() {
        double assumed = 1 - 0.97 * Math.exp(-0.4 * 0.7 * 0.5);
        double onSignal = 0.5025 * assumed / (0.5025 * assumed + 0.4975 * 0.03);
        double onSilence = 0.5025 * (1 - assumed) / (0.5025 * (1 - assumed) + 0.4975 * 0.97);
        assertThat(model.updated(0.5, true, SignalModel.Help.PANEL)).isCloseTo(onSignal, within(1e-14));
        assertThat(model.updated(0.5, false, SignalModel.Help.PANEL)).isCloseTo(onSilence, within(1e-14));
    }

    @Property
    void aSignalRaisesAndSilenceLowersTheBelief(@ForAll @DoubleRange(max = 1) double belief) {
        double drifted = 0.985 * belief + 0.02 * (1 - belief);
        assertThat(model.updated(belief, true, SignalModel.Help.NONE)).isGreaterThanOrEqualTo(drifted);
        assertThat(model.updated(belief, false, SignalModel.Help.NONE)).isLessThanOrEqualTo(drifted);
    }

    @Test
    void anObserverThatSeesNothingOnlyDrifts() {
        SignalModel blind = model(TestScenarios.reference(
                "actors.japan.intelligence.vigilance=0",
                "actors.japan.intelligence.panel_share=0",
                "actors.japan.intelligence.false_alarm=0"));
        assertThat(blind.updated(0.4, false, SignalModel.Help.PANEL))
                .isCloseTo(0.985 * 0.4 + 0.02 * 0.6, within(1e-15));
        assertThat(blind.whenSeen(SignalModel.Help.PANEL, SignalModel.Sight.SHIPMENT))
                .isZero();
    }
}
