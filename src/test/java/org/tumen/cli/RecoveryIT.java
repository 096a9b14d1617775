package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.SmallDisk;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/** Real processes that are killed, interrupted, crowded out and starved of disk or memory. */
class RecoveryIT {
    private static final String BASELINE = "scenarios/baseline.yaml";
    private static final int KILLS = Integer.getInteger("tumen.kills", 2);
    private static final long SEED = 20_261_124;
    private static final int STARVED_RUNS = 4000;

    @TempDir
    private Path root;

    private static String[] batch(Path folder, int runs) {
        return new String[] {
            "batch", BASELINE, "--runs", Integer.toString(runs), "--threads", "2", "--out", folder.toString()
        };
    }

    private RunningProgram start(String... args) throws IOException {
        return RunningProgram.start(root.resolve("output"), args);
    }

    /** Waits until a process itself has opened its result folder, which may stand from others before, or has ended. */
    private static void awaitOpen(RunningProgram process, Path folder) throws IOException, InterruptedException {
        Path lock = folder.resolve("lock");
        String holder = "process " + process.pid() + " ";
        process.await(() -> Files.exists(lock) && Files.readString(lock).startsWith(holder));
    }

    /** Half of the kills strike while runs are made, as far as any are left, the other half at any time until the end. */
    @Test
    void aBatchKilledAtRandomMomentsLosesAndRepeatsNothing() throws Exception {
        int runs = 12_000;
        Path whole = root.resolve("whole");
        RunningProgram reference = start(batch(whole, runs));
        awaitOpen(reference, whole);
        Instant opened = Instant.now();
        assertThat(reference.end(300)).isZero();
        String expected = ResultFolderFacts.digest(reference.printed());
        int parts = ResultFolderFacts.parts(whole).size();
        long making =
                Duration.between(opened, ResultFolderFacts.lastPart(whole)).toMillis();
        long rest = Duration.between(opened, Instant.now()).toMillis() - making;

        Draws draws = new Draws();
        Stream moment = new Streams().register("test", "kill");
        int round = 0;
        int struck = 0;
        int betweenParts = 0;
        for (int kill = 0; struck < KILLS; kill++) {
            assertThat(kill)
                    .as("kills, of which %d met a running batch", struck)
                    .isLessThan(4 * KILLS);
            draws.startRun(SEED, kill);
            Path folder = root.resolve("killed-" + round);
            TreeMap<String, String> before = ResultFolderFacts.parts(folder);
            // Runs that are left are cut anew, so that a continued batch may have more parts in the end.
            long left = Math.max(0, making * (parts - before.size()) / parts);
            RunningProgram process = start(batch(folder, runs));
            awaitOpen(process, folder);
            process.let((long) (draws.uniform(moment, 0) * (kill % 2 == 0 && left > 0 ? left : left + rest)));
            boolean met = process.kill() == RunningProgram.KILLED;
            TreeMap<String, String> after = ResultFolderFacts.parts(folder);
            assertThat(after)
                    .as("parts are neither lost nor repeated, kill %d", kill)
                    .containsAllEntriesOf(before);
            struck += met ? 1 : 0;
            betweenParts += met && !after.isEmpty() && after.size() < parts ? 1 : 0;
            // A folder that has been finished has nothing left to lose; the next kill meets a new one.
            if (!met || struck % 4 == 0) {
                finish(folder, runs, expected);
                round++;
            }
        }
        finish(root.resolve("killed-" + round), runs, expected);
        assertThat(betweenParts).as("kills that fell between parts").isGreaterThanOrEqualTo(KILLS / 10);
    }

    private static void finish(Path folder, int runs, String expected) throws Exception {
        TreeMap<String, String> before = ResultFolderFacts.parts(folder);
        Program.Ending end = Program.run(folder.resolveSibling("unused"), batch(folder, runs));
        assertThat(end.status()).as(end.err()).isZero();
        assertThat(ResultFolderFacts.digest(end.out())).isEqualTo(expected);
        assertThat(ResultFolderFacts.parts(folder)).containsAllEntriesOf(before);
        Program.Ending verified = Program.run(folder, "verify", folder.toString(), "--sample", "20");
        assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void anInterruptedBatchKeepsWhatItFinishedAndASecondProcessIsTurnedAway() throws Exception {
        Path folder = root.resolve("interrupted");
        RunningProgram process = start(batch(folder, 2_000_000));
        awaitOpen(process, folder);
        Program.Ending second = Program.run(root, batch(folder, 2_000_000));
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err()).contains("is in use", "process " + process.pid());
        process.await(() -> !ResultFolderFacts.parts(folder).isEmpty());
        assertThat(process.runs()).isTrue();
        TreeMap<String, String> before = ResultFolderFacts.parts(folder);
        assertThat(process.interrupt()).isEqualTo(130);
        assertThat(process.printed()).contains("Interrupted.");
        TreeMap<String, String> after = ResultFolderFacts.parts(folder);
        assertThat(after).containsAllEntriesOf(before);
    }

    @Tag("slow")
    @Test
    void aFullDiskIsSaidAndTheBatchGoesOnWhenThereIsSpace() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "3m")) {
            Path folder = disk.folder().resolve("result");
            Program.Ending full = Program.run(root, batch(folder, 40_000));
            assertThat(full.status()).as(full.out() + full.err()).isEqualTo(1);
            assertThat(full.err())
                    .contains("the disk is full", "the same command goes on")
                    .doesNotContain("\tat ");
            TreeMap<String, String> before = ResultFolderFacts.parts(folder);
            assertThat(before).isNotEmpty();
            disk.enlarge("100m");
            Program.Ending again = Program.run(root, batch(folder, 40_000));
            assertThat(again.status()).as(again.err()).isZero();
            assertThat(ResultFolderFacts.parts(folder)).containsAllEntriesOf(before);
            Program.Ending fresh = Program.run(root, batch(root.resolve("fresh"), 40_000));
            assertThat(ResultFolderFacts.digest(again.out())).isEqualTo(ResultFolderFacts.digest(fresh.out()));
        }
    }

    /** Heaps from one that hardly holds the program to one that suffices for all but the pictures. */
    @Tag("slow")
    @Test
    void tooLittleMemoryIsSaidAndTheBatchGoesOnWithMore() throws Exception {
        Path folder = root.resolve("starved");
        TreeMap<String, String> before = new TreeMap<>();
        for (int megabytes : KILLS >= 50 ? new int[] {6, 8, 10, 12, 16, 24} : new int[] {8, 16}) {
            Program.Ending starved = Program.runInHeap(megabytes, root, batch(folder, STARVED_RUNS));
            assertThat(starved.status()).as(starved.out() + starved.err()).isEqualTo(Main.FAILED);
            assertThat(starved.err())
                    .as("with %d MB", megabytes)
                    .contains("the memory was too small", "the same command goes on from there with more")
                    .doesNotContain("\tat ");
            TreeMap<String, String> after = ResultFolderFacts.parts(folder);
            assertThat(after).containsAllEntriesOf(before);
            before = after;
        }
        assertThat(before).isNotEmpty();
        Program.Ending fresh = Program.run(root, batch(root.resolve("fresh"), STARVED_RUNS));
        finish(folder, STARVED_RUNS, ResultFolderFacts.digest(fresh.out()));
    }
}
