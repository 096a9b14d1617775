package org.tumen.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tumen.chart.Picture;
import org.tumen.chart.Publication;
import org.tumen.store.DerivedFiles;
import org.tumen.summary.JobPool;
import org.tumen.summary.StageListener;

/** Writes pictures into a result folder. */
public final class ResultFiles {
    /** Each holds a picture of 20 MB while it draws. */
    private static final int MOST_THREADS = 4;

    private ResultFiles() {}

    /** Writes pictures, each as PNG and SVG. The sink is called from several threads. */
    public static void pictures(Map<String, Picture> pictures, Path folder, DerivedFiles sink) {
        write(pictures, folder, false, sink);
    }

    /**
     * Writes pictures laid out to be published, each as PNG and SVG, and as PDF where that is asked for; returns the names of
     * those that could be.
     */
    public static Set<String> figures(Map<String, Picture> pictures, Publication as, Path folder, DerivedFiles sink) {
        Map<String, Picture> drawn = new LinkedHashMap<>();
        pictures.forEach((name, picture) -> picture.published(as).ifPresent(figure -> drawn.put(name, figure)));
        write(drawn, folder, as.pdf(), sink);
        return drawn.keySet();
    }

    private static void write(Map<String, Picture> pictures, Path folder, boolean pdf, DerivedFiles sink) {
        List<Runnable> jobs = new ArrayList<>();
        pictures.forEach((name, picture) -> jobs.add(() -> {
            sink.write(folder.resolve(name + ".png"), picture::writePng);
            sink.write(folder.resolve(name + ".svg"), picture::writeSvg);
            if (pdf) {
                sink.write(folder.resolve(name + ".pdf"), picture::writePdf);
            }
        }));
        JobPool.run(jobs, MOST_THREADS, StageListener.UNTOLD);
    }
}
