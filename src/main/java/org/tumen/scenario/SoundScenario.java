package org.tumen.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.declare.Defaults;
import org.tumen.declare.RecordBinder;
import org.tumen.document.Node;
import org.tumen.document.Problems;
import org.tumen.scenario.actor.RoleKeys;
import org.tumen.words.Texts;
import org.tumen.world.Role;

/**
 * A scenario as far as its document is sound: what is wrong in it has its default, so that what is said about its parameters
 * elsewhere can be checked in the same go. Nothing is run of it.
 *
 * @param written the document, with what is wrong
 * @param sound the document of the scenario
 */
record SoundScenario(Scenario scenario, Node.Mapping written, Node.Mapping sound) {
    private static final int DEPTH = 50;

    /** No country's: ISO 3166 leaves the code free. */
    private static final String PLACEHOLDER_COUNTRY = "XXX";

    /** What stands in place of a wrong value may show what is wrong about it; each round takes away more. */
    private static final int ROUNDS = 8;

    /** The sound part of a document that has its defaults; null where too little is left of it. */
    static @Nullable SoundScenario of(Node.Mapping document) {
        Node.Mapping sound = document;
        for (int round = 0; round < ROUNDS; round++) {
            Problems wrong = new Problems();
            Scenario scenario = (Scenario) new RecordBinder(wrong).record(Scenario.class, sound, "", null, Set.of());
            if (scenario != null) {
                return new SoundScenario(scenario, document, sound);
            }
            sound = whole(wrong.sound(sound, "", DEPTH));
        }
        return null;
    }

    /** The document with what has no default: a name, and somebody in each part that must be played. */
    private static Node.Mapping whole(Node.Mapping document) {
        Node.Mapping given = document.get("actors") instanceof Node.Mapping actors ? actors : empty(document);
        Map<String, Node.Field> cast = new LinkedHashMap<>(given.fields());
        for (Role role : Role.values()) {
            String key = Texts.key(role);
            List<String> played = given.fields().keySet().stream()
                    .filter(name -> key.equals(text(given.get(name), RoleKeys.ROLE)))
                    .toList();
            if (RoleKeys.castOnce(role) && played.isEmpty()) {
                cast.put(key, new Node.Field(given.position(), with(empty(given), RoleKeys.ROLE, key)));
            } else if (RoleKeys.castOnce(role)) {
                played.subList(1, played.size()).forEach(cast::remove);
            }
        }
        cast.replaceAll((name, field) -> new Node.Field(field.key(), named(field.value())));
        Node.Field actors = new Node.Field(given.position(), new Node.Mapping(cast, given.position()));
        return Defaults.record(Scenario.class, named(Scenario.class, document.with("actors", actors)));
    }

    private static Node named(Node actor) {
        Role role = RoleKeys.role(text(actor, RoleKeys.ROLE));
        return role == null ? actor : named(RoleKeys.type(role), (Node.Mapping) actor);
    }

    private static Node.Mapping named(Class<?> record, Node.Mapping mapping) {
        Node.Mapping named = mapping;
        for (Component component : Component.of(record)) {
            boolean wanted = component.type() == String.class
                    && component.declaration().value().isEmpty();
            named = wanted && named.get(component.key()) == null
                    ? with(named, component.key(), record == Scenario.class ? "unnamed" : PLACEHOLDER_COUNTRY)
                    : named;
        }
        return named;
    }

    private static Node.Mapping empty(Node.Mapping at) {
        return new Node.Mapping(Map.of(), at.position());
    }

    private static Node.Mapping with(Node.Mapping mapping, String key, String word) {
        return mapping.with(key, new Node.Field(mapping.position(), new Node.Scalar(word, true, mapping.position())));
    }

    private static @Nullable String text(@Nullable Node node, String key) {
        return node instanceof Node.Mapping mapping ? mapping.text(key) : null;
    }

    /** Whether nothing is known of what stands at a path, because it or the kind of a section above it is wrong. */
    boolean lost(String path) {
        for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
            if (differs(path.substring(0, end))) {
                return true;
            }
        }
        return differs(path);
    }

    /** Whether all that is wrong beside what is uncertain are single values. */
    boolean keepsSections() {
        return sections(written.without(UncertaintyMerger.KEY), sound);
    }

    private static boolean sections(Node.Mapping written, Node.Mapping sound) {
        return sameKind(written, sound)
                && written.fields().entrySet().stream()
                        .allMatch(e -> e.getValue().value() instanceof Node.Scalar
                                || e.getValue().value() == sound.get(e.getKey())
                                || e.getValue().value() instanceof Node.Mapping inner
                                        && sound.get(e.getKey()) instanceof Node.Mapping left
                                        && sections(inner, left));
    }

    private boolean differs(String path) {
        Node here = UncertaintyMerger.value(written, path);
        Node left = UncertaintyMerger.value(sound, path);
        return here != null && (left == null || !sameKind(here, left));
    }

    private static boolean sameKind(Node here, Node left) {
        return Objects.equals(text(here, RoleKeys.ROLE), text(left, RoleKeys.ROLE))
                && Objects.equals(text(here, RoleKeys.TYPE), text(left, RoleKeys.TYPE));
    }
}
