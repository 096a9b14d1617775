package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.store.Fixtures.ARM;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.document.Json;
import org.tumen.outcome.Outcome;
import org.tumen.store.file.Checksums;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.Inside;
import org.tumen.store.file.SealedJson;
import org.tumen.store.file.StoreException;
import org.tumen.store.verify.ResultVerifier;

/** A result folder that others made leads nowhere else: nothing outside of it is written, emptied, removed or read. */
class HostileFolderTest {
    private static final Path PICTURE = Path.of("plots", "a.svg");

    @TempDir
    private Path root;

    private Path folder;
    private Path outside;

    @BeforeEach
    void write() throws IOException {
        folder = Fixtures.folder(root);
        try (ResultStore store = Fixtures.open(root)) {
            Fixtures.write(store, ARM, 0, 5);
            store.finish(Map.of());
        }
        derive("<svg/>");
        outside = Files.createDirectory(root.resolve("outside"));
    }

    private void derive(String text) {
        new DerivedFiles(folder).write(PICTURE, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    /** Everything that writes to a result. */
    private void use() {
        List<Runnable> uses = List.of(
                () -> {
                    try (ResultStore store = Fixtures.open(root)) {
                        Fixtures.write(store, ARM, 5, 8);
                        store.clear();
                        store.finish(Map.of());
                    }
                },
                () -> derive("<svg>other</svg>"),
                () -> FolderLock.hold(folder).close());
        for (Runnable use : uses) {
            try {
                use.run();
            } catch (StoreException e) {
                assertThat(e).hasMessageContainingAll(folder.getFileName().toString());
            }
        }
    }

    /** A link to a place outside of it in place of every file and folder, in turn, with the same content. */
    @Test
    void aLinkIsNeitherReadNorWrittenThrough() throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(folder)) {
            all = walked.filter(path -> !path.equals(folder)).sorted().toList();
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(9);
        for (Path path : all) {
            Path elsewhere = outside.resolve(path.getFileName().toString());
            Files.move(path, elsewhere);
            Files.createSymbolicLink(path, elsewhere);
            Map<String, String> before = contents(outside);
            assertRefused(path);
            use();
            assertThat(contents(outside)).as(path.toString()).isEqualTo(before);
            RecoveryTest.deleteFolder(folder);
            RecoveryTest.deleteFolder(outside);
            write();
        }
    }

    /** Whoever reads says so. */
    private void assertRefused(Path path) throws IOException {
        String name = folder.relativize(path).toString();
        String wrong;
        try {
            wrong = ResultVerifier.verify(folder, rows -> {}).discrepancies().toString();
        } catch (StoreException e) {
            wrong = String.valueOf(e.getMessage());
        }
        assertThat(wrong).as(name).contains("symbolic link");
        if (name.startsWith("runs") || name.startsWith("weekly") || name.equals("manifest.json")) {
            assertThatThrownBy(() -> {
                        try (ResultReader reader = ResultReader.open(folder)) {
                            reader.column(ARM, Outcome.MEAN_STABILITY);
                            reader.weekly(ARM);
                        }
                    })
                    .as(name)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("symbolic link");
        } else if (name.startsWith("plots")) {
            assertThatThrownBy(() -> new DerivedFiles(folder).read(PICTURE))
                    .as(name)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("symbolic link");
        }
    }

    /** A second name of a file elsewhere is no symbolic link, and would be emptied all the same. */
    @Test
    void whatIsNoLockIsNotEmptied() throws IOException {
        Path letter = Files.writeString(outside.resolve("letter"), "kept");
        Path lock = folder.resolve("lock");
        Files.delete(lock);
        Files.createLink(lock, letter);
        assertThatThrownBy(() -> Fixtures.open(root))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("lock is no lock of this program");
        assertThat(letter).content().isEqualTo("kept");
    }

    /** Files that are not finished have names that anybody can foretell. */
    @Test
    void whatWaitsWhereFilesAreWrittenIsNotWrittenThrough() throws IOException {
        Path letter = Files.writeString(outside.resolve("letter"), "kept");
        Files.createLink(folder.resolve("plots/a.svg.unfinished"), letter);
        Files.createSymbolicLink(folder.resolve("SHA256SUMS.unfinished"), letter);
        Files.createSymbolicLink(folder.resolve("manifest.json.unfinished"), letter);
        derive("<svg>other</svg>");
        use();
        assertThat(letter).content().isEqualTo("kept");
    }

    @Test
    void aListOfChecksumsNamesNothingOutside() throws IOException {
        Path letter = Files.writeString(root.resolve("letter"), "kept");
        for (String name : List.of("../letter", letter.toString(), "plots/../../letter", "plots/./a.svg")) {
            Files.writeString(
                    folder.resolve(Checksums.FILE),
                    Checksums.of(letter) + "  " + name + "\n",
                    StandardOpenOption.APPEND);
            assertThat(Checksums.read(folder).names()).containsExactly("plots/a.svg");
            assertThatThrownBy(() -> Inside.file(folder, name))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("leads out of the result folder");
        }
        assertThat(new DerivedFiles(folder).discrepancies())
                .containsExactly(new Discrepancy(Checksums.FILE, "4 of its lines are damaged"));
    }

    /** A name that DuckDB would take for a pattern of many files. */
    @Test
    void aPartNamesItsOwnFilesOnly() throws IOException {
        Path receipt = folder.resolve("runs/part-" + ARM + "-000000000000-000000000005.json");
        String text = Files.readString(receipt).replace("\"" + ARM + "\"", "\"*\"");
        ObjectNode tree = (ObjectNode) Json.parse(text);
        tree.remove("crc32c");
        Files.delete(receipt);
        SealedJson.write(folder.resolve("runs/part-*-000000000000-000000000005.json"), tree);
        assertThatThrownBy(() -> ResultReader.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("its arm has a name that no arm can have");
    }
}
