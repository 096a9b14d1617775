package org.tumen.summary;

import java.util.HashMap;
import java.util.Map;
import org.tumen.analysis.Clusters;
import org.tumen.store.ResultReader;
import org.tumen.store.part.StoredArm;

/** Which stored runs share a point of their arm's uncertain parameters. */
public final class SharedPoints {
    private SharedPoints() {}

    /** How many runs on end share a point of the uncertain parameters of an arm; 1 where nothing is uncertain. */
    public static int replicates(StoredArm arm) {
        return Math.max(
                1, ArmFacts.tree(arm).path("uncertainties").path("replicates").asInt(1));
    }

    /** The same by the arm's name. */
    public static int replicates(ResultReader reader, String arm) {
        return reader.identity().arms().stream()
                .filter(a -> a.name().equals(arm))
                .mapToInt(SharedPoints::replicates)
                .findFirst()
                .orElseThrow();
    }

    /** The same of all arms of a result, in their order. */
    public static int[] replicates(ResultReader reader) {
        Map<String, Integer> known = new HashMap<>();
        return reader.identity().arms().stream()
                .mapToInt(arm -> {
                    // Numbers of what is uncertain are no values of a point: an arm that is like another shares them.
                    StoredArm.Likeness like = arm.like();
                    int found =
                            like == null ? replicates(arm) : known.computeIfAbsent(like.arm(), a -> replicates(arm));
                    known.put(arm.name(), found);
                    return found;
                })
                .toArray();
    }

    /** The clusters of an arm's completed runs. */
    public static Clusters of(ResultReader reader, String arm) {
        return Clusters.of(reader.runs(arm), replicates(reader, arm));
    }
}
