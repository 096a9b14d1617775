package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
