package org.tumen.eventdata;

import java.time.LocalDate;
import java.util.Set;

/**
 * One event of a file.
 *
 * @param id its number in the file's own counting; empty where the file has none
 * @param sources countries of the source; ISO 3166-1 alpha-3 codes (CAMEO's where GDELT has no ISO code), or names that
 *     no code was found for; empty when the source has no country
 * @param targets countries of the target
 * @param code CAMEO code, or PLOVER event type for POLECAT
 * @param goldstein weight on the scale of −10 (hostile) to 10 (cooperative)
 */
public record CodedEvent(
        String id, LocalDate date, Set<String> sources, Set<String> targets, String code, double goldstein) {
    public CodedEvent {
        sources = Set.copyOf(sources);
        targets = Set.copyOf(targets);
    }

    /** What one value is to another that equals it. */
    interface Sharing {
        <T> T shared(T value);
    }

    /** The same event, of values that it has in common with others. */
    CodedEvent sharing(Sharing with) {
        return new CodedEvent(
                id, with.shared(date), with.shared(sources), with.shared(targets), with.shared(code), goldstein);
    }
}
