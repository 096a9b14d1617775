package org.tumen.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tumen.experiment.DesignExperiment;
import org.tumen.words.Csv;

/** The points of an exploration as files: a row a point with its values and what came of them. */
public final class PointFiles {
    private PointFiles() {}

    /** As CSV: arm, a column a factor, and for each outcome mean, half-width of its 95 % interval and quantiles. */
    public static String csv(Exploration study, DesignPoints sample, DesignOutcomes explored) {
        return csv(
                study, sample, study.outcomes().stream().map(explored::values).toList(), List.of(), i -> List.of());
    }

    /**
     * The same of any quantities, with columns of the caller's at the end.
     *
     * @param names their names
     * @param cells their cells at a point
     */
    public static String csv(
            Exploration study,
            DesignPoints sample,
            List<PointValues> values,
            List<String> names,
            IntFunction<List<?>> cells) {
        List<String> header = new ArrayList<>(List.of("arm"));
        study.factors().forEach(f -> header.add(f.path()));
        List<double[]> columns = new ArrayList<>();
        for (PointValues of : values) {
            for (String what : List.of("mean", "half_width", "p5", "p50", "p95")) {
                header.add(of.key() + "_" + what);
            }
            columns.addAll(
                    List.of(of.means(), of.halfWidths(), of.quantiles(0.05), of.quantiles(0.5), of.quantiles(0.95)));
        }
        header.addAll(names);
        Csv csv = Csv.of(header);
        for (int i = 0; i < sample.values().length; i++) {
            List<Object> row = new ArrayList<>(
                    List.of(DesignExperiment.arm(i * Math.max(1, study.arms().size()))));
            for (int j = 0; j < study.factors().size(); j++) {
                // As the scenario of the point has it.
                row.add(study.factors().get(j).text(sample.values()[i][j]));
            }
            for (double[] column : columns) {
                row.add(column[i]);
            }
            row.addAll(cells.apply(i));
            csv.row(row);
        }
        return csv.text();
    }

    /** What every JSON file of an exploration begins with. */
    public static ObjectNode json(Exploration study, String kind, int points) {
        ObjectNode root = ExplorationRun.object();
        root.put("study", study.name()).put("kind", kind).put("points", points);
        root.put("runs", study.runs()).put("seed", study.seed());
        ArrayNode factors = root.putArray("factors");
        study.factors()
                .forEach(f -> factors.addObject()
                        .put("path", f.path())
                        .put(
                                "distribution",
                                f.choices().isEmpty() ? f.distribution().describe() : f.words()));
        ArrayNode outcomes = root.putArray("outcomes");
        study.outcomes().forEach(o -> outcomes.add(o.key()));
        if (study.arms().size() > 1) {
            ArrayNode arms = root.putArray("arms");
            study.armNames().forEach(arms::add);
        }
        return root;
    }
}
