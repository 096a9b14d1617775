package org.tumen.study.trace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.document.InvalidInputException;
import org.tumen.experiment.StoredExperiment;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.Manifest;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultReader;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.StoredArm;
import org.tumen.study.LoadedScenario;
import org.tumen.study.ResultFolders;
import org.tumen.study.UsageException;
import org.tumen.study.result.ResultArgument;
import org.tumen.trace.Representative;

/**
 * The scenario whose runs are told: that of a file, or that of an arm of a stored result.
 *
 * @param seed the seed unless another is asked for
 * @param stored the runs that a result has of it; null for a file
 */
public record TracedScenario(
        Scenario scenario, long seed, @Nullable Stored stored) {
    private static final int SHOWN = 12;

    /** What it is called: an arm of a result is no other one of the same scenario. */
    public String name() {
        return stored == null ? scenario.name() : stored.arm();
    }

    /** The arm of a result; null for a file. */
    public @Nullable String arm() {
        return stored == null ? null : stored.arm();
    }

    /** The runs of an arm of a result by their numbers, ascending, failed ones included. */
    public record Stored(Path folder, String arm, List<RunRange> runs) {
        public Stored {
            runs = List.copyOf(runs);
        }

        /** The first of them; 0 where there is none. */
        public long first() {
            return runs.isEmpty() ? 0 : runs.get(0).from();
        }

        /**
         * Requires a run.
         *
         * @throws UsageException when it is not there
         */
        public long require(long run) {
            if (runs.stream().noneMatch(range -> range.from() <= run && run < range.to())) {
                throw new UsageException("--run: " + folder + " holds no run " + run + " of " + arm + "; "
                        + (runs.isEmpty() ? "it holds none" : "its runs are " + ranges())
                        + " (a scenario file has any)");
            }
            return run;
        }

        private String ranges() {
            long from = runs.get(0).from();
            long to = runs.get(runs.size() - 1).to();
            // Parts on end are told as one: what lies between the gaps.
            List<RunRange> joined = RunRange.gaps(RunRange.gaps(runs, from, to), from, to);
            return TracedScenario.listed(joined.stream().map(RunRange::toString).toList());
        }

        /**
         * The completed one that stands for all of them.
         *
         * @throws UsageException when there is no such pick or outcome
         * @throws IllegalStateException when all failed
         */
        public long pick(String pick) {
            TracedRun.Wanted wanted = TracedRun.Wanted.of(pick);
            try (ResultReader reader = ResultReader.open(folder)) {
                double[] values = reader.column(arm, wanted.outcome());
                return reader.runs(arm)[
                        Representative.find(
                                values, wanted.pick(), wanted.outcome().direction())];
            }
        }
    }

    /**
     * Reads it.
     *
     * @param given a scenario file, or a result: its folder or name
     * @param arm the arm of a result; null for its only one
     * @throws InvalidInputException with everything that is wrong with a file
     * @throws UsageException when a result cannot be simulated, or has several arms and none is named
     */
    public static TracedScenario of(Path given, @Nullable String arm, ScenarioReader.Options options) {
        Path result = Files.isRegularFile(given) ? null : result(given);
        if (result != null) {
            if (!options.overrides().isEmpty()) {
                throw new UsageException("--set changes scenario files; " + result + " is a result, traced as it is");
            }
            return ResultArgument.readable(() -> stored(result, arm));
        }
        if (Files.isDirectory(given)) {
            throw new UsageException(given + " is a folder without stored runs; name a scenario file, such as the"
                    + " posterior in the result of a calibration, or a result that holds runs");
        }
        if (arm != null) {
            throw new UsageException("--arm names an arm of a result, and " + given + " is none");
        }
        Scenario scenario = LoadedScenario.load(given, options).scenario();
        return new TracedScenario(scenario, scenario.batch().seed(), null);
    }

    private static @Nullable Path result(Path given) {
        try {
            Path found = ResultArgument.find(given.toString(), ResultFolders.root());
            return Manifest.exists(found) ? found : null;
        } catch (StoreException e) {
            // The message of a missing scenario file serves those better who meant one.
            return null;
        }
    }

    private static TracedScenario stored(Path folder, @Nullable String arm) {
        try (ResultReader reader = ResultReader.open(folder)) {
            ResultIdentity identity = reader.identity();
            if (!StoredExperiment.sameVersion(identity)) {
                throw new UsageException(folder + " is of model version " + identity.modelVersion()
                        + ", whose runs this program does not make");
            }
            StoredArm meant = arm(folder, identity.arms(), arm);
            return new TracedScenario(
                    StoredExperiment.scenario(meant),
                    identity.seed(),
                    new Stored(folder, meant.name(), reader.stored(meant.name())));
        }
    }

    private static StoredArm arm(Path folder, List<StoredArm> arms, @Nullable String name) {
        if (name == null && arms.size() == 1) {
            return arms.get(0);
        }
        return arms.stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException((name == null
                                ? folder + " has several arms; name one by --arm: "
                                : "there is no arm \"" + name + "\" in " + folder + "; there are ")
                        + listed(arms.stream().map(StoredArm::name).toList())));
    }

    private static String listed(List<String> all) {
        String first = String.join(", ", all.subList(0, Math.min(all.size(), SHOWN)));
        return all.size() > SHOWN ? first + " and " + (all.size() - SHOWN) + " more" : first;
    }
}
