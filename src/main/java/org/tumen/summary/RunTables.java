package org.tumen.summary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.tumen.outcome.Outcome;
import org.tumen.store.ResultReader;

/** Outcomes of the runs of all arms of a result, side by side: for arms that have thousands in one pass over the files. */
public final class RunTables {
    private RunTables() {}

    /**
     * Reads them: so many runs of each arm, from a first one.
     *
     * @return by arm a row an outcome, a column a run; NaN where a run is not there, or failed
     */
    public static Map<String, double[][]> of(
            ResultReader reader, List<Outcome> wanted, ToLongFunction<String> first, ToIntFunction<String> runs) {
        Map<String, double[][]> tables = new HashMap<>();
        reader.identity().arms().forEach(arm -> {
            double[][] table = new double[wanted.size()][runs.applyAsInt(arm.name())];
            Arrays.stream(table).forEach(row -> Arrays.fill(row, Double.NaN));
            tables.put(arm.name(), table);
        });
        reader.forEachRunOfAllArms(wanted, (arm, run, values) -> {
            double[][] table = tables.getOrDefault(arm, new double[0][]);
            long column = run - first.applyAsLong(arm);
            for (int o = 0; o < table.length; o++) {
                if (column >= 0 && column < table[o].length) {
                    table[o][(int) column] = values[o];
                }
            }
        });
        return tables;
    }
}
