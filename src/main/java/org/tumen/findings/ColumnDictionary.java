package org.tumen.findings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tumen.outcome.Outcome;
import org.tumen.words.Csv;

/** What the columns of all tables of a result mean: those of its findings, and those of its runs. */
public final class ColumnDictionary {
    /** Its file in a result folder. */
    public static final Path FILE = Path.of("columns.csv");

    private static final String[][] OF_RUNS = {
        {"runs", "arm", "text", "", "The arm, as the manifest names it"},
        {"runs", "run", "number", "", "The number of the run; with the seed it decides every draw"},
        {"runs", "status", "text", "", "completed or failed"},
        {"weekly", "arm", "text", "", "The arm"},
        {"weekly", "series", "text", "", "stability, tension (index points) or stage (of the deal)"},
        {"weekly", "week", "number", "weeks", "The week, from 0"},
        {"weekly", "bin", "number", "", "The value, rounded down; of stage its place: none, talks, agreed, shipping"},
        {"weekly", "count", "number", "runs", "Runs that had this value in this week"},
        {"parameters", "arm", "text", "", "The arm"},
        {"parameters", "run", "number", "", "The number of the run"},
        {"parameters", "parameter", "text", "", "The path of a parameter that was drawn"},
        {"parameters", "value", "number", "the parameter's", "What was drawn"},
        {"failures", "arm", "text", "", "The arm"},
        {"failures", "seed", "number", "", "The seed"},
        {"failures", "run", "number", "", "The number of a run that failed"},
        {"failures", "cause", "text", "", "Why it failed"},
        {"events", "run", "number", "", "The number of the run"},
        {"events", "week", "number", "weeks", "The week, from 0"},
        {"events", "date", "date", "", "The first day of the week"},
        {"events", "kind", "text", "", "What happened"},
        {"events", "source", "text", "", "Who did it, by the name in the scenario"},
        {"events", "target", "text", "", "To whom"},
        {"events", "source_iso3", "text", "", "The ISO 3166-1 alpha-3 code of the source"},
        {"events", "target_iso3", "text", "", "The ISO 3166-1 alpha-3 code of the target"},
        {"events", "cameo", "text", "", "The CAMEO code of the event"},
        {
            "events",
            "goldstein",
            "number",
            "Goldstein's scale",
            "How cooperative (above 0) or hostile (below) the event is"
        },
        {"events", "magnitude", "number", "", "How large it is, in the unit of its kind"}
    };

    /** Bands of the weekly series. */
    private static final Pattern SERIES = Pattern.compile("(stability|tension)_p[0-9]+");

    /** Columns that name the outcome of a row. */
    private static final Set<String> NAMING = Set.of("outcome", "objective", "target");

    /** Columns in the unit of the outcome that their row names. */
    private static final Set<String> OF_OUTCOME = Set.of(
            "mean",
            "p5",
            "p25",
            "p50",
            "p75",
            "p95",
            "min",
            "max",
            "sd",
            "standard_error",
            "median",
            "observed",
            "difference",
            "tail_difference",
            "arm_mean",
            "baseline_mean",
            "given_up",
            "mean_change",
            "change",
            "before",
            "after");

    /** The units of columns that have the same name wherever they stand. */
    private static final Map<String, String> COUNTED = Map.ofEntries(
            Map.entry("week", "weeks"),
            Map.entry("median_week", "weeks"),
            Map.entry("n", "runs"),
            Map.entry("runs", "runs"),
            Map.entry("failed_runs", "runs"),
            Map.entry("points", "points"),
            Map.entry("cases", "points"),
            Map.entry("better", "points"),
            Map.entry("worse", "points"),
            Map.entry("undecided", "points"),
            Map.entry("front", "points"),
            Map.entry("evaluations", "evaluations"),
            Map.entry("containers", "containers"));

    private final List<String> outcomes;

    /** @param outcomes the outcomes that are stored; none where there are no runs */
    public ColumnDictionary(List<String> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    /** The dictionary of findings and the runs behind them: table, column, type, unit, meaning. */
    public Csv of(Findings findings) {
        Csv csv = Csv.of(List.of("table", "column", "type", "unit", "meaning"));
        findings.tables()
                .forEach((name, table) -> table.fields()
                        .forEach(field -> csv.row(List.of(
                                name,
                                field.key(),
                                field.type().name().toLowerCase(Locale.ROOT),
                                unit(table, field),
                                meaning(table, field)))));
        if (!outcomes.isEmpty()) {
            for (String[] column : OF_RUNS) {
                csv.row(List.of((Object[]) column));
                if (column[1].equals("status")) {
                    outcomes().forEach(csv::row);
                }
            }
        }
        return csv;
    }

    private List<List<Object>> outcomes() {
        List<List<Object>> rows = new ArrayList<>();
        for (String key : outcomes) {
            rows.add(Outcome.byKey(key)
                    .<List<Object>>map(outcome -> List.of("runs", key, "number", outcome.unit(), outcome.label()))
                    .orElse(List.of("runs", key, "number", "", "An outcome of an earlier version of the model")));
        }
        return rows;
    }

    /**
     * What the table declares; else the unit of the outcome or series that the column is named after; else that of the outcome
     * that the row names; else what all such columns count.
     */
    private static String unit(Table table, Table.Field field) {
        if (!field.unit().isEmpty() || field.type() != Table.Type.NUMBER) {
            return field.unit();
        }
        String key = field.key().replaceFirst("_(low|high)$", "");
        Optional<String> named = Outcome.all().stream()
                .filter(outcome -> (key + "_").startsWith(outcome.key() + "_"))
                .max(Comparator.comparingInt(outcome -> outcome.key().length()))
                .map(Outcome::unit);
        if (named.isPresent()) {
            return named.get();
        }
        if (SERIES.matcher(key).matches()) {
            return "index points";
        }
        if (OF_OUTCOME.contains(key) && table.fields().stream().anyMatch(f -> NAMING.contains(f.key()))) {
            return Table.OF_ROW;
        }
        return key.endsWith("_share") || key.startsWith("coverage_") ? Table.SHARE : COUNTED.getOrDefault(key, "");
    }

    private static String meaning(Table table, Table.Field field) {
        return field.meaning().isEmpty() ? table.caption() : field.meaning();
    }
}
