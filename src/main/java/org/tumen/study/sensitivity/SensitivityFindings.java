package org.tumen.study.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.sensitivity.Estimate;
import org.tumen.analysis.sensitivity.MorrisAnalysis;
import org.tumen.analysis.sensitivity.SobolIndices;
import org.tumen.analysis.sensitivity.VarianceSplit;
import org.tumen.chart.Picture;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.Exploration;
import org.tumen.study.points.PointTable;
import org.tumen.study.points.PointValues;
import org.tumen.study.sensitivity.SensitivityIndices.Line;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** What a sensitivity analysis found: which parameters matter, by how much, and which cannot be told from noise. */
final class SensitivityFindings {
    private static final int ROWS_SHOWN = 40;
    private static final int MOST_ANSWERED = 3;
    private static final int MOST_NAMED = 3;

    private final SensitivityIndices.Setting setting;
    private final Exploration study;
    private final List<SensitivityIndices> found;

    SensitivityFindings(SensitivityIndices.Setting setting, List<PointValues> explored) {
        this.setting = setting;
        study = setting.study();
        found = explored.stream()
                .map(values -> SensitivityIndices.of(setting, values))
                .toList();
    }

    /** Begins the findings; the facts say how much was simulated. */
    Findings.Builder of(String facts) {
        Findings.Builder findings = Findings.of("sensitivity analysis", study.name(), study.description(), facts);
        found.stream().limit(MOST_ANSWERED).map(this::answer).forEach(findings::answer);
        study.named()
                .explain(
                        findings,
                        found.stream()
                                .limit(MOST_ANSWERED)
                                .flatMap(of ->
                                        of.main().stream().filter(Line::clear).limit(1))
                                .map(Line::path));
        findings.section("indices", "Which parameters matter").say(method());
        findings.choice("Outcome", found.stream().map(this::chart).toList());
        found.forEach(of -> findings.still("sensitivity_" + of.of().key(), picture(of)));
        findings.table(table(), ROWS_SHOWN);
        findings.section("chance", "Parameters and chance").table(variance());
        return findings.details("points", "Points").table(points());
    }

    private String answer(SensitivityIndices of) {
        List<Line> clear = of.main().stream().filter(Line::clear).toList();
        String label = of.of().label();
        if (of.main().stream().allMatch(SensitivityFindings::untold)) {
            String units = sobol() ? "rows" : "trajectories";
            int fewest = sobol() ? SobolIndices.FEWEST_ROWS : MorrisAnalysis.FEWEST_TRAJECTORIES;
            return "Fewer than " + fewest + " " + units + " cannot tell what matters in "
                    + label.toLowerCase(Locale.ROOT) + "; more can (sensitivity." + units + ").";
        }
        if (clear.isEmpty()) {
            return "Nothing that was varied stands out of the noise in " + label.toLowerCase(Locale.ROOT) + ".";
        }
        List<String> rest = new ArrayList<>(clear.stream()
                .skip(1)
                .limit(MOST_NAMED)
                .map(line -> line.label() + " (" + size(line) + ")")
                .toList());
        int more = clear.size() - 1 - MOST_NAMED;
        if (more > 0) {
            rest.add(more + " more");
        }
        // A greater index may be lost in greater noise.
        return label + (label.contains(",") ? "," : "") + " turns "
                + (of.main().get(0).clear() ? "most " : "") + "on "
                + clear.get(0).label() + ": " + meaning(clear.get(0)) + "."
                + (rest.isEmpty() ? "" : (clear.size() > 2 ? " Then come " : " Then comes ") + Texts.listed(rest) + ".")
                + lost(of);
    }

    private static String lost(SensitivityIndices of) {
        List<Line> lost = of.main().stream().filter(line -> !line.clear()).toList();
        if (lost.isEmpty()) {
            return " All that was varied stands out of the noise.";
        }
        return " Indistinguishable from noise: "
                + Texts.listed(lost.stream().map(Line::label).toList()) + ".";
    }

