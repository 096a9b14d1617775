package org.tumen.experiment;

import java.util.Locale;

/**
 * What two threads gain and what storing costs, as a batch and as points of few runs, in turns within one process: what slows a shared machine down for a while
 * strikes all of them.
 */
public final class BatchRatios {
    private static final int WARM_UP = 1;

    private BatchRatios() {}

    /**
     * Prints each round and the ratios of all.
     *
     * @param args rounds (7 unless said otherwise), runs a batch (100,000)
     */
    public static void main(String[] args) throws Exception {
        int rounds = args.length == 0 ? 7 : Integer.parseInt(args[0]);
        BatchBenchmark batch = new BatchBenchmark();
        batch.runs = args.length < 2 ? 100_000 : Integer.parseInt(args[1]);
        Times one = new Times();
        Times two = new Times();
        Times stored = new Times();
        Times points = new Times();
        Times arithmetic = new Times();
        Times twice = new Times();
        for (int round = -WARM_UP; round < rounds; round++) {
            boolean counts = round >= 0;
            one.add(seconds(batch, 1, batch::simulated), counts);
            two.add(seconds(batch, 2, batch::simulated), counts);
            stored.add(seconds(batch, 2, batch::stored), counts);
            points.add(seconds(batch, 2, batch::points), counts);
            arithmetic.add(seconds(batch, 1, batch::arithmetic), counts);
            twice.add(seconds(batch, 2, batch::arithmetic), counts);
            System.out.printf(
                    Locale.ROOT,
                    "one thread %.2f s, two %.2f s, stored %.2f s, in points %.2f s; arithmetic %.2f s, on two %.2f s%n",
                    one.last,
                    two.last,
                    stored.last,
                    points.last,
                    arithmetic.last,
                    twice.last);
        }
        System.out.printf(
                Locale.ROOT,
                "%d rounds of %,d runs; two threads: by sums %.2f times one, by the fastest %.2f; arithmetic alone %.2f"
                        + " and %.2f%nstored: by sums %.2f times simulated, by the fastest %.2f; in points of few runs %.2f and %.2f%n",
                rounds,
                batch.runs,
                one.sum / two.sum,
                one.fastest / two.fastest,
                arithmetic.sum / twice.sum,
                arithmetic.fastest / twice.fastest,
                stored.sum / two.sum,
                stored.fastest / two.fastest,
                points.sum / two.sum,
                points.fastest / two.fastest);
    }

    /** Times of one kind. The fastest was disturbed least; the sum tells what this machine gave all in all. */
    private static final class Times {
        private double last;
        private double sum;
        private double fastest = Double.POSITIVE_INFINITY;

        void add(double seconds, boolean counts) {
            last = seconds;
            if (counts) {
                sum += seconds;
                fastest = Math.min(fastest, seconds);
            }
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(BatchBenchmark batch, int threads, Work work) throws Exception {
        batch.threads = threads;
        batch.makeFolder();
        try {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1e9;
        } finally {
            batch.removeFolder();
        }
    }
}
