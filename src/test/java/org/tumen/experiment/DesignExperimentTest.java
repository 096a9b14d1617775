package org.tumen.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.document.InvalidInputException;
import org.tumen.document.Json;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.ResultStore;

class DesignExperimentTest {
    private static final String SECRECY = "actors.russia.secrecy";

    private final Scenario base =
            ScenarioReader.read(Path.of("scenarios/reference.yaml")).scenario();

    @Test
    void aPointEqualToTheBaseMakesTheSameRuns() {
        Experiment design = DesignExperiment.of(
                "design", List.of(base), List.of(Map.of(), Map.of(SECRECY, "0.9"), Map.of(SECRECY, "0.5")), 7);
        assertThat(design.arms()).extracting(Experiment.ArmSpec::name).containsExactly("p00001", "p00002", "p00003");
        double[] own = new DiplomacySim(base).run(new RunKey(7, 3));
        assertThat(new DiplomacySim(design.arms().get(0).scenario()).run(new RunKey(7, 3)))
                .containsExactly(own);
        // The baseline's own secrecy is 0.5.
        assertThat(design.arms().get(2).scenario()).isEqualTo(base);
        assertThat(new DiplomacySim(design.arms().get(1).scenario()).run(new RunKey(7, 3)))
                .isNotEqualTo(own);
    }

    @Test
    void theDesignDecidesTheIdentity() {
        String one = DesignExperiment.of("d", List.of(base), List.of(Map.of(SECRECY, "0.4")), 7)
                .identity()
                .hash();
        String same = DesignExperiment.of("d", List.of(base), List.of(Map.of(SECRECY, "0.40")), 7)
                .identity()
                .hash();
        String other = DesignExperiment.of("d", List.of(base), List.of(Map.of(SECRECY, "0.41")), 7)
                .identity()
                .hash();
        assertThat(one).isEqualTo(same).isNotEqualTo(other);
    }

