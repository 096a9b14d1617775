package org.tumen.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tumen.chart.Picture;
import org.tumen.chart.Publication;
import org.tumen.store.DerivedFiles;
import org.tumen.summary.JobPool;
import org.tumen.summary.StageListener;

/** Writes pictures into a result folder. */
public final class ResultFiles {
    /** Each holds a picture of 20 MB while it draws. */
    public static final int MOST_THREADS = 4;

    private ResultFiles() {}

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

    /**
     * Writes pictures laid out to be published, each as PNG and SVG, and as PDF where that is asked for; returns the names of
     * those that could be.
     */
    public static List<String> figures(Map<String, Picture> pictures, Publication as, Path folder, DerivedFiles sink) {
        List<String> drawn = new ArrayList<>();
        List<Runnable> jobs = new ArrayList<>();
        pictures.forEach((name, picture) -> picture.published(as).ifPresent(figure -> {
            drawn.add(name);
            jobs.addAll(drawings(Map.of(name, figure), folder, sink));
            if (as.pdf()) {
                jobs.add(() -> sink.write(folder.resolve(name + ".pdf"), figure::writePdf));
            }
        }));
        JobPool.run(jobs, MOST_THREADS, StageListener.UNTOLD);
        return drawn;
    }

    private static Path png(Path folder, String name) {
        return folder.resolve(name + ".png");
    }
}
