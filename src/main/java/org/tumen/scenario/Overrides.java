package org.tumen.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Defaults;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Paths;
import org.tumen.document.Position;
import org.tumen.document.Problems;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;

/** Lays {@code path=value} overrides over a scenario document that has its defaults, by the rules of {@link Merger}. */
public final class Overrides {
    /** The file that problems of an override name. */
    static final String FILE = "--set";

    private final Set<String> given = new HashSet<>();
    private final Problems problems;
    private final Position here;

    /** Overrides of the command line. */
    public Overrides(Problems problems) {
        this(problems, new Position(FILE, 0));
    }

    /** Overrides that stand somewhere, such as in a study; problems name that place. */
    public Overrides(Problems problems, Position here) {
        this.problems = problems;
        this.here = here;
    }

    /** The document after one override; unchanged after noting what is wrong with it. */
    public Node.Mapping apply(Node.Mapping document, String override) {
        int equals = override.indexOf('=');
        if (equals < 1) {
            problems.add(here, "", "must be path=value, not " + Texts.quoted(override));
            return document;
        }
        String path = override.substring(0, equals);
        if (!given.add(path.strip())) {
            problems.add(here, Texts.brief(path.strip()), "is given twice");
            return document;
        }
        return apply(document, path, override.substring(equals + 1));
    }

    /** The document after one override. */
    public Node.Mapping apply(Node.Mapping document, String path, String text) {
        Problems own = new Problems();
        Node value = Document.value(text, FILE, own);
        own.list().forEach(p -> problems.add(here, Texts.brief(path.strip()), p.message()));
        Node read = own.isEmpty() ? value : null;
        return laid(document, path, read == null ? null : read.mapped(word -> word, place -> here));
    }

    /** The document after one override whose value is a node already. */
    public Node.Mapping apply(Node.Mapping document, String path, Node value) {
        return laid(document, path, value);
    }

    /** The document with a value, null for none that could be read, at a path. */
    private Node.Mapping laid(Node.Mapping document, String path, @Nullable Node value) {
        List<String> steps = Paths.steps(path);
        String shown = Texts.brief(path.strip());
        if (steps == null) {
            problems.add(here, shown, "is not a path; write it like deal.terms.grid_points or acts[0].week");
        }
        if (steps == null || value == null || !exists(document, steps, shown)) {
            return document;
        }
        Node over = overlay(document, steps, 0, value);
        if (!(over instanceof Node.Mapping mapping)) {
            return document;
        }
        return UncertaintyMerger.withoutLost(
                document, Defaults.record(Scenario.class, Merger.scenario(document, mapping)));
    }

    /** All steps but the last must exist; whether the last is a known key is for the binder to say. */
    private boolean exists(Node document, List<String> steps, String shown) {
        @Nullable Node node = document;
        for (int i = 0; i < steps.size(); i++) {
            if (node instanceof Node.Sequence sequence) {
                int index = index(steps.get(i));
                if (index < 0 || index >= sequence.items().size()) {
                    int size = sequence.items().size();
                    String allowed = size == 0 ? "the list is empty" : "the list has entries 0 to " + (size - 1);
                    problems.add(here, shown, "no entry " + Texts.brief(steps.get(i)) + "; " + allowed);
                    return false;
                }
                node = sequence.items().get(index);
            } else if (node instanceof Node.Mapping mapping) {
                node = mapping.get(steps.get(i));
                if (node == null && i == steps.size() - 1) {
                    return true;
                }
            } else {
                node = null;
            }
            if (node == null) {
                unknown(document, shown);
                return false;
            }
        }
        return true;
    }

    private void unknown(Node document, String shown) {
        String nearest = Nearest.to(shown, Paths.all(document, ""));
        problems.add(
                here,
                shown,
                "unknown path"
                        + (nearest == null ? "; see the listing of parameters" : "; did you mean " + nearest + "?"));
    }

    private static int index(String step) {
        return step.matches("[0-9]{1,9}") ? Integer.parseInt(step) : -1;
    }

    /** What must be laid over a node so that the value stands at the rest of the steps; a list is given whole. */
    private Node overlay(Node node, List<String> steps, int from, Node value) {
        if (from == steps.size()) {
            return value;
        }
        String step = steps.get(from);
        if (node instanceof Node.Sequence sequence) {
            int index = index(step);
            Node item = sequence.items().get(index);
            Node over = overlay(item, steps, from + 1, value);
            List<Node> items = new ArrayList<>(sequence.items());
            boolean merge = item instanceof Node.Mapping && over instanceof Node.Mapping;
            items.set(index, merge ? Merger.plain((Node.Mapping) item, (Node.Mapping) over) : over);
            return new Node.Sequence(items, here);
        }
        Node below = node instanceof Node.Mapping mapping ? mapping.get(step) : null;
        Node over = below == null ? value : overlay(below, steps, from + 1, value);
        return new Node.Mapping(Map.of(step, new Node.Field(here, over)), here);
    }
}
