package org.tumen.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Node;
import org.tumen.document.Paths;

/**
 * Lays what is uncertain in one document over what is uncertain in another. A parameter's distribution is replaced whole,
 * and removed by {@code null}; so are the points, and the list of correlations. A parameter to which the upper document
 * gives a value is no longer uncertain: whoever sets a parameter fixes it.
 */
final class UncertaintyMerger {
    /** The key of what is uncertain. */
    static final String KEY = "uncertainties";

    private static final String PARAMETERS = "parameters";
    private static final String CORRELATION = "correlation";
    private static final String EMPIRICAL = "empirical";

    private UncertaintyMerger() {}

    /** Puts into a merged document what is uncertain of the two. */
    static Node.Mapping merge(Node.Mapping merged, Node.Mapping base, Node.Mapping over) {
        Node.Field lower = base.fields().get(KEY);
        Node.Field upper = over.fields().get(KEY);
        if (upper != null && upper.value() instanceof Node.Scalar scalar && scalar.isNull()) {
            return merged;
        }
        Node.Field field = lower == null || !(lower.value() instanceof Node.Mapping below)
                ? null
                : kept(lower, below, path -> value(over, path) == null);
        if (field != null && upper != null && upper.value() instanceof Node.Mapping above) {
            field = new Node.Field(upper.key(), laid((Node.Mapping) field.value(), above));
        } else if (upper != null) {
            field = upper;
        }
        return field == null ? merged : merged.with(KEY, field);
    }

    /**
     * A document in which what is uncertain of policies has followed them to other paths, wherever it is named:
     * distributions, correlations, points and priors.
     */
    static Node.Mapping moved(Node.Mapping document, Map<String, String> paths) {
        Node.Field field = document.fields().get(KEY);
        if (field == null || paths.isEmpty() || !(field.value() instanceof Node.Mapping uncertain)) {
            return document;
        }
        Node.Mapping read = uncertain.get(EMPIRICAL) instanceof Node.Mapping table
                ? uncertain.with(EMPIRICAL, new Node.Field(table.position(), EmpiricalTable.read(table)))
                : uncertain;
        return document.with(
                KEY, new Node.Field(field.key(), read.mapped(text -> renamed(text, paths), place -> place)));
    }

    private static String renamed(String text, Map<String, String> paths) {
        for (Map.Entry<String, String> path : paths.entrySet()) {
            if (text.startsWith(path.getKey() + ".")) {
                return path.getValue() + text.substring(path.getKey().length());
            }
        }
        return text;
    }

    /** A document without the uncertainty of parameters that were there before a change and are no more. */
    static Node.Mapping withoutLost(Node.Mapping before, Node.Mapping after) {
        Node.Field field = after.fields().get(KEY);
        if (field == null || !(field.value() instanceof Node.Mapping uncertain)) {
            return after;
        }
        Node.Field kept = kept(field, uncertain, path -> value(before, path) == null || value(after, path) != null);
        return kept == null ? after.without(KEY) : after.with(KEY, kept);
    }

    private static Node.Mapping laid(Node.Mapping lower, Node.Mapping upper) {
        Node.Mapping merged = lower;
        for (Map.Entry<String, Node.Field> entry : upper.fields().entrySet()) {
            Node.Field field = entry.getValue();
            Node below = lower.get(entry.getKey());
            boolean removed = field.value() instanceof Node.Scalar scalar && scalar.isNull();
            if (entry.getKey().equals(PARAMETERS)
                    && below instanceof Node.Mapping old
                    && field.value() instanceof Node.Mapping own) {
                merged = merged.with(PARAMETERS, new Node.Field(field.key(), replaced(old, own)));
            } else {
                merged = removed ? merged.without(entry.getKey()) : merged.with(entry.getKey(), field);
            }
        }
        return new Node.Mapping(merged.fields(), upper.position());
    }

    private static Node.Mapping replaced(Node.Mapping old, Node.Mapping own) {
        Map<String, Node.Field> fields = new LinkedHashMap<>(old.fields());
        own.fields().forEach((path, field) -> {
            if (field.value() instanceof Node.Scalar scalar && scalar.isNull()) {
                fields.remove(path);
            } else {
                fields.put(path, field);
            }
        });
        return new Node.Mapping(fields, own.position());
    }

    /** What is uncertain, of paths that are wanted; null when nothing is left. */
    private static Node.@Nullable Field kept(Node.Field field, Node.Mapping uncertain, Predicate<String> wanted) {
        Node.Mapping kept = uncertain;
        boolean any = uncertain.get(PriorExpansion.PRIORS) != null || uncertain.get(PriorExpansion.VOTES) != null;
        boolean lost = false;
        List<String> dropped = new ArrayList<>();
        if (uncertain.get(PARAMETERS) instanceof Node.Mapping parameters) {
            Node.Mapping left = parameters;
            for (String path : parameters.fields().keySet()) {
                if (!wanted.test(path)) {
                    left = left.without(path);
                    dropped.add(path);
                }
            }
            any |= !left.fields().isEmpty();
            lost = !dropped.isEmpty();
            kept = kept.with(PARAMETERS, new Node.Field(parameters.position(), left));
        }
        if (uncertain.get(EMPIRICAL) instanceof Node.Mapping table) {
            Node.Mapping left = EmpiricalTable.kept(table, wanted);
            any |= left != null;
            lost |= left == null;
            kept = left == null
                    ? kept.without(EMPIRICAL)
                    : kept.with(EMPIRICAL, new Node.Field(table.position(), left));
        }
        if (!dropped.isEmpty() && uncertain.get(CORRELATION) instanceof Node.Sequence pairs) {
            List<Node> left =
                    pairs.items().stream().filter(pair -> !names(pair, dropped)).toList();
            kept = kept.with(CORRELATION, new Node.Field(pairs.position(), new Node.Sequence(left, pairs.position())));
        }
        // Only what held nothing but what was lost is left out whole; whatever else stands there is for the binder to
        // say.
        return any || !lost ? new Node.Field(field.key(), kept) : null;
    }

    private static boolean names(Node pair, List<String> paths) {
        return pair instanceof Node.Mapping mapping
                && mapping.get("between") instanceof Node.Sequence between
                && between.items().stream()
                        .anyMatch(i -> i instanceof Node.Scalar scalar && paths.contains(scalar.text()));
    }

    /** What stands at a path, or null. */
    static @Nullable Node value(Node.Mapping document, String path) {
        List<String> steps = Paths.steps(path);
        @Nullable Node node = steps == null ? null : document;
        for (String step : steps == null ? List.<String>of() : steps) {
            if (node instanceof Node.Mapping mapping) {
                node = mapping.get(step);
            } else if (node instanceof Node.Sequence sequence && step.matches("[0-9]{1,9}")) {
                int index = Integer.parseInt(step);
                node = index < sequence.items().size() ? sequence.items().get(index) : null;
            } else {
                return null;
            }
        }
        return node;
    }
}
