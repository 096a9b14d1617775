package org.tumen.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Form;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.Place;
import org.tumen.declare.RecordBinder;
import org.tumen.declare.Scalars;
import org.tumen.declare.SchemaTypes;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.policy.rules.Condition;
import org.tumen.words.Texts;
import org.tumen.world.Action;
import org.tumen.world.Question;
import org.tumen.world.Role;

/** What an actor does, and over what it decides: words and conditions of its role. */
public final class ActForms {
    private ActForms() {}

    /** The actions that a role can take, as files write them. */
    private static List<String> actions(Place place) {
        return place.scope() instanceof Role role
                ? Question.actions(role).stream().map(Action::key).toList()
                : List.of();
    }

    /** An action that the role can take. */
    public static final class ActionForm implements Form {
        @Override
        public boolean takes(Type type, @Nullable Object scope) {
            return type == Action.class && scope instanceof Role;
        }

        @Override
        public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
            String word = Scalars.word(node, actions(place), place.path(), binder.problems());
            return word == null ? null : Scalars.constant(Action.class, word);
        }

        @Override
        public void list(@Nullable Object value, Place place, ParameterCatalogue catalogue) {
            String allowed = place.declaration().allowed();
            catalogue.leaf(value, place, "word", allowed.isEmpty() ? String.join(", ", actions(place)) : allowed);
        }

        @Override
        public ObjectNode schema(Place place, SchemaTypes schemas) {
            ObjectNode schema = Json.object();
            actions(place).forEach(schema.putArray("enum")::add);
            return schema;
        }
    }

    /** A condition over what the role sees. */
    public static final class ConditionForm implements Form {
        @Override
        public boolean takes(Type type, @Nullable Object scope) {
            return type == Condition.class && scope instanceof Role;
        }

        @Override
        public @Nullable Object bound(Node node, Place place, RecordBinder binder) {
            // A condition that always holds is true, and no text of that word.
            Node stated = node instanceof Node.Scalar scalar && !scalar.isNull()
                    ? new Node.Scalar(scalar.text(), false, node.position())
                    : node;
            Object text = Scalars.bind(String.class, place.declaration(), stated, place.path(), binder.problems());
            if (text == null || !(place.scope() instanceof Role role)) {
                return null;
            }
            try {
                return new Condition(role, (String) text);
            } catch (IllegalArgumentException e) {
                return binder.refuse(node, place, Texts.visible(String.valueOf(e.getMessage())));
            }
        }
    }
}
