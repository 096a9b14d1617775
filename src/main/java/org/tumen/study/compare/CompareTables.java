package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.PairedComparison;
import org.tumen.analysis.comparison.ParetoSet;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.analysis.comparison.pair.QuantileDifferences.QuantileDifference;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The tables of a comparison, over all of its worlds. */
record CompareTables(List<Measure> measures, Map<String, WorldComparison> worlds) {

    /** What is told of a world. */
    interface InWorld {
        String world();
    }

    /** Begins a table whose rows are of worlds; people see the world where there are several. */
    <R extends InWorld> TableBuilder<R> table(String name, String caption, List<R> rows) {
        TableBuilder<R> table = Table.of(name, caption, rows);
        return worlds.size() > 1
                ? table.text("World", InWorld::world)
                : table.storedText("world", "World", InWorld::world);
    }

    private record Difference(String world, ComparisonTable.Row row) implements InWorld {
        PairedComparison of() {
            return row.comparison();
        }

        double better() {
            return of().direction() == Direction.NEUTRAL
                    ? Double.NaN
                    : of().shares().better(of().direction());
        }

        double worse() {
            return of().direction() == Direction.NEUTRAL
                    ? Double.NaN
                    : of().shares().worse(of().direction());
        }

        /** The shares better, worse and equal, rounded together, as the verdict tells them; null for none. */
        @Nullable
        String told(int which) {
            return Double.isNaN(better())
                    ? null
                    : Numbers.wholePercents(better(), worse(), of().shares().equal())
                            .get(which);
        }
    }

    /** Every difference with all of its statistics. */
    Table differences() {
        List<Difference> rows = new ArrayList<>();
        worlds.forEach(
                (world, compared) -> compared.table().rows().forEach(row -> rows.add(new Difference(world, row))));
        return table(
                        "comparison",
                        "Arm minus baseline. Intervals of differences hold for all outcomes and arms together with 95 %; a"
                                + " difference without one rests on fewer than 20 runs, or draws of the parameters, that differ, or"
                                + " on nearly all differing by the same. Better, worse, equal:"
                                + " shares of runs on the same random numbers. Pairing: by what factor common random numbers cut"
                                + " the variance. Tail: the mean of the worst 5 % of runs of each arm,"
                                + " where these are 20 runs or draws at least; each interval of it holds by itself alone, so that of"
                                + " many some miss."
                                + worlds.values().iterator().next().never(measures),
                        rows)
                .text("Outcome", "outcome", d -> d.of().outcome(), Outcome::label, Outcome::key)
                .text("Arm", d -> d.row().arm())
                .text("Against", "baseline", d -> d.row().baseline())
                .number("Mean", "arm_mean", d -> d.of().mean().arm(), Numbers::estimate, Table.OF_ROW)
                .difference(
                        "Difference",
                        d -> d.of().mean().difference(),
                        d -> d.of().mean().interval(),
                        Table.OF_ROW)
                .tone(d -> Table.Tone.of(d.of().finding()))
                .share("Better", Difference::better, Numbers::wholePercent)
                .written(d -> d.told(0))
                .share("Worse", Difference::worse, Numbers::wholePercent)
                .written(d -> d.told(1))
                .share("Equal", d -> d.of().shares().equal(), Numbers::wholePercent)
                .written(d -> d.told(2))
                .number(
                        "Pairing",
                        "variance_reduction",
                        d -> CompareFormats.orNone(d.of().varianceReduction()),
                        Numbers::estimate,
                        "ratio")
                .number(
                        "Adjusted p",
                        "adjusted_p_value",
                        d -> CompareFormats.orNone(d.of().mean().adjustedPValue()),
                        Numbers::pValue,
                        Table.P_VALUE)
                .difference(
                        "Tail",
                        "tail_difference",
                        this::tail,
                        d -> d.of().tail() == null ? null : d.of().tail().differenceInterval(),
                        Table.OF_ROW)
                .text("Dominates", "dominance", d -> CompareFormats.dominance(d.row()))
                .storedText("finding", "What it comes to", d -> Texts.key(d.of().finding()))
                .storedText("verdict", "The same in a sentence", d -> d.row().verdict())
                .storedText("unit", "Unit of the outcome", d -> d.of().outcome().unit())
                .storedCount("runs", "Pairs of runs", d -> d.of().mean().runs(), "pairs of runs")
                .storedCount(
                        "clusters",
                        "Independent clusters of pairs",
                        d -> d.of().mean().clusters(),
                        "clusters")
                .storedCount(
                        "differing",
                        "Clusters in which a pair differs",
                        d -> d.of().mean().differing(),
                        "clusters")
                .stored(
                        "baseline_mean",
                        "Mean of the baseline",
                        d -> d.of().mean().baseline(),
                        Table.OF_ROW)
                .stored(
                        "standard_error",
                        "Standard error of the difference",
                        d -> d.of().mean().standardError(),
                        Table.OF_ROW)
                .stored(
                        "higher",
                        "Share of runs in which the arm is higher",
                        d -> d.of().shares().higher(),
                        Table.SHARE)
                .stored(
                        "lower",
                        "Share of runs in which the arm is lower",
                        d -> d.of().shares().lower(),
                        Table.SHARE)
                .stored(
                        "p_value",
                        "P-value of this difference alone",
                        d -> CompareFormats.orNone(d.of().mean().pValue()),
                        Table.P_VALUE)
                .stored(
                        "signed_rank_p_value",
                        "Wilcoxon's signed rank test",
                        d -> d.of().signedRank().pValue(),
                        Table.P_VALUE)
                .stored(
                        "kolmogorov_smirnov_p_value",
                        "Test of equal distributions by random swaps",
                        d -> d.of().kolmogorovSmirnov().pairedPValue(),
                        Table.P_VALUE)
                .stored("log_rank_p_value", "Log-rank test of times", CompareTables::logRank, Table.P_VALUE)
                .build();
    }

