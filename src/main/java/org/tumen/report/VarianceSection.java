package org.tumen.report;

import org.tumen.analysis.sensitivity.ParameterShare;
import org.tumen.outcome.Outcome;
import org.tumen.summary.VarianceShares;
import org.tumen.words.Numbers;

/** The report's section on what of the variance comes from uncertain parameters and what from chance. */
final class VarianceSection {
    private VarianceSection() {}

    static Html html(VarianceShares found) {
        Html html = new Html();
        html.element(
                "p",
                "The variance between runs has two parts: that nobody knows the parameters, and chance when they are given. "
                        + found.method());
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Parameters and chance");
        html.open("table").open("thead").open("tr");
        for (String head :
                new String[] {"Outcome", "sd of a run", "share of parameters", "95 % interval", "share of chance"}) {
            html.element("th", head, "scope", "col");
        }
        html.close().close().open("tbody");
        for (Outcome outcome : Outcome.all()) {
            ParameterShare share = found.shares().get(outcome);
            if (share != null && Double.isFinite(share.share())) {
                double shown = Math.max(0, share.share());
                html.open("tr").element("th", outcome.label(), "scope", "row");
                html.element("td", Numbers.estimate(Math.sqrt(share.variance())));
                html.element("td", Numbers.percent(shown));
                html.element(
                        "td",
                        Numbers.percent(Math.max(0, share.low())) + " to "
                                + Numbers.percent(Math.max(0, share.high())));
                html.element("td", Numbers.percent(1 - shown)).closeLine();
            }
        }
        html.close().close().closeLine();
        return html;
    }
}
