package org.tumen.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;

/** The arms of a result beside each other: their means, distributions, weekly bands and times to crisis. */
final class ArmOverlay {
    private final List<BatchData> arms;

    ArmOverlay(List<BatchData> arms) {
        this.arms = arms;
    }

    Html html() {
        Html html = new Html();
        html.add(means());
        html.open("p", "class", "controls", "hidden", "");
        html.element("label", "Outcome ", "for", "overlay-outcome");
        html.open("select", "id", "overlay-outcome");
        for (Outcome outcome : Outcome.all()) {
            html.element("option", outcome.label(), "value", outcome.key());
        }
        html.close().closeLine();
        chart(html, "densities", "Densities", "Kernel density of each arm; for counts and weeks the share of runs.");
        chart(
                html,
                "cumulative",
                "Cumulative distributions",
                "Share of runs at or below each value, exact at the edges of the bins of the histograms, with bands that"
                        + " hold everywhere at once with 95 % confidence. An arm whose curve lies to the right has more of the"
                        + " outcome.");
        chart(
                html,
                "medians-stability",
                "Stability by arm",
                "Median of each arm at the end of each week; the shaded bands hold nine runs in ten.");
        chart(
                html,
                "medians-tension",
                "Tension by arm",
                "Median of each arm at the end of each week; the shaded bands hold nine runs in ten.");
        chart(
                html,
                "survivals",
                "Runs still without a crisis, by arm",
                "Kaplan–Meier estimates with their pointwise 95 % bands.");
        return html;
    }

    private static void chart(Html html, String kind, String title, String caption) {
        html.add(ArmSections.chart(kind, "", "all-" + kind, title, caption));
    }

    private Html means() {
        Html html = new Html();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Means by arm");
        html.open("table", "class", "sortable", "id", "means-table");
        html.element("caption", "Mean of each outcome by arm, its standard error in parentheses.");
        html.open("thead").open("tr");
        html.element("th", "Outcome", "scope", "col", "class", "word", "data-sort", "text");
        arms.forEach(arm -> html.element("th", arm.name(), "scope", "col", "class", "figure", "data-sort", "number"));
        html.element("th", "Unit", "scope", "col", "class", "word", "data-sort", "text");
        html.close().closeLine();
        html.open("tbody");
        for (Outcome outcome : Outcome.all()) {
            html.open("tr").element("th", outcome.label(), "scope", "row");
            for (BatchData arm : arms) {
                cell(html, arm.outcomes().get(outcome));
            }
            html.element("td", outcome.unit(), "class", "word").closeLine();
        }
        html.closeLine().closeLine().closeLine();
        return html;
    }

    private static void cell(Html html, @Nullable SummaryDistribution found) {
        if (found == null) {
            html.element("td", Numbers.NONE, "class", "figure", "data-value", "");
            return;
        }
        OutcomeSummary s = found.summary();
        boolean share = s.outcome().kind() == Kind.FLAG;
        html.open("td", "class", "figure", "data-value", Numbers.plain(s.mean()));
        html.text(share ? Numbers.percent(s.mean()) : Numbers.estimate(s.mean()));
        html.element(
                "small",
                " (" + (share ? Numbers.fixed(100 * s.standardError(), 2) : Numbers.error(s.standardError())) + ")");
        html.closeLine();
    }
}
