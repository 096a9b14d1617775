package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.store.file.Checksums;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.StoreException;

/** Files that can be made again are whole or absent, and are known by their checksums. */
class DerivedFilesTest {
    private static final Path PICTURE = Path.of("plots", "a.svg");

    @TempDir
    private Path folder;

    private DerivedFiles files;

    @BeforeEach
    void write() {
        files = new DerivedFiles(folder);
        write(PICTURE, "<svg/>");
    }

    private void write(Path relative, String text) {
        files.write(relative, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileIsReadBackAndListedAsSha256sumListsIt() throws IOException {
        assertThat(files.read(PICTURE)).hasValue("<svg/>".getBytes(StandardCharsets.UTF_8));
        // The digits are those of: printf '<svg/>' | sha256sum
        assertThat(folder.resolve("SHA256SUMS"))
                .content()
                .isEqualTo("d4dc56669143034f31aa309635d4113d9ad76a02b1739da22c965ed2049be9e6  plots/a.svg\n");
        write(PICTURE, "<svg></svg>");
        assertThat(folder.resolve("SHA256SUMS")).content().hasLineCount(1);
        assertThat(files.discrepancies()).isEmpty();
        assertThat(files.read(Path.of("none.csv"))).isEmpty();
    }

    @Test
    void whatWasRemovedIsNotListedForEver() throws IOException {
        Files.delete(folder.resolve(PICTURE));
        write(Path.of("other.csv"), "1");
        assertThat(files.discrepancies()).isEmpty();
    }

    @Test
    void aFlippedByteIsFoundWhereverItIs() throws IOException {
        Path picture = folder.resolve(PICTURE);
        byte[] good = Files.readAllBytes(picture);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(picture, bad);
            assertThatThrownBy(() -> files.read(PICTURE))
                    .isInstanceOf(DamagedFileException.class)
                    .hasMessageContaining(picture + " is damaged: its bytes are not those that were written");
            assertThat(files.discrepancies())
                    .containsExactly(new Discrepancy(
                            "plots/a.svg", DamagedFileException.OTHER_BYTES + ", going by " + Checksums.FILE));
        }
        Files.delete(picture);
        assertThat(files.discrepancies()).singleElement().asString().contains("plots/a.svg", "is missing");
    }

    @Test
    void aFlippedByteOfTheListIsFoundWhereverItIs() throws IOException {
        Path list = folder.resolve("SHA256SUMS");
        byte[] good = Files.readAllBytes(list);
        // The newline at the end ends nothing but the file.
        for (int at = 0; at < good.length - 1; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(list, bad);
            assertThatThrownBy(() -> files.read(PICTURE)).isInstanceOf(DamagedFileException.class);
            assertThat(files.discrepancies()).isNotEmpty();
        }
        write(PICTURE, "<svg/>");
        assertThat(files.read(PICTURE)).isPresent();
    }

    @Test
    void aKillBetweenListAndFileLeavesAKnownFile() throws IOException {
        Checksums listed = Checksums.read(folder);
        listed.add("plots/a.svg", Checksums.of("<svg></svg>".getBytes(StandardCharsets.UTF_8)));
        listed.write(folder);
        assertThat(files.discrepancies()).isEmpty();
        Files.writeString(folder.resolve(PICTURE), "<svg></svg>");
        assertThat(files.discrepancies()).isEmpty();
        assertThat(files.read(PICTURE)).isPresent();
    }

    @Test
    void filesAreWrittenWholeAndInside() throws IOException {
        assertThatThrownBy(() -> files.write(Path.of("summary.csv"), out -> {
                    out.write(1);
                    throw new IOException("no space left on device");
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the disk is full");
        try (var listed = Files.list(folder)) {
            assertThat(listed.map(f -> f.getFileName().toString())).noneMatch(name -> name.startsWith("summary"));
        }
        assertThatThrownBy(() -> write(Path.of("../outside"), "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyThreadsListAllTheirFiles() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            threads.add(new Thread(() ->
                    IntStream.range(0, 20).forEach(j -> write(Path.of("t" + number, j + ".txt"), number + " " + j))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(Checksums.read(folder).names()).hasSize(161);
        assertThat(files.discrepancies()).isEmpty();
    }
}
