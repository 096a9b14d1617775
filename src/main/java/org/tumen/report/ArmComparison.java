package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.document.Json;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;

/**
 * What the report shows of a stored comparison, {@code comparison.json}: for each arm and outcome a verdict, a difference
 * with its interval, and differences of quantiles with their bands; where there are any, a regret table and a Pareto set.
 * A part that the file lacks is left out.
 *
 * @param rows the comparisons
 * @param regret the regret table of each outcome; none for a single world
 * @param pareto the Pareto set of each world that has one
 * @param decisions the decisions of a representative run that weigh most
 */
record ArmComparison(List<Row> rows, Map<String, JsonNode> regret, Map<String, JsonNode> pareto, JsonNode decisions) {
    /**
     * One arm against a baseline in one outcome.
     *
     * @param baseline the arm of reference
     * @param arm the other
     * @param outcome the outcome's key
     * @param verdict the verdict in words
     * @param difference arm minus baseline; NaN where unknown
     * @param low lower end of its interval; NaN where too few runs differ for one
     * @param high upper end of its interval
     * @param matters the smallest difference that matters; NaN where the study names none
     * @param scale one over the standard deviation of the differences; NaN where they do not vary
     * @param pValue adjusted for all rows together; NaN where unknown
     * @param higher share of runs in which the arm is higher; NaN where unknown
     * @param lower share of runs in which it is lower
     * @param quantiles rows of probability, difference, lower and upper end of the band
     */
    public record Row(
            String baseline,
            String arm,
            String outcome,
            String verdict,
            double difference,
            double low,
            double high,
            double matters,
            double scale,
            double pValue,
            double higher,
            double lower,
            List<double[]> quantiles) {
        /** The outcome's name in texts. */
        String label() {
            return Outcome.byKey(outcome).map(Outcome::label).orElse(outcome);
        }

        /** The outcome's unit. */
        String unit() {
            return Outcome.byKey(outcome).map(Outcome::unit).orElse("");
        }
    }

    static ArmComparison of(JsonNode file) {
        JsonNode worlds = file.path("worlds");
        Map<String, Double> matters = new LinkedHashMap<>();
        file.path("measures")
                .forEach(m -> matters.put(m.path("outcome").asText(), number(m.path("smallest_difference"))));
        List<Row> found = new ArrayList<>();
        Map<String, JsonNode> pareto = new LinkedHashMap<>();
        for (JsonNode world : worlds) {
            // As in the result itself, an arm is called by its world too where there are several.
            String name = world.path("world").asText("");
            String prefix = worlds.size() > 1 ? name + "." : "";
            for (JsonNode row : world.path("comparisons")) {
                found.add(row(row, prefix, matters));
            }
            if (world.path("pareto").path("entries").size() > 0) {
                pareto.put(name, world.path("pareto"));
            }
        }
        Map<String, JsonNode> regret = new LinkedHashMap<>();
        file.path("regret").properties().forEach(table -> regret.put(table.getKey(), table.getValue()));
        return new ArmComparison(List.copyOf(found), regret, pareto, file.path("turning_points"));
    }

    private static Row row(JsonNode row, String prefix, Map<String, Double> matters) {
        JsonNode statistics = row.path("statistics");
        JsonNode mean = statistics.path("mean");
        JsonNode shares = statistics.path("shares");
        double deviation = number(mean.path("standard_deviation"));
        List<double[]> quantiles = new ArrayList<>();
        for (JsonNode q : statistics.path("quantiles").path("differences")) {
            JsonNode band = q.path("band");
            quantiles.add(new double[] {
                number(q.path("probability")),
                number(q.path("difference")),
                number(band.path("low")),
                number(band.path("high"))
            });
        }
        return new Row(
                prefix + row.path("baseline").asText(""),
                prefix + row.path("arm").asText(""),
                row.path("outcome").asText(""),
                row.path("verdict").asText(""),
                number(mean.path("difference")),
                number(row.path("interval").path("low")),
                number(row.path("interval").path("high")),
                matters.getOrDefault(row.path("outcome").asText(""), Double.NaN),
                deviation > 0 ? 1 / deviation : Double.NaN,
                number(row.path("adjusted_p_value")),
                number(shares.path("higher")),
                number(shares.path("lower")),
                List.copyOf(quantiles));
    }

    static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    /** What the charts draw. */
    ObjectNode data() {
        ObjectNode data = Json.object();
        ArrayNode list = data.putArray("rows");
        for (Row row : rows) {
            ObjectNode node = list.addObject();
            node.put("baseline", row.baseline).put("arm", row.arm).put("outcome", row.outcome);
            put(node, "difference", row.difference);
            put(node, "low", row.low);
            put(node, "high", row.high);
            put(node, "matters", row.matters);
            put(node, "scale", row.scale);
            ArrayNode quantiles = node.putArray("quantiles");
            for (double[] q : row.quantiles) {
                ArrayNode values = quantiles.addArray();
                for (double value : q) {
                    values.add(Double.isFinite(value) ? Numbers.rounded(value, 5) : null);
                }
            }
        }
        return data;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, Numbers.rounded(value, 5));
        } else {
            node.putNull(name);
        }
    }
}
