package org.tumen.analysis.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.outcome.Outcome;

/**
 * How a study values its outcomes together.
 *
 * @param unit the unit of its utility; null where it states none
 * @param utility the utility, a sum of outcomes with these weights; more is better; empty where there is none
 * @param weights the weights of its criteria in points, 0 or more; empty where nobody has settled them
 */
public record Valuation(@Nullable String unit, Map<Outcome, Double> utility, Map<Outcome, Double> weights) {
    public static final Valuation NONE = new Valuation(null, Map.of(), Map.of());

    /** Keeps the order. */
    public Valuation {
        utility = Collections.unmodifiableMap(new LinkedHashMap<>(utility));
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
}
