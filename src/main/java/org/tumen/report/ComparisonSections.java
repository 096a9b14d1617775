package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sections of a comparison: verdicts, differences, quantiles, regret and the Pareto set. */
final class ComparisonSections {
    private final JsonNode comparison;

    ComparisonSections(JsonNode comparison) {
        this.comparison = comparison;
    }

    /** The sections by title, in their order. */
    Map<String, Html> all() {
        return comparison.isEmpty() ? Map.of() : new LinkedHashMap<>();
    }
}
