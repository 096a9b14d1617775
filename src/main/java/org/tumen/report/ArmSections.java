package org.tumen.report;

import java.util.List;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;

/** The sections that describe the runs of one arm: what happened, its outcomes, and the charts. */
final class ArmSections {
    private final BatchData arm;
    private final int index;
    private final String prefix;
    private final String heading;

    /**
     * The sections of an arm.
     *
     * @param arm its description
     * @param index its place among the arms of the page
     * @param alone whether it is the only one, so that its sections are those of the page
     */
    ArmSections(BatchData arm, int index, boolean alone) {
        this.arm = arm;
        this.index = index;
        prefix = alone ? "" : "arm-" + index + "-";
        heading = alone ? "h2" : "h3";
    }

    /** A link target of a page. */
    record Section(String id, String title) {}

    /** The sections that {@link #html} makes, in their order. */
    List<Section> sections() {
        return List.of(
                new Section(prefix + "summary", "What happened"),
                new Section(prefix + "outcomes", "Outcomes"),
                new Section(prefix + "distributions", "Distributions"),
                new Section(prefix + "weeks", "Week by week"),
                new Section(prefix + "deal", "The deal"),
                new Section(prefix + "crisis", "Time to crisis"),
                new Section(prefix + "acts", "Acts"));
    }

    Html html() {
        Html html = new Html();
        List<Section> sections = sections();
        open(html, sections.get(0));
        html.add(headlines()).closeLine();
        open(html, sections.get(1));
        html.add(OutcomeTable.of(arm, prefix)).closeLine();
        open(html, sections.get(2));
        html.add(distribution()).closeLine();
        open(html, sections.get(3));
        html.add(weekly("stability", "Stability"))
                .add(weekly("tension", "Tension"))
                .closeLine();
        open(html, sections.get(4));
        html.add(chart(
                "stages",
                "Stage of the deal",
                "Shares of runs in each stage of the deal at the end of each week. Each completed deal may be followed"
                        + " by talks on the next."));
        html.closeLine();
        open(html, sections.get(5));
        html.add(chart(
                "survival",
                "Runs still without a crisis",
                "Kaplan–Meier estimate of the share of runs in which tension has not yet reached "
                        + Numbers.shown(arm.crisisOn()) + ", with the pointwise 95 % band."));
        html.closeLine();
        open(html, sections.get(6));
        html.add(chart(
                "acts",
                "Acts a run",
                "Mean number of acts in a run (dot) and the range of nine runs in ten (bar), by kind. Warnings without a"
                        + " deal are counted among the warnings too."));
        html.closeLine();
        return html;
    }

    private void open(Html html, Section section) {
        html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
        html.element(heading, section.title(), "id", section.id() + "-title");
    }

    private Html headlines() {
        OutcomeSummary crisis = summary(Outcome.ANY_CRISIS);
        OutcomeSummary shipped = summary(Outcome.DELIVERED);
        OutcomeSummary delivered = summary(Outcome.DELIVERED);
        OutcomeSummary stability = summary(Outcome.MEAN_STABILITY);
        Html html = new Html();
        html.open("ul", "class", "headlines");
        headline(html, Numbers.percent(crisis.mean()), "of runs saw a crisis break out.");
        headline(
                html,
                Numbers.percent(1 - shipped.shareOfZeros()),
                "of runs saw arms shipped; " + Numbers.fixed(delivered.mean(), 2)
                        + " units of volume were delivered on average.");
        if (arm.outcomes().containsKey(Outcome.MANDATE_FAILED)) {
            headline(
                    html,
                    Numbers.percent(summary(Outcome.MANDATE_FAILED).mean()),
                    "of runs lost the panel of experts: the renewal of its mandate failed.");
        }
        headline(
                html,
                Numbers.fixed(stability.mean(), 1),
                "was the mean stability index, from " + Numbers.fixed(stability.p5(), 1) + " to "
                        + Numbers.fixed(stability.p95(), 1) + " in nine runs of ten.");
        html.closeLine();
        return html;
    }

    private static void headline(Html html, String figure, String words) {
        html.open("li")
                .element("strong", figure)
                .text(" ")
                .element("span", words)
                .closeLine();
    }

    private Html distribution() {
        Html html = new Html();
        String id = prefix + "distribution-outcome";
        html.open("p", "class", "controls", "hidden", "");
        html.element("label", "Outcome ", "for", id);
        html.open("select", "id", id);
        for (Outcome outcome : Outcome.all()) {
            if (arm.outcomes().containsKey(outcome)) {
                html.element("option", outcome.label(), "value", outcome.key());
            }
        }
        html.close().closeLine();
        return html.add(chart(
                "distribution",
                "Distribution",
                "Share of runs in each bin, with a kernel density estimate where the outcome is continuous; lines mark"
                        + " the mean and the 5th, 50th and 95th percentile."));
    }

    private Html weekly(String kind, String title) {
        String crisis = kind.equals("tension")
                ? " A crisis begins at a tension of " + Numbers.shown(arm.crisisOn()) + " and ends at "
                        + Numbers.shown(arm.crisisOff()) + "."
                : "";
        return chart(
                kind,
                title,
                "Median and the bands that hold the middle 50 % and 90 % of runs at the end of each week, with a few"
                        + " single runs as thin lines." + crisis);
    }

    private Html chart(String kind, String title, String caption) {
        return chart(kind, String.valueOf(index), prefix + kind, title, caption);
    }

    /**
     * A figure with room for a chart, its caption, and a table of the same data for those who cannot see it.
     *
     * @param kind which chart the page's script draws
     * @param arm the place of its arm; empty for a chart of all arms
     * @param id of the figure
     * @param title above it
     * @param caption below it
     */
    static Html chart(String kind, String arm, String id, String title, String caption) {
        Html html = new Html();
        html.open("figure", "id", "figure-" + id, "data-chart", kind, "data-arm", arm);
        html.element("p", title, "class", "figure-title");
        html.open("div", "class", "chart", "role", "img", "aria-label", title + ". " + caption)
                .closeLine();
        html.element("figcaption", caption);
        html.open("details", "class", "data", "hidden", "");
        html.element("summary", "Data of this chart as a table");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Data: " + title)
                .closeLine();
        html.closeLine().closeLine();
        return html;
    }

    private OutcomeSummary summary(Outcome outcome) {
        return arm.outcome(outcome).summary();
    }
}
