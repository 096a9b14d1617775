package org.tumen.report;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Histogram;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.OutcomeNumbers;
import org.tumen.words.Numbers;

/** The sortable table of an arm's outcomes, each with a small picture of its distribution. */
final class OutcomeTable {
    /** What is shown before all is asked for. */
    private static final Set<Outcome> MAIN = EnumSet.of(
            Outcome.MEAN_STABILITY,
            Outcome.FINAL_STABILITY,
            Outcome.MIN_STABILITY,
            Outcome.MEAN_TENSION,
            Outcome.CRISIS_WEEKS,
            Outcome.ANY_CRISIS,
            Outcome.INCIDENTS,
            Outcome.FIRST_SHIPMENT,
            Outcome.FIRST_WARNING,
            Outcome.MEAN_ENFORCEMENT,
            Outcome.DELIVERED,
            Outcome.LAUNCHES,
            Outcome.WARNINGS,
            Outcome.PACKAGES,
            Outcome.FINAL_ARSENAL,
            Outcome.FINAL_INTEGRITY,
            Outcome.FINAL_CREDIBILITY);

    private static final int SPARK_WIDTH = 96;
    private static final int SPARK_HEIGHT = 20;

    private OutcomeTable() {}

    /** The table of an arm, whose id starts with a prefix. */
    static Html of(BatchData arm, String prefix) {
        Html html = new Html();
        String id = prefix + "outcome-table";
        html.open("p", "class", "controls", "hidden", "").open("label");
        html.open("input", "type", "checkbox", "data-minor", id)
                .text(" Show all " + arm.outcomes().size() + " outcomes");
        html.close().closeLine();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of outcomes");
        html.open("table", "id", id, "class", "sortable");
        html.element(
                "caption",
                "Outcomes of " + Numbers.count(arm.runs())
                        + " runs: mean with its standard error, and the values that 5, 50 and 95 % of runs stay below."
                        + " Of a week that something first happened in, runs in which it never happened count with "
                        + arm.weeks() + ". Arrows: which way is better.");
        head(html);
        html.open("tbody");
        for (Outcome outcome : Outcome.all()) {
            SummaryDistribution found = arm.outcomes().get(outcome);
            if (found != null) {
                row(html, found);
            }
        }
        html.closeLine().closeLine().closeLine();
        return html;
    }

    private static void head(Html html) {
        html.open("thead").open("tr");
        String[] names = {"Outcome", "Mean", "s.e.", "5 %", "50 %", "95 %", "Unit", "Better"};
        for (String name : names) {
            boolean word = name.equals("Outcome") || name.equals("Unit") || name.equals("Better");
            html.open("th", "scope", "col", "class", word ? "word" : "figure", "data-sort", word ? "text" : "number");
            html.text(name).closeLine();
        }
        html.element("th", "Distribution", "scope", "col", "class", "word");
        html.close().closeLine();
    }

    private static void row(Html html, SummaryDistribution distribution) {
        OutcomeSummary s = distribution.summary();
        Outcome outcome = distribution.outcome();
        html.open("tr", "class", MAIN.contains(outcome) ? "main" : "minor", "data-outcome", outcome.key());
        html.element("th", outcome.label(), "scope", "row");
        boolean share = outcome.kind() == Kind.FLAG;
        figure(html, s.mean(), share ? Numbers.percent(s.mean()) : Numbers.estimate(s.mean()));
        figure(html, s.standardError(), share ? error(s.standardError()) : Numbers.error(s.standardError()));
        for (double quantile : new double[] {s.p5(), s.p50(), s.p95()}) {
            figure(html, quantile, share ? "" : OutcomeNumbers.text(outcome, quantile));
        }
        html.element("td", outcome.unit(), "class", "word");
        html.element("td", better(outcome.direction()), "class", "word");
        html.open("td", "class", "spark");
        spark(html, distribution.histogram());
        html.close().closeLine();
    }

    private static String error(double share) {
        return Double.isFinite(share) ? Numbers.fixed(100 * share, 2) + " %" : Numbers.NONE;
    }

    private static void figure(Html html, double value, String text) {
        String key = Double.isFinite(value) ? Numbers.plain(value) : "";
        html.element("td", text, "class", "figure", "data-value", key);
    }

    private static String better(Direction direction) {
        return switch (direction) {
            case MORE -> "↑ more";
            case LESS -> "↓ less";
            case NEUTRAL -> "";
        };
    }

    /** A histogram as small as a word; the figures beside it say the same, so it is hidden from screen readers. */
    private static void spark(Html html, Histogram histogram) {
        long most = 1;
        for (long count : histogram.counts()) {
            most = Math.max(most, count);
        }
        int bins = histogram.counts().length;
        double width = Math.min(12, (double) SPARK_WIDTH / bins);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < bins; i++) {
            long count = histogram.counts()[i];
            double height = count == 0 ? 0 : Math.max(0.7, (double) SPARK_HEIGHT * count / most);
            if (height > 0) {
                path.append(String.format(
                        Locale.ROOT, "M%.1f %dv-%.1fh%.2fv%.1fz", i * width, SPARK_HEIGHT, height, width, height));
            }
        }
        String box = "0 0 " + SPARK_WIDTH + " " + SPARK_HEIGHT;
        html.open("svg", "viewBox", box, "width", "" + SPARK_WIDTH, "height", "" + SPARK_HEIGHT, "aria-hidden", "true");
        html.open("path", "d", path.toString()).close().close();
    }
}
