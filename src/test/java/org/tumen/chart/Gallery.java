package org.tumen.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes pictures of made-up batches to a folder, to be looked at: {@code Gallery FOLDER}. */
final class Gallery {
    private Gallery() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        BatchData data = SyntheticBatch.of("baseline", "a potential deal, September 2023", 10_000, 42, 0);
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            write(folder, BatchPictures.of(data));
            System.out.printf("batch pictures, round %d: %.0f ms%n", round, (System.nanoTime() - start) / 1e6);
        }
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
