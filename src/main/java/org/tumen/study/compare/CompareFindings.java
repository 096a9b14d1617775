package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.analysis.value.WeightsAcceptability;
import org.tumen.chart.Picture;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.outcome.Outcome;
import org.tumen.study.NamedParameters;
import org.tumen.summary.PriorComparison;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * What a comparison found, of arms just simulated or of stored results.
 *
 * @param question the question; may be empty
 * @param facts how much was simulated, in a sentence
 * @param note runs, seed and version, as captions of pictures say them
 * @param measures the outcomes of interest, the main one first
 * @param worlds the arms compared, by world
 * @param regret over the worlds, by outcome; empty of a single world
 * @param best the selection of the best arm; null where none is asked for
 * @param drawn the parameters that the runs draw
 * @param decisions those that weigh most in a representative run; null where none were looked for
 * @param leftOut what could not be compared, and what else a reader must know of the runs
 */
record CompareFindings(
        String name,
        String question,
        String facts,
        String note,
        List<Measure> measures,
        Map<String, WorldComparison> worlds,
        Map<Outcome, RegretTable> regret,
        @Nullable BestArm best,
        NamedParameters drawn,
        @Nullable TurningDecisions decisions,
        List<String> leftOut) {

    /** What tells the charts and pictures of a world apart where there are several. */
    static String suffix(Map<String, WorldComparison> worlds, String world) {
        return worlds.size() > 1 ? "_" + world : "";
    }

    /** A title of something in a world, by its suffix. */
    static String titled(String title, String suffix) {
        return suffix.isEmpty() ? title : title + " in " + suffix.substring(1);
    }

    /** The findings, to which more may be added. */
    Findings.Builder findings() {
        CompareTables tables = new CompareTables(measures, worlds);
        Findings.Builder found = Findings.of("comparison", name, question, facts);
        if (best != null) {
            best.tell(found);
        }
        worlds.forEach((world, compared) -> found.answer((worlds.size() > 1 ? "In " + world + ": " : "")
                + String.join(" ", new ComparisonAnswer(compared, measures).sentences())));
        drawn.explain(
                found,
                worlds.values().stream()
                        .flatMap(compared -> new ComparisonAnswer(compared, measures).named().stream()));
        worlds.forEach((world, compared) -> matrix(found, world, compared));
        if (!leftOut.isEmpty()) {
            found.section("left_out", "What is left out");
            leftOut.forEach(text -> found.say(Texts.upper(text) + (text.endsWith(".") ? "" : ".")));
        }
        if (worlds.values().stream().anyMatch(compared -> compared.prior() != null)) {
            prior(found, new PriorTables(worlds, tables));
        }
        verdicts(found, tables);
        distributions(found, tables);
        choice(found, tables);
        if (decisions != null && !decisions.turns().isEmpty()) {
            decisions.tell(found);
        }
        if (!drawn.none()) {
            found.details("drawn", "What is drawn")
                    .table(drawn.table(
                            "drawn",
                            "What nobody knows: run by run, all arms draw the same values of these parameters."));
        }
        return found;
    }

    private void matrix(Findings.Builder found, String world, WorldComparison compared) {
        String suffix = suffix(worlds, world);
        found.section("matrix" + suffix, titled("Against " + compared.baseline(), suffix));
        Matrix matrix = new Matrix(compared, measures);
        found.table(matrix.table(suffix));
        new ComparisonAnswer(compared, measures).turnsOn().forEach(found::say);
        found.panels("Outcome", matrix.charts(suffix));
    }

    private void prior(Findings.Builder found, PriorTables tables) {
        Table known = tables.valueOfKnowing();
        found.section("turns_on", "What it turns on")
                .choice("Outcome", tables.turnsOn())
                .detail(known, PriorTables.first(known));
        found.section("flips", "Where it flips")
                .choice("Outcome, arm and parameter", tables.flips())
                .detail(tables.flipsInWords())
                .detail(tables.breakEvens());
        found.details("prior", "Under the prior");
        worlds.values().stream()
                .map(WorldComparison::prior)
                .filter(prior -> prior != null)
                .findFirst()
                .ifPresent(prior -> found.say(PriorTables.method(prior)));
        found.table(tables.underThePrior());
        worlds.values().stream()
                .map(WorldComparison::prior)
                .filter(prior -> prior != null && prior.weights() != null)
                .findFirst()
                .map(PriorComparison::weights)
                .ifPresent(weights -> found.details("weights", "Under weights of the criteria")
                        .say(scales(weights))
                        .table(tables.weights()));
        stills(found, ComparePictures::ofThePrior);
    }

    private static String scales(WeightsAcceptability weights) {
        return "One point is "
                + weights.criteria().stream()
                        .map(c ->
                                Numbers.estimate(c.scale()) + " of " + c.label().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private void verdicts(Findings.Builder found, CompareTables tables) {
        found.details("verdicts", "Verdicts");
        worlds.forEach((world, compared) ->
                measures.forEach(measure -> found.say(measure.outcome().label()
                        + (worlds.size() > 1 ? " in " + world : "")
                        + " (" + CompareFormats.better(measure) + "): "
                        + compared.table().rows().stream()
                                .filter(row -> row.comparison().outcome() == measure.outcome())
                                .map(row -> verdict(row, compared.baseline()))
                                .collect(Collectors.joining(" ")))));
        found.table(tables.differences());
        found.details("arms", "Each arm by itself").table(tables.means());
    }

    private static String verdict(ComparisonTable.Row row, String baseline) {
        return row.verdict() + (row.baseline().equals(baseline) ? "." : " (against " + row.baseline() + ").");
    }

    private void distributions(Findings.Builder found, CompareTables tables) {
        found.details("distributions", "Distributions")
                .choice("Outcome", CompareCharts.of(worlds, measures, CompareCharts::distributions))
                .choice("Difference of quantiles", CompareCharts.of(worlds, measures, CompareCharts::quantiles));
        Table quantiles = tables.quantiles();
        // Outcomes that are flags, or too few runs, have none.
        if (!quantiles.rows().isEmpty()) {
            found.table(quantiles);
        }
        found.details("over_time", "Over time");
        if (worlds.values().stream()
                .flatMap(compared -> compared.described().stream())
                .anyMatch(arm -> arm.weekly() == null)) {
            found.say("What points of a design do week by week is not stored.");
        }
        found.choice("Series", CompareCharts.of(worlds, measures, CompareCharts::overTime));
        stills(found, ComparePictures::pictures);
    }

    private void choice(Findings.Builder found, CompareTables tables) {
        if (!regret.isEmpty()) {
            found.details("regret", "Regret over the worlds").table(CompareTables.regret(regret));
            regrets(found);
        }
        if (worlds.values().stream().anyMatch(compared -> compared.pareto() != null)) {
            found.details("pareto", "Pareto set")
                    .say("Over "
                            + measures.stream()
                                    .filter(WorldComparison.directed(measures)::contains)
                                    .map(m -> CompareFormats.lower(m.outcome()))
                                    .collect(Collectors.joining(", "))
                            + ".")
                    .table(tables.pareto())
                    .choice("World", CompareCharts.of(worlds, measures, CompareCharts::pareto));
        }
    }

    /** None of a single world, in which regret is the distance from the best arm, which the differences show already. */
    private void regrets(Findings.Builder found) {
        List<Chart> charts = new ArrayList<>();
        regret.forEach((outcome, table) -> {
            if (table.worlds().size() > 1) {
                Chart chart = CompareCharts.regret(outcome, table);
                charts.add(chart);
                found.still(chart.name(), ChartSheet.picture(chart, "", note, outcome.key()));
            }
        });
        found.choice("Outcome", charts);
    }

    private void stills(Findings.Builder found, Function<ComparePictures, Map<String, Picture>> sort) {
        worlds.forEach((world, compared) -> sort.apply(
                        new ComparePictures(new CompareCharts(compared, measures, suffix(worlds, world)), note))
                .forEach((called, picture) -> found.still((worlds.size() > 1 ? world + "/" : "") + called, picture)));
    }
}
