package org.tumen.study.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tumen.store.Manifest;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultReader;
import org.tumen.store.file.Inside;
import org.tumen.study.ResultFolders;
import org.tumen.study.UsageException;

/** The results of the shards of one experiment. */
public record Shards(List<Path> folders) {
    /** Those that are given: each folder that is no result but holds shards stands for them. */
    public static Shards of(List<Path> given) {
        List<Path> found = new ArrayList<>();
        for (Path folder : given) {
            boolean holds = !Manifest.exists(folder) && Files.isDirectory(folder);
            List<Path> inside = holds ? shardsIn(folder) : List.of(folder);
            if (inside.isEmpty()) {
                throw new UsageException(
                        folder + " is no shard and holds none; allowed: folders of shards, and folders below"
                                + " which they were made, those of --out");
            }
            found.addAll(inside);
        }
        return new Shards(found);
    }

    private static List<Path> shardsIn(Path folder) {
        return Inside.list(folder, "*" + ResultIdentity.SHARD_MARK + "*").stream()
                .filter(Manifest::exists)
                .toList();
    }

    /** Where the joined result lies by itself: below the other results, under the name of the experiment. */
    public Path target() {
        try (ResultReader reader = ResultReader.open(folders.get(0))) {
            return ResultFolders.root().resolve(reader.identity().folderName());
        }
    }

    /** The command that made the first of them, as its manifest tells it; empty when it does not. */
    public String command() {
        try (ResultReader reader = ResultReader.open(folders.get(0))) {
            return reader.command();
        }
    }
}
