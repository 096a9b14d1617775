package org.tumen.eventdata;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts names of which there may be any number, in bounded memory: exactly while they are fewer than {@value #MOST}, more than
 * all pairs of countries; beyond that by J. Misra and D. Gries (1982), which keeps what is frequent and counts it too low by no
 * more than the rows divided by that number.
 */
final class FrequentNames {
    static final int MOST = 100_000;

    /** A name longer than this is kept by its beginning. */
    private static final int LONGEST = 120;

    private final Map<String, Integer> counts = new HashMap<>();

    void count(String name) {
        counts.merge(name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name, 1, Integer::sum);
        if (counts.size() > MOST) {
            counts.replaceAll((each, count) -> count - 1);
            counts.values().removeIf(count -> count == 0);
        }
    }

    /** The most frequent, first. */
    List<EventFile.Counted> most(int wanted) {
        return counts.entrySet().stream()
                .map(e -> new EventFile.Counted(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(EventFile.Counted::rows)
                        .reversed()
                        .thenComparing(EventFile.Counted::name))
                .limit(wanted)
                .toList();
    }
}
