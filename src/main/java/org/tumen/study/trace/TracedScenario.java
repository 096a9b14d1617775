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
import org.tumen.store.StoreException;
import org.tumen.store.StoredArm;
import org.tumen.study.LoadedScenario;
import org.tumen.study.ResultFolders;
import org.tumen.study.UsageException;
import org.tumen.study.result.ResultArgument;

/**
 * The scenario whose runs are told: that of a file, or that of an arm of a stored result.
 *
 * @param scenario the scenario
 * @param seed the seed unless another is asked for
 */
public record TracedScenario(Scenario scenario, long seed) {
    private static final int ARMS_SHOWN = 12;

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
        if (arm != null) {
            throw new UsageException("--arm names an arm of a result, and " + given + " is none");
        }
        Scenario scenario = LoadedScenario.load(given, options).scenario();
        return new TracedScenario(scenario, scenario.batch().seed());
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
            return new TracedScenario(StoredExperiment.scenario(arm(folder, identity.arms(), arm)), identity.seed());
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
                        + shown(arms)));
    }

    private static String shown(List<StoredArm> arms) {
        String first = String.join(
                ", ", arms.stream().limit(ARMS_SHOWN).map(StoredArm::name).toList());
        return arms.size() > ARMS_SHOWN ? first + " and " + (arms.size() - ARMS_SHOWN) + " more" : first;
    }
}
