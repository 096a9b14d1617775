package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.declare.Parameter;
import org.tumen.declare.ParameterEntry;
import org.tumen.policy.Policies;
import org.tumen.policy.PolicySpec;
import org.tumen.world.Action;
import org.tumen.world.Role;

/**
 * The list of all parameters, made of their declarations: of any scenario, where paths name actors by role
 * ({@code actors.<warner>.policy.assertiveness}) and all policy types are listed, or of one scenario, with its actors, its
 * policies and its values.
 */
public final class ParameterCatalogue {
    private final List<ParameterEntry> entries = new ArrayList<>();

    private ParameterCatalogue() {}

    /** All parameters that a scenario can have. */
    public static List<ParameterEntry> declared() {
        ParameterCatalogue catalogue = new ParameterCatalogue();
        catalogue.walk(Scenario.class, null, new Place("", "", null));
        return List.copyOf(catalogue.entries);
    }

    /** The parameters of a scenario with their values. */
    public static List<ParameterEntry> of(Scenario scenario) {
        ParameterCatalogue catalogue = new ParameterCatalogue();
        catalogue.walk(Scenario.class, scenario, new Place("", "", null));
        return List.copyOf(catalogue.entries);
    }

    /** Where a walk has come to: path, the policy types that the parameters belong to, the actor's role. */
    private record Place(
            String path, String policy, @Nullable Role role) {
        Place under(String key) {
            return new Place(path.isEmpty() ? key : path + "." + key, policy, role);
        }

        Place entries() {
            return new Place(path + "[]", policy, role);
        }
    }

    private void walk(Class<?> type, @Nullable Record holder, Place place) {
        for (Component component : Component.of(type)) {
            if (component.type() == Uncertainties.class) {
                // What is uncertain are parameters of this list.
                continue;
            }
            Object value = holder == null ? null : component.of(holder);
            Place below = place.under(component.key());
            if (RecordBinder.isCast(component)) {
                cast(value instanceof Map<?, ?> actors ? actors : null, below);
            } else if (component.type() == PolicySpec.class && below.role() != null) {
                policy(component, value instanceof PolicySpec spec ? spec : null, below, below.role());
            } else if (component.type().isRecord() && component.type() != RosterSpec.class) {
                walk(component.type(), value instanceof Record section ? section : null, below);
            } else {
                leaf(component, value, below);
                Class<?> element = element(component);
                if (holder == null && element != null) {
                    walk(element, null, below.entries());
                }
            }
        }
    }

    /** The record that a list consists of, or null. */
    private static @Nullable Class<?> element(Component component) {
        if (component.type() == RosterSpec.class) {
            return ListedMember.class;
        }
        return component.generic() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> element
                        && element.isRecord()
                ? element
                : null;
    }

    private void cast(@Nullable Map<?, ?> actors, Place place) {
        Map<String, @Nullable Actor> named = new LinkedHashMap<>();
        Map<String, Role> roles = new LinkedHashMap<>();
        if (actors == null) {
            for (Role role : Role.values()) {
                named.put("<" + RoleKeys.key(role) + ">", null);
                roles.put("<" + RoleKeys.key(role) + ">", role);
            }
        } else {
            actors.forEach((name, actor) -> {
                named.put(String.valueOf(name), (Actor) actor);
                roles.put(String.valueOf(name), ((Actor) actor).role());
            });
        }
        roles.forEach((name, role) -> {
            Place below = new Place(place.path() + "." + name, "", role);
            String cast = actors == null ? null : RoleKeys.key(role);
            entries.add(word(below.under(RoleKeys.ROLE), "", cast, "The part it plays", RoleKeys.keys()));
            walk(RoleKeys.type(role), (Record) named.get(name), below);
        });
    }

    private static ParameterEntry word(
            Place place, String value, @Nullable String current, String meaning, List<String> words) {
        return new ParameterEntry(
                place.path(),
                place.policy(),
                "word",
                value,
                current,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                "",
                meaning,
                "",
                "",
                "",
                String.join(", ", words));
    }

    private void policy(Component component, @Nullable PolicySpec spec, Place place, Role role) {
        String meaning = component.declaration().meaning();
        String chosen = spec == null ? null : spec.type();
        Place type = place.under(RoleKeys.TYPE);
        entries.add(word(type, RoleKeys.defaultPolicy(role), chosen, meaning, Policies.types(role)));
        if (spec != null) {
            walk(spec.parameters().getClass(), spec.parameters(), new Place(place.path(), spec.type(), role));
        } else if (place.policy().isEmpty()) {
            Map<Class<?>, List<String>> types = new LinkedHashMap<>();
            for (String name : Policies.types(role)) {
                Class<?> parameters = RoleKeys.parameters(role, name);
                if (parameters != null) {
                    types.computeIfAbsent(parameters, k -> new ArrayList<>()).add(name);
                }
            }
            types.forEach(
                    (record, names) -> walk(record, null, new Place(place.path(), String.join(", ", names), role)));
        }
    }

    private void leaf(Component component, @Nullable Object value, Place place) {
        Parameter declared = component.declaration();
        entries.add(new ParameterEntry(
                place.path(),
                place.policy(),
                kind(component.generic()),
                text(Resolved.node(Defaults.value(declared.value()))),
                value == null ? null : text(Resolved.value(value)),
                declared.min(),
                declared.max(),
                declared.unit(),
                declared.meaning(),
                declared.basis(),
                declared.prior(),
                declared.priorBasis(),
                allowed(component, place.role())));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : Resolved.text(value);
    }

    private static String allowed(Component component, @Nullable Role role) {
        if (!component.declaration().allowed().isEmpty()) {
            return component.declaration().allowed();
        }
        if (component.type() == Action.class && role != null) {
            return String.join(", ", Scalars.actions(role));
        }
        return component.type().isEnum()
                ? String.join(", ", Scalars.constants(component.type(), component.declaration()))
                : "";
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return arguments.length == 1 ? "list of " + kind(arguments[0]) : "map to " + kind(arguments[1]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == double.class || raw == Double.class) {
            return "number";
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return "whole number";
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return "true or false";
        }
        if (raw == LocalDate.class) {
            return "date";
        }
        if (raw == MonthDay.class) {
            return "month and day";
        }
        if (raw == RosterSpec.class) {
            return "roster";
        }
        if (raw.isRecord()) {
            return "mapping";
        }
        return raw.isEnum() ? "word" : "text";
    }
}
