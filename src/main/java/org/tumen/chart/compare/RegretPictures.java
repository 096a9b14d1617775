package org.tumen.chart.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.outcome.Outcome;

/** The pictures of regret over several worlds, one an outcome. */
public final class RegretPictures {
    private static final String PREFIX = "regret_";

    private RegretPictures() {}

    /** The name of an outcome's picture, without the ending of a file. */
    public static String name(String outcome) {
        return PREFIX + outcome;
    }

    /**
     * The pictures by name; none of a table of a single world, in which regret is the distance from the best arm that the
     * differences show already.
     *
     * @param tables the regret of each outcome, in the outcome's unit
     * @param note runs, seed and version, as captions say them
     */
    public static Map<String, Picture> of(Map<Outcome, RegretTable> tables, String note) {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        tables.forEach((outcome, table) -> {
            if (table.worlds().size() > 1) {
                pictures.put(name(outcome.key()), picture(outcome, table, note));
            }
        });
        return pictures;
    }

    private static Picture picture(Outcome outcome, RegretTable table, String note) {
        RegretPanel panel = new RegretPanel("regret, " + outcome.unit(), table);
        return new Sheet(
                        "Regret: " + outcome.label(),
                        "",
                        "What an arm's mean lacks to that of the best arm in the same world; sampling error is not shown.\n"
                                + "Ring and number: its largest regret; bold: the least of these. " + note)
                .add(panel, outcome.key())
                .picture(panel.height());
    }
}
