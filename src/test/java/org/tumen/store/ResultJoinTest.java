package org.tumen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.store.Fixtures.ARM;
import static org.tumen.store.Fixtures.OTHER_ARM;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.PartFiles;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.verify.ResultVerifier;

class ResultJoinTest {
    @TempDir
    Path root;

    private Path shard(int number, ResultIdentity identity, long from, long to) {
        return shard(number, identity, from, to, 30);
    }

    private Path shard(int number, ResultIdentity identity, long from, long to, long planned) {
        Path folder = root.resolve(identity.shardFolderName(number, 3));
        try (ResultStore store = ResultStore.open(folder, identity, planned)) {
            Fixtures.write(store, ARM, from, to);
            Fixtures.write(store, OTHER_ARM, from, to);
        }
        return folder;
    }

    private Path shard(int number, long from, long to) {
        return shard(number, Fixtures.identity(), from, to);
    }

    @Test
    void theMostThatAShardPlannedIsPlannedOfAll() {
        Path first = shard(1, Fixtures.identity(), 0, 10, 30);
        Path second = shard(2, Fixtures.identity(), 10, 20, 20);
        assertThat(ResultJoin.join(List.of(first, second), Fixtures.folder(root), (taken, all) -> {})
                        .gaps())
                .containsExactly("arm baseline: runs 20..29 are missing", "arm silence: runs 20..29 are missing");
    }

    @Test
    void shardsJoinToTheWhole() throws Exception {
        Path target = Fixtures.folder(root);
        Path second = shard(2, 10, 20);
        ResultJoin.Report first = ResultJoin.join(List.of(second, shard(1, 0, 10)), target, (taken, all) -> {});
        assertThat(first.gaps())
                .containsExactly("arm baseline: runs 20..29 are missing", "arm silence: runs 20..29 are missing");
        assertThat(ResultVerifier.verify(target, rows -> {}).discrepancies())
                .hasSize(2)
                .allMatch(p -> p.what().contains("runs 20..29 are missing"));
        Path third = shard(3, 20, 30);
        Path again = root.resolve("again");
        RecoveryTest.copyFolder(third, again);
        ResultJoin.Report report = ResultJoin.join(List.of(second, third, again), target, (taken, all) -> {});
        assertThat(report.gaps()).isEmpty();
        // What was joined before is no part that two shards have.
        assertThat(report.duplicates()).hasSize(2).allMatch(told -> told.startsWith(again + ": "));
        assertThat(report.rows()).isEqualTo(60);
        assertThat(ResultVerifier.verify(target, rows -> {}).discrepancies()).isEmpty();
        try (ResultStore whole = ResultStore.open(root.resolve("whole"), Fixtures.identity(), 30)) {
            Fixtures.write(whole, ARM, 0, 30);
            Fixtures.write(whole, OTHER_ARM, 0, 30);
            assertThat(report.digest()).isEqualTo(whole.digest());
        }
    }

    @Test
    void overlapsAreNamedAndNothingIsWritten() {
        Path target = Fixtures.folder(root);
        List<Path> shards = List.of(shard(1, 0, 10), shard(2, 5, 15));
        assertThatThrownBy(() -> ResultJoin.join(shards, target, (taken, all) -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(PartReceipt.name(ARM, 0, 10))
                .hasMessageContaining(PartReceipt.name(ARM, 5, 15));
        assertThat(target.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void otherExperimentsAreRefused() {
        ResultIdentity other = new ResultIdentity(
                "other",
                "0123456789abcdef",
                "0.1.0",
                8,
                Fixtures.WEEKS,
                Fixtures.identity().arms());
        List<Path> shards = List.of(shard(1, 0, 10), shard(2, other, 10, 20));
        assertThatThrownBy(() -> ResultJoin.join(shards, Fixtures.folder(root), (taken, all) -> {}))
                .isInstanceOf(IncompatibleResultException.class)
                .hasMessageContaining("seed");
    }

    @Test
    void damagedShardsAreRefused() throws Exception {
        Path shard = shard(1, 0, 10);
        Path file = new PartFiles(shard, PartReceipt.name(ARM, 0, 10)).file(PartFiles.RUNS);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> ResultJoin.join(List.of(shard), Fixtures.folder(root), (taken, all) -> {}))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged");
    }
}
