package org.tumen.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tumen.experiment.DesignExperiment;
import org.tumen.outcome.Outcome;
import org.tumen.words.NumberTexts;

/** The points of an exploration as files: a row a point with its values and what came of them. */
public final class PointFiles {
    private PointFiles() {}

    /** As CSV (RFC 4180): arm, a column a factor, and for each outcome mean, half-width of its 95 % interval and quantiles. */
    public static String csv(Exploration study, DesignPoints sample, DesignOutcomes explored) {
        StringBuilder csv = new StringBuilder("arm");
        study.factors().forEach(f -> csv.append(',').append(f.path()));
        for (Outcome o : study.outcomes()) {
            for (String what : List.of("mean", "half_width", "p5", "p50", "p95")) {
                csv.append(',').append(o.key()).append('_').append(what);
            }
        }
        csv.append('\n');
        List<double[]> columns = study.outcomes().stream()
                .flatMap(o -> columns(explored, o).stream())
                .toList();
        for (int i = 0; i < sample.values().length; i++) {
            csv.append(DesignExperiment.arm(i));
            for (int j = 0; j < study.factors().size(); j++) {
                csv.append(',').append(quoted(study.factors().get(j).text(sample.values()[i][j])));
            }
            for (double[] column : columns) {
                csv.append(',').append(Double.isFinite(column[i]) ? NumberTexts.plain(column[i]) : "");
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static List<double[]> columns(DesignOutcomes explored, Outcome o) {
        return List.of(
                explored.means(o),
                explored.halfWidths(o),
                explored.quantiles(o, 0.05),
                explored.quantiles(o, 0.5),
                explored.quantiles(o, 0.95));
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
        return root;
    }
}
