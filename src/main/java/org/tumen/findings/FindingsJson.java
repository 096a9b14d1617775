package org.tumen.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.tumen.words.Texts;

/**
 * Findings as JSON: full precision for machines, and the texts for people beside it, so that the report can be made of the
 * file alone.
 */
public final class FindingsJson {
    /** Where findings lie in a result folder. */
    public static final Path FILE = Path.of("findings.json");

    /** Writes tables and charts: constants in small letters, null for numbers that are none. */
    private static final ObjectMapper RECORDS = JsonMapper.builder()
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new FiniteSerializer())
                    .addSerializer(Double.TYPE, new FiniteSerializer()))
            .build();

    private FindingsJson() {}

    private static final class FiniteSerializer extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator to, SerializerProvider all) throws IOException {
            if (Double.isFinite(value)) {
                to.writeNumber(value);
            } else {
                to.writeNull();
            }
        }
    }

    public static ObjectNode of(Findings findings) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("kind", findings.kind()).put("name", findings.name());
        root.put("question", findings.question()).put("facts", findings.facts());
        ArrayNode answer = root.putArray("answer");
        findings.answer().forEach(answer::add);
        ArrayNode sections = root.putArray("sections");
        for (Findings.Section section : findings.drawn().sections()) {
            ObjectNode node = sections.addObject();
            node.put("id", section.id()).put("title", section.title()).put("detail", section.detail());
            ArrayNode blocks = node.putArray("blocks");
            section.blocks().forEach(block -> block(blocks.addObject(), block));
        }
        return root;
    }

    private static void block(ObjectNode node, Block block) {
        if (block instanceof Block.Text text) {
            node.put("text", text.text());
        } else if (block instanceof Block.Command command) {
            node.put("command", command.text());
        } else if (block instanceof Block.Filed filed) {
            node.put("file", filed.table().name() + ".csv")
                    .put("caption", filed.table().caption());
        } else if (block instanceof Block.Still still) {
            node.put("picture", still.name())
                    .put("title", still.picture().title())
                    .put("shown", still.shown());
        } else if (block instanceof Block.Live live) {
            node.put("layout", Texts.key(live.layout())).put("label", live.label());
            node.set("charts", RECORDS.valueToTree(live.charts()));
        } else if (block instanceof Block.Rows rows) {
            node.set("table", RECORDS.valueToTree(rows.table()));
        }
    }

    /** The tree as the bytes of a file. */
    public static byte[] bytes(JsonNode findings) {
        return (findings + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
