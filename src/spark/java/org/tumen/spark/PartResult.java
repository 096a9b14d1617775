package org.tumen.spark;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.store.part.RunSink;

/** What comes back from an executor: the rows of a part, its failures and its weekly counts. */
final class PartResult implements Serializable {
    private static final int OUTCOMES = Outcome.all().size();

    private final SparkPart part;
    private final double[] rows;
    private final TreeMap<Long, String> failures = new TreeMap<>();
    private final int weeks;
    private final int[] counts;

    private PartResult(SparkPart part, int weeks) {
        this.part = part;
        this.weeks = weeks;
        rows = new double[Math.toIntExact(runs() * OUTCOMES)];
        counts = new int[cells(new WeeklyCounts(weeks))];
    }

    /** Makes the runs of a part. */
    static PartResult of(SparkPart part, Scenario scenario, long seed) {
        PartResult result = new PartResult(part, scenario.weeks());
        WeeklyCounts weekly = new WeeklyCounts(scenario.weeks());
        RunMaker maker = new RunMaker(scenario).observing(weekly);
        for (long run = part.from(); run < part.to(); run++) {
            String cause = maker.make(new RunKey(seed, run));
            if (cause == null) {
                System.arraycopy(maker.outcomes(), 0, result.rows, result.at(run), OUTCOMES);
            } else {
                result.failures.put(run, cause);
            }
        }
        result.take(weekly);
        return result;
    }

    private int at(long run) {
        return Math.toIntExact((run - part.from()) * OUTCOMES);
    }

    private static int cells(WeeklyCounts weekly) {
        int cells = 0;
        for (WeeklySeries series : WeeklySeries.values()) {
            cells += weekly.weeks() * weekly.width(series);
        }
        return cells;
    }

    private void take(WeeklyCounts weekly) {
        int cell = 0;
        for (WeeklySeries series : WeeklySeries.values()) {
            for (int week = 0; week < weeks; week++) {
                for (int bin = 0; bin < weekly.width(series); bin++) {
                    counts[cell++] = Math.toIntExact(weekly.count(series, week, bin));
                }
            }
        }
    }

    private WeeklyCounts weekly() {
        WeeklyCounts weekly = new WeeklyCounts(weeks);
        int cell = 0;
        for (WeeklySeries series : WeeklySeries.values()) {
            for (int week = 0; week < weeks; week++) {
                for (int bin = 0; bin < weekly.width(series); bin++) {
                    weekly.add(series, week, bin, counts[cell++]);
                }
            }
        }
        return weekly;
    }

    SparkPart part() {
        return part;
    }

    /** The number of runs, failed ones included. */
    long runs() {
        return part.to() - part.from();
    }

    /** Why runs failed, by run. */
    Map<Long, String> failures() {
        return failures;
    }

    /** Stores the part, with its weekly counts where they are wanted. */
    void store(RunSink sink, Scenario scenario, long seed, boolean counted) {
        double[] outcomes = new double[OUTCOMES];
        UncertaintyDraw uncertainty = scenario.uncertainties() == null ? null : new UncertaintyDraw(scenario);
        try (RunSink.Part writer = sink.begin(part.arm(), part.from(), part.to(), false)) {
            for (long run = part.from(); run < part.to(); run++) {
                if (uncertainty != null) {
                    writer.parameters(run, uncertainty.paths(), uncertainty.values(seed, run));
                }
                String cause = failures.get(run);
                if (cause == null) {
                    System.arraycopy(rows, at(run), outcomes, 0, OUTCOMES);
                    writer.add(run, outcomes);
                } else {
                    writer.fail(run, cause);
                }
            }
            writer.commit(counted ? weekly() : null);
        }
    }
}
