package org.tumen.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Node;
import org.tumen.document.Paths;
import org.tumen.document.Problems;
import org.tumen.world.Role;

/** Makes the cast of a scenario, each actor by its role, and holds it against the rules of casting. */
final class ActorsBinder {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    private final RecordBinder binder;
    private final Problems problems;
    private final boolean partial;

    ActorsBinder(RecordBinder binder, Problems problems, boolean partial) {
        this.binder = binder;
        this.problems = problems;
        this.partial = partial;
    }

    /** The actors by name; null after noting what is wrong. */
    @Nullable
    Map<String, Object> bind(Node.Mapping actors, String path) {
        Map<String, Object> cast = new LinkedHashMap<>();
        Map<String, Role> roles = new LinkedHashMap<>();
        boolean known = true;
        for (Map.Entry<String, Node.Field> entry : actors.fields().entrySet()) {
            String below = Paths.under(path, entry.getKey());
            if (!NAME.matcher(entry.getKey()).matches()) {
                problems.add(
                        entry.getValue().key(),
                        below,
                        "an actor's name must be up to 32 lower-case letters, digits and underscores, a letter first");
            }
            Node node = entry.getValue().value();
            Role role = role(node, below);
            known &= role != null;
            if (role != null && node instanceof Node.Mapping mapping) {
                roles.put(entry.getKey(), role);
                Object actor = binder.record(RoleKeys.type(role), mapping, below, role, Set.of(RoleKeys.ROLE));
                if (actor != null) {
                    cast.put(entry.getKey(), actor);
                }
            }
        }
        // An actor whose role is not known may be the one that seems missing.
        if (known && !partial) {
            CastingRules.problems(roles).forEach(p -> problems.add(actors.position(), path, p));
        }
        return cast.size() == actors.fields().size() ? cast : null;
    }

    private @Nullable Role role(Node node, String path) {
        if (!(node instanceof Node.Mapping mapping)) {
            boolean removed = node instanceof Node.Scalar scalar && scalar.isNull();
            problems.add(
                    node.position(),
                    path,
                    removed
                            ? "there is no such actor to remove"
                            : "must be a mapping that describes an actor, not " + node.describe());
            return null;
        }
        Node given = mapping.get(RoleKeys.ROLE);
        String below = Paths.under(path, RoleKeys.ROLE);
        if (given == null) {
            if (!partial) {
                problems.add(mapping.position(), below, "must be given: one of " + String.join(", ", RoleKeys.keys()));
            }
            return null;
        }
        return RoleKeys.role(Scalars.word(given, RoleKeys.keys(), below, problems));
    }
}