    /** What the greatest index says, in words. */
    private String size(Line line) {
        double value = line.estimate().value();
        return sobol() ? share(value) : told(line, value);
    }

    /** A share as a sentence can say it: an estimate beyond 0 or 1, where no share lies, is cut there. */
    private static String share(double estimate) {
        return Numbers.percent(Math.max(0, Math.min(1, estimate)));
    }

    private String meaning(Line line) {
        Estimate e = line.estimate();
        return switch (setting.method()) {
            case MORRIS ->
                "a move across its whole range changes it by " + told(line, e.value()) + " on average ("
                        + told(line, e.lower()) + " to " + told(line, e.upper()) + ", in "
                        + line.of().unit() + ")";
            case SOBOL ->
                "it has a part in " + share(e.value()) + " of the variance that the parameters make ("
                        + share(e.lower()) + " to " + share(e.upper()) + ")";
        };
    }

    private String method() {
        return switch (setting.method()) {
            case MORRIS ->
                "Elementary effects of Morris: \u03bc* is the mean size of the change by a move across a parameter's whole range,"
                        + " in steps of equal probability, noise included, \u03bc the mean change with its sign, \u03c3 how much the change depends on where the other parameters"
                        + " stand. An index stands out when its interval lies above what the noise of replication alone would"
                        + " show.";
            case SOBOL ->
                "Sobol indices: of the variance that the parameters make, the first-order index is the share that would go if the"
                        + " parameter were known, the total index the share that would stay if all others were. The noise of"
                        + " replication is taken off already, so that an estimate may come out below 0 or above 1, where no index can"
                        + " lie; an index stands out when its interval lies above 0.";
        };
    }

    private boolean sobol() {
        return setting.method() == SensitivitySection.Method.SOBOL;
    }

    private static String told(Line line, double value) {
        Estimate e = line.estimate();
        return Numbers.fixed(value, Numbers.decimals((e.upper() - e.lower()) / 2));
    }

    private Table table() {
        List<Line> lines = found.stream().flatMap(of -> of.all().stream()).toList();
        TableBuilder<Line> table = Table.of("sensitivity", "Indices with 95 % intervals.", lines)
                .text("Outcome", "outcome", l -> l.of(), PointValues::label, PointValues::key)
                .text("Parameter", Line::label, "factor", Line::path);
        if (sobol()) {
            table.text("Index", Line::index);
        } else {
            table.storedText("index", "Which index", Line::index);
        }
        // Sobol's indices are shares of a variance; Morris's effects are in the unit of their outcome.
        String unit = sobol() ? "share of variance" : Table.OF_ROW;
        table.estimate(
                        sobol() ? "Value" : lines.get(0).index(),
                        "value",
                        l -> l.estimate().value(),
                        l -> Interval.orNull(l.estimate().lower(), l.estimate().upper()),
                        unit)
                .text("Against noise", SensitivityFindings::standing)
                .tone(l -> l.clear() ? Table.Tone.PLAIN : Table.Tone.OPEN)
                .number("Noise alone", "noise_floor", Line::floor, SensitivityFindings::told, unit);
        if (!sobol()) {
            table.number("\u03bc", "mean", l -> l.more().mean(), SensitivityFindings::told, Table.OF_ROW)
                    .number("\u03c3", "deviation", l -> l.more().deviation(), SensitivityFindings::told, Table.OF_ROW);
        }
        return table.build();
    }

    /** Whether there is a value, but no interval. */
    private static boolean untold(Line line) {
        return Double.isFinite(line.estimate().value())
                && !Double.isFinite(line.estimate().lower());
    }

    private static String standing(Line line) {
        return untold(line) ? "too few to tell" : line.clear() ? "stands out" : "indistinguishable";
    }

