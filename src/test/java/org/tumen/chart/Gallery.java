package org.tumen.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.BatchData;
import org.tumen.study.arm.ArmCharts;
import org.tumen.study.batch.BatchPictures;
import org.tumen.study.batch.ScenarioPictures;

/** Writes pictures of made-up batches to a folder, to be looked at: {@code Gallery FOLDER}. */
final class Gallery {
    private Gallery() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        BatchData data = SyntheticBatch.of("baseline", "a potential deal, September 2023", 10_000, 42, 0);
        for (int round = 0; round < 3; round++) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            write(folder, new BatchPictures(new ArmCharts(data)).all());
            double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf("batch pictures, round %d: %.2f s of CPU%n", round, seconds);
        }
        write(folder, new SyntheticComparison().pictures());
        List<BatchData> scenarios = new ArrayList<>();
        String[] names = {
            "baseline",
            "early warning",
            "silence",
            "dialogue first",
            "hard line",
            "coalition",
            "united Council",
            "surviving panel",
            "generous technology transfer",
            "need fades",
            "deep secrecy"
        };
        for (int i = 0; i < names.length; i++) {
            scenarios.add(SyntheticBatch.of(names[i], "", 2000, 42, (i * 5 % 7) - 3));
        }
        write(folder, new ScenarioPictures(scenarios).all());
    }

    static void write(Path folder, Map<String, Picture> pictures) throws IOException {
        for (Map.Entry<String, Picture> picture : pictures.entrySet()) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(picture.getKey() + ".png"))) {
                picture.getValue().writePng(out);
            }
            try (OutputStream out = Files.newOutputStream(folder.resolve(picture.getKey() + ".svg"))) {
                picture.getValue().writeSvg(out);
            }
        }
    }
}
