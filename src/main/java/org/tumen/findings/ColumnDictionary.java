package org.tumen.findings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tumen.outcome.Outcome;
import org.tumen.words.Csv;
import org.tumen.words.Texts;

/** What the columns of all tables of a result mean: those of its findings, and those of its runs. */
public final class ColumnDictionary {
    /** Its file in a result folder. */
    public static final Path FILE = Path.of("columns.csv");

    private static final String[][] OF_RUNS = {
        {"runs", "arm", "text", "", "The arm, as the manifest names it"},
        {"runs", "run", "number", Table.ORDINAL, "The number of the run; with the seed it decides every draw"},
        {"runs", "status", "text", "", "completed or failed"},
        {"weekly", "arm", "text", "", "The arm; points of a design have no rows"},
        {"weekly", "series", "text", "", "stability, tension (index points) or stage (of the deal)"},
        {"weekly", "week", "number", "weeks", "The week, from 0"},
        {
            "weekly",
            "bin",
            "number",
            Table.OF_ROW,
            "Twice the value, rounded down: half points; of stage its place: 0 none, 1 talks, 2 agreed, 3 shipping"
        },
        {"weekly", "count", "number", "runs", "Runs that had this value in this week"},
        {"parameters", "arm", "text", "", "The arm"},
        {"parameters", "run", "number", Table.ORDINAL, "The number of the run"},
        {"parameters", "parameter", "text", "", "The path of a parameter that was drawn"},
        {"parameters", "value", "number", Table.OF_PARAMETER, "What was drawn"},
        {"failures", "arm", "text", "", "The arm"},
        {"failures", "seed", "number", Table.ORDINAL, "The seed"},
        {"failures", "run", "number", Table.ORDINAL, "The number of a run that failed"},
        {"failures", "cause", "text", "", "Why it failed"},
        {"events", "run", "number", Table.ORDINAL, "The number of the run"},
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
        {"events", "magnitude", "number", Table.OF_ROW, "How large it is, in the unit of its kind"}
    };

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
                                name, field.key(), Texts.key(field.type()), field.unit(), meaning(table, field)))));
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
                    .orElse(List.of(
                            "runs", key, "number", "not known", "An outcome of an earlier version of the model")));
        }
        return rows;
    }

    private static String meaning(Table table, Table.Field field) {
        return field.meaning().isEmpty() ? table.caption() : field.meaning();
    }
}
