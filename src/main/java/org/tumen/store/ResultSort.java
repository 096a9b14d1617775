package org.tumen.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.store.file.Inside;
import org.tumen.store.part.PartFiles;

/**
 * What a result folder is kept to: files of one sort would lie among those of another, and replace some of them. The first sort of
 * which a folder has something is its own, for a search has fresh runs too, and all have findings in the end.
 */
public enum ResultSort {
    SEARCH(EvaluationStore.FOLDER),
    CALIBRATION(StudyRecord.FILE),
    RUNS(Manifest.FILE, PartFiles.RUNS),
    /** Findings of what simulates nothing. */
    FINDINGS(ResultSort.FINDINGS_FILE);

    /** The findings of a result, which are there at its end. */
    public static final String FINDINGS_FILE = "findings.json";

    private final List<String> marks;

    ResultSort(String... marks) {
        this.marks = List.of(marks);
    }

    /** What a folder has of the sort that it is kept to, where that is none of some; null where it may have theirs. */
    public static @Nullable String foreign(Path folder, ResultSort... allowed) {
        for (ResultSort sort : values()) {
            for (String mark : sort.marks) {
                if (Inside.has(folder, mark)) {
                    return Arrays.asList(allowed).contains(sort) ? null : mark;
                }
            }
        }
        return null;
    }
}
