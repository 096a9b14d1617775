package org.tumen.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.document.Problem;
import org.tumen.scenario.ScenarioReader;

/** What is wrong in one place of a file hides nothing of what is wrong in another. */
class EveryProblemAtOnceTest {
    /** Each wrong by itself, in sections of their own. */
    private static final List<String> FAULTS = List.of(
            "weeks: 0",
            "deal: {terms: {grid_points: many}}",
            "stability: {floor: 3}",
            "actors: {russia: {secrecy: 7}}",
            "actors: {north_korea: {policy: {type: quantle}}}",
            "actors: {japan: {role: warnr}}",
            "actors: {allies: {iso3: ally}}",
            "actors: {council2: {role: council}}",
            "uncertainties: {parameters: {deal.nothing: {from: 0, to: 1}}}",
            "uncertainties: {parameters: {dialogue.invitation: {from: 3, to: 4}}}",
            "uncertainties: {parameters: {deal.openness: {from: 0}}}",
            "uncertainties: {correlation: [{between: [deal.one, deal.two], rank: 0.5}]}",
            "uncertainties: {empirical: {parameters: [deal.three], points: [[1]]}}",
            "uncertainties: {parameters: {actors.russia.secrcy: {from: 0, to: 1}}}",
            "uncertainties: {priors: [deal.four]}",
            "uncertainties: {replicates: 0}");

    @TempDir
    private Path folder;

    private Path scenario(String... faults) throws IOException {
        Files.writeString(
                folder.resolve("base.yaml"),
                "extends: " + Path.of("scenarios/reference.yaml").toAbsolutePath() + "\n");
        String extended = "base.yaml";
        // Each fault is a file of its own, so that several may stand in one section.
        for (int i = 0; i < faults.length; i++) {
            String name = "world" + i + ".yaml";
            Files.writeString(folder.resolve(name), "extends: " + extended + "\n" + faults[i] + "\n");
            extended = name;
        }
        return folder.resolve(extended);
    }

    private static ScenarioReader.Options options() {
        return new ScenarioReader.Options(List.of(), true);
    }

    private static Set<String> said(List<Problem> problems) {
        Set<String> said = new TreeSet<>();
        problems.forEach(p -> said.add(p.path() + ": " + p.message()));
        return said;
    }

    private Set<String> wrong(String... faults) throws IOException {
        return said(ScenarioReader.read(scenario(faults), options()).problems());
    }

    @Test
    void ofAllFaultsOfAScenarioEachIsTold() throws IOException {
        int half = FAULTS.size() / 2;
        for (List<String> some : List.of(FAULTS.subList(0, half), FAULTS.subList(half, FAULTS.size()))) {
            Set<String> all = paths(wrong(some.toArray(String[]::new)));
            for (String fault : some) {
                assertThat(paths(wrong(fault))).as(fault).isNotEmpty().isSubsetOf(all);
            }
        }
    }

    private static Set<String> paths(Set<String> said) {
        return said.stream().map(text -> text.substring(0, text.indexOf(": "))).collect(Collectors.toSet());
    }

    @Test
    void noFaultHidesThatOfAnUncertainParameter() throws IOException {
        for (String fault : FAULTS) {
            assertThat(wrong(fault, "uncertainties: {parameters: {deal.nowhere: {from: 0, to: 1}}}"))
                    .as(fault)
                    .anyMatch(p -> p.startsWith("uncertainties.parameters.deal.nowhere: unknown path"))
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void nothingIsToldOfWhatIsWrongOnlyByAnotherFault() throws IOException {
        String drawn = "uncertainties: {parameters: {actors.japan.policy.assertiveness: {from: 0.2, to: 0.8},"
                + " actors.russia.secrecy: {from: 0.2, to: 0.8}}}";
        assertThat(wrong(drawn)).isEmpty();
        List<String> faults = List.of(
                "actors: {japan: {policy: {type: quantle}}}",
                "actors: {japan: {role: warnr}}",
                "actors: {russia: {role: buyr}}",
                "actors: {russia: {secrecy: 7}}",
                "weeks: 0");
        for (String fault : faults) {
            assertThat(wrong(drawn, fault)).as(fault).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep", "sensitivity", "discover", "search"})
    void aFaultOfTheScenarioHidesNoFaultOfTheStudy(String kind) throws IOException {
        Path scenario = scenario("weeks: 0");
        Path study = folder.resolve("study.yaml");
        String stated = "levers:\n  deal.nothing: {from: 0, to: 1}\n  actors.russia.secrecy: {from: 0, to: 7}\n" + kind
                + ": {}\n";
        Files.writeString(study, "scenario: " + scenario.getFileName() + "\n" + stated);
        Set<String> said = said(StudyReader.check(study, options()).problems());
        assertThat(said)
                .anyMatch(p -> p.startsWith("weeks:"))
                .anyMatch(p -> p.startsWith("levers.deal.nothing:"))
                .anyMatch(p -> p.startsWith("levers.actors.russia.secrecy:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep", "sensitivity", "discover", "search"})
    void whereAPriorIsNamedByItsWordAloneIsSaid(String kind) throws IOException {
        Path study = folder.resolve("study.yaml");
        Path scenario = scenario("uncertainties: {parameters: {deal.delivery.interdiction: prior}}");
        Files.writeString(
                study,
                "scenario: " + scenario.getFileName() + "\nlevers: {actors.russia.secrecy: prior}\n" + kind + ": {}\n");
        assertThat(said(StudyReader.check(study, options()).problems()))
                .filteredOn(p -> p.contains("the parameters of a calibration alone"))
                .extracting(p -> p.substring(0, p.indexOf(": ")))
                .containsExactly("levers.actors.russia.secrecy", "uncertainties.parameters.deal.delivery.interdiction");
    }
}
