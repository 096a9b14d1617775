package org.tumen.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.declare.Defaults;
import org.tumen.declare.Resolved;
import org.tumen.declare.UncertainParameter;
import org.tumen.document.JsonTree;
import org.tumen.document.Node;
import org.tumen.document.Paths;
import org.tumen.document.Position;
import org.tumen.document.Problems;
import org.tumen.policy.PolicySpec;
import org.tumen.scenario.actor.RoleKeys;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;
import org.tumen.world.Role;

/**
 * Puts the declared priors that {@code uncertainties.priors} asks for in their places among the uncertain parameters:
 * {@code all}, a list of paths (of numbers or of the sections above them), or {@code {except: [...]}}. A value that was
 * written anywhere, whatever it is, fixes its parameter and takes it out of the priors; where a vote weight or the belief at
 * the start was written, no row of a posterior is drawn.
 */
final class PriorExpansion {
    /** The key of the priors. */
    static final String PRIORS = "priors";

    /** The key of the vote model's rows. */
    static final String VOTES = "votes";

    private static final String ALL = "all";
    private static final String EXCEPT = "except";
    private static final String PATH = UncertaintyMerger.KEY + "." + PRIORS;

    private final Node.Mapping document;
    private final String unwritten;
    private final Problems problems;
    private final Map<String, UncertainParameter> declared = new LinkedHashMap<>();
    private final List<String> written = new ArrayList<>();

    private PriorExpansion(Node.Mapping document, String unwritten, Problems problems) {
        this.document = document;
        this.unwritten = unwritten;
        this.problems = problems;
        section(Scenario.class, document, "", null);
    }

    /**
     * The document with its priors spelt out.
     *
     * @param unwritten the name of a source whose values count as defaults, such as a resolved scenario; else empty
     */
    static Node.Mapping expanded(Node.Mapping document, String unwritten, Problems problems) {
        if (!(document.get(UncertaintyMerger.KEY) instanceof Node.Mapping uncertain)
                || (uncertain.get(PRIORS) == null && uncertain.get(VOTES) == null)) {
            return document;
        }
        return new PriorExpansion(document, unwritten, problems).expanded(uncertain);
    }

    private Node.Mapping expanded(Node.Mapping uncertain) {
        int before = problems.size();
        Node.Mapping changed = uncertain;
        Node asked = uncertain.get(PRIORS);
        if (asked != null) {
            changed = withPriors(uncertain.without(PRIORS), asked);
        }
        if (changed.get(VOTES) != null && written.stream().anyMatch(PriorExpansion::ofVotes)) {
            changed = changed.without(VOTES);
        }
        boolean nothing = problems.size() == before
                && changed.get(VOTES) == null
                && changed.get("empirical") == null
                && !(changed.get("parameters") instanceof Node.Mapping p
                        && !p.fields().isEmpty());
        return nothing
                ? document.without(UncertaintyMerger.KEY)
                : document.with(UncertaintyMerger.KEY, new Node.Field(uncertain.position(), changed));
    }

    private static boolean ofVotes(String path) {
        return path.matches("actors\\.[a-z0-9_]+\\.(voting\\.[a-z_]+|rivalry\\.start)");
    }

    private Node.Mapping withPriors(Node.Mapping uncertain, Node asked) {
        Node.Mapping given = uncertain.get("parameters") instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(Map.of(), asked.position());
        Node.Mapping all = given;
        for (String path : chosen(asked)) {
            if (given.get(path) == null && !written.contains(path)) {
                UncertainParameter prior = declared.get(path);
                if (prior != null) {
                    all = all.with(path, new Node.Field(asked.position(), node(prior, asked.position())));
                }
            }
        }
        return uncertain.with("parameters", new Node.Field(asked.position(), all));
    }

    private List<String> chosen(Node asked) {
        if (asked instanceof Node.Scalar scalar && scalar.text().equals(ALL)) {
            return List.copyOf(declared.keySet());
        }
        if (asked instanceof Node.Sequence list) {
            return named(list);
        }
        if (asked instanceof Node.Mapping mapping
                && mapping.fields().size() == 1
                && mapping.get(EXCEPT) instanceof Node.Sequence list) {
            List<String> left = new ArrayList<>(declared.keySet());
            left.removeAll(named(list));
            return left;
        }
        problems.add(
                asked.position(),
                PATH,
                "must be all, a list of paths, or {except: a list of paths}, not " + asked.describe());
        return List.of();
    }

    /** The declared priors that a list names, by their own paths or by those of sections above them. */
    private List<String> named(Node.Sequence list) {
        List<String> found = new ArrayList<>();
        for (Node item : list.items()) {
            String path = item instanceof Node.Scalar scalar ? scalar.text() : "";
            List<String> here = declared.keySet().stream()
                    .filter(p -> p.equals(path) || p.startsWith(path + "."))
                    .toList();
            if (here.isEmpty() || path.isEmpty()) {
                problems.add(
                        item.position(),
                        PATH,
                        Texts.quoted(path) + " has no declared prior; " + Nearest.suggestion(path, declared.keySet()));
            }
            found.addAll(here);
        }
        return found;
    }

    private static Node node(UncertainParameter prior, Position here) {
        return JsonTree.of(Resolved.document(prior), here);
    }

    private void section(Class<?> type, Node.Mapping mapping, String path, @Nullable Role role) {
        for (Component component : Component.of(type)) {
            Node node = mapping.get(component.key());
            if (node == null || component.type() == Uncertainties.class) {
                continue;
            }
            String below = Paths.under(path, component.key());
            if (CastForm.holds(component.generic())) {
                cast(node, below);
            } else if (component.type() == PolicySpec.class && role != null) {
                policy(node, below, role);
            } else if (Component.declared(component.type()) && node instanceof Node.Mapping inner) {
                section(component.type(), inner, below, role);
            } else {
                leaf(component, node, below);
            }
        }
    }

    private void cast(Node actors, String path) {
        if (actors instanceof Node.Mapping cast) {
            cast.fields().forEach((name, field) -> {
                if (field.value() instanceof Node.Mapping actor) {
                    Role role = RoleKeys.role(actor.text(RoleKeys.ROLE));
                    if (role != null) {
                        section(RoleKeys.type(role), actor, Paths.under(path, name), role);
                    }
                }
            });
        }
    }

    private void policy(Node node, String path, Role role) {
        if (node instanceof Node.Mapping policy) {
            String type = policy.text(RoleKeys.TYPE);
            Class<? extends Record> parameters = type == null ? null : RoleKeys.parameters(role, type);
            if (parameters != null) {
                section(parameters, policy, path, role);
            }
        }
    }

    private void leaf(Component component, Node node, String path) {
        String prior = component.declaration().prior();
        if (!prior.isEmpty()) {
            declared.put(path, UncertainParameter.parse(prior));
        }
        String file = node.position().file();
        if (!file.equals(Defaults.SOURCE) && !file.equals(unwritten)) {
            written.add(path);
        }
    }
}
