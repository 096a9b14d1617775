package org.tumen.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tumen.document.Json;
import org.tumen.document.Problem;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultReader;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.StoredArm;

/** The scenarios of a stored result, to simulate it again. */
public final class StoredExperiment {
    /** Arms whose scenarios are kept; a design has thousands. */
    private static final int KEPT = 16;

    /**
     * Scenarios by their texts, those asked for last: reading and checking one costs a tenth of a small batch, and whoever
     * tells of a result asks several times, often just after having simulated it.
     */
    private static final Map<String, Scenario> READ =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Scenario> eldest) {
                    return size() > KEPT;
                }
            });

    private StoredExperiment() {}

    /** Remembers what the texts of an experiment were made from, which need not be read again then. */
    public static void remember(Experiment experiment) {
        experiment.arms().stream().limit(KEPT).forEach(arm -> READ.put(arm.resolved(), arm.scenario()));
    }

    /** Whether this program simulates what the result holds. */
    public static boolean sameVersion(ResultIdentity identity) {
        return identity.modelVersion().equals(DiplomacySim.MODEL_VERSION);
    }

    /** What to know of a result that another version of the model made, in one line; nothing of one of this version. */
    public static Optional<String> otherVersion(ResultReader reader) {
        ResultIdentity identity = reader.identity();
        if (sameVersion(identity)) {
            return Optional.empty();
        }
        List<String> own = reader.outcomes().stream()
                .filter(key -> Outcome.byKey(key).isEmpty())
                .toList();
        return Optional.of(reader.folder() + " is of model version " + identity.modelVersion() + ", this program of "
                + DiplomacySim.MODEL_VERSION + ": it can be read, not extended or compared. Its "
                + reader.outcomes().size()
                + " outcomes are those of that version"
                + (own.isEmpty() ? "" : "; without a counterpart today: " + String.join(", ", own)));
    }

    /**
     * The scenario of an arm.
     *
     * @throws StoreException when it is not one that this program can simulate
     */
    public static Scenario scenario(StoredArm arm) {
        Scenario known = READ.get(arm.scenario());
        if (known != null) {
            return known;
        }
        Reading reading = ScenarioReader.read(Json.parse(arm.scenario()), "scenario of " + arm.name());
        if (!reading.valid()) {
            String problems = reading.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
            throw new StoreException("the stored scenario of arm " + arm.name() + " cannot be simulated: " + problems);
        }
        READ.put(arm.scenario(), reading.scenario());
        return reading.scenario();
    }
}
