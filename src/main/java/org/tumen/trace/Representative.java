package org.tumen.trace;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;

/** Finds a run that stands for many. */
public final class Representative {
    /** Which run is wanted. */
    public enum Pick {
        /** The run in the middle. */
        MEDIAN,
        /** The run with the worst outcome. */
        WORST,
        /** The run with the best outcome. */
        BEST
    }

    private Representative() {}

    /**
     * The number of the run that is wanted among the first runs of a seed; of equal ones the first. For an outcome that is
     * neither better nor worse in itself, more counts as better. Runs that fail are left out.
     *
     * @throws IllegalStateException when every run fails
     */
    public static long find(Scenario scenario, long seed, int among, Pick pick, Outcome outcome, Runnable done) {
        RunMaker maker = new RunMaker(scenario);
        double[] values = new double[among];
        for (int run = 0; run < among; run++) {
            boolean completed = maker.make(new RunKey(seed, run)) == null;
            values[run] = completed ? maker.outcomes()[outcome.ordinal()] : Double.NaN;
            done.run();
        }
        return find(values, pick, outcome.direction());
    }

    public static int find(double[] values, Pick pick, Direction direction) {
        List<Integer> order = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> direction == Direction.LESS ? -values[i] : values[i]))
                .toList();
        if (order.isEmpty()) {
            throw new IllegalStateException("all " + values.length + " runs failed; none stands for the others");
        }
        int place =
                switch (pick) {
                    case WORST -> 0;
                    case BEST -> order.size() - 1;
                    case MEDIAN -> (order.size() - 1) / 2;
                };
        while (place > 0 && values[order.get(place - 1)] == values[order.get(place)]) {
            place--;
        }
        return order.get(place);
    }
}
