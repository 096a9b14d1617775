package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.store.file.StoreException;

class FolderLockTest {
    @TempDir
    private Path folder;

    @Test
    void aCommandLendsItsLockToOneStoreAtATime() throws Exception {
        try (FolderLock whole = FolderLock.hold(folder)) {
            assertThatThrownBy(() -> FolderLock.hold(folder.resolve("../" + folder.getFileName()))
                            .close())
                    .as("held twice")
                    .isInstanceOf(StoreBusyException.class);
            for (int store = 0; store < 2; store++) {
                try (FolderLock lent = FolderLock.take(folder)) {
                    assertThatThrownBy(() -> FolderLock.take(folder)).isInstanceOf(StoreBusyException.class);
                }
                assertThat(Files.readString(folder.resolve("lock")))
                        .as("the command still has it")
                        .contains("process " + ProcessHandle.current().pid());
            }
        }
        assertThat(folder.resolve("lock")).isEmptyFile();
        FolderLock.take(folder).close();
    }

    /** Names that a result has too: it would replace or remove them. */
    @ParameterizedTest
    @ValueSource(strings = {"summary.csv", "manifest.json", "report.html", "runs/part-x.parquet", "weekly/notes.txt"})
    void aFolderOfOtherThingsIsNoPlaceForAResult(String name) throws Exception {
        Path thesis = folder.resolve("thesis");
        Path file = thesis.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{}");
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> FolderLock.hold(thesis).close(),
                () -> FolderLock.take(thesis).close(),
                () -> ResultStore.open(thesis, Fixtures.identity(), 1).close())) {
            assertThatThrownBy(use)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("thesis is no result folder: it holds " + name.split("/")[0])
                    .hasMessageContaining("Nothing was written");
        }
        try (Stream<Path> left = Files.walk(thesis)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(file);
        }
    }

    @Test
    void aResultIsKnownWithoutItsLockToo() throws Exception {
        Path result = folder.resolve("result");
        ResultStore.open(result, Fixtures.identity(), 1).close();
        Files.delete(result.resolve("lock"));
        Files.writeString(result.resolve("README"), "mine");
        FolderLock.hold(result).close();
    }

    @Test
    void whatSystemsLeaveInAnEmptyFolderIsNothing() throws Exception {
        Files.writeString(folder.resolve(".DS_Store"), "x");
        Files.createDirectory(folder.resolve("lost+found"));
        FolderLock.hold(folder).close();
    }

    @Test
    void aFileStandsForTheLockWhereThereAreNone() throws Exception {
        FolderLock.Held held = FolderLock.takeByFile(folder, folder);
        assertThatThrownBy(() -> FolderLock.takeByFile(folder, folder))
                .isInstanceOf(StoreBusyException.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("if it was killed, remove " + folder.resolve("lock.held"));
        held.release();
        assertThat(folder).isEmptyDirectory();
        FolderLock.takeByFile(folder, folder).release();
    }

    @Test
    void aFileSystemWithoutLocksIsToldWithTheWayRound() throws Exception {
        try (FileChannel none = new LocklessChannel()) {
            assertThatThrownBy(() -> FolderLock.tryLock(none, folder))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(folder + " does not lock files (No locks available)")
                    .hasMessageContaining("set TUMEN_LOCKS=file");
        }
    }
}
