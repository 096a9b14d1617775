package org.tumen.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
    /** Java's messages of refused files are their names alone. */
    @Test
    void aRefusedFileIsToldWithTheReason() {
        List<FileSystemException> refused = List.of(
                new AccessDeniedException("/a"),
                new NoSuchFileException("/a"),
                new NotDirectoryException("/a"),
                new FileAlreadyExistsException("/a"),
                new FileSystemException("/a", null, "File name too long"));
        assertThat(refused).allSatisfy(e -> {
            assertThat(Failures.reason(e)).isNotEqualTo("/a").doesNotContain("java");
            assertThat(Failures.reason(new UncheckedIOException(e))).isEqualTo(Failures.reason(e));
        });
        assertThat(refused.stream().map(Failures::reason)).doesNotHaveDuplicates();
    }

    @Test
    void otherwiseTheFirstLineOrTheNameIsTold() {
        assertThat(Failures.reason(new IOException("one\ntwo"))).isEqualTo("one");
        assertThat(Failures.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @Test
    void memoryIsLackingHoweverThatIsWrapped() {
        assertThat(Failures.lackMemory(new OutOfMemoryError("Java heap space"))).isTrue();
        assertThat(Failures.lackMemory(
                        new IllegalStateException(new ExceptionInInitializerError(new OutOfMemoryError()))))
                .isTrue();
        assertThat(Failures.lackMemory(new IllegalStateException(new StackOverflowError())))
                .isFalse();
    }
}
