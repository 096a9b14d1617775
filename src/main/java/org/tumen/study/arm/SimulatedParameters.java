package org.tumen.study.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.experiment.StoredExperiment;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.StoredArm;
import org.tumen.summary.ArmFacts;

/** The parameters of stored arms as they were simulated, with what their declarations say of them. */
public final class SimulatedParameters {
    /** Texts, which decide no run's outcome. */
    private static final List<String> LEFT_OUT = List.of("name", "description");

    /** Tables of points are long; the manifest has them. */
    private static final String POINTS = "uncertainties.empirical.";

    private final List<StoredArm> arms;
    private final Map<String, ParameterEntry> declared = new LinkedHashMap<>();

    /** A parameter: its path and its value in each arm, empty where an arm lacks it. */
    private record Row(String path, List<String> values) {}

    /** The parameters of some arms; of a scenario that this version of the program cannot read only its values are told. */
    public SimulatedParameters(List<StoredArm> arms) {
        this.arms = arms;
        arms.forEach(arm -> {
            try {
                ParameterCatalogue.of(StoredExperiment.scenario(arm))
                        .forEach(entry -> declared.putIfAbsent(entry.path(), entry));
            } catch (StoreException e) {
                // Its declarations are those of another version.
                return;
            }
        });
    }

    /** The table, a row a parameter. Rows are marked in which arms differ or, of a single arm, the value is not the default. */
    public Table table() {
        List<Row> rows = rows();
        long marked = rows.stream().filter(this::marked).count();
        TableBuilder<Row> table =
                Table.of("parameter_values", caption(rows.size(), marked), rows).text("Parameter", "path", Row::path);
        for (int i = 0; i < arms.size(); i++) {
            int place = i;
            String label = arms.size() == 1 ? "Value" : arms.get(i).name();
            table.text(label, row -> row.values.get(place));
        }
        if (!declared.isEmpty()) {
            table.text("Default", row -> of(row.path, ParameterEntry::value))
                    .text("Unit", row -> of(row.path, ParameterEntry::unit))
                    .text("Meaning", row -> of(row.path, ParameterEntry::meaning));
        }
        return table.marked(this::marked).build();
    }

    private String of(String path, Function<ParameterEntry, String> what) {
        ParameterEntry entry = declared.get(path);
        return entry == null ? "" : what.apply(entry);
    }

    private String caption(int all, long marked) {
        if (arms.size() > 1) {
            return "All parameters as they were simulated. The arms differ in the " + marked + " of " + all
                    + " that are marked.";
        }
        return declared.isEmpty()
                ? "All parameters as they were simulated. Their defaults are not known for this result."
                : "All parameters as they were simulated: of " + all + ", the " + marked
                        + " that are not at their default are marked.";
    }

    private boolean marked(Row row) {
        if (arms.size() > 1) {
            return row.values.stream().anyMatch(value -> !same(value, row.values.get(0)));
        }
        ParameterEntry entry = declared.get(row.path);
        return entry != null && !entry.value().isEmpty() && !same(row.values.get(0), entry.value());
    }

    private static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        try {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private List<Row> rows() {
        Map<String, String[]> values = new LinkedHashMap<>();
        for (int i = 0; i < arms.size(); i++) {
            int place = i;
            flatten("", ArmFacts.tree(arms.get(i)), (path, value) -> {
                String[] row = values.computeIfAbsent(path, p -> empty(arms.size()));
                row[place] = value;
            });
        }
        List<Row> rows = new ArrayList<>();
        values.forEach((path, row) -> rows.add(new Row(path, List.of(row))));
        return rows;
    }

    private static String[] empty(int n) {
        String[] texts = new String[n];
        Arrays.fill(texts, "");
        return texts;
    }

    /** Sections are walked into, except those that are declared as one parameter, such as a map of weights. */
    private void flatten(String path, JsonNode node, BiConsumer<String, String> taker) {
        if (node.isArray() && path.startsWith(POINTS)) {
            taker.accept(path, node.size() + (node.size() == 1 ? " entry" : " entries"));
            return;
        }
        if (!node.isObject() || declared.containsKey(path)) {
            taker.accept(path, node.isTextual() ? node.asText() : node.toString());
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!path.isEmpty() || !LEFT_OUT.contains(entry.getKey())) {
                flatten(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), taker);
            }
        }
    }
}
