package org.tumen.study.hindcast;

import java.util.List;
import java.util.stream.Collectors;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * One comparison of the model with the record, or with a naive baseline on the record.
 *
 * @param record what the record says; of a score, the baseline's
 * @param simulated what the model says
 * @param status whether the model was made without, or with, this part of the record in view
 * @param note what qualifies the status; may be empty
 */
record RecordCheck(String what, String record, String simulated, Status status, Verdict verdict, String note) {
    /** Whether the model was made with a part of the record in view. */
    enum Status {
        /** Forecast from what came before. */
        FORWARD,
        /** A number of the model was fitted to it. */
        FITTED,
        /** A number of the model was chosen by somebody who knew it. */
        SET
    }

    /** What came of a comparison. */
    enum Verdict {
        /** The record lies outside of what the model gives nine times in ten. */
        MISSES("misses", Table.Tone.BAD),
        /** The record lies inside of it. */
        MEETS("meets", Table.Tone.GOOD),
        /** The model's loss is higher than the baseline's. */
        WORSE("worse than the baseline", Table.Tone.BAD),
        /** The model's loss is lower than the baseline's. */
        BETTER("better than the baseline", Table.Tone.GOOD),
        /** The interval of the difference holds 0. */
        ALIKE("indistinguishable from the baseline", Table.Tone.OPEN);

        private final String words;
        private final Table.Tone tone;

        Verdict(String words, Table.Tone tone) {
            this.words = words;
            this.tone = tone;
        }
    }

    /** A score of the model against that of a baseline; smaller is better. */
    static RecordCheck score(
            String what, String baseline, double base, double own, ScoreComparison gain, Status status, String note) {
        Verdict verdict =
                !(gain.low() > 0 || gain.high() < 0) ? Verdict.ALIKE : gain.high() < 0 ? Verdict.BETTER : Verdict.WORSE;
        return new RecordCheck(
                what,
                baseline + " " + Numbers.fixed(base, 3),
                Numbers.fixed(own, 3) + ", difference "
                        + Numbers.interval(gain.difference(), gain.low(), gain.high(), 3),
                status,
                verdict,
                note);
    }

    /** A value of the record against a central interval of 90 % of the runs. */
    static RecordCheck held(String what, String record, String simulated, boolean meets, Status status, String note) {
        return new RecordCheck(what, record, simulated, status, meets ? Verdict.MEETS : Verdict.MISSES, note);
    }

    /** Whether the model fails here. */
    private boolean fails() {
        return verdict == Verdict.MISSES || verdict == Verdict.WORSE;
    }

    /** Says where the model fails, and how much what it meets is worth. */
    static void answer(List<RecordCheck> checks, Findings.Builder found) {
        if (checks.isEmpty()) {
            found.answer("Only event data were set beside the simulation, nothing of the public record.");
            return;
        }
        List<RecordCheck> failed = checks.stream().filter(RecordCheck::fails).toList();
        found.answer((checks.size() == 1
                        ? "The model " + (failed.isEmpty() ? "does not fail" : "fails")
                                + " the one comparison with the record"
                        : "The model fails " + (failed.isEmpty() ? "none" : failed.size()) + " of " + checks.size()
                                + " comparisons with the record")
                + failed.stream()
                        .map(c -> c.what() + " (record " + c.record() + ", model " + c.simulated() + ")")
                        .collect(Collectors.joining("; ", failed.isEmpty() ? "" : ": ", ".")));
        long known = checks.stream()
                .filter(c -> !c.fails() && c.status() != Status.FORWARD)
                .count();
        long forward = checks.stream().filter(c -> c.status() == Status.FORWARD).count();
        long passed = checks.stream()
                .filter(c ->
                        c.status() == Status.FORWARD && (c.verdict() == Verdict.BETTER || c.verdict() == Verdict.MEETS))
                .count();
        found.answer("Of what it does not fail, " + known + (known == 1 ? " was" : " were")
                + " fitted or set with the record in view and " + (known == 1 ? "is" : "are") + " no evidence. "
                + (forward == 0
                        ? "None is a forecast of what came later."
                        : forward == 1
                                ? "The one comparison forward in time it "
                                        + (passed == 1 ? "passes." : "does not pass.")
                                : "Of " + forward + " comparisons forward in time it passes " + passed + "."));
    }

    /** What qualifies the status of some comparisons, in a sentence; empty where nothing does. */
    static String notes(List<RecordCheck> checks) {
        List<String> notes = checks.stream()
                .filter(c -> !c.note().isEmpty())
                .map(c -> Texts.key(c.status()) + ", " + c.note())
                .distinct()
                .toList();
        return notes.isEmpty() ? "" : "What stands behind the status: " + String.join("; ", notes) + ".";
    }

    /** All comparisons as a table. */
    static Table table(List<RecordCheck> checks) {
        return Table.of(
                        "checks",
                        "Status: forward, forecast from what came before; fitted, a number of the model was fitted to it; set,"
                                + " a number was chosen by somebody who knew it. A value of the record is met when it lies"
                                + " in the central 90 % of runs; a score is better or worse when the 90 % interval of the difference"
                                + " leaves out 0.",
                        checks)
                .text("Compared", RecordCheck::what)
                .text("Record, or baseline", RecordCheck::record)
                .text("Model", RecordCheck::simulated)
                .text("Verdict", c -> c.verdict().words, "verdict", c -> Texts.key(c.verdict()))
                .tone(c -> c.verdict().tone)
                .text("Status", c -> Texts.key(c.status()))
                .storedText("note", "What qualifies the status", RecordCheck::note)
                .build();
    }
}
