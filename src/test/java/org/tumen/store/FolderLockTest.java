package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
