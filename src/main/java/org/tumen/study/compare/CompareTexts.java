package org.tumen.study.compare;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Interval;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.PairedComparison;
import org.tumen.analysis.comparison.ParetoSet;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.analysis.comparison.pair.Dominance;
import org.tumen.declare.Parameters;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;
import org.tumen.words.TextTable;
import org.tumen.words.Texts;

/** What a comparison says on the terminal: for each outcome the verdicts in words, then the numbers. */
final class CompareTexts {
    private CompareTexts() {}

    /** The block of one outcome. */
    static String block(Measure measure, ComparisonTable table, boolean allPairs) {
        List<ComparisonTable.Row> rows = table.rows().stream()
                .filter(r -> r.comparison().outcome() == measure.outcome())
                .toList();
        StringBuilder text = new StringBuilder();
        text.append(measure.outcome().label())
                .append(" (")
                .append(better(measure))
                .append(")\n");
        for (ComparisonTable.Row row : rows) {
            text.append("  ").append(row.verdict());
            text.append(allPairs ? " (against " + row.baseline() + ").\n" : ".\n");
        }
        TextTable numbers = new TextTable(
                "  Arm",
                "mean",
                "difference",
                "95 % interval",
                "better",
                "worse",
                "equal",
                "pairing",
                "adjusted p",
                "worst 5 %");
        for (ComparisonTable.Row row : rows) {
            row(numbers, row, allPairs);
        }
        text.append(numbers);
        rows.forEach(r -> text.append(notes(r)));
        return text.toString();
    }

    private static String better(Measure measure) {
        String unit = measure.outcome().unit();
        String smallest = measure.smallestDifference() > 0
                ? ", smallest difference that matters " + plain(measure.smallestDifference())
                : "";
        return unit
                + switch (measure.direction()) {
                    case MORE -> ", more is better";
                    case LESS -> ", less is better";
                    case NEUTRAL -> ", neither is better";
                }
                + smallest;
    }

    private static void row(TextTable table, ComparisonTable.Row row, boolean allPairs) {
        PairedComparison c = row.comparison();
        Double factor = c.varianceReduction();
        Double p = c.mean().adjustedPValue();
        boolean neutral = c.direction() == Direction.NEUTRAL;
        table.row(
                "  " + row.arm() + (allPairs ? " - " + row.baseline() : ""),
                number(c.mean().arm()),
                signed(c.mean().difference()),
                interval(c.mean().interval()),
                neutral ? Numbers.NONE : percent(c.shares().better(c.direction())),
                neutral ? Numbers.NONE : percent(c.shares().worse(c.direction())),
                percent(c.shares().equal()),
                factor == null
                        ? Numbers.NONE
                        : String.format(Locale.ROOT, factor < 1 ? "%.2f (below 1)" : "%.2f", factor),
                p == null ? Numbers.NONE : Numbers.pValue(p),
                c.tail() == null
                        ? Numbers.NONE
                        : signed(c.tail().difference()) + " "
                                + interval(c.tail().differenceInterval()));
    }

    private static String notes(ComparisonTable.Row row) {
        StringBuilder text = new StringBuilder();
        PairedComparison c = row.comparison();
        String dominance = dominance(row);
        if (!dominance.isEmpty()) {
            text.append("  ").append(dominance).append(".\n");
        }
        if (c.time() != null && c.shares().equal() < 1) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s: happened in %s of runs against %s%s.%n",
                    row.arm(),
                    percent(c.time().armHappened()),
                    percent(c.time().baselineHappened()),
                    c.mean().tooFewDiffer()
                            ? ""
                            : "; log-rank p "
                                    + Numbers.pValue(c.time().logRank().pairedPValue())));
        }
        return text.toString();
    }

    /** Which distribution dominates, at the lowest order at which one does. */
    static String dominance(ComparisonTable.Row row) {
        for (Dominance d :
                new Dominance[] {row.comparison().firstOrder(), row.comparison().secondOrder()}) {
            if (d == null || d.claimed() == Dominance.Finding.NEITHER) {
                continue;
            }
            boolean arm = d.claimed() == Dominance.Finding.ARM;
            return (arm ? row.arm() : row.baseline()) + " dominates " + (arm ? row.baseline() : row.arm())
                    + " stochastically at " + (d.order() == 1 ? "first" : "second") + " order (in "
                    + percent(arm ? d.armShare() : d.baselineShare()) + " of resamples)";
        }
        return "";
    }

    /** The regret table of an outcome over worlds. */
    static String regret(Outcome outcome, RegretTable table) {
        String[] head = new String[table.arms().size() + 1];
        head[0] = "  Regret, " + outcome.label();
        for (int a = 0; a < table.arms().size(); a++) {
            head[a + 1] = table.arms().get(a);
        }
        TextTable text = new TextTable(head);
        for (int w = 0; w < table.worlds().size(); w++) {
            text.row(cells("  " + table.worlds().get(w), table.regrets().get(w)));
        }
        text.row(cells("  largest", table.largestRegrets()));
        text.row(shares("  least largest in, of resamples", table.minimaxShares()));
        text.row(shares("  best mean in, of resamples", table.bestMeanShares()));
        return text + "  Least largest regret: " + String.join(", ", table.minimaxRegret())
                + "; best mean over worlds: " + String.join(", ", table.bestMean()) + ".\n";
    }

    private static String[] shares(String name, List<Double> values) {
        String[] cells = new String[values.size() + 1];
        cells[0] = name;
        for (int i = 0; i < values.size(); i++) {
            cells[i + 1] = percent(values.get(i));
        }
        return cells;
    }

    private static String[] cells(String name, List<Double> values) {
        String[] cells = new String[values.size() + 1];
        cells[0] = name;
        for (int i = 0; i < values.size(); i++) {
            cells[i + 1] = number(values.get(i));
        }
        return cells;
    }

    /** The Pareto set. */
    static String pareto(ParetoSet set) {
        StringBuilder text = new StringBuilder("Pareto set over ");
        text.append(String.join(
                        ", ",
                        set.measures().stream().map(m -> m.outcome().key()).toList()))
                .append(":\n");
        for (ParetoSet.Entry entry : set.entries()) {
            text.append("  ").append(entry.arm()).append(entry.nondominated() ? ": in the set" : ": dominated");
            text.append(" (in the set in ").append(percent(entry.probability())).append(" of resamples)\n");
        }
        return text.toString();
    }

    /** A text in lines of at most 100 characters. */
    static String wrapped(String text) {
        return Texts.wrapped(text, 100);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    static String signed(double value) {
        return (value > 0 ? "+" : "") + number(value);
    }

    static String number(double value) {
        return Numbers.fixed(value, Math.abs(value) < 10 ? 3 : 2);
    }

    private static String plain(double value) {
        return Parameters.number(value);
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null ? Numbers.NONE : "(" + number(interval.low()) + " to " + number(interval.high()) + ")";
    }
}
