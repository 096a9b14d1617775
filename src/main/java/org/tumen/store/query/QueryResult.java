package org.tumen.store.query;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;

/**
 * What a query returned.
 *
 * @param types the types of the columns, as DuckDB names them: VARCHAR, BIGINT, DOUBLE and so on
 * @param rows the rows; a value is null, a {@link Number}, a {@link Boolean} or a {@link String}
 * @param truncated whether there were more rows than the limit
 */
public record QueryResult(
        List<String> columns, List<String> types, List<List<@Nullable Object>> rows, boolean truncated) {
    /**
     * Reads what {@link QueryProcesses#ask} answered, row by row; no value changes on the way.
     *
     * @throws IllegalArgumentException when it is no such answer
     */
    public static QueryResult parse(String json) {
        try (JsonParser parser = Json.PLAIN.createParser(json)) {
            parser.nextToken();
            List<String> columns = texts(parser, "columns");
            List<String> types = texts(parser, "types");
            List<List<@Nullable Object>> rows = new ArrayList<>();
            require(parser.nextFieldName(new SerializedString("rows")) && parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<@Nullable Object> values = new ArrayList<>(types.size());
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser, types.get(values.size())));
                }
                rows.add(values);
            }
            require(parser.nextFieldName(new SerializedString("truncated")));
            return new QueryResult(columns, types, rows, parser.nextBooleanValue());
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no answer to a query", e);
        }
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("no answer to a query");
        }
    }

    private static List<String> texts(JsonParser parser, String field) throws IOException {
        require(parser.nextFieldName(new SerializedString(field)) && parser.nextToken() == JsonToken.START_ARRAY);
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
        }
        return texts;
    }

    private static @Nullable Object value(JsonParser value, String type) throws IOException {
        if (value.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (type) {
            // Written as texts where they are not finite.
            case "DOUBLE" -> Double.valueOf(value.getText());
            case "FLOAT" -> Float.valueOf(value.getText());
            default ->
                switch (value.currentToken()) {
                    // Decimals keep all of their digits, zeros at the end too.
                    case VALUE_NUMBER_FLOAT -> value.getDecimalValue();
                    case VALUE_NUMBER_INT -> value.getNumberValue();
                    case VALUE_TRUE, VALUE_FALSE -> value.getBooleanValue();
                    default -> value.getText();
                };
        };
    }
}
