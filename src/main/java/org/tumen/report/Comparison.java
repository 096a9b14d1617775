package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tumen.outcome.Outcome;

/**
 * What the report shows of a stored comparison, {@code comparison.json}: for each arm and outcome a verdict, a difference
 * with its interval, and differences of quantiles with their bands; where there are any, a regret table and a Pareto set.
 * A part that the file lacks is left out.
 *
 * @param rows the comparisons
 * @param regret the regret tables: of an outcome or of all
 * @param pareto the Pareto set; a missing node when there is none
 */
record Comparison(List<Row> rows, List<JsonNode> regret, JsonNode pareto) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One arm against a baseline in one outcome.
     *
     * @param baseline the arm of reference
     * @param arm the other
     * @param outcome the outcome's key
     * @param verdict the verdict in words
     * @param finding what the difference comes to, in words
     * @param difference arm minus baseline; NaN where unknown
     * @param low lower end of its interval
     * @param high upper end of its interval
     * @param scale one over the standard deviation of the differences; NaN where they do not vary
     * @param pValue Holm-adjusted where the file has that, else as it is; NaN where unknown
     * @param higher share of runs in which the arm is higher; NaN where unknown
     * @param lower share of runs in which it is lower
     * @param quantiles rows of probability, difference, lower and upper end of the band
     */
    record Row(
            String baseline,
            String arm,
            String outcome,
            String verdict,
            String finding,
            double difference,
            double low,
            double high,
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

    static Comparison of(JsonNode file) {
        JsonNode list = first(file, "rows", "comparisons", "table");
        JsonNode rows = list.isArray() ? list : first(list, "rows", "comparisons");
        List<Row> found = new ArrayList<>();
        for (JsonNode row : rows) {
            found.add(row(row, first(file, "baseline").asText("")));
        }
        JsonNode regret = first(file, "regret", "regrets");
        List<JsonNode> tables = new ArrayList<>();
        if (regret.isArray()) {
            regret.forEach(tables::add);
        } else if (regret.isObject()) {
            tables.add(regret);
        }
        return new Comparison(List.copyOf(found), List.copyOf(tables), first(file, "pareto", "pareto_set"));
    }

    private static Row row(JsonNode row, String baseline) {
        JsonNode body = first(row, "comparison").isObject() ? first(row, "comparison") : row;
        JsonNode mean = first(body, "mean", "mean_difference");
        JsonNode from = mean.isObject() ? mean : body;
        double difference = number(first(from, "difference"));
        JsonNode interval = first(body, "interval").isMissingNode()
                ? first(from, "interval", "bca_interval", "t_interval")
                : first(body, "interval");
        double deviation = number(first(from, "standard_deviation"));
        JsonNode shares = first(body, "shares");
        JsonNode holm = first(row, "holm_p_value", "p_value_holm");
        return new Row(
                first(row, "baseline").asText(baseline),
                first(row, "arm").asText(""),
                first(body, "outcome").asText("").toLowerCase(Locale.ROOT),
                first(row, "verdict").asText(first(body, "verdict").asText("")),
                first(body, "finding").asText("").toLowerCase(Locale.ROOT).replace('_', ' '),
                difference,
                number(end(interval, "low", 0)),
                number(end(interval, "high", 1)),
                deviation > 0 ? 1 / deviation : Double.NaN,
                number(holm.isMissingNode() ? first(from, "p_value") : holm),
                number(first(shares, "higher")),
                number(first(shares, "lower")),
                quantiles(first(body, "quantiles", "quantile_differences")));
    }

    private static List<double[]> quantiles(JsonNode node) {
        JsonNode list = node.isArray() ? node : first(node, "differences");
        List<double[]> rows = new ArrayList<>();
        for (JsonNode q : list) {
            JsonNode band = first(q, "band", "interval");
            JsonNode low = band.isMissingNode() ? first(q, "low") : end(band, "low", 0);
            JsonNode high = band.isMissingNode() ? first(q, "high") : end(band, "high", 1);
            rows.add(new double[] {
                number(first(q, "probability")), number(first(q, "difference")), number(low), number(high)
            });
        }
        return List.copyOf(rows);
    }

    private static JsonNode end(JsonNode interval, String name, int place) {
        return interval.isArray() ? interval.path(place) : interval.path(name);
    }

    /** The first of some fields that a node has, in snake_case or camelCase. */
    static JsonNode first(JsonNode node, String... names) {
        for (String name : names) {
            for (String written : new String[] {name, camel(name)}) {
                JsonNode found = node.path(written);
                if (!found.isMissingNode() && !found.isNull()) {
                    return found;
                }
            }
        }
        return JSON.missingNode();
    }

    private static String camel(String snake) {
        StringBuilder camel = new StringBuilder();
        for (String word : snake.split("_")) {
            camel.append(camel.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }

    static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    /** What the charts draw. */
    ObjectNode data() {
        ObjectNode data = JSON.createObjectNode();
        ArrayNode list = data.putArray("rows");
        for (Row row : rows) {
            ObjectNode node = list.addObject();
            node.put("baseline", row.baseline).put("arm", row.arm).put("outcome", row.outcome);
            put(node, "difference", row.difference);
            put(node, "low", row.low);
            put(node, "high", row.high);
            put(node, "scale", row.scale);
            ArrayNode quantiles = node.putArray("quantiles");
            for (double[] q : row.quantiles) {
                ArrayNode values = quantiles.addArray();
                for (double value : q) {
                    values.add(Double.isFinite(value) ? Figures.rounded(value, 5) : null);
                }
            }
        }
        return data;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, Figures.rounded(value, 5));
        } else {
            node.putNull(name);
        }
    }
}
