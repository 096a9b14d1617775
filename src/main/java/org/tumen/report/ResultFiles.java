package org.tumen.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tumen.chart.BatchData;
import org.tumen.chart.BatchPictures;
import org.tumen.chart.Picture;
import org.tumen.store.Arm;
import org.tumen.store.ResultReader;

/** Writes the summaries and pictures of a batch into its result folder. */
public final class ResultFiles {
    private static final Path PLOTS = Path.of("plots");

    private ResultFiles() {}

    /** Where files go; whole files only, beside their place first. */
    @FunctionalInterface
    public interface Sink {
        /** Writes a file of the result folder. */
        void write(Path relative, Content content);
    }

    /** The bytes of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes them. */
        void writeTo(java.io.OutputStream out) throws IOException;
    }

    /** Describes all arms of a result. */
    public static List<BatchData> describe(ResultReader reader) {
        List<BatchData> arms = new ArrayList<>();
        for (Arm arm : reader.identity().arms()) {
            arms.add(StoredBatch.of(reader, arm));
        }
        return arms;
    }

    /** Writes summary.csv and summary.json of arms without failed runs. */
    public static void summaries(List<BatchData> arms, Sink sink) {
        summaries(arms, Map.of(), sink);
    }

    /** Writes summary.csv and summary.json, with the number of failed runs of each arm that has any. */
    public static void summaries(List<BatchData> arms, Map<String, Long> failed, Sink sink) {
        summaries(arms, failed, Map.of(), sink);
    }

    /** The same with the split of the variance of arms with uncertain parameters, by the name of the arm. */
    public static void summaries(
            List<BatchData> arms, Map<String, Long> failed, Map<String, VarianceShares> splits, Sink sink) {
        sink.write(Path.of("summary.csv"), out -> out.write(SummaryFiles.csv(arms, failed)));
        sink.write(Path.of("summary.json"), out -> out.write(SummaryFiles.json(arms, failed, splits)));
    }

    /** Writes the pictures of one arm, each as PNG and SVG, and returns where. */
    public static List<Path> pictures(BatchData arm, Sink sink) {
        return pictures(BatchPictures.of(arm), PLOTS, sink);
    }

    /** Writes pictures, each as PNG and SVG, and returns where the PNG files are. */
    public static List<Path> pictures(Map<String, Picture> pictures, Path folder, Sink sink) {
        List<Path> written = new ArrayList<>();
        pictures.forEach((name, picture) -> {
            Path png = folder.resolve(name + ".png");
            sink.write(png, picture::writePng);
            sink.write(folder.resolve(name + ".svg"), picture::writeSvg);
            written.add(png);
        });
        return written;
    }
}
