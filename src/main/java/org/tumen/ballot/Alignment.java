package org.tumen.ballot;

import java.util.Set;

/**
 * Which members rivalry turns against drafts on the seller.
 *
 * @param full ISO 3166-1 alpha-3 codes of the fully aligned members, alignment 1
 * @param partial codes of the partly aligned, alignment {@link VoteWeights#partialAlignment}; all others have 0
 */
public record Alignment(Set<String> full, Set<String> partial) {
    /** Russia fully, China partly: the case of 2023. */
    public static final Alignment DEFAULT = new Alignment(Set.of("RUS"), Set.of("CHN"));

    /** @throws IllegalArgumentException when a member is in both sets */
    public Alignment {
        full = Set.copyOf(full);
        partial = Set.copyOf(partial);
        for (String iso3 : full) {
            if (partial.contains(iso3)) {
                throw new IllegalArgumentException(iso3 + " is aligned fully or partly, not both");
            }
        }
    }

    /** Whether rivalry bears on a member at all. */
    public boolean concerns(String iso3) {
        return full.contains(iso3) || partial.contains(iso3);
    }

    /** The alignment of a member under these weights, 0 to 1. */
    public double of(String iso3, VoteWeights weights) {
        if (full.contains(iso3)) {
            return 1;
        }
        return partial.contains(iso3) ? weights.partialAlignment() : 0;
    }
}
