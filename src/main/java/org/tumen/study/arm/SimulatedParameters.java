package org.tumen.study.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
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

/** The parameters of a stored arm as they were simulated, with what their declarations say of them. */
public final class SimulatedParameters {
    /** Texts, which decide no run's outcome. */
    private static final List<String> LEFT_OUT = List.of("name", "description");

    /** Tables of points are long; the manifest has them. */
    private static final String POINTS = "uncertainties.empirical.";

    private final StoredArm arm;
    private final Map<String, ParameterEntry> declared = new LinkedHashMap<>();

    private record Row(String path, String value) {}

    /** The parameters of an arm; of a scenario that this version of the program cannot read only the values are told. */
    public SimulatedParameters(StoredArm arm) {
        this.arm = arm;
        try {
            ParameterCatalogue.of(StoredExperiment.scenario(arm)).forEach(entry -> declared.put(entry.path(), entry));
        } catch (StoreException e) {
            // Its declarations are those of another version.
            return;
        }
    }

    /** The table, a row a parameter; those are marked that are not at their default. */
    public Table table() {
        List<Row> rows = new ArrayList<>();
        flatten("", ArmFacts.tree(arm), (path, value) -> rows.add(new Row(path, value)));
        long marked = rows.stream().filter(this::marked).count();
        TableBuilder<Row> table = Table.of("parameter_values", caption(rows.size(), marked), rows)
                .text("Parameter", "path", Row::path)
                .text("Value", Row::value);
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
        return declared.isEmpty()
                ? "All parameters as they were simulated. Their defaults are not known for this result."
                : "All parameters as they were simulated: of " + all + ", the " + marked
                        + " that are not at their default are marked.";
    }

    private boolean marked(Row row) {
        ParameterEntry entry = declared.get(row.path);
        return entry != null && !entry.value().isEmpty() && !same(row.value, entry.value());
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
