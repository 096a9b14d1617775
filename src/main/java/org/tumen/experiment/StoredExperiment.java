package org.tumen.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
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
import org.tumen.store.StoreException;
import org.tumen.store.StoredArm;

/** Makes the experiment of a stored result anew, to simulate it again. */
public final class StoredExperiment {
    private StoredExperiment() {}

    /** Whether this program simulates what the result holds. */
    public static boolean sameVersion(ResultIdentity identity) {
        return identity.modelVersion().equals(DiplomacySim.MODEL_VERSION);
    }

    /**
     * What to know of a result that another version of the model made, in one line; nothing of one of this version.
     *
     * @param reader the result
     */
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
     * The experiment of a result.
     *
     * @throws StoreException when a stored scenario is not one that this program can simulate, with what is wrong
     */
    public static Experiment of(ResultIdentity identity) {
        List<Experiment.ArmSpec> arms = new ArrayList<>();
        for (StoredArm arm : identity.arms()) {
            arms.add(new Experiment.ArmSpec(arm.name(), scenario(arm), arm.scenario()));
        }
        return new Experiment(identity.name(), arms, identity.seed());
    }

    /**
     * The scenario of an arm.
     *
     * @throws StoreException when it is not one that this program can simulate
     */
    public static Scenario scenario(StoredArm arm) {
        try {
            Reading reading = ScenarioReader.read(Json.MAPPER.readTree(arm.scenario()), "scenario of " + arm.name());
            if (reading.valid()) {
                return reading.scenario();
            }
            String problems = reading.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
            throw new StoreException("the stored scenario of arm " + arm.name() + " cannot be simulated: " + problems);
        } catch (JsonProcessingException e) {
            throw new StoreException("the stored scenario of arm " + arm.name() + " is not JSON", e);
        }
    }
}
