package org.tumen.store.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query returned.
 *
 * @param columns the names of the columns
 * @param types the types of the columns, as DuckDB names them: VARCHAR, BIGINT, DOUBLE and so on
 * @param rows the rows; a value is null, a {@link Number}, a {@link Boolean} or a {@link String}
 * @param truncated whether there were more rows than the limit
 */
public record QueryResult(
        List<String> columns, List<String> types, List<List<@Nullable Object>> rows, boolean truncated) {
    // Decimals keep all of their digits, zeros at the end too.
    private static final ObjectReader EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    /**
     * Reads what {@link QueryProcesses#ask} answered; no value changes on the way.
     *
     * @throws IllegalArgumentException when it is no such answer
     */
    public static QueryResult parse(String json) {
        try {
            JsonNode root = EXACT.readTree(json);
            List<String> types = texts(root.path("types"));
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (JsonNode row : root.path("rows")) {
                List<@Nullable Object> values = new ArrayList<>();
                for (JsonNode value : row) {
                    values.add(value(value, types.get(values.size())));
                }
                rows.add(values);
            }
            return new QueryResult(
                    texts(root.path("columns")),
                    types,
                    rows,
                    root.path("truncated").asBoolean());
        } catch (JsonProcessingException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no answer to a query", e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static @Nullable Object value(JsonNode value, String type) {
        if (value.isNull()) {
            return null;
        }
        return switch (type) {
            // Written as texts where they are not finite.
            case "DOUBLE" -> Double.valueOf(value.asText());
            case "FLOAT" -> Float.valueOf(value.asText());
            default ->
                value.isBigDecimal()
                        ? (BigDecimal) value.decimalValue()
                        : value.isIntegralNumber()
                                ? value.numberValue()
                                : value.isBoolean() ? (Object) value.booleanValue() : value.asText();
        };
    }
}
