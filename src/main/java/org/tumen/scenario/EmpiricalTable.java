package org.tumen.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problems;
import org.tumen.document.SourceFile;
import org.tumen.words.Texts;

/**
 * The table of weighted points of {@code uncertainties.empirical}: inline, or {@code file: posterior.csv}, a CSV beside the
 * scenario file whose first line names the paths and, if wished, {@code weight}.
 */
final class EmpiricalTable {
    private static final String FILE = "file";
    private static final String PARAMETERS = "parameters";
    private static final String POINTS = "points";
    private static final String WEIGHTS = "weights";
    private static final String WEIGHT = "weight";
    private static final String PATH = UncertaintyMerger.KEY + ".empirical";

    private EmpiricalTable() {}

    /** The document with the table of a file in its place. */
    static Node.Mapping inlined(Node.Mapping document, Problems problems) {
        if (!(document.get(UncertaintyMerger.KEY) instanceof Node.Mapping uncertain)
                || !(uncertain.get("empirical") instanceof Node.Mapping table)
                || table.get(FILE) == null) {
            return document;
        }
        Node.Mapping read = read(table, problems);
        Node.Mapping changed = read == null
                ? uncertain.without("empirical")
                : uncertain.with("empirical", new Node.Field(table.position(), read));
        return document.with(UncertaintyMerger.KEY, new Node.Field(uncertain.position(), changed));
    }

    /** A table, of a file where one is named; one that cannot be read stays as it is. */
    static Node.Mapping read(Node.Mapping stated) {
        Node.Mapping table = stated.get(FILE) == null ? stated : read(stated, new Problems());
        return table == null ? stated : table;
    }

    private static Node.@Nullable Mapping read(Node.Mapping table, Problems problems) {
        Node given = table.get(FILE);
        String name = table.text(FILE);
        Position here = given == null ? table.position() : given.position();
        if (table.fields().size() > 1) {
            problems.add(here, PATH, "names a file, so parameters, points and weights must not stand beside it");
            return null;
        }
        if (name == null || !name.matches("[A-Za-z0-9_][A-Za-z0-9_. -]{0,99}")) {
            problems.add(here, PATH + ".file", "must name a CSV file beside the scenario file, without a folder");
            return null;
        }
        Path file = Path.of(here.file()).resolveSibling(name);
        String wrong = SourceFile.unreadable(file);
        if (wrong != null) {
            problems.add(here, PATH + ".file", Texts.quoted(name) + ": " + wrong);
            return null;
        }
        String text = SourceFile.read(file, file.toString(), problems);
        return text == null ? null : parsed(text.lines().toList(), file.toString(), here, problems);
    }

    private static Node.@Nullable Mapping parsed(List<String> lines, String file, Position here, Problems problems) {
        List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0));
        int weight = header.indexOf(WEIGHT);
        List<Node> points = new ArrayList<>();
        List<Node> weights = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Position line = new Position(file, i + 1);
            List<String> cells = cells(lines.get(i));
            if (lines.get(i).isBlank()) {
                continue;
            }
            if (cells.size() != header.size()) {
                problems.add(line, "", "has " + cells.size() + " values for " + header.size() + " columns");
                return null;
            }
            List<Node> row = new ArrayList<>();
            for (int j = 0; j < cells.size(); j++) {
                (j == weight ? weights : row).add(new Node.Scalar(cells.get(j), true, line));
            }
            points.add(new Node.Sequence(row, line));
        }
        List<Node> paths = IntStream.range(0, header.size())
                .filter(j -> j != weight)
                .<Node>mapToObj(j -> new Node.Scalar(header.get(j), true, here))
                .toList();
        Node.Mapping table = new Node.Mapping(Map.of(), here)
                .with(PARAMETERS, new Node.Field(here, new Node.Sequence(paths, here)))
                .with(POINTS, new Node.Field(here, new Node.Sequence(points, here)));
        return weight < 0 ? table : table.with(WEIGHTS, new Node.Field(here, new Node.Sequence(weights, here)));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(c -> c.strip().replaceAll("^\"(.*)\"$", "$1"))
                .toList();
    }

    /** A table with the columns that are wanted; null when none is left. One that cannot be understood stays as it is. */
    static Node.@Nullable Mapping kept(Node.Mapping stated, Predicate<String> wanted) {
        Node.Mapping table = stated.get(FILE) == null ? stated : read(stated, new Problems());
        if (table == null
                || !(table.get(PARAMETERS) instanceof Node.Sequence paths)
                || !(table.get(POINTS) instanceof Node.Sequence points)) {
            return stated;
        }
        List<Integer> columns = IntStream.range(0, paths.items().size())
                .filter(j -> paths.items().get(j) instanceof Node.Scalar s && wanted.test(s.text()))
                .boxed()
                .toList();
        if (columns.size() == paths.items().size()) {
            return stated;
        }
        boolean whole = points.items().stream()
                .allMatch(row -> row instanceof Node.Sequence values
                        && values.items().size() == paths.items().size());
        if (columns.isEmpty() || !whole) {
            return columns.isEmpty() ? null : stated;
        }
        List<Node> rows = points.items().stream()
                .<Node>map(row -> new Node.Sequence(picked(((Node.Sequence) row).items(), columns), row.position()))
                .toList();
        return table.with(
                        PARAMETERS,
                        new Node.Field(
                                paths.position(), new Node.Sequence(picked(paths.items(), columns), paths.position())))
                .with(POINTS, new Node.Field(points.position(), new Node.Sequence(rows, points.position())));
    }

    private static List<Node> picked(List<Node> items, List<Integer> columns) {
        return columns.stream().map(items::get).toList();
    }
}
