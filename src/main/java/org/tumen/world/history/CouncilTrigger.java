package org.tumen.world.history;

import java.time.LocalDate;

/**
 * A major launch or nuclear test to which the Council might have answered with a draft.
 *
 * @param suspicion the program's coding of the public suspicion of the deal with Russia on that day, 0 to 1
 * @param draft symbol of the draft of sanctions that was put to the vote in answer, or an empty text
 */
public record CouncilTrigger(LocalDate date, String event, double suspicion, String draft, Provenance provenance) {
    /** Whether a draft was put to the vote in answer. */
    public boolean tabled() {
        return !draft.isEmpty();
    }
}
