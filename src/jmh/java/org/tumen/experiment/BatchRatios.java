package org.tumen.experiment;

import java.util.Arrays;
import java.util.Locale;

/**
 * What two threads gain and what storing costs, in turns within one process: what slows a shared machine down for a while
 * strikes all of them.
 */
public final class BatchRatios {
    private static final int WARM_UP = 1;

    private BatchRatios() {}

    /**
     * Prints median ratios.
     *
     * @param args rounds (7 unless said otherwise), runs a batch (100,000)
     */
    public static void main(String[] args) throws Exception {
        int rounds = args.length == 0 ? 7 : Integer.parseInt(args[0]);
        BatchBenchmark batch = new BatchBenchmark();
        batch.runs = args.length < 2 ? 100_000 : Integer.parseInt(args[1]);
        batch.makeFolder();
        try {
            double[] gain = new double[rounds];
            double[] cost = new double[rounds];
            double[] given = new double[rounds];
            for (int round = -WARM_UP; round < rounds; round++) {
                double one = seconds(batch, 1, batch::simulated);
                double two = seconds(batch, 2, batch::simulated);
                double stored = seconds(batch, 2, batch::stored);
                double plain = seconds(batch, 1, batch::arithmetic) / seconds(batch, 2, batch::arithmetic);
                System.out.printf(
                        Locale.ROOT,
                        "one thread %.2f s, two %.2f s, two and stored %.2f s; arithmetic gains %.2f times%n",
                        one,
                        two,
                        stored,
                        plain);
                if (round >= 0) {
                    gain[round] = one / two;
                    cost[round] = stored / two;
                    given[round] = plain;
                }
            }
            Arrays.sort(gain);
            Arrays.sort(cost);
            Arrays.sort(given);
            System.out.printf(
                    Locale.ROOT,
                    "medians of %d rounds of %,d runs: two threads %.2f times one (arithmetic alone %.2f), stored %.2f times"
                            + " simulated%n",
                    rounds,
                    batch.runs,
                    gain[rounds / 2],
                    given[rounds / 2],
                    cost[rounds / 2]);
        } finally {
            batch.removeFolder();
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(BatchBenchmark batch, int threads, Work work) throws Exception {
        batch.threads = threads;
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