    /** What share of a single run's variance the parameters make. */
    private Table variance() {
        record Split(PointValues of, VarianceSplit split) {}
        List<Split> splits = found.stream()
                .map(of -> new Split(
                        of.of(),
                        VarianceSplit.of(of.of().rows(), of.of().clusters().get(0))))
                .toList();
        return Table.of(
                        "variance",
                        "The variance of a single run at a random point, split: what the parameters make, what chance does to all"
                                + " points alike (which common random numbers take out of differences), and what chance does"
                                + " to each point by itself.",
                        splits)
                .text("Outcome", "outcome", s -> s.of(), PointValues::label, PointValues::key)
                .number("Variance", "variance", s -> s.split().total(), Numbers::shown, "the square of the row's")
                .share(
                        "Parameters",
                        "parameters_share",
                        s -> s.split().share(s.split().parameters()))
                .share(
                        "Chance in common",
                        "common_chance_share",
                        s -> s.split().share(s.split().commonLuck()))
                .share(
                        "Other chance",
                        "other_chance_share",
                        s -> s.split().share(s.split().interaction()))
                .build();
    }

    private Table points() {
        TableBuilder<Integer> table = PointTable.of(
                study,
                setting.sample(),
                "Mean of each outcome at each point with its 95 % interval.",
                PointTable.all(setting.sample()));
        found.forEach(of -> PointTable.mean(table, of.of(), true));
        return table.build();
    }

    private Chart chart(SensitivityIndices of) {
        List<String> names = of.main().stream().map(Line::label).toList();
        Chart.Builder chart = Chart.of(
                        "indices_" + of.of().key().replaceAll("[^a-z0-9]+", "_"),
                        of.of().label(),
                        sobol()
                                ? "Shares of the variance that the parameters make, with 95 % bootstrap intervals. An index whose interval reaches 0"
                                        + " is indistinguishable from noise."
                                : "Change across the range of a parameter, with its 95 % bootstrap interval. Ticks: what noise alone"
                                        + " would show. Grey: indistinguishable from it.")
                .x(
                        sobol() ? "Share of the variance" : "Mean size of the change",
                        sobol() ? "" : of.of().unit())
                .upright(0, "");
        if (sobol()) {
            rows(chart, "Total", names, of.main());
            rows(chart, "First order", names, of.main().stream().map(of::first).toList());
            return chart.build();
        }
        rows(chart, "Stands out", names, only(of, true));
        rows(chart, "Indistinguishable from noise", names, only(of, false)).hue(Chart.Series.MUTED);
        return chart.rows(
                        "Noise alone",
                        names,
                        of.main().stream().mapToDouble(Line::floor).toArray(),
                        null,
                        null)
                .build();
    }

    /** The lines of a kind, in their rows. */
    private static List<@Nullable Line> only(SensitivityIndices of, boolean clear) {
        List<@Nullable Line> lines = new ArrayList<>(of.main());
        lines.replaceAll(line -> line != null && line.clear() == clear ? line : null);
        return lines;
    }

    private static Chart.Builder rows(
            Chart.Builder chart, String name, List<String> names, List<? extends @Nullable Line> lines) {
        Function<ToDoubleFunction<Estimate>, double[]> each = what -> lines.stream()
                .mapToDouble(line -> line == null ? Double.NaN : what.applyAsDouble(line.estimate()))
                .toArray();
        return chart.rows(
                name, names, each.apply(Estimate::value), each.apply(Estimate::lower), each.apply(Estimate::upper));
    }

    private Picture picture(SensitivityIndices of) {
        String note = Numbers.counted(setting.sample().values().length, "point") + ", "
                + Numbers.counted(study.runs(), "run") + " each, " + DiplomacySim.origin(study.seed());
        return ChartSheet.picture(
                "Which parameters matter for " + of.of().label().toLowerCase(Locale.ROOT),
                study.name(),
                note,
                List.of(chart(of)),
                List.of(of.of().key()));
    }
}
