package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tumen.chart.compare.RegretPictures;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;

/** The sections of a comparison: verdicts, differences, quantiles, regret and the Pareto set. */
final class ComparisonSections {

    private final ArmComparison comparison;
    private final Path folder;

    /** @param folder the result folder, whose pictures of regret are shown */
    ComparisonSections(ArmComparison comparison, Path folder) {
        this.comparison = comparison;
        this.folder = folder;
    }

    /** The verdict table. */
    Html verdicts() {
        Html html = new Html();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of verdicts");
        html.open("table", "class", "sortable", "id", "verdict-table");
        html.element(
                "caption",
                "Each arm against its baseline, paired by run number. Differences are arm minus baseline;"
                        + " their 95 % intervals and p-values hold for all rows together.");
        html.open("thead").open("tr");
        for (String name : List.of("Arm", "Outcome", "Verdict")) {
            html.element("th", name, "scope", "col", "class", "word", "data-sort", "text");
        }
        for (String name : List.of("Difference", "From", "To", "Higher", "Lower", "p")) {
            html.element("th", name, "scope", "col", "class", "figure", "data-sort", "number");
        }
        html.close().closeLine();
        html.open("tbody");
        for (ArmComparison.Row row : comparison.rows()) {
            verdict(html, row);
        }
        html.closeLine().closeLine().closeLine();
        return html;
    }

    private static void verdict(Html html, ArmComparison.Row row) {
        html.open("tr", "data-outcome", row.outcome());
        html.open("th", "scope", "row").text(row.arm());
        html.element("small", " against " + row.baseline()).closeLine();
        html.element("td", row.label());
        html.element("td", row.verdict(), "class", "verdict");
        for (double value : new double[] {row.difference(), row.low(), row.high()}) {
            figure(html, value, signed(value));
        }
        figure(html, row.higher(), share(row.higher()));
        figure(html, row.lower(), share(row.lower()));
        figure(html, row.pValue(), Numbers.pValue(row.pValue()));
        html.closeLine();
    }

    private static String signed(double value) {
        return value > 0 ? "+" + Numbers.estimate(value) : Numbers.estimate(value);
    }

    private static String share(double value) {
        return Numbers.percent(value);
    }

    private static void figure(Html html, double value, String text) {
        String key = Double.isFinite(value) ? Numbers.plain(value) : "";
        html.element("td", text, "class", "figure", "data-value", key);
    }

    /** Intervals and quantile differences as charts. */
    Html differences() {
        Html html = new Html();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("", "all, in standard deviations");
        Map<String, String> quantiles = new LinkedHashMap<>();
        for (ArmComparison.Row row : comparison.rows()) {
            all.put(row.outcome(), row.label());
            if (!row.quantiles().isEmpty()) {
                quantiles.put(row.outcome(), row.label());
            }
        }
        selector(html, "forest", all);
        html.add(
                ArmSections.chart(
                        "forest",
                        "",
                        "forest",
                        "Differences from the baseline",
                        "Difference of means with its 95 % interval: all outcomes on one scale, that of the standard deviation of"
                                + " their paired differences, or one outcome in its own unit. An interval that does not touch 0"
                                + " settles the sign; a grey field holds the differences that the study calls too small to matter."));
        if (!quantiles.isEmpty()) {
            selector(html, "quantiles", quantiles);
            html.add(
                    ArmSections.chart(
                            "quantiles",
                            "",
                            "quantiles",
                            "Differences of quantiles",
                            "Arm minus baseline at each quantile, with bands that hold at all quantiles together with 95 %"
                                    + " confidence. A level curve means that the whole distribution moved by the same amount."));
        }
        return html;
    }

    private static void selector(Html html, String chart, Map<String, String> outcomes) {
        String id = chart + "-outcome";
        html.open("p", "class", "controls", "hidden", "");
        html.element("label", "Outcome ", "for", id);
        html.open("select", "id", id, "data-figures", "figure[data-chart=\"" + chart + "\"]");
        outcomes.forEach((key, name) -> html.element("option", name, "value", key));
        html.close().closeLine();
    }

    /** Whether decisions are told. */
    boolean hasTurningPoints() {
        return !comparison.decisions().path("decisions").isEmpty();
    }

