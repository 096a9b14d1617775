package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.draw.Draws;
import org.tumen.draw.Streams;

/**
 * Experiments of every kind but whole batches, which {@link RecoveryIT} has: real processes that are killed, interrupted and
 * starved of disk. One kind by default, all with {@code -Dtumen.kills.kinds=all} or fifty kills.
 */
class RecoveryOfExperimentsIT {
    private static final int KILLS = Integer.getInteger("tumen.kills", 6);
    private static final int KILLS_OF_A_KIND = Math.max(2, KILLS / 25);
    private static final long SEED = 20_261_126;

    @TempDir
    private Path root;

    /** A command that is small, yet finishes several pieces of work before its end. */
    private enum Kind {
        COMPARE("", "compare", "scenarios/baseline.yaml", "scenarios/silence.yaml", "--runs", "4000"),
        SWEEP("""
                scenario: %1$s/baseline.yaml
                levers:
                  actors.japan.policy.assertiveness: {from: 0.3, to: 1.5, levels: 4}
                  actors.russia.secrecy: [0.2, 0.5, 0.8]
                outcomes: [mean_stability]
                runs: 1500
                """, "explore", "sweep"),
        SEARCH("""
                worlds:
                  divided: {scenario: %1$s/baseline.yaml}
                  united: {scenario: %1$s/united-council.yaml}
                levers:
                  actors.japan.policy.assertiveness: {from: 0.2, to: 1.8}
                  actors.russia.secrecy: [0.2, 0.8]
                runs: 100
                search:
                  objectives: [mean_stability, {outcome: delivered, over_worlds: regret}]
                  over_worlds: worst
                  constraints: [mean(crisis_weeks) <= 60]
                  population: 8
                  evaluations: 48
                  searches: 2
                  fresh_runs: 200
                  front: 5
                """, "search"),
        GAME("""
                scenario: %1$s/baseline.yaml
                players:
                  japan:
                    objective: {mean_stability: 1, delivered: -4}
                    strategies:
                      reserved: {actors.japan.policy.assertiveness: 0.4}
                      firm: {actors.japan.policy.assertiveness: 1.5}
                  russia:
                    objective: {delivered: 1, final_arsenal: -0.02}
                    strategies:
                      open: {actors.russia.secrecy: 0.1}
                      discreet: {actors.russia.secrecy: 0.8}
                runs: 1000
                game: {most_runs: 4000}
                """, "game"),
        CALIBRATE("""
                scenario: %1$s/baseline.yaml
                weeks: 30
                parameters:
                  actors.north_korea.policy.launch.drive: {distribution: normal, mean: -2.8, deviation: 0.3}
                  actors.japan.policy.assertiveness: {distribution: uniform, from: 0.3, to: 1.5}
                targets:
                  tests: {event: major_launch, measure: count, observed: 9, tolerance: 2, source: made for the test}
                  warning:
                    {event: warning, measure: first_week, until: 20, observed: 3, source: made for the test}
                calibrate: {method: abc_smc, particles: 100, generations: 5, runs_per_point: 2, min_acceptance: 0.001}
                """, "calibrate"),
        SHARD("", "batch", "scenarios/baseline.yaml", "--runs", "60000", "--shard", "1/2"),
        UNCERTAIN("", "batch", "scenarios/baseline.yaml", "--runs", "30000"),
        DECIDE(
                "",
                "compare",
                "scenarios/baseline.yaml",
                "scenarios/coalition.yaml",
                "--until-decided",
                "--max-runs",
                "8000"),
        SENSITIVITY("""
                scenario: %1$s/baseline.yaml
                uncertainties:
                  actors.russia.secrecy: {from: 0, to: 0.95}
                  actors.japan.policy.assertiveness: {from: 0.3, to: 1.8}
                  actors.security_council.voting.rivalry: {from: 3, to: 10}
                outcomes: [mean_stability]
                runs: 500
                sensitivity: {method: morris, trajectories: 6, levels: 4}
                """, "explore", "sensitivity"),
        DISCOVER("""
                scenario: %1$s/baseline.yaml
                uncertainties:
                  actors.russia.secrecy: {from: 0, to: 0.95}
                  actors.japan.policy.assertiveness: {from: 0.3, to: 1.8}
                outcomes: [mean_stability, any_crisis]
                runs: 200
                discover: {condition: any_crisis >= 0.25, cases: crises, points: 60}
                """, "explore", "discover"),
        HINDCAST("", "hindcast", "--runs", "6000", "--parts", "launches,shipments,sequence");

        private final String study;
        private final List<String> words;

        Kind(String study, String... words) {
            this.study = study;
            this.words = List.of(words);
        }

        /** The command; its study is written beside the result. */
        String[] command(Path folder) throws IOException {
            List<String> command = new ArrayList<>(words);
            if (!study.isEmpty()) {
                Path scenarios = Path.of("scenarios").toAbsolutePath();
                Path file = folder.resolveSibling("small.yaml");
                Files.writeString(file, "name: small\n" + study.formatted(scenarios));
                command.add(file.toString());
                // The scenarios lie in the project, the study in a temporary folder.
                command.add("--allow-outside");
            }
            command.addAll(List.of("--out", folder.toString()));
            return command.toArray(String[]::new);
        }
    }

