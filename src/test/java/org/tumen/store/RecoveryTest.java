package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.store.Fixtures.ARM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.SmallDisk;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.TableDigest;
import org.tumen.store.verify.ResultVerifier;

class RecoveryTest {
    @TempDir
    Path root;

    private Path folder() {
        return Fixtures.folder(root);
    }

    /** Everything that a commit puts on the disk, in its order. */
    private List<Path> steps(String name) {
        PartFiles files = new PartFiles(folder(), name);
        return List.of(files.file(PartFiles.RUNS), files.file(PartFiles.WEEKLY), files.receipt());
    }

    @Test
    void aKillBetweenAnyTwoStepsLeavesAWholePartOrNone() throws Exception {
        Path whole = root.resolve("whole");
        String name = PartReceipt.name(ARM, 10, 20);
        try (ResultStore store = ResultStore.open(whole, Fixtures.identity(), 0)) {
            Fixtures.write(store, ARM, 0, 10);
            Fixtures.write(store, ARM, 10, 20);
        }
        // Bit i of a state says whether step i took place; unfinished files stand for the others.
        for (int state = 0; state < 8; state++) {
            copyFolder(whole, folder());
            List<Path> steps = steps(name);
            for (int step = 0; step < steps.size(); step++) {
                if ((state >> step & 1) == 0) {
                    Files.move(steps.get(step), AtomicFiles.unfinished(steps.get(step)));
                }
            }
            try (ResultStore store = Fixtures.open(root)) {
                boolean committed = state == 7;
                assertThat(store.missing(ARM, 0, 20).isEmpty()).isEqualTo(committed);
                assertThat(store.notices().isEmpty()).isEqualTo(committed);
                if (!committed) {
                    Fixtures.write(store, ARM, 10, 20);
                }
                store.finish(Map.of());
                assertThat(store.digest()).isEqualTo(digestOf(whole));
            }
            assertThat(ResultVerifier.verify(folder(), rows -> {}).discrepancies())
                    .isEmpty();
            assertThat(unfinished()).isEmpty();
            deleteFolder(folder());
        }
    }

    @Test
    void filesCutShortAreComputedAgain() throws Exception {
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 0, 10);
        }
        Path file = new PartFiles(folder(), PartReceipt.name(ARM, 0, 10)).file(PartFiles.RUNS);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        try (ResultStore store = Fixtures.open(root)) {
            assertThat(store.notices()).anyMatch(notice -> notice.contains("instead of " + bytes.length));
            assertThat(store.missing(ARM, 0, 10)).containsExactly(new RunRange(0, 10));
        }
    }

    @Tag("slow")
    @Test
    void killedProcessesLoseOnlyUnfinishedParts() throws Exception {
        TableDigest expected = new TableDigest();
        for (long run = 0; run < 40_000; run++) {
            expected.add(ARM, run, Fixtures.outcomes(run));
        }
        int parts = 0;
        int met = 0;
        for (int kill = 0; kill < 6; kill++) {
            Process process = start("write");
            // Every other kill waits for a part, so that there is something to lose; the rest fall anywhere.
            await(process, kill % 2 == 0 ? "open\n[0-9]+\n(?s:.*)" : "open\n(?s:.*)");
            Thread.sleep(40 + 37L * kill);
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            parts += Files.readAllLines(output()).size() - 1;
            try (ResultStore store = Fixtures.open(root)) {
                // What was reported as committed is there; parts committed just before a kill may not be reported.
                assertThat(store.stored(ARM).size()).isGreaterThanOrEqualTo(parts);
                met += store.missing(ARM, 0, 40_000).isEmpty() ? 0 : 1;
            }
        }
        assertThat(met).as("kills that met a process at work").isPositive();
        assertThat(parts).as("parts that were there to lose").isPositive();
        try (ResultStore store = Fixtures.open(root)) {
            for (RunRange gap : store.missing(ARM, 0, 40_000)) {
                Fixtures.write(store, ARM, gap.from(), gap.to());
            }
            store.finish(Map.of());
            assertThat(store.digest()).isEqualTo(expected);
        }
        assertThat(ResultVerifier.verify(folder(), rows -> {}).discrepancies()).isEmpty();
    }

    @Test
    void aSecondProcessIsToldWhoWrites() throws Exception {
        Process process = start("hold");
        try {
            awaitOpen(process);
            assertThatThrownBy(() -> Fixtures.open(root))
                    .isInstanceOf(StoreBusyException.class)
                    .hasMessageContaining("process " + process.pid() + " on ")
                    .hasMessageContaining("since 2");
        } finally {
            process.destroyForcibly();
            process.waitFor(20, TimeUnit.SECONDS);
        }
        try (ResultStore store = Fixtures.open(root)) {
            assertThatThrownBy(() -> Fixtures.open(root))
                    .isInstanceOf(StoreBusyException.class)
                    .hasMessageContaining("this process");
            Fixtures.write(store, ARM, 0, 1);
        }
        Fixtures.open(root).close();
    }

    @Test
    void aFullDiskIsAClearErrorAndKeepsFinishedParts() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(root.resolve("disk"), "2m")) {
            Path small = disk.folder().resolve("result");
            long[] committed = {0};
            ResultStore store = ResultStore.open(small, Fixtures.identity(), 0);
            try (store) {
                assertThatThrownBy(() -> {
                            for (; committed[0] < 500; committed[0]++) {
                                Fixtures.write(store, ARM, committed[0] * 1000, committed[0] * 1000 + 1000);
                            }
                        })
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("the disk is full")
                        .hasMessageContaining("MiB left")
                        .hasMessageContaining("What was finished is kept");
                assertThat(committed[0]).isPositive();
            }
            try (ResultReader reader = ResultReader.open(small)) {
                assertThat(reader.stored(ARM)).hasSize((int) committed[0]);
                assertThat(reader.runs(ARM)).hasSize((int) committed[0] * 1000);
            }
            assertThat(ResultVerifier.verify(small, rows -> {}).discrepancies())
                    .isNotEmpty()
                    .allMatch(problem -> problem.what().contains("has not finished"));
        }
    }

    private Process start(String task) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Worker.class.getName(),
                        root.toString(),
                        task)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output().toFile())
                .start();
    }

    private Path output() {
        return root.resolve("output.txt");
    }

    private void awaitOpen(Process process) throws Exception {
        await(process, "open\n(?s:.*)");
    }

    private void await(Process process, String printed) throws Exception {
        while (!Files.readString(output()).matches(printed)) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(10);
        }
    }

    /** A process that writes what is missing, or only holds the lock. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] args) throws Exception {
            try (ResultStore store = Fixtures.open(Path.of(args[0]))) {
                System.out.println("open");
                for (RunRange gap : store.missing(ARM, 0, 40_000)) {
                    for (long from = gap.from(); args[1].equals("write") && from < gap.to(); from += 200) {
                        Fixtures.write(store, ARM, from, Math.min(from + 200, gap.to()));
                        System.out.println(from);
                    }
                }
                Thread.sleep(60_000);
            }
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(f -> f.toString().endsWith(AtomicFiles.UNFINISHED))
                    .toList();
        }
    }

    private static TableDigest digestOf(Path folder) {
        try (ResultReader reader = ResultReader.open(folder)) {
            return reader.digest();
        }
    }

    static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void deleteFolder(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(all::add);
        }
        Collections.reverse(all);
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
