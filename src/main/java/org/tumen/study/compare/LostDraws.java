package org.tumen.study.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Resolved;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.Uncertainties;
import org.tumen.scenario.UncertaintyDraw;

/**
 * Finds what is drawn for a policy in one arm and has no place in another, because the policy was replaced: pairs of such arms
 * do not meet the same worlds, so that a paired verdict would be false. A parameter that has its place and is not drawn
 * was given a value: that is a lever.
 */
final class LostDraws {
    private static final int MOST_NAMED = 3;

    private LostDraws() {}

    /** Why an arm of a world cannot be paired with the baseline; null where it can. */
    static @Nullable String reason(String name, Scenario arm, String baselineName, Scenario baseline) {
        List<String> lost = lost(baseline, arm);
        String where = name;
        if (lost.isEmpty()) {
            lost = lost(arm, baseline);
            where = baselineName;
        }
        if (lost.isEmpty()) {
            return null;
        }
        String other = where.equals(name) ? baselineName : name;
        String more = lost.size() > MOST_NAMED ? " and " + (lost.size() - MOST_NAMED) + " more" : "";
        return "no paired verdict on " + name + ": "
                + String.join(", ", lost.subList(0, Math.min(MOST_NAMED, lost.size())))
                + more + (lost.size() == 1 ? " is" : " are") + " drawn in " + other + ", and the policy of " + where
                + " has no place for " + (lost.size() == 1 ? "it" : "them")
                + "; let the policy that is replaced stand as otherwise of a script or of rules, or give what is drawn a"
                + " value in all arms";
    }

    /** What one draws for policies of actors that play in both, and the other has no place for. */
    private static List<String> lost(Scenario one, Scenario other) {
        Uncertainties drawn = one.uncertainties();
        if (drawn == null) {
            return List.of();
        }
        Set<String> known = new HashSet<>();
        Uncertainties elsewhere = other.uncertainties();
        if (elsewhere != null) {
            elsewhere.paths().forEach(path -> known.add(UncertaintyDraw.quantity(path)));
        }
        List<String> lost = new ArrayList<>();
        @Nullable JsonNode document = null;
        for (String path : drawn.paths()) {
            String quantity = UncertaintyDraw.quantity(path);
            String[] steps = quantity.split("\\.", 4);
            boolean ofPolicy = steps.length == 4 && steps[0].equals("actors") && steps[2].equals("policy");
            if (ofPolicy && !known.contains(quantity) && other.actors().containsKey(steps[1])) {
                document = document == null ? Resolved.document(other) : document;
                if (!holds(document.path("actors").path(steps[1]).path("policy"), steps[3])) {
                    lost.add(path);
                }
            }
        }
        return lost;
    }

    /** Whether the policy, or one that decides where it does not, has a parameter. */
    private static boolean holds(JsonNode policy, String parameter) {
        String pointer = "/" + parameter.replace('.', '/');
        for (JsonNode layer = policy; layer.isObject(); layer = layer.path("otherwise")) {
            if (!layer.at(pointer).isMissingNode()) {
                return true;
            }
        }
        return false;
    }

    /** The reasons by arm for all that cannot be paired with the baseline, in any of the worlds. */
    static Map<String, String> reasons(Map<String, Map<String, Scenario>> worlds, String baseline) {
        Map<String, String> reasons = new LinkedHashMap<>();
        worlds.values().forEach(arms -> {
            Scenario reference = arms.get(baseline);
            if (reference != null) {
                arms.forEach((name, arm) -> {
                    String reason = reason(name, arm, baseline, reference);
                    if (reason != null) {
                        reasons.putIfAbsent(name, reason);
                    }
                });
            }
        });
        return reasons;
    }
}
