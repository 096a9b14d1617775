package org.tumen.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.tumen.findings.Findings;
import org.tumen.store.ResultReader;
import org.tumen.store.file.StoreException;
import org.tumen.words.Numbers;

/**
 * What is known of a study while it runs: worked out when somebody looks, and only then. A kind hands one to its session when
 * it begins what takes long; whoever watches asks it as often as it likes, on a thread of its own.
 */
@FunctionalInterface
public interface Interim {
    /** What is known now; empty while nothing is. */
    Optional<Findings> known();

    /** What the runs say that a result folder holds at the time of a look. */
    static Interim ofRuns(Path folder, Function<ResultReader, Optional<Findings>> told) {
        return () -> {
            if (!Files.exists(folder)) {
                return Optional.empty();
            }
            try (ResultReader reader = ResultReader.open(folder)) {
                return told.apply(reader);
            } catch (StoreException e) {
                // The folder is being made, or a part of it replaced, at this moment; the next look sees it.
                return Optional.empty();
            }
        };
    }

    /**
     * Begins findings of which more is to come, and says so.
     *
     * @param kind what is being done, such as "sweep"
     * @param made how much is there
     * @param planned of how much that is
     * @param unit of what, in the plural, such as "runs"
     */
    static Findings.Builder begin(String kind, String name, String question, long made, long planned, String unit) {
        String part = Numbers.count(made) + " of " + Numbers.count(Math.max(made, planned)) + " " + unit;
        boolean all = made >= planned;
        return Findings.of(
                        kind + ", so far",
                        name,
                        question,
                        all
                                ? "Partial: from all " + Numbers.count(made) + " " + unit
                                        + ". The whole analysis is being made."
                                : "Partial: from " + part + ". These figures will move as the rest comes in.")
                .answer(
                        all
                                ? "Not finished: all " + Numbers.count(made) + " " + unit
                                        + " are there, and are being analysed."
                                : "Not finished: " + part + " so far.");
    }
}