    private double tail(Difference d) {
        return d.of().tail() == null ? Double.NaN : d.of().tail().difference();
    }

    private static double logRank(Difference d) {
        return d.of().logRank() == null ? Double.NaN : d.of().logRank().pairedPValue();
    }

    private record Mean(String world, Arm arm, OutcomeSummary of) implements InWorld {}

    /** The mean of every outcome in every arm. */
    Table means() {
        List<Mean> rows = new ArrayList<>();
        worlds.forEach((world, compared) -> compared.arms()
                .forEach(arm -> measures.forEach(
                        measure -> rows.add(new Mean(world, arm, compared.summary(arm, measure.outcome()))))));
        return table(
                        "arm_means",
                        "Each arm by itself, with 95 % intervals; the differences tell arms apart far better.",
                        rows)
                .text("Outcome", "outcome", m -> m.of().outcome(), Outcome::label, Outcome::key)
                .text("Arm", m -> m.arm().name())
                .estimate("Mean", m -> m.of().mean(), m -> m.of().meanInterval(), Table.OF_ROW)
                .count("Runs", m -> m.arm().runs(), "runs")
                .build();
    }

    private record Quantile(String world, ComparisonTable.Row row, QuantileDifference of) implements InWorld {}

    Table quantiles() {
        List<Quantile> rows = new ArrayList<>();
        worlds.forEach((world, compared) -> compared.table()
                .rows()
                .forEach(row -> row.comparison()
                        .quantiles()
                        .differences()
                        .forEach(q -> rows.add(new Quantile(world, row, q)))));
        return table(
                        "quantile_differences",
                        "Arm minus baseline; the bands hold for all quantiles of a row together. Few runs tell none near the ends.",
                        rows)
                .text("Outcome", "outcome", q -> q.row().comparison().outcome(), Outcome::label, Outcome::key)
                .text("Arm", q -> q.row().arm())
                .text("Against", "baseline", q -> q.row().baseline())
                .share("Runs below", "probability", q -> q.of().probability(), Numbers::wholePercent)
                .difference("Difference", q -> q.of().difference(), q -> q.of().band(), Table.OF_ROW)
                .build();
    }

    private record Place(String world, ParetoSet.Entry entry) implements InWorld {}

    /** The arms that no other dominates. */
    Table pareto() {
        List<Place> rows = new ArrayList<>();
        worlds.forEach((world, compared) -> {
            ParetoSet set = compared.pareto();
            if (set != null) {
                set.entries().forEach(entry -> rows.add(new Place(world, entry)));
            }
        });
        return table(
                        "pareto_set",
                        "An arm is in the set when no other is at least as good in the mean of every outcome and better in one;"
                                + " resamples tell how sure that is from " + StudentisedMean.FEWEST_DIFFERING
                                + " runs, or draws of the parameters, on.",
                        rows)
                .text("Arm", p -> p.entry().arm())
                .truth("In the set", p -> p.entry().nondominated())
                .share("Of resamples", "share_of_resamples", p -> p.entry().probability(), Numbers::wholePercent)
                .build();
    }

    private record Regret(Outcome outcome, RegretTable table, int arm) {}

    /** Regret over worlds; with a row an arm and outcome, and a column a world. */
    static Table regret(Map<Outcome, RegretTable> tables) {
        List<Regret> rows = new ArrayList<>();
        new EnumMap<>(tables).forEach((outcome, table) -> {
            for (int a = 0; a < table.arms().size(); a++) {
                rows.add(new Regret(outcome, table, a));
            }
        });
        TableBuilder<Regret> built = Table.of(
                        "regret",
                        "What an arm's mean lacks to that of the best arm in the same world; the shares are of resamples in which"
                                + " an arm has the least largest regret, and the best mean over worlds, told from "
                                + StudentisedMean.FEWEST_DIFFERING + " runs, or draws of the parameters, on.",
                        rows)
                .text("Outcome", "outcome", r -> r.outcome(), Outcome::label, Outcome::key)
                .text("Arm", r -> r.table().arms().get(r.arm()));
        List<String> names = tables.values().iterator().next().worlds();
        for (int w = 0; w < names.size(); w++) {
            int world = w;
            built.number(
                            "In " + names.get(w),
                            r -> r.table().regrets().get(world).get(r.arm()),
                            Numbers::estimate,
                            Table.OF_ROW)
                    .meaning("Regret in the world " + names.get(w));
        }
        return built.number("Largest", r -> r.table().largestRegrets().get(r.arm()), Numbers::estimate, Table.OF_ROW)
                .share(
                        "Least largest in",
                        "minimax_share",
                        r -> r.table().minimaxShares().get(r.arm()),
                        Numbers::wholePercent)
                .share(
                        "Best mean in",
                        "best_mean_share",
                        r -> r.table().bestMeanShares().get(r.arm()),
                        Numbers::wholePercent)
                .marked(r -> r.table().minimaxRegret().contains(r.table().arms().get(r.arm())))
                .build();
    }
}
