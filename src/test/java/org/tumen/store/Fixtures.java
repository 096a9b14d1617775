package org.tumen.store;

import java.nio.file.Path;
import java.util.List;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.store.part.PartWriter;
import org.tumen.store.part.StoredArm;
import org.tumen.world.Stage;

/** Made-up results with values that are easy to predict. */
public final class Fixtures {
    public static final int WEEKS = 4;
    public static final String ARM = "baseline";
    public static final String OTHER_ARM = "silence";

    private Fixtures() {}

    public static ResultIdentity identity() {
        return identity(7, "0.1.0", "{\"weeks\": 4, \"deal\": {\"volume\": 1.5}}");
    }

    public static ResultIdentity identity(long seed, String version, String scenario) {
        return new ResultIdentity(
                "trial",
                "0123456789abcdef",
                version,
                seed,
                WEEKS,
                List.of(new StoredArm(ARM, scenario), new StoredArm(OTHER_ARM, "{\"weeks\": 4}")));
    }

    public static Path folder(Path root) {
        return root.resolve(identity().folderName());
    }

    /** Values with fractions, signs and repetitions, different for each run and outcome. */
    public static double[] outcomes(long run) {
        double[] values = new double[Outcome.all().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 == 0 ? Math.sqrt(run + i + 0.1) - 20 : (run * 7 + i) % 20;
        }
        return values;
    }

    public static WeeklyCounts weekly(long from, long to) {
        WeeklyCounts counts = new WeeklyCounts(WEEKS);
        for (long run = from; run < to; run++) {
            for (int week = 0; week < WEEKS; week++) {
                counts.week(week, run % 100, 99.9 - run % 50, Stage.values()[(int) (run % 2)]);
            }
        }
        return counts;
    }

    public static void write(ResultStore store, String arm, long from, long to) {
        try (PartWriter part = store.begin(arm, from, to, false)) {
            for (long run = from; run < to; run++) {
                part.add(run, outcomes(run));
            }
            part.commit(weekly(from, to));
        }
    }

    public static ResultStore open(Path root) {
        return ResultStore.open(folder(root), identity(), 0);
    }
}
