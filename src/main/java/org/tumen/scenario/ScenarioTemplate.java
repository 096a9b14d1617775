package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.declare.CommentedYaml;
import org.tumen.declare.Component;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.document.Json;
import org.tumen.policy.rules.Vocabulary;
import org.tumen.scenario.actor.Actor;
import org.tumen.scenario.actor.RoleKeys;
import org.tumen.words.Texts;
import org.tumen.world.Question;
import org.tumen.world.Role;

/** Scenario files to begin with, made of the declarations of their parameters. */
public final class ScenarioTemplate {
    /** What a scenario must say, and what is uncertain in it; all else has a default. */
    private static final String SAID = """
            {"description": "What may become of the deal?",
             "start": "2023-09-01", "weeks": 156,
             "actors": {
               "north_korea": {"role": "seller", "iso3": "PRK", "label": "North Korea"},
               "russia": {"role": "buyer", "iso3": "RUS", "label": "Russia"},
               "japan": {"role": "warner", "iso3": "JPN", "label": "Japan"},
               "allies": {"role": "ally", "iso3": "USA", "label": "United States and South Korea"},
               "security_council": {"role": "council", "roster": "calendar"}},
             "batch": {"runs": 10000, "seed": 1},
             "uncertainties": {"priors": "all", "votes": "posterior", "replicates": 4}}""";

    private static final Pattern ROLE = Pattern.compile("<([a-z]+)>");

    private ScenarioTemplate() {}

    /** The scenario that {@link #scenario} writes. */
    public static Scenario standard(String name) {
        return ScenarioReader.read(document(name), name).scenario();
    }

    private static ObjectNode document(String name) {
        ObjectNode document = Json.object().put("name", name);
        return document.setAll((ObjectNode) Json.parse(SAID));
    }

    /** A scenario: its cast and what is uncertain, and below every parameter at its default, commented out. */
    public static String scenario(String name) {
        Map<String, JsonNode> said = new LinkedHashMap<>();
        leaves(document(name), "", said);
        List<ParameterEntry> entries = new ArrayList<>(ParameterCatalogue.of(standard(name)));
        // What is uncertain are parameters, so that catalogues list them where they stand; here it is a key like any
        // other.
        Component.of(Scenario.class).stream()
                .filter(component -> component.key().equals("uncertainties"))
                .forEach(component -> entries.add(new ParameterEntry(
                        component.key(),
                        "",
                        "mapping",
                        "",
                        null,
                        component.declaration().meaning(),
                        "")));
        return """
                # A scenario: one world and its policies. What is commented out has the value that stands there; take away
                # the "# " before a key, and before the keys that it stands under, to say something else. A parameter whose
                # value is written is no longer drawn from its prior.
                #   tumen validate FILE     says everything that is wrong with it
                #   tumen batch FILE        simulates it

                """ + CommentedYaml.of(entries, said, text -> text);
    }

    private static void leaves(JsonNode node, String path, Map<String, JsonNode> said) {
        boolean section = node.isObject() && !path.equals("uncertainties");
        if (!section) {
            said.put(path, node);
            return;
        }
        node.properties()
                .forEach(field ->
                        leaves(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), said));
    }

    /**
     * A scenario that departs from another by one actor's policy, which is written as rules.
     *
     * @param extended the other's file, relative to this one's folder
     * @param actor whose policy it is
     * @throws IllegalArgumentException when the scenario casts no such actor
     */
    public static String rules(String name, String extended, Scenario scenario, String actor) {
        Actor cast = scenario.actors().get(actor);
        if (cast == null) {
            throw new IllegalArgumentException("no actor is called " + actor + "; there are "
                    + String.join(", ", scenario.actors().keySet()));
        }
        Role role = cast.role();
        StringBuilder names = new StringBuilder();
        Vocabulary.names(role)
                .forEach(word -> names.append("#   ")
                        .append(word)
                        .append(": ")
                        .append(Vocabulary.kind(role, word))
                        .append('\n'));
        StringBuilder acts = new StringBuilder();
        String act = "";
        for (Question question : Question.values()) {
            if (question.role() == role) {
                List<String> options =
                        question.options().stream().map(option -> option.key()).toList();
                act = act.isEmpty() ? options.get(options.size() - 1) : act;
                acts.append("#   ")
                        .append(question.key())
                        .append(": ")
                        .append(String.join(", ", options))
                        .append('\n');
            }
        }
        return """
                # A policy made of rules: the first rule whose condition holds, of those that answer the question that is put,
                # decides; where none does, the policy that the scenario had, or the one that "otherwise" names.
                #   tumen trace FILE --why     shows which rule decided
                # What a condition may look at, with + - * / %% == != < <= > >= and or not ( ):
                %s# What may be done, by question:
                %s
                extends: %s
                name: %s
                actors:
                  %s:
                    policy:
                      type: rules
                      rules:
                        - when: tension > 60 and not crisis
                          do: %s
                        - when: date >= '2024-03-01' and weeks_since_start %% 26 == 0
                          do: %s
                      # otherwise: {type: %s}
                """.formatted(
                        names,
                        acts,
                        CommentedYaml.flow(JsonNodeFactory.instance.textNode(extended)),
                        name,
                        actor,
                        act,
                        act,
                        RoleKeys.defaultPolicy(role));
    }

    /**
     * A text with the names of a scenario's actors in place of roles in angle brackets.
     *
     * @throws IllegalArgumentException when the scenario casts nobody in a role
     */
    public static String named(String text, Scenario scenario) {
        return ROLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(scenario.actors().entrySet().stream()
                        .filter(actor -> Texts.key(actor.getValue().role()).equals(found.group(1)))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("the scenario " + scenario.name() + " casts no "
                                + found.group(1) + ", which the example needs"))));
    }
}
