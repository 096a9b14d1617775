package org.tumen.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Interval;
import org.tumen.analysis.comparison.PairedComparison;
import org.tumen.words.Csv;

/** Writes comparison.json, all that a comparison found, and comparison.csv, a row a comparison. */
public final class ComparisonFiles {
    /** Where the whole comparison is kept in a result folder. */
    public static final Path JSON = Path.of("comparison.json");
    /** Where its table is kept. */
    public static final Path CSV = Path.of("comparison.csv");

    private static final ObjectMapper MAPPER = mapper();

    private ComparisonFiles() {}

    private static ObjectMapper mapper() {
        SimpleModule enums = new SimpleModule();
        enums.addSerializer(new LowerCase());
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .addModule(enums)
                .build();
    }

    /** Constants are written as files write them, in lower case. */
    @SuppressWarnings("rawtypes") // Jackson's registration of enums is raw
    private static final class LowerCase extends JsonSerializer<Enum> {
        @Override
        public Class<Enum> handledType() {
            return Enum.class;
        }

        @Override
        public void serialize(Enum value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(value.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The comparison as a JSON file. */
    public static byte[] json(Map<String, ?> content) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a comparison can be written", e);
        }
    }

    /** One row of a table with all its statistics and its verdict, as {@link #json} takes it. */
    public static Map<String, Object> row(ComparisonTable.Row row) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("outcome", row.comparison().outcome());
        content.put("label", row.comparison().outcome().label());
        content.put("unit", row.comparison().outcome().unit());
        content.put("baseline", row.baseline());
        content.put("arm", row.arm());
        content.put("verdict", row.verdict());
        content.put("adjusted_p_value", row.comparison().mean().adjustedPValue());
        content.put("interval", row.comparison().mean().interval());
        content.put("statistics", row.comparison());
        return content;
    }

    /** The table of each world as CSV. */
    public static byte[] csv(Map<String, ComparisonTable> worlds) {
        Csv csv = Csv.of(
                "world",
                "outcome",
                "baseline",
                "arm",
                "runs",
                "baseline_mean",
                "arm_mean",
                "difference",
                "low",
                "high",
                "finding",
                "higher",
                "lower",
                "equal",
                "variance_reduction",
                "p_value",
                "adjusted_p_value",
                "tail_difference",
                "tail_low",
                "tail_high",
                "verdict");
        worlds.forEach((world, table) -> table.rows().forEach(row -> csv.row(cells(world, row))));
        return csv.bytes();
    }

    private static List<@Nullable Object> cells(String world, ComparisonTable.Row row) {
        PairedComparison c = row.comparison();
        var tail = c.tail();
        Interval interval = c.mean().interval();
        return Arrays.asList(
                world,
                c.outcome().key(),
                row.baseline(),
                row.arm(),
                c.mean().runs(),
                c.mean().baseline(),
                c.mean().arm(),
                c.mean().difference(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                c.finding().name().toLowerCase(Locale.ROOT),
                c.shares().higher(),
                c.shares().lower(),
                c.shares().equal(),
                c.varianceReduction(),
                c.mean().pValue(),
                c.mean().adjustedPValue(),
                tail == null ? null : tail.difference(),
                tail == null ? null : tail.differenceInterval().low(),
                tail == null ? null : tail.differenceInterval().high(),
                row.verdict());
    }

}
