package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/** Real processes that are killed, interrupted, crowded out and starved of disk. */
class RecoveryIT {
    private static final String BASELINE = "scenarios/baseline.yaml";
    private static final int KILLS = Integer.getInteger("tumen.kills", 6);
    private static final long SEED = 20_261_124;

    @TempDir
    private Path root;

    private static String[] batch(Path folder, int runs) {
        return new String[] {
            "batch", BASELINE, "--runs", Integer.toString(runs), "--threads", "2", "--out", folder.toString()
        };
    }

    private Process start(String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Program.command(args));
        builder.redirectErrorStream(true).redirectOutput(root.resolve("output").toFile());
        return builder.start();
    }

    /** Waits until a process has opened its result folder, or has ended. */
    private static void awaitOpen(Process process, Path folder) throws InterruptedException {
        while (process.isAlive() && !Files.exists(folder.resolve("manifest.json"))) {
            Thread.sleep(1);
        }
    }

    @Test
    void aBatchKilledAtRandomMomentsLosesAndRepeatsNothing() throws Exception {
        int runs = 6000;
        Path whole = root.resolve("whole");
        Process reference = start(batch(whole, runs));
        awaitOpen(reference, whole);
        long opened = System.nanoTime();
        assertThat(reference.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(reference.exitValue()).isZero();
        long span = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - opened);
        String expected = ResultFolderFacts.digest(Files.readString(root.resolve("output")));

        Draws draws = new Draws();
        Stream moment = new Streams().register("test", "kill");
        int round = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            draws.startRun(SEED, kill);
            Path folder = root.resolve("killed-" + round);
            TreeMap<String, String> before = ResultFolderFacts.parts(folder);
            Process process = start(batch(folder, runs));
            awaitOpen(process, folder);
            process.waitFor((long) (draws.uniform(moment, 0) * span), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            TreeMap<String, String> after = ResultFolderFacts.parts(folder);
            assertThat(after)
                    .as("parts are neither lost nor repeated, kill %d", kill)
                    .containsAllEntriesOf(before);
            // A folder that has been finished has nothing left to lose; the next kill meets a new one.
            if (kill % 4 == 3) {
                finish(folder, runs, expected);
                round++;
            }
        }
        finish(root.resolve("killed-" + round), runs, expected);
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
        Process process = start(batch(folder, 2_000_000));
        awaitOpen(process, folder);
        Program.Ending second = Program.run(root, batch(folder, 2_000_000));
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err()).contains("is in use", "process " + process.pid());
        while (ResultFolderFacts.parts(folder).isEmpty()) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(10);
        }
        TreeMap<String, String> before = ResultFolderFacts.parts(folder);
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(Files.readString(root.resolve("output"))).contains("Interrupted.");
        TreeMap<String, String> after = ResultFolderFacts.parts(folder);
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void aFullDiskIsSaidAndTheBatchGoesOnWhenThereIsSpace() throws Exception {
        Path disk = Files.createDirectory(root.resolve("disk"));
        int status = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assumeThat(status)
                .as("a small file system can only be mounted by root, where mounting is allowed")
                .isZero();
        try {
            Path folder = disk.resolve("result");
            Program.Ending full = Program.run(root, batch(folder, 40_000));
            assertThat(full.status()).as(full.out() + full.err()).isEqualTo(1);
            assertThat(full.err())
                    .contains("the disk is full", "the same command goes on")
                    .doesNotContain("\tat ");
            TreeMap<String, String> before = ResultFolderFacts.parts(folder);
            assertThat(before).isNotEmpty();
            assertThat(new ProcessBuilder("mount", "-o", "remount,size=100m", disk.toString())
                            .start()
                            .waitFor())
                    .isZero();
            Program.Ending again = Program.run(root, batch(folder, 40_000));
            assertThat(again.status()).as(again.err()).isZero();
            assertThat(ResultFolderFacts.parts(folder)).containsAllEntriesOf(before);
            Program.Ending fresh = Program.run(root, batch(root.resolve("fresh"), 40_000));
            assertThat(ResultFolderFacts.digest(again.out())).isEqualTo(ResultFolderFacts.digest(fresh.out()));
        } finally {
            new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
        }
    }
}