    @Test
    void everyBadPointIsNamedWithWhatIsAllowed() {
        assertThatThrownBy(() -> DesignExperiment.of(
                        "d",
                        List.of(base),
                        List.of(Map.of(SECRECY, "0.4"), Map.of(SECRECY, "4"), Map.of("actors.russia.secrecyy", "0.4")),
                        7))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.problems()).hasSize(2);
                    assertThat(e.problems().get(0).toString()).contains("p00002", SECRECY, "0 to 1");
                    assertThat(e.problems().get(1).toString()).contains("p00003", "secrecy");
                });
    }

    @Test
    void pointsRunOverTheSameWeeks() {
        assertThatThrownBy(() -> DesignExperiment.of("d", List.of(base), List.of(Map.of("weeks", "52")), 7))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("p00001")
                .hasMessageContaining("156");
    }

    /** Two numbers that the baseline draws otherwise, and a whole one. */
    private static Map<String, String> point(String assertiveness, String volume, String interval) {
        Map<String, String> point = new LinkedHashMap<>();
        point.put("actors.japan.policy.assertiveness", assertiveness);
        point.put("deal.delivery.lot", volume);
        point.put("actors.security_council.deliberation.interval", interval);
        return point;
    }

    private static final List<Map<String, String>> POINTS =
            List.of(point("0.85", "0.035", "4"), point("1.20", "5e-2", "9"), point("0.3", "0.001", "1"));

    private final Scenario drawn =
            ScenarioReader.read(Path.of("scenarios/baseline.yaml")).scenario();

    @Test
    void pointsAreWhatReadingEachByItselfGives() {
        Experiment design = DesignExperiment.of("d", List.of(drawn), POINTS, 7);
        for (int i = 0; i < POINTS.size(); i++) {
            Reading whole = ScenarioReader.override(drawn, POINTS.get(i));
            Experiment.ArmSpec arm = design.arms().get(i);
            assertThat(arm.scenario()).isEqualTo(whole.scenario());
            assertThat(arm.resolved()).isEqualTo(Json.text(whole.document()));
            assertThat(arm.like() != null).isEqualTo(i > 0);
        }
        // Whether it is known that arms are alike makes no other experiment.
        Experiment apart = new Experiment(
                "d",
                design.arms().stream()
                        .map(a -> new Experiment.ArmSpec(a.name(), a.scenario()))
                        .toList(),
                7);
        assertThat(design.identity().hash()).isEqualTo(apart.identity().hash());
        assertThat(design.identity().fingerprint()).isEqualTo(apart.identity().fingerprint());
    }

    @Test
    void armsThatAreAlikeShareASimulationAndMakeTheirOwnRuns() throws Exception {
        Experiment design = DesignExperiment.of("d", List.of(drawn), POINTS, 7);
        List<Job.Slice> slices = new ArrayList<>(Job.everyArm(design, 5));
        // The first arm again, after those that are like it.
        slices.add(new Job.Slice(DesignExperiment.arm(0), 5, 9));
        MemoryRuns runs = new MemoryRuns(design, 9);
        Job job = new Job(design, runs, slices, ExecutionSettings.local(1, 0), new Cancellation());
        new LocalEngine().run(job, RunListener.NONE);
        for (int i = 0; i < POINTS.size(); i++) {
            Experiment.ArmSpec arm = design.arms().get(i);
            DiplomacySim own = new DiplomacySim(arm.scenario());
            double[] tension = runs.column(arm.name(), Outcome.MEAN_TENSION);
            assertThat(tension).hasSize(i == 0 ? 9 : 5);
            for (int r = 0; r < tension.length; r++) {
                assertThat(tension[r]).isEqualTo(own.run(new RunKey(7, r))[Outcome.MEAN_TENSION.ordinal()]);
            }
        }
    }

    @Test
    void armsThatAreAlikeShareAPackSmallerTowardsTheEnd(@TempDir Path folder) {
        List<Map<String, String>> points = IntStream.range(0, 40)
                .mapToObj(i -> point("0." + (30 + i), "0.035", "4"))
                .toList();
        Experiment design = DesignExperiment.of("d", List.of(drawn), points, 7);
        List<Job.Slice> wanted = Job.everyArm(design, 1000);
        List<List<Job.Slice>> packs;
        try (ResultStore store = ResultStore.open(folder, design.identity(), 1000)) {
            packs = new Job(design, store, wanted, ExecutionSettings.local(2, 0), new Cancellation()).missingPacks();
        }
        assertThat(packs.stream().flatMap(List::stream)).containsExactlyElementsOf(wanted);
        assertThat(packs.get(0)).hasSize(10);
        assertThat(packs.get(packs.size() - 1)).hasSize(1);
        assertThat(packs)
                .isSortedAccordingTo(Comparator.comparing((List<Job.Slice> pack) -> pack.size())
                        .reversed());
    }

    /** Weekly counts of arms with few runs each took memory that grew with the arms. */
    @Test
    void armsShareAPackWhileTheirWeeksHaveRoom() {
        List<Map<String, String>> points = IntStream.range(0, 800)
                .mapToObj(i -> point("0." + (100 + i), "0.035", "4"))
                .toList();
        Experiment design = DesignExperiment.of("d", List.of(drawn), points, 7);
        Experiment counted = new Experiment("d", design.arms(), 7);
        List<Job.Slice> wanted = Job.everyArm(design, 2);
        for (Experiment experiment : List.of(design, counted)) {
            Job job = new Job(
                    experiment,
                    new MemoryRuns(experiment, 2),
                    wanted,
                    ExecutionSettings.local(1, 0),
                    new Cancellation());
            assertThat(job.missingPacks().get(0)).hasSize(experiment.weekly() ? 30_000 / 156 : 500);
        }
    }

    /** Events of the largest parts, and of long runs, took more memory than there was. */
    @Test
    void partsWithEventsAreSmaller(@TempDir Path folder) {
        Experiment one = DesignExperiment.of("d", List.of(drawn), POINTS.subList(0, 1), 7);
        List<Job.Slice> wanted = Job.everyArm(one, 1_000_000);
        try (ResultStore store = ResultStore.open(folder, one.identity(), 1_000_000)) {
            ExecutionSettings plain = ExecutionSettings.local(2, 0);
            ExecutionSettings events = new ExecutionSettings(
                    null, null, 2, true, false, 0, ExecutionSettings.LOCAL, ExecutionSettings.LOCAL_MASTER, null);
            assertThat(new Job(one, store, wanted, plain, new Cancellation()).missingParts())
                    .anyMatch(part -> part.size() == 25_000);
            assertThat(new Job(one, store, wanted, events, new Cancellation()).missingParts())
                    .allMatch(part -> part.size() <= 800_000 / 156)
                    .anyMatch(part -> part.size() == 800_000 / 156);
        }
    }

    @Test
    void whatIsDrawnIsTriedAgainstThePoints() {
        // Leaving a crisis is drawn up to 60; it must lie below entering it.
        Scenario scenario = ScenarioReader.read(
                        Path.of("scenarios/reference.yaml"),
                        new ScenarioReader.Options(
                                List.of(
                                        "uncertainties={parameters: {region.crisis.leave: {distribution: uniform, from: 50, to: 60}}}"),
                                false))
                .scenario();
        String enter = "region.crisis.enter";
        assertThat(DesignExperiment.of("d", List.of(scenario), List.of(Map.of(enter, "70"), Map.of(enter, "65")), 7)
                        .arms())
                .hasSize(2);
        assertThatThrownBy(() -> DesignExperiment.of(
                        "d", List.of(scenario), List.of(Map.of(enter, "70"), Map.of(enter, "55")), 7))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("p00002")
                .hasMessageContaining("contradict");
    }
}