    static Stream<Kind> kinds() {
        boolean all = KILLS >= 50 || System.getProperty("tumen.kills.kinds", "").equals("all");
        return all ? Stream.of(Kind.values()) : Stream.of(Kind.CALIBRATE);
    }

    private RunningProgram start(Kind kind, Path folder) throws IOException {
        return RunningProgram.start(root.resolve("output"), kind.command(folder));
    }

    /** A result that nothing disturbed, and how long it took in milliseconds: until its first piece of work, and after. */
    private record Reference(Path folder, String digest, long before, long after) {}

    private Reference reference(Kind kind) throws Exception {
        Path folder = root.resolve("whole");
        long start = System.nanoTime();
        RunningProgram process = start(kind, folder);
        process.await(() -> StoredWork.any(folder));
        long first = System.nanoTime();
        assertThat(process.end(300)).as(process.printed()).isZero();
        long end = System.nanoTime();
        assertThat(StoredWork.committed(folder))
                .as("pieces of work that a kill can fall between")
                .hasSizeGreaterThan(3);
        return new Reference(
                folder,
                digest(process.printed()),
                TimeUnit.NANOSECONDS.toMillis(first - start),
                TimeUnit.NANOSECONDS.toMillis(end - first));
    }

    /** The digest that a command printed; empty for commands that print none. */
    private static String digest(String printed) {
        return printed.toLowerCase(Locale.ROOT).contains("digest") ? ResultFolderFacts.digest(printed) : "";
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsKilledLosesAndRepeatsNothing(Kind kind) throws Exception {
        Reference whole = reference(kind);
        Draws draws = new Draws();
        org.tumen.draw.Stream moment = new Streams().register("test", "kill");
        int round = 0;
        boolean open = false;
        int met = 0;
        for (int kill = 0; met < KILLS_OF_A_KIND; kill++) {
            assertThat(kill)
                    .as("kills, of which %d met a running %s", met, kind)
                    .isLessThan(4 * KILLS_OF_A_KIND);
            draws.startRun(SEED + kind.ordinal(), kill);
            Path folder = root.resolve("killed-" + round);
            TreeMap<String, String> before = StoredWork.committed(folder);
            RunningProgram process = start(kind, folder);
            // Every other kill waits for a piece of work, so that there is something to lose; the rest fall anywhere.
            boolean late = kill % 2 == 0;
            if (late) {
                process.await(() -> StoredWork.any(folder));
            }
            process.let((long) (draws.uniform(moment, 0) * (late ? whole.after() : whole.before() + whole.after())));
            boolean struck = process.kill() == RunningProgram.KILLED;
            met += struck ? 1 : 0;
            TreeMap<String, String> after = StoredWork.committed(folder);
            assertThat(after).as("kill %d took or repeated work", kill).containsAllEntriesOf(before);
            assertThat(late && after.isEmpty())
                    .as("kill %d came before any work", kill)
                    .isFalse();
            open = true;
            // What has ended has nothing left to lose, and three kills are enough for one folder.
            if (!struck || kill % 4 == 3) {
                finish(kind, folder, whole);
                round++;
                open = false;
            }
        }
        if (open) {
            finish(kind, root.resolve("killed-" + round), whole);
        }
    }

    private static void finish(Kind kind, Path folder, Reference whole) throws Exception {
        TreeMap<String, String> before = StoredWork.committed(folder);
        Program.Ending end = Program.run(folder.resolveSibling("unused"), kind.command(folder));
        assertThat(end.status()).as(end.err()).isZero();
        assertThat(StoredWork.committed(folder)).containsAllEntriesOf(before);
        assertThat(StoredWork.done(folder)).isEqualTo(StoredWork.done(whole.folder()));
        assertThat(StoredWork.result(folder)).isEqualTo(StoredWork.result(whole.folder()));
        assertThat(digest(end.out())).isEqualTo(whole.digest());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsInterruptedKeepsItsWorkAndASecondProcessIsTurnedAway(Kind kind) throws Exception {
        Path folder = root.resolve("interrupted");
        try (RunningProgram process = start(kind, folder)) {
            process.await(() -> StoredWork.any(folder));
            isTurnedAwayThenInterrupted(kind, folder, process);
        }
    }

    /** All runs are stored when statistics and pictures are made, and no store is open then. */
    @Tag("slow")
    @Test
    void theSameHoldsAmongThePictures() throws Exception {
        Path folder = root.resolve("interrupted");
        Path manifest = folder.resolve("manifest.json");
        try (RunningProgram process = start(Kind.SEARCH, folder)) {
            process.await(
                    () -> Files.exists(manifest) && Files.readString(manifest).contains("\"finished\""));
            isTurnedAwayThenInterrupted(Kind.SEARCH, folder, process);
        }
    }

    private void isTurnedAwayThenInterrupted(Kind kind, Path folder, RunningProgram process) throws Exception {
        process.halt();
        TreeMap<String, String> before = StoredWork.committed(folder);
        Program.Ending second = Program.run(root, kind.command(folder));
        assertThat(second.status()).as(second.out() + second.err()).isEqualTo(1);
        assertThat(second.err()).contains("is in use", "process " + process.pid());
        process.goOn();
        assertThat(process.interrupt()).as(process.printed()).isEqualTo(130);
        assertThat(process.printed()).contains("Interrupted.", "the same command goes on");
        assertThat(before).isNotEmpty();
        assertThat(StoredWork.committed(folder)).containsAllEntriesOf(before);
    }
}
