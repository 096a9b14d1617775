package org.tumen.policy.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.policy.Policies;
import org.tumen.policy.PolicySpec;
import org.tumen.simulation.DiplomacySim;
import org.tumen.simulation.TestScenarios;
import org.tumen.world.Role;

/** The policies of allies: at rates, silent, by script, by rules; any number of allies. */
class AllyPoliciesTest {
    private static double[] run(String... overrides) {
        return new DiplomacySim(TestScenarios.reference(overrides)).run(new RunKey(4, 2));
    }

    private static double of(double[] run, Outcome outcome) {
        return run[outcome.ordinal()];
    }

    @Test
    void aSilentAllyDisclosesAndSanctionsNothing() {
        double[] silent = run("actors.allies.policy={type: silent}");
        assertThat(of(silent, Outcome.DISCLOSURES)).isZero();
        assertThat(of(silent, Outcome.ALLY_PACKAGES)).isZero();
        assertThat(of(run(), Outcome.DISCLOSURES)).isPositive();
    }

    @Test
    void aScriptedAllySanctionsOnItsDay() {
        String script = "{type: script, acts: [{on: 2024-05-17, act: impose}, {every: 09-01, act: impose}], "
                + "otherwise: {type: silent}}";
        // 17 May 2024, and 1 September of 2023, 2024 and 2025.
        assertThat(of(run("actors.allies.policy=" + script), Outcome.ALLY_PACKAGES))
                .isEqualTo(4);
    }

    @Test
    void rulesOfAnAllyReadItsView() {
        String rules = "{type: rules, rules: [{when: 'packages < 2', do: impose}], otherwise: {type: silent}}";
        assertThat(of(run("actors.allies.policy=" + rules), Outcome.ALLY_PACKAGES))
                .isEqualTo(2);
    }

    @Test
    void severalAlliesActBesideEachOther() {
        String more = "actors.korea={role: ally, iso3: KOR, label: South Korea, policy: {disclosure: 1}}";
        assertThat(of(run(more), Outcome.DISCLOSURES)).isGreaterThan(of(run(), Outcome.DISCLOSURES));
        assertThat(of(run("actors.allies=null"), Outcome.DISCLOSURES)).isZero();
    }

    @Test
    void onlyAnAllyThatActsHasSpokenBeforeTheStart() {
        assertThat(Policies.create(Role.ALLY, new PolicySpec("rates", new RatesParameters(0, 0, 0.25, 0)))
                        .acts())
                .isFalse();
        assertThat(Policies.create(Role.ALLY, new PolicySpec("rates", new RatesParameters(0, 0, 0.25, 0.1)))
                        .acts())
                .isTrue();
        assertThat(Policies.create(Role.ALLY, new PolicySpec("silent", new SilentParameters()))
                        .acts())
                .isFalse();
    }

    /** Rules tell of the weeks that are simulated: over silence, rules that never hold are silence to the bit. */
    @Test
    void rulesThatNeverHoldOverSilenceAreSilence() {
        String never =
                "{type: rules, rules: [{when: weeks_since_start > 9999, do: disclose}], otherwise: {type: silent}}";
        assertThat(run("actors.allies.policy=" + never)).isEqualTo(run("actors.allies.policy={type: silent}"));
        String overRates = never.replace("{type: silent}", "{type: rates}");
        assertThat(run("actors.allies.policy=" + overRates)).isEqualTo(run());
    }
}
