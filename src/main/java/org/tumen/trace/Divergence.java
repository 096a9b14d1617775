package org.tumen.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tumen.policy.Decision;
import org.tumen.simulation.RunTrace;

/**
 * Where two runs on the same random numbers part.
 *
 * @param week the first week in which they differ
 * @param baseline the first decision that differed, as the baseline took it; empty when no decision differs, only the world
 * @param other the same decision as the other run took it
 */
public record Divergence(int week, Optional<Decision> baseline, Optional<Decision> other) {
    /** Finds where two runs part; empty when they never do. */
    public static Optional<Divergence> between(RunTrace baseline, RunTrace other) {
        int weeks = Math.min(baseline.weeks().size(), other.weeks().size());
        for (int week = 0; week < weeks; week++) {
            List<Decision> ours = baseline.decisionsOf(week);
            List<Decision> theirs = other.decisionsOf(week);
            for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
                Optional<Decision> a = at(ours, i);
                Optional<Decision> b = at(theirs, i);
                if (!sameAct(a, b)) {
                    return Optional.of(new Divergence(week, a, b));
                }
            }
            if (!baseline.weeks().get(week).equals(other.weeks().get(week))) {
                return Optional.of(new Divergence(week, Optional.empty(), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision> at(List<Decision> decisions, int i) {
        return i < decisions.size() ? Optional.of(decisions.get(i)) : Optional.empty();
    }

    private static boolean sameAct(Optional<Decision> a, Optional<Decision> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty();
        }
        return a.get().actor().equals(b.get().actor())
                && a.get().question() == b.get().question()
                && a.get().chosen() == b.get().chosen();
    }

    /** The weeks from the parting on in which events differ. */
    public static List<Integer> differingWeeks(RunTrace baseline, RunTrace other, int from) {
        List<Integer> weeks = new ArrayList<>();
        int last = Math.min(baseline.weeks().size(), other.weeks().size());
        for (int week = from; week < last; week++) {
            if (!Objects.equals(baseline.eventsOf(week), other.eventsOf(week))) {
                weeks.add(week);
            }
        }
        return weeks;
    }
}
