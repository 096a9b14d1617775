package org.tumen.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Node;
import org.tumen.scenario.actor.RoleKeys;
import org.tumen.world.Role;

/**
 * Lays one document over another: mappings merge, anything else replaces. In a scenario {@code actors.x: null} removes an
 * actor, an actor given another role is replaced, and so is a policy given another type, unless both types share their
 * parameters ({@code quantal} and {@code best_reply}: then it is merged) or the new type is {@code script} without
 * {@code otherwise} (then the policy that was there becomes its {@code otherwise}).
 */
final class Merger {
    private static final String UNCERTAIN = UncertaintyMerger.KEY;

    private Merger() {}

    /** Lays any document over another. */
    static Node.Mapping plain(Node.Mapping base, Node.Mapping over) {
        Node.Mapping merged = base;
        for (Map.Entry<String, Node.Field> entry : over.fields().entrySet()) {
            Node below = base.get(entry.getKey());
            Node.Field field = entry.getValue();
            if (below instanceof Node.Mapping lower && field.value() instanceof Node.Mapping upper) {
                field = new Node.Field(field.key(), plain(lower, upper));
            }
            merged = merged.with(entry.getKey(), field);
        }
        return new Node.Mapping(merged.fields(), over.position());
    }

    /** Lays a scenario document over another. */
    static Node.Mapping scenario(Node.Mapping base, Node.Mapping over) {
        Node.Field lower = base.fields().get("actors");
        Node.Field upper = over.fields().get("actors");
        Node.Mapping merged = UncertaintyMerger.merge(
                plain(
                        base.without("actors").without(UNCERTAIN),
                        over.without("actors").without(UNCERTAIN)),
                UncertaintyMerger.moved(base, lowered(lower, upper)),
                over);
        if (lower == null) {
            return upper == null ? merged : merged.with("actors", upper);
        }
        if (upper == null) {
            return merged.with("actors", lower);
        }
        boolean both = lower.value() instanceof Node.Mapping && upper.value() instanceof Node.Mapping;
        Node actors = both ? actors((Node.Mapping) lower.value(), (Node.Mapping) upper.value()) : upper.value();
        return merged.with("actors", new Node.Field(upper.key(), actors));
    }

    private static Node.Mapping actors(Node.Mapping base, Node.Mapping over) {
        Node.Mapping merged = new Node.Mapping(base.fields(), over.position());
        for (Map.Entry<String, Node.Field> entry : over.fields().entrySet()) {
            String name = entry.getKey();
            Node value = entry.getValue().value();
            Node below = base.get(name);
            if (below != null && value instanceof Node.Scalar scalar && scalar.isNull()) {
                merged = merged.without(name);
            } else if (below instanceof Node.Mapping lower && value instanceof Node.Mapping upper) {
                merged = merged.with(name, new Node.Field(entry.getValue().key(), actor(lower, upper)));
            } else {
                merged = merged.with(name, entry.getValue());
            }
        }
        return merged;
    }

    private static Node.Mapping actor(Node.Mapping base, Node.Mapping over) {
        String role = over.text(RoleKeys.ROLE);
        if (role != null && !role.equals(base.text(RoleKeys.ROLE))) {
            return over;
        }
        Node.Mapping merged = plain(base.without(RoleKeys.POLICY), over.without(RoleKeys.POLICY));
        Node.Field upper = over.fields().get(RoleKeys.POLICY);
        Node.Field lower = base.fields().get(RoleKeys.POLICY);
        Node.Field policy = upper == null ? lower : policy(RoleKeys.role(base.text(RoleKeys.ROLE)), lower, upper);
        return policy == null ? merged : merged.with(RoleKeys.POLICY, policy);
    }

    private static Node.Field policy(@Nullable Role role, Node.@Nullable Field base, Node.Field over) {
        if (base == null
                || role == null
                || !(base.value() instanceof Node.Mapping lower)
                || !(over.value() instanceof Node.Mapping upper)) {
            return over;
        }
        String old = Objects.requireNonNullElse(lower.text(RoleKeys.TYPE), RoleKeys.defaultPolicy(role));
        String type = upper.text(RoleKeys.TYPE);
        if (type == null || type.equals(old) || sameParameters(role, old, type)) {
            Node.Mapping merged = plain(lower.without(RoleKeys.OTHERWISE), upper.without(RoleKeys.OTHERWISE));
            Node.Field inner = lower.fields().get(RoleKeys.OTHERWISE);
            Node.Field outer = upper.fields().get(RoleKeys.OTHERWISE);
            Node.Field otherwise = outer == null ? inner : policy(role, inner, outer);
            return new Node.Field(over.key(), otherwise == null ? merged : merged.with(RoleKeys.OTHERWISE, otherwise));
        }
        if (RoleKeys.LAYERED.contains(type) && upper.get(RoleKeys.OTHERWISE) == null) {
            Node.Field kept = new Node.Field(over.key(), lower);
            return new Node.Field(over.key(), upper.with(RoleKeys.OTHERWISE, kept));
        }
        return over;
    }

    /** The paths of the policies above which scripts or rules are put, each with the path that it has then. */
    private static Map<String, String> lowered(Node.@Nullable Field base, Node.@Nullable Field over) {
        Map<String, String> paths = new LinkedHashMap<>();
        if (base != null
                && over != null
                && base.value() instanceof Node.Mapping before
                && over.value() instanceof Node.Mapping after) {
            after.fields().forEach((name, field) -> {
                if (before.get(name) instanceof Node.Mapping lower && field.value() instanceof Node.Mapping upper) {
                    String own = upper.text(RoleKeys.ROLE);
                    String role = lower.text(RoleKeys.ROLE);
                    if (own == null || own.equals(role)) {
                        lowered(
                                RoleKeys.role(role),
                                lower.get(RoleKeys.POLICY),
                                upper.get(RoleKeys.POLICY),
                                "actors." + name + "." + RoleKeys.POLICY,
                                paths);
                    }
                }
            });
        }
        return paths;
    }

    private static void lowered(
            @Nullable Role role, @Nullable Node lower, @Nullable Node over, String path, Map<String, String> paths) {
        if (role == null || !(over instanceof Node.Mapping upper)) {
            return;
        }
        String old = type(role, lower);
        String type = upper.text(RoleKeys.TYPE);
        if (type == null || type.equals(old)) {
            Node inner = lower instanceof Node.Mapping mapping ? mapping.get(RoleKeys.OTHERWISE) : null;
            lowered(role, inner, upper.get(RoleKeys.OTHERWISE), path + "." + RoleKeys.OTHERWISE, paths);
            return;
        }
        String below = path;
        @Nullable Node layer = upper;
        while (layer instanceof Node.Mapping mapping && RoleKeys.LAYERED.contains(type(role, mapping))) {
            below = below + "." + RoleKeys.OTHERWISE;
            layer = mapping.get(RoleKeys.OTHERWISE);
        }
        boolean stays = layer == null || type(role, layer).equals(old) || sameParameters(role, old, type(role, layer));
        if (stays && !below.equals(path)) {
            paths.put(path, below);
        }
    }

    private static String type(Role role, @Nullable Node policy) {
        String type = policy instanceof Node.Mapping mapping ? mapping.text(RoleKeys.TYPE) : null;
        return Objects.requireNonNullElse(type, RoleKeys.defaultPolicy(role));
    }

    private static boolean sameParameters(Role role, String one, String other) {
        Class<? extends Record> parameters = RoleKeys.parameters(role, one);
        return parameters != null && parameters.equals(RoleKeys.parameters(role, other));
    }
}
