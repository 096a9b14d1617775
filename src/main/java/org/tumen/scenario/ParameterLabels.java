package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.scenario.actor.Actor;
import org.tumen.words.Texts;

/**
 * What a reader calls a parameter: whose it is, then what, such as "Japan: assertiveness" or "Region: tension reversion". No two
 * parameters of a scenario share a label, unless its actors do.
 */
public final class ParameterLabels {
    private static final String ACTORS = "actors";
    private static final String POLICY = "policy";

    private ParameterLabels() {}

    public static String of(Scenario scenario, String path) {
        return label(path, name -> {
            Actor actor = scenario.actors().get(name);
            return actor == null ? name : actor.label();
        });
    }

    /** The unit of a parameter of a scenario; a pure number has none, and what the scenario does not have is in a unit of its own. */
    public static String unit(Scenario scenario, String path) {
        String quantity = UncertaintyDraw.quantity(path);
        return ParameterCatalogue.of(scenario).stream()
                .filter(entry -> UncertaintyDraw.quantity(entry.path()).equals(quantity))
                .findFirst()
                .map(entry -> entry.unit().isEmpty() ? "pure number" : entry.unit())
                .orElse("the parameter's");
    }

    /** The label of a parameter of a stored scenario, given all of its values. */
    public static String of(JsonNode resolved, String path) {
        return of(List.of(resolved), path);
    }

    /** The same of several scenarios: an actor has its label from the first that casts it. */
    public static String of(List<JsonNode> resolved, String path) {
        return label(
                path,
                name -> resolved.stream()
                        .map(of -> of.path(ACTORS).path(name).path("label"))
                        .filter(JsonNode::isTextual)
                        .findFirst()
                        .map(JsonNode::asText)
                        .orElse(name));
    }

    private static String label(String path, UnaryOperator<String> actor) {
        List<String> steps =
                new ArrayList<>(Arrays.asList(UncertaintyDraw.quantity(path).split("\\.")));
        String whose = Texts.words(steps.remove(0));
        if (whose.equals(ACTORS) && !steps.isEmpty()) {
            String name = steps.remove(0);
            String known = actor.apply(name);
            whose = known.equals(name) ? Texts.words(name) : known;
        }
        if (steps.size() > 1 && steps.get(0).equals(POLICY)) {
            steps.remove(0);
        }
        String what = Texts.words(String.join(" ", steps));
        whose = Texts.upper(whose);
        return what.isEmpty() ? whose : whose + ": " + what;
    }
}
