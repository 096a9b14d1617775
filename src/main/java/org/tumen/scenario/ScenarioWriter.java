package org.tumen.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import org.tumen.declare.Resolved;
import org.tumen.words.Numbers;

/** Writes scenarios as YAML that reads back to an equal scenario. */
public final class ScenarioWriter {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .stringQuotingChecker(new Quoting())
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build());

    /** Quotes what would be read as a number: the library leaves some of them bare, such as 1e3. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || Numbers.isNumber(value);
        }
    }

    private ScenarioWriter() {}

    /** The scenario with every value spelt out. */
    public static String yaml(Scenario scenario) {
        return yaml(Resolved.document(scenario));
    }

    /** Only what the scenario says beyond declared defaults, and its name and cast. */
    public static String brief(Scenario scenario) {
        ObjectNode document = Resolved.document(scenario);
        return yaml(Resolved.brief(Scenario.class, document, document.objectNode(), null));
    }

    private static String yaml(JsonNode document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
