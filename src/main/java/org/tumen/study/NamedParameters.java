package org.tumen.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.scenario.ParameterLabels;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.Uncertainties;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * What the parameters are that findings name: those that a study varies and those that runs draw, each with its name in texts,
 * what it may be, its unit and its meaning.
 */
public final class NamedParameters {
    private static final int MOST_EXPLAINED = 2;

    private final Map<String, Row> rows = new LinkedHashMap<>();

    /**
     * What a parameter may be.
     *
     * @param words as what belongs to a study says it
     * @param readable the same for a reader
     */
    public record MayBe(String path, String words, String readable) {
        /** Of words in which numbers stand alone, not in a policy. */
        public static MayBe numbers(String path, String words) {
            return new MayBe(path, words, Numbers.readable(words));
        }
    }

    private record Row(MayBe of, String label, String unit, String meaning) {}

    /** The parameters that runs of some scenarios draw, as the first scenario that draws each has it. */
    public static NamedParameters drawn(Collection<Scenario> scenarios) {
        NamedParameters named = new NamedParameters();
        for (Scenario scenario : scenarios) {
            Uncertainties uncertainties = scenario.uncertainties();
            List<MayBe> more = uncertainties == null
                    ? List.of()
                    : uncertainties.inWords(scenario).entrySet().stream()
                            .filter(e -> !named.rows.containsKey(UncertaintyDraw.quantity(e.getKey())))
                            .map(e -> MayBe.numbers(e.getKey(), e.getValue()))
                            .toList();
            if (!more.isEmpty()) {
                named.add(scenario, more);
            }
        }
        return named;
    }

    /** Adds parameters of a scenario. */
    public NamedParameters add(Scenario scenario, List<MayBe> parameters) {
        Map<String, ParameterEntry> declared = ParameterCatalogue.of(scenario).stream()
                .collect(Collectors.toMap(
                        entry -> UncertaintyDraw.quantity(entry.path()), entry -> entry, (first, second) -> first));
        parameters.forEach(of -> {
            ParameterEntry entry = declared.get(UncertaintyDraw.quantity(Uncertainties.whole(of.path)));
            rows.put(
                    UncertaintyDraw.quantity(of.path),
                    new Row(
                            of,
                            ParameterLabels.of(scenario, of.path),
                            entry == null ? "" : entry.unit(),
                            entry == null ? "" : entry.meaning()));
        });
        return this;
    }

    public boolean none() {
        return rows.isEmpty();
    }

    /** The table, a row a parameter. */
    public Table table(String name, String caption) {
        return Table.of(name, caption, new ArrayList<>(rows.values()))
                .text("Parameter", Row::label, "path", row -> row.of.path)
                .text("Distribution or values", row -> row.of.readable, "distribution_or_values", row -> row.of.words)
                .text("Unit", Row::unit)
                .text("Meaning", Row::meaning)
                .build();
    }

    /** Ends an answer with what the first of the parameters that it names mean. */
    public void explain(Findings.Builder found, Stream<String> paths) {
        paths.map(UncertaintyDraw::quantity)
                .distinct()
                .map(rows::get)
                .filter(row -> row != null && !row.meaning.isEmpty())
                .limit(MOST_EXPLAINED)
                .forEach(row ->
                        found.answer(row.label + " means: " + Texts.lower(row.meaning) + " (" + row.of.path + ")."));
    }
}