    /** The decisions of a representative run whose change moves the outcome most. */
    Html turningPoints() {
        JsonNode told = comparison.decisions();
        String key = told.path("outcome").asText("");
        Outcome outcome = Outcome.byKey(key).orElse(null);
        String of = outcome == null ? key : outcome.label() + " (" + outcome.unit() + ")";
        Html html = new Html();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Decisions");
        html.open("table", "class", "sortable", "id", "decision-table");
        html.element(
                "caption",
                "Run " + told.path("run").asLong() + " of " + told.path("arm").asText()
                        + " has the median of " + of
                        + ". Had one decision been another, everything else left to the same policies, it would have"
                        + " changed by so much: on average over fresh draws after that week, with the 95 % interval,"
                        + " and on the luck of the run. The actors whose policy is compared come first.");
        html.open("thead").open("tr");
        html.element("th", "Week", "scope", "col", "class", "figure", "data-sort", "number");
        for (String name : List.of("Date", "Actor", "Did", "Instead")) {
            html.element("th", name, "scope", "col", "class", "word", "data-sort", "text");
        }
        for (String name : List.of("Mean change", "± (95 %)", "In this run")) {
            html.element("th", name, "scope", "col", "class", "figure", "data-sort", "number");
        }
        html.close().closeLine();
        html.open("tbody");
        for (JsonNode decision : told.path("decisions")) {
            html.open("tr");
            figure(html, decision.path("week").asInt(), decision.path("week").asText());
            for (String field : List.of("date", "actor", "done", "instead")) {
                html.element("td", decision.path(field).asText().replace('_', ' '));
            }
            double mean = ArmComparison.number(decision.path("mean_change"));
            double half = ArmComparison.number(decision.path("half_width"));
            double change = ArmComparison.number(decision.path("change"));
            figure(html, mean, signed(mean));
            figure(html, half, String.format(Locale.ROOT, "%.3f", half));
            figure(html, change, signed(change));
            html.closeLine();
        }
        html.closeLine().closeLine().closeLine();
        return html;
    }

    /** Whether there is a regret table or a Pareto set to show. */
    boolean hasDecision() {
        return !comparison.regret().isEmpty() || !comparison.pareto().isEmpty();
    }

    /** Regret tables and Pareto sets. */
    Html decision() {
        Html html = new Html();
        comparison.regret().forEach((outcome, table) -> {
            picture(html, outcome);
            regret(html, outcome, table);
        });
        comparison.pareto().forEach((world, set) -> pareto(html, world, set));
        return html;
    }

    /** The picture, where the folder holds it; the table below says the same in numbers. */
    private void picture(Html html, String key) {
        String of = Outcome.byKey(key).map(Outcome::label).orElse(key);
        FindingsPage.still(folder, RegretPictures.name(key)).ifPresent(data -> {
            html.open("figure");
            html.open("img", "class", "still", "alt", "Regret of each arm in each world: " + of, "src", data);
            html.closeLine();
        });
    }

    private static void regret(Html html, String key, JsonNode table) {
        String of = Outcome.byKey(key).map(Outcome::label).orElse(key);
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Regret: " + of);
        html.open("table");
        html.element(
                "caption",
                of
                        + ": regret, what an arm's mean lacks to that of the best arm in the same world. Least largest regret: "
                        + words(table.path("minimax_regret")) + "; best mean: " + words(table.path("best_mean")) + ".");
        html.open("thead").open("tr").element("th", "World", "scope", "col");
        table.path("arms").forEach(arm -> html.element("th", arm.asText(), "scope", "col", "class", "figure"));
        html.close().closeLine();
        html.open("tbody");
        for (int world = 0; world < table.path("worlds").size(); world++) {
            row(
                    html,
                    table.path("worlds").path(world).asText(),
                    table.path("regrets").path(world));
        }
        row(html, "Largest", table.path("largest_regrets"));
        row(html, "Least largest in, share of resamples", table.path("minimax_shares"));
        row(html, "Best mean in, share of resamples", table.path("best_mean_shares"));
        html.closeLine().closeLine().closeLine();
    }

    private static void row(Html html, String name, JsonNode values) {
        html.open("tr").element("th", name, "scope", "row");
        values.forEach(value -> html.element("td", Numbers.estimate(ArmComparison.number(value)), "class", "figure"));
        html.closeLine();
    }

    private static String words(JsonNode names) {
        List<String> words = new ArrayList<>();
        names.forEach(name -> words.add(name.asText()));
        return String.join(", ", words);
    }

    private static void pareto(Html html, String world, JsonNode set) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Pareto set");
        html.open("table");
        html.element(
                "caption",
                "Pareto set of " + world
                        + ": an arm is in it when no other is at least as good in every outcome of interest and better in"
                        + " one. Share of resamples: in how many of them it is.");
        html.open("thead").open("tr").element("th", "Arm", "scope", "col");
        html.element("th", "In the set", "scope", "col");
        html.element("th", "Share of resamples", "scope", "col", "class", "figure");
        html.close().closeLine();
        html.open("tbody");
        for (JsonNode entry : set.path("entries")) {
            html.open("tr").element("th", entry.path("arm").asText(), "scope", "row");
            html.element("td", entry.path("nondominated").asBoolean() ? "yes" : "no");
            html.element("td", share(ArmComparison.number(entry.path("probability"))), "class", "figure");
            html.closeLine();
        }
        html.closeLine().closeLine().closeLine();
    }
}
