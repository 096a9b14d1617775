package org.tumen.study.hindcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.RunListener;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioTemplate;
import org.tumen.simulation.RunTrace;
import org.tumen.store.ResultReader;
import org.tumen.store.RunPlan;
import org.tumen.study.ExperimentRun;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.world.Event;
import org.tumen.world.EventKind;

/** A table of runs and weeks of 100,000 runs had no room; whatever has room at a time, the same is told. */
class SimulatedEventsTest {
    private static final int RUNS = 30;
    private static final int WEEKS = 60;
    private static final Scenario SCENARIO = ScenarioTemplate.standard("events").lasting(WEEKS);

    @TempDir
    private static Path root;

    @BeforeAll
    static void simulate() throws InterruptedException {
        make(root.resolve("with"), true);
        make(root.resolve("without"), false);
    }

    private static void make(Path folder, boolean events) throws InterruptedException {
        Experiment experiment = new Experiment("events", List.of(new Experiment.ArmSpec("events", SCENARIO)), 3);
        ExecutionSettings settings = new ExecutionSettings(
                (long) RUNS, null, 1, events, false, 0, ExecutionSettings.LOCAL, ExecutionSettings.LOCAL_MASTER, null);
        StudySession session = StudySession.quiet(settings, new Cancellation(), RunListener.NONE);
        new ExperimentRun(experiment, folder, session).make(List.of(new Job.Slice("events", 0, RUNS)), RunPlan.UNKNOWN);
    }

    /** What is told when so many values have room. */
    private static List<String> told(int values) {
        try (ResultReader reader = ResultReader.open(root.resolve("with"))) {
            SimulatedEvents events = new SimulatedEvents(reader, "events", WEEKS, RUNS - 1, values);
            List<String> told = new ArrayList<>();
            SimulatedEvents.Week taker = (week, byRun) -> told.add(week + " " + Arrays.toString(byRun));
            events.counts(taker, "minor_launch", "major_launch");
            events.cumulative("shipment", taker);
            events.dyad("PRK", "RUS", "sum(goldstein)", taker);
            told.add(Arrays.toString(events.weeksWith("warning", "JPN", 40)));
            return told;
        }
    }

    @Tag("slow")
    @Test
    void weeksAreToldInOrderWhateverHasRoom() {
        List<String> all = told(Integer.MAX_VALUE);
        assertThat(all).hasSize(3 * WEEKS + 1).doesNotHaveDuplicates();
        assertThat(told(0)).isEqualTo(all);
        assertThat(told(7 * (RUNS - 1))).isEqualTo(all);
    }

    @Test
    void noMoreIsHeldThanHasRoom() {
        try (ResultReader reader = ResultReader.open(root.resolve("with"))) {
            SimulatedEvents events = new SimulatedEvents(reader, "events", WEEKS, RUNS, 7 * RUNS);
            assertThat(events.together()).isEqualTo(7);
            assertThat(new SimulatedEvents(reader, "events", WEEKS, RUNS).together())
                    .isGreaterThan(WEEKS);
        }
    }

    @Test
    void totalsOfClassesAndSumsOverWeeksAgree() {
        try (ResultReader reader = ResultReader.open(root.resolve("with"))) {
            SimulatedEvents events = new SimulatedEvents(reader, "events", WEEKS, RUNS);
            double[] byWeek = new double[RUNS];
            events.dyad(
                    "PRK", "RUS", "count(*)", (week, byRun) -> Arrays.setAll(byWeek, row -> byWeek[row] + byRun[row]));
            assertThat(events.dyad("PRK", "RUS", "")).isEqualTo(byWeek);
            assertThat(Arrays.stream(byWeek).sum()).isPositive();
        }
    }

    /** Each run played again, its events counted one by one. */
    @Test
    void firstWeeksSumsAndWeeksWithAnEventAreThoseOfTheRuns() {
        try (ResultReader reader = ResultReader.open(root.resolve("with"))) {
            SimulatedEvents simulated = new SimulatedEvents(reader, "events", WEEKS, RUNS);
            double[][] shipped = new double[WEEKS][];
            simulated.cumulative("shipment", (week, byRun) -> shipped[week] = byRun.clone());
            double[] deals = simulated.first("announcement", null, null);
            double[] packages = simulated.first("package", "JPN", deals);
            double[] warned = simulated.weeksWith("warning", "JPN", 40);
            for (int run = 0; run < RUNS; run++) {
                List<Event> events = RunTrace.of(SCENARIO, new RunKey(3, run)).events();
                double deal = first(events, e -> e.kind() == EventKind.ANNOUNCEMENT);
                assertThat(deals[run]).isEqualTo(Double.valueOf(deal));
                assertThat(packages[run])
                        .isEqualTo(Double.valueOf(first(
                                events,
                                e -> e.kind() == EventKind.PACKAGE && e.source().equals("japan") && e.week() >= deal)));
                assertThat(warned[run])
                        .isEqualTo(events.stream()
                                .filter(e -> e.kind() == EventKind.WARNING
                                        && e.source().equals("japan"))
                                .map(Event::week)
                                .filter(week -> week < 40)
                                .distinct()
                                .count());
                for (int week : new int[] {0, 30, WEEKS - 1}) {
                    int last = week;
                    assertThat(shipped[week][run])
                            .isCloseTo(
                                    events.stream()
                                            .filter(e -> e.kind() == EventKind.SHIPMENT && e.week() <= last)
                                            .mapToDouble(Event::magnitude)
                                            .sum(),
                                    within(1e-9));
                }
            }
            assertThat(Arrays.stream(deals).filter(d -> !Double.isNaN(d)).count())
                    .isPositive();
            assertThat(Arrays.stream(packages).filter(d -> !Double.isNaN(d)).count())
                    .isPositive();
        }
    }

    private static double first(List<Event> events, Predicate<Event> wanted) {
        return events.stream().filter(wanted).mapToInt(Event::week).min().stream()
                .asDoubleStream()
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void runsWithoutEventsAreRefused() {
        try (ResultReader reader = ResultReader.open(root.resolve("without"))) {
            assertThatThrownBy(() -> new SimulatedEvents(reader, "events", WEEKS, RUNS))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("holds runs without events");
        }
    }
}
