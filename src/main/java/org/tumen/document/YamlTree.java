package org.tumen.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Texts;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Makes a {@link Node} tree of YAML text. Nothing is constructed from tags, aliases are written out within a budget, and
 * every duplicate key is noted (the first one counts). Merge keys ({@code <<}) add the keys of other mappings.
 */
final class YamlTree {
    /** Deepest nesting. */
    static final int DEPTH = 50;
    /** Most values, aliases written out. */
    static final int MOST_NODES = 250_000;

    private static final Set<String> KNOWN_TAGS =
            Set.of("str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge", "value");

    private final String file;
    private final Problems problems;
    private final Set<org.yaml.snakeyaml.nodes.Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int nodes;

    private YamlTree(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The tree of a text of one document; null after noting a problem that leaves nothing to read. */
    static @Nullable Node parse(String text, String file, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(SourceFile.MOST_BYTES + 1);
        options.setNestingDepthLimit(DEPTH);
        options.setMaxAliasesForCollections(1000);
        // Nothing is constructed from tags; they are let through here to be told with their paths.
        options.setTagInspector(tag -> true);
        try {
            // The library's front door would also prepare to construct and to write, which takes longer than reading.
            ParserImpl parser = new ParserImpl(new StreamReader(text), options);
            org.yaml.snakeyaml.nodes.Node root = new Composer(parser, new Resolver(), options).getSingleNode();
            if (root == null) {
                return new Node.Scalar("", true, new Position(file, 1));
            }
            return new YamlTree(file, problems).node(root, "", 0, null);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String context = e.getContext() == null ? "" : e.getContext() + ", ";
            problems.add(
                    new Position(file, mark == null ? 1 : mark.getLine() + 1),
                    "",
                    "is not valid YAML: " + Texts.visible(context + e.getProblem()));
        } catch (BudgetException e) {
            problems.add(e.position, e.path, e.getMessage() == null ? "" : e.getMessage());
        } catch (YAMLException e) {
            problems.add(new Position(file, 1), "", "is not valid YAML: " + Texts.visible(firstLine(e)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException | ClassCastException e) {
            // The parser itself trips over some malformed input instead of reporting it.
            problems.add(new Position(file, 1), "", "is not valid YAML");
        }
        return null;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private Node node(org.yaml.snakeyaml.nodes.Node node, String path, int depth, @Nullable Position key) {
        Position position = new Position(file, node.getStartMark().getLine() + 1);
        if (++nodes > MOST_NODES) {
            throw new BudgetException(position, path, "holds more than " + MOST_NODES + " values, aliases written out");
        }
        if (depth > DEPTH) {
            throw new BudgetException(position, path, "is nested more than " + DEPTH + " levels deep");
        }
        if (!open.add(node)) {
            throw new BudgetException(position, path, "contains itself through an alias");
        }
        checkTag(node, position, path);
        Node converted;
        if (node instanceof ScalarNode scalar) {
            checkText(scalar.getValue(), position, path);
            converted = new Node.Scalar(scalar.getValue(), scalar.isPlain(), position);
        } else if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
                items.add(node(item, path + "[" + items.size() + "]", depth + 1, null));
            }
            converted = new Node.Sequence(items, key == null ? position : key);
        } else {
            converted = mapping((MappingNode) node, path, depth, key == null ? position : key);
        }
        open.remove(node);
        return converted;
    }

    private Node mapping(MappingNode mapping, String path, int depth, Position position) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        Map<String, Node.Field> merged = new LinkedHashMap<>();
        boolean merges = false;
        for (NodeTuple tuple : mapping.getValue()) {
            Position at = new Position(file, tuple.getKeyNode().getStartMark().getLine() + 1);
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                problems.add(at, path, "a key must be a word, not a list or mapping");
                continue;
            }
            checkTag(scalar, at, path);
            String key = scalar.getValue();
            String below = Paths.under(path, key);
            if (scalar.getTag().equals(Tag.MERGE)) {
                if (merges) {
                    problems.add(at, Paths.brief(below), "may stand once; to merge several mappings give it a list");
                }
                merges = true;
                merge(node(tuple.getValueNode(), path, depth + 1, at), at, below, merged);
                continue;
            }
            Node value = node(tuple.getValueNode(), below, depth + 1, at);
            Node.Field first = fields.putIfAbsent(key, new Node.Field(at, value));
            if (first != null) {
                problems.twice(at, below, first);
            }
        }
        merged.forEach(fields::putIfAbsent);
        return new Node.Mapping(fields, position);
    }

    /** Keys of a mapping that stands below {@code <<}: what is written beside it counts before them, and of several the first. */
    private void merge(Node given, Position at, String path, Map<String, Node.Field> merged) {
        List<Node> all = given instanceof Node.Sequence sequence ? sequence.items() : List.of(given);
        for (Node each : all) {
            if (each instanceof Node.Mapping mapping) {
                mapping.fields().forEach(merged::putIfAbsent);
            } else {
                problems.add(
                        at,
                        Paths.brief(path),
                        "merges a mapping or a list of mappings, such as *name of one; nothing else");
            }
        }
    }

    /** Escapes may stand for what no file may hold; on a terminal some of it commands, and some turns what follows round. */
    private void checkText(String text, Position position, String path) {
        text.codePoints()
                .filter(Texts::commanding)
                .findFirst()
                .ifPresent(c -> problems.add(position, Paths.brief(path), SourceFile.noText(c)));
    }

    private void checkTag(org.yaml.snakeyaml.nodes.Node node, Position position, String path) {
        String tag = node.getTag().getValue();
        boolean known = tag.startsWith(Tag.PREFIX) && KNOWN_TAGS.contains(tag.substring(Tag.PREFIX.length()));
        if (!known) {
            String shown = tag.startsWith(Tag.PREFIX) ? "!!" + tag.substring(Tag.PREFIX.length()) : tag;
            problems.add(
                    position,
                    Paths.brief(path),
                    "the tag " + Texts.brief(shown) + " is not allowed; only plain values, lists and mappings are");
        }
    }

    /** Ends the conversion of a document that is too large, too deep or endless. */
    private static final class BudgetException extends RuntimeException {
        private final transient Position position;
        private final String path;

        BudgetException(Position position, String path, String message) {
            super(message, null, false, false);
            this.position = position;
            this.path = Paths.brief(path);
        }
    }
}
