package org.tumen.scenario;

import org.tumen.study.compare.CompareKind;
import org.tumen.experiment.Experiment;
import org.tumen.declare.UncertainParameter;
import org.tumen.declare.Resolved;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.ParameterCatalogue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.declare.ParameterEntry;
import org.tumen.declare.UncertainParameter;
import org.tumen.document.Problem;

/** Priors stand with the parameters that they belong to; a value that is written anywhere fixes its parameter. */
class PriorsTest {
    private static final String SPIRAL = "region.impacts.spiral";
    private static final String FEAR = "actors.north_korea.policy.fear";
    private static final double FAR = 1e-6;

    @TempDir
    private Path folder;

    private Reading read(String text, String... overrides) throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(
                file, "extends: " + Path.of("scenarios/reference.yaml").toAbsolutePath() + "\n" + text);
        return ScenarioReader.read(file, new ScenarioReader.Options(List.of(overrides), true));
    }

    private List<String> drawn(String text, String... overrides) throws IOException {
        Uncertainties uncertain = read(text, overrides).scenario().uncertainties();
        return uncertain == null ? List.of() : uncertain.paths();
    }

    private static List<ParameterEntry> declared() {
        return ParameterCatalogue.declared(Scenario.class).stream()
                .filter(e -> !e.prior().isEmpty())
                .toList();
    }

    @Test
    void everyPriorIsHeldInsideItsRangeAndHasABasis() {
        // Fifty rows of the model page, some of several parameters, and defiance of both sides.
        assertThat(declared()).hasSizeGreaterThan(40).allSatisfy(entry -> {
            UncertainParameter prior = UncertainParameter.parse(entry.prior());
            double low = prior.declared().quantile(FAR);
            double high = prior.declared().quantile(1 - FAR);
            assertThat(low).as(entry.path()).isGreaterThanOrEqualTo(entry.min());
            assertThat(high).as(entry.path()).isLessThanOrEqualTo(entry.max());
            assertThat(entry.priorBasis()).as(entry.path()).isNotBlank();
            double value = Double.parseDouble(entry.value());
            assertThat(value).as("default of %s", entry.path()).isBetween(low, high);
        });
    }

    @Test
    void readsTheVocabularyOfPriors() {
        assertThat(UncertainParameter.parse("uniform(0.2, 1.4)").declared().quantile(0.25))
                .isCloseTo(0.5, within(1e-12));
        UncertainParameter spiral = UncertainParameter.parse("normal(0.4, 0.5) within -0.8..1.6");
        assertThat(spiral.declared().lower()).isEqualTo(-0.8);
        assertThat(spiral.declared().upper()).isEqualTo(1.6);
        assertThat(spiral.declared().quantile(0.5)).isCloseTo(0.4, within(1e-9));
        // The median is stated, not the mean of the logarithm.
        assertThat(UncertainParameter.parse("lognormal(1.2, 0.5)").declared().quantile(0.5))
                .isCloseTo(1.2, within(1e-9));
        for (String wrong :
                List.of("", "uniform(1, 0)", "uniform(0 1)", "normal(0, -1)", "uniform(0, 1) within 0..1")) {
            assertThatThrownBy(() -> UncertainParameter.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void allAListAndAllButAList() throws IOException {
        List<String> all = drawn("uncertainties: {priors: all}");
        assertThat(all).contains(SPIRAL, FEAR, "actors.russia.policy.fear", "actors.allies.policy.follow");
        assertThat(drawn("uncertainties: {priors: [" + SPIRAL + ", actors.north_korea.policy.launch]}"))
                .contains(SPIRAL, "actors.north_korea.policy.launch.heat")
                .doesNotContain(FEAR)
                .hasSize(7);
        assertThat(drawn("uncertainties: {priors: {except: [" + SPIRAL + "]}}"))
                .hasSize(all.size() - 1)
                .doesNotContain(SPIRAL);
    }

    @Test
    void theDistributionIsTheDeclaredOne() throws IOException {
        Scenario scenario = read("uncertainties: {priors: all}").scenario();
        Map<String, UncertainParameter> parameters =
                Objects.requireNonNull(scenario.uncertainties()).parameters();
        ParameterDistribution spiral = new ParameterDistribution(
                Objects.requireNonNull(parameters.get(SPIRAL)), ParameterPath.of(scenario, SPIRAL));
        assertThat(spiral.value(0)).isCloseTo(-0.8, within(1e-9));
        assertThat(spiral.value(0.5)).isCloseTo(0.4, within(1e-9));
        assertThat(spiral.value(1)).isCloseTo(1.6, within(1e-9));
        // The density integrates to one over the cut.
        double mass = 0;
        for (int i = 0; i < 2400; i++) {
            mass += spiral.density(-0.8 + (i + 0.5) / 1000) / 1000;
        }
        assertThat(mass).isCloseTo(1, within(1e-6));
        assertThat(spiral.density(1.7)).isZero();
    }

    @Test
    void aValueThatIsWrittenAnywhereIsFixed() throws IOException {
        // In the file itself, though it is the default's; by --set; and not by the defaults of the chain.
        assertThat(drawn("uncertainties: {priors: all}\nregion: {impacts: {spiral: 0.4}}"))
                .doesNotContain(SPIRAL)
                .contains(FEAR);
        assertThat(drawn("uncertainties: {priors: all}", SPIRAL + "=0.4")).doesNotContain(SPIRAL);
        assertThat(drawn("uncertainties: {priors: [" + SPIRAL + "]}", SPIRAL + "=0.4"))
                .isEmpty();
        Reading child = read("uncertainties: {priors: all}");
        assertThat(ScenarioReader.override(child.scenario(), Map.of(SPIRAL, "0.2"))
                        .scenario()
                        .uncertainties()
                        .paths())
                .doesNotContain(SPIRAL)
                .contains(FEAR);
    }

    @Test
    void aValueThatAnArmWritesIsFixedInThatArm() throws IOException {
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                "name: s\nscenario: " + Path.of("scenarios/baseline.yaml").toAbsolutePath()
                        + "\nbaseline: as_it_is\narms:\n  as_it_is: {}\n  loud: {set: {" + SPIRAL
                        + ": 1}}\noutcomes: [mean_stability]\n");
        Map<String, Scenario> arms = CompareKind.experiment(study, new ScenarioReader.Options(List.of(), true))
                .arms()
                .stream()
                .collect(Collectors.toMap(Experiment.ArmSpec::name, Experiment.ArmSpec::scenario));
        Uncertainties plain = Objects.requireNonNull(
                Objects.requireNonNull(arms.get("as_it_is")).uncertainties());
        Uncertainties loud =
                Objects.requireNonNull(Objects.requireNonNull(arms.get("loud")).uncertainties());
        assertThat(plain.paths()).contains(SPIRAL);
        assertThat(loud.paths()).doesNotContain(SPIRAL).hasSize(plain.paths().size() - 1);
        assertThat(loud.votes()).isEqualTo(VoteRows.POSTERIOR);
    }

    @Test
    void priorsFollowIntoOtherwise() throws IOException {
        String rules = "actors: {north_korea: {policy: {type: rules, rules: [{when: 'tension > 90', do: refrain}]}}}";
        assertThat(drawn("uncertainties: {priors: all}\n" + rules))
                .contains("actors.north_korea.policy.otherwise.fear")
                .doesNotContain(FEAR);
    }

    @Test
    void aRowOfThePosteriorIsOverriddenWhole() throws IOException {
        String votes = "uncertainties: {votes: posterior}";
        assertThat(new UncertaintyDraw(read(votes).scenario()).paths())
                .hasSize(15)
                .contains("actors.security_council.voting.scale", "actors.security_council.rivalry.start[5]");
        assertThat(read(votes, "actors.security_council.voting.scale=0.4")
                        .scenario()
                        .uncertainties())
                .isNull();
        assertThat(read(votes, "actors.security_council.rivalry.start=[1, 0, 0, 0, 0, 0]")
                        .scenario()
                        .uncertainties())
                .isNull();
        assertThat(read(votes, "actors.security_council.roster=calendar")
                        .scenario()
                        .uncertainties())
                .isNotNull();
    }

    @Test
    void aResolvedScenarioKeepsWhatIsDrawn() throws IOException {
        Scenario scenario = read("uncertainties: {priors: all, votes: posterior_2023, replicates: 3}")
                .scenario();
        Scenario again =
                ScenarioReader.read(Resolved.document(scenario), "resolved").scenario();
        assertThat(again).isEqualTo(scenario);
        assertThat(new UncertaintyDraw(again).values(4, 5)).isEqualTo(new UncertaintyDraw(scenario).values(4, 5));
        Scenario fixed = ScenarioReader.override(scenario, Map.of("actors.security_council.voting.ideal", "0.5"))
                .scenario();
        assertThat(Objects.requireNonNull(fixed.uncertainties()).votes()).isNull();
        assertThat(fixed.uncertainties().paths()).contains(SPIRAL);
    }

    @Test
    void mistakesAreTold() throws IOException {
        assertThat(problems("uncertainties: {priors: [region.impacts.spirl]}"))
                .contains("has no declared prior")
                .contains(SPIRAL);
        assertThat(problems("uncertainties: {priors: some}")).contains("must be all, a list of paths");
        assertThat(problems("uncertainties: {votes: prior}")).contains("posterior");
    }

    private String problems(String text) throws IOException {
        return String.join(
                "\n", read(text).problems().stream().map(Problem::toString).toList());
    }

    @Test
    void datesOutsideOfTheRunAreToldInWarnings() throws IOException {
        assertThat(read("weeks: 100").warnings()).isEmpty();
        List<String> warnings =
                read("weeks: 10\nactors: {japan: {policy: {type: script, acts: [{on: 2030-01-01, act: warn}, {on: 2023-10-01, act: hold}]}}}")
                        .warnings();
        assertThat(warnings)
                .anySatisfy(w -> assertThat(w).contains("japan.policy.acts[0]").contains("2030-01-01"))
                .anySatisfy(w -> assertThat(w).contains("mandate.votes[0]"))
                .noneSatisfy(w -> assertThat(w).contains("acts[1]"));
        assertThat(read("", "actors.security_council.roster=calendar").warnings())
                .singleElement()
                .asString()
                .contains("2025");
    }
}
