package org.tumen.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What all else adds to simulating, in processes of their own in turns: one that simulates on two threads and nothing else,
 * and {@code ./tumen batch}, which stores, summarises and draws, or {@code ./tumen search}, which varies, chooses, and assesses
 * besides, or {@code ./tumen explore sweep} over many points of few runs. Both include the start of Java, and their compilers begin cold.
 */
public final class WholeBatchRatio {
    /** As in the script {@code tumen}. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx512m",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:UseAVX=2",
            "-XX:MaxNewSize=96m",
            "-XX:+UseParallelGC",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private WholeBatchRatio() {}

    /** Simulates and does nothing else. */
    static final class Alone {
        private Alone() {}

        /** @param args the number of runs */
        public static void main(String[] args) throws Exception {
            BatchBenchmark batch = new BatchBenchmark();
            batch.runs = Integer.parseInt(args[0]);
            batch.threads = 2;
            batch.simulated();
        }
    }

    /**
     * Prints each round and the ratios of all.
     *
     * @param args rounds (3 unless said otherwise), runs a batch (1,000,000), and in place of the batch "search" for one of
     *     2,000 points in two worlds, 100 runs each, or "sweep" for one of 2,000 points, 20 runs each; the runs are then those
     *     that it tells of, fresh ones of a search among them
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length == 0 ? 3 : Integer.parseInt(args[0]);
        String runs = args.length < 2 ? "1000000" : args[1];
        Path folder = Files.createTempDirectory("whole-batch");
        List<String> alone = new ArrayList<>();
        alone.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        alone.addAll(OPTIONS);
        alone.addAll(List.of("-cp", System.getProperty("java.class.path"), Alone.class.getName(), runs));
        List<String> whole = new ArrayList<>(
                switch (args.length < 3 ? "batch" : args[2]) {
                    case "search" -> List.of("./tumen", "search", "src/jmh/search.yaml", "--allow-outside");
                    case "sweep" -> List.of("./tumen", "explore", "sweep", "src/jmh/sweep.yaml", "--allow-outside");
                    default -> List.of("./tumen", "batch", "scenarios/baseline.yaml", "--runs", runs);
                });
        whole.addAll(List.of("--threads", "2", "--force", "--out", folder.toString()));
        try {
            seconds(List.of("./tumen", "--version"));
            double simulating = 0;
            double all = 0;
            double fastestSimulating = Double.POSITIVE_INFINITY;
            double fastestWhole = Double.POSITIVE_INFINITY;
            for (int round = 0; round < rounds; round++) {
                double one = seconds(alone);
                double other = seconds(whole);
                simulating += one;
                all += other;
                fastestSimulating = Math.min(fastestSimulating, one);
                fastestWhole = Math.min(fastestWhole, other);
                System.out.printf(
                        Locale.ROOT, "simulating %.2f s, whole %.2f s, ratio %.3f%n", one, other, other / one);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d rounds of %s runs: by sums %.3f, by the fastest %.3f%n",
                    rounds,
                    runs,
                    all / simulating,
                    fastestWhole / fastestSimulating);
        } finally {
            BatchBenchmark.remove(folder);
        }
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with " + status);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
