package org.tumen.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.BatchData;
import org.tumen.chart.Picture;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.store.StoredArm;
import org.tumen.summary.JobPool;
import org.tumen.summary.StageListener;
import org.tumen.summary.StoredBatch;
import org.tumen.summary.SummaryFiles;
import org.tumen.summary.VarianceShares;

/** Writes the summaries and pictures of a batch into its result folder. */
public final class ResultFiles {
    /** Each holds a picture of 20 MB while it draws. */
    public static final int MOST_THREADS = 4;

    private ResultFiles() {}

    /** Describes all arms of a result. */
    static List<BatchData> describe(ResultReader reader, StageListener steps) {
        List<BatchData> arms = new ArrayList<>();
        for (StoredArm arm : reader.identity().arms()) {
            arms.add(StoredBatch.of(reader, arm, steps));
        }
        return arms;
    }

    /** Writes summary.csv and summary.json, with the failed runs and the split of the variance by the name of the arm. */
    static void summaries(
            List<BatchData> arms, Map<String, Long> failed, Map<String, VarianceShares> splits, DerivedFiles sink) {
        sink.write(Path.of("summary.csv"), out -> out.write(SummaryFiles.csv(arms, failed)));
        sink.write(Path.of("summary.json"), out -> out.write(SummaryFiles.json(arms, failed, splits)));
    }

    /**
     * Writes pictures, each as PNG and SVG, and returns where the PNG files are. The sink is called from several threads.
     */
    public static List<Path> pictures(Map<String, Picture> pictures, Path folder, DerivedFiles sink) {
        JobPool.run(drawings(pictures, folder, sink), MOST_THREADS, StageListener.UNTOLD);
        return pictures.keySet().stream().map(name -> png(folder, name)).toList();
    }

    /** The jobs of writing pictures, one for each. */
    public static List<Runnable> drawings(Map<String, Picture> pictures, Path folder, DerivedFiles sink) {
        List<Runnable> jobs = new ArrayList<>();
        pictures.forEach((name, picture) -> jobs.add(() -> {
            sink.write(png(folder, name), picture::writePng);
            sink.write(folder.resolve(name + ".svg"), picture::writeSvg);
        }));
        return jobs;
    }

    private static Path png(Path folder, String name) {
        return folder.resolve(name + ".png");
    }
}
