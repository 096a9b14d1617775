package org.tumen.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.Measure;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;
import org.tumen.store.part.StoredArm;

/**
 * An arm of a stored result.
 *
 * @param stored its name in the result
 * @param name its name in texts
 */
public record ResultArm(ResultReader reader, String stored, String name) {
    /** How many runs on end share a draw of its uncertain parameters; 1 where it draws nothing. */
    public int replicates() {
        return SharedPoints.replicates(reader, stored);
    }

    /** Its outcomes in those of its runs that are taken. */
    public Arm in(LongPredicate taken, List<Measure> measures) {
        long[] all = reader.runs(stored);
        int[] places =
                IntStream.range(0, all.length).filter(i -> taken.test(all[i])).toArray();
        Map<Outcome, double[]> columns = new EnumMap<>(Outcome.class);
        for (Measure measure : measures) {
            double[] column = reader.column(stored, measure.outcome());
            columns.put(
                    measure.outcome(),
                    Arrays.stream(places).mapToDouble(i -> column[i]).toArray());
        }
        long[] runs = Arrays.stream(places).mapToLong(i -> all[i]).toArray();
        return new Arm(name, columns, Clusters.of(runs, replicates()));
    }

    /** What it is in the result. */
    public StoredArm arm() {
        return reader.identity().arms().stream()
                .filter(arm -> arm.name().equals(stored))
                .findFirst()
                .orElseThrow();
    }

    /** Its resolved scenario. */
    JsonNode scenario() {
        return ArmFacts.tree(arm());
    }
}
