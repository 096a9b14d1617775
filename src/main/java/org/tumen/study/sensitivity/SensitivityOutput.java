package org.tumen.study.sensitivity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.design.SaltelliDesign;
import org.tumen.analysis.sensitivity.Bootstrap;
import org.tumen.analysis.sensitivity.BorgonovoDelta;
import org.tumen.analysis.sensitivity.Estimate;
import org.tumen.analysis.sensitivity.GivenDataIndex;
import org.tumen.analysis.sensitivity.MorrisAnalysis;
import org.tumen.analysis.sensitivity.MorrisEffect;
import org.tumen.analysis.sensitivity.Pawn;
import org.tumen.analysis.sensitivity.SobolIndex;
import org.tumen.analysis.sensitivity.SobolIndices;
import org.tumen.analysis.sensitivity.VarianceSplit;
import org.tumen.chart.IndexBars;
import org.tumen.chart.Picture;
import org.tumen.chart.Sheet;
import org.tumen.report.Exposition;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.DesignPoints;
import org.tumen.study.Exploration;
import org.tumen.study.ExplorationRun;
import org.tumen.study.PointFiles;
import org.tumen.study.PointValues;
import org.tumen.words.Csv;
import org.tumen.words.Numbers;
import org.tumen.words.TextTable;

/** What a sensitivity analysis leaves: a table for each outcome, files and a picture. */
public final class SensitivityOutput {
    private static final int PERMUTATIONS = 200;
    private static final int CLASSES = 10;
    private static final String TABLE =
            "Indices, with 95 % intervals where the method has intervals that hold. The noise floor is the index that noise"
                    + " alone would show; from Sobol indices it is taken off already, so that they stand out when their"
                    + " interval lies above 0.";

    private final Exploration study;
    private final DesignPoints sample;
    private final List<PointValues> explored;
    private final String method;
    private final Bootstrap bootstrap;
    private final @Nullable SaltelliDesign saltelli;

    public SensitivityOutput(
            Exploration study,
            DesignPoints sample,
            List<PointValues> explored,
            String method,
            Bootstrap bootstrap,
            @Nullable SaltelliDesign saltelli) {
        this.study = study;
        this.sample = sample;
        this.explored = explored;
        this.method = method;
        this.bootstrap = bootstrap;
        this.saltelli = saltelli;
    }

    /** A line of the table: an index of a factor. */
    private record Line(
            String index, String factor, Estimate estimate, double floor, boolean distinguishable, String remark) {}

    public void write(ExplorationRun run, PrintWriter out) {
        ObjectNode json = PointFiles.json(study, method, sample.values().length);
        Csv csv = Csv.of("outcome", "index", "factor", "value", "lower", "upper", "noise_floor", "distinguishable");
        Map<String, Picture> pictures = new LinkedHashMap<>();
        ArrayNode indices = json.putArray("indices");
        Exposition page = run.exposition(
                "sensitivity analysis (" + method + ")", String.format(Locale.ROOT, "%,d runs each", study.runs()));
        for (PointValues o : explored) {
            List<Line> lines = lines(o);
            out.println(o.label() + " (" + o.unit() + ")");
            out.println();
            out.print(table(lines));
            out.println();
            out.println(words(o, lines));
            out.println();
            for (Line line : lines) {
                csv.row(
                        o.key(),
                        line.index.replace(' ', '_'),
                        line.factor,
                        line.estimate.value(),
                        line.estimate.lower(),
                        line.estimate.upper(),
                        line.floor,
                        line.distinguishable);
                ObjectNode index = indices.addObject()
                        .put("outcome", o.key())
                        .put("index", line.index)
                        .put("factor", line.factor)
                        .put("value", line.estimate.value());
                if (Double.isFinite(line.estimate.lower())) {
                    index.put("lower", line.estimate.lower()).put("upper", line.estimate.upper());
                }
                index.put("noise_floor", line.floor).put("distinguishable", line.distinguishable);
            }
            pictures.put("sensitivity_" + o.key(), picture(o, lines));
            page.section(o.label())
                    .text(words(o, lines))
                    .picture("sensitivity_" + o.key(), "Sensitivity of " + o.label());
            page.table(TABLE, table(lines).rows());
        }
        run.text("sensitivity.csv", csv.text());
        run.text("points.csv", PointFiles.csv(study, sample, explored, List.of(), i -> List.of()));
        run.json("exploration.json", json);
        run.pictures(pictures);
        Path report = run.report(page);
        out.printf(
                "Indices in %s; report in %s; pictures: %s%n",
                run.folder().resolve("sensitivity.csv"),
                report,
                String.join(
                        ", ",
                        pictures.keySet().stream()
                                .map(n -> "plots/" + n + ".png")
                                .toList()));
        out.flush();
    }

    private List<Line> lines(PointValues o) {
        return switch (method) {
            case "morris" -> morris(o);
            case "sobol" -> sobol(o);
            default -> givenData(o);
        };
    }

    private List<Line> morris(PointValues o) {
        List<MorrisEffect> effects = MorrisAnalysis.ofReplicated(sample.unit(), o.rows(), bootstrap);
        List<Line> lines = new ArrayList<>();
        for (int j = 0; j < effects.size(); j++) {
            MorrisEffect e = effects.get(j);
            lines.add(new Line(
                    "mu*",
                    study.labels().get(j),
                    e.meanAbsolute(),
                    e.noiseFloor(),
                    e.distinguishable(),
                    "mu " + Numbers.shown(e.mean()) + ", sigma " + Numbers.shown(e.deviation())));
        }
        lines.sort(Comparator.comparingDouble((Line l) -> -l.estimate.value()));
        return lines;
    }

    private List<Line> sobol(PointValues o) {
        SaltelliDesign design = Objects.requireNonNull(saltelli);
        List<Line> lines = new ArrayList<>();
        SobolIndices all = SobolIndices.ofReplicated(design, o.rows(), bootstrap);
        for (int j = 0; j < all.indices().size(); j++) {
            SobolIndex i = all.indices().get(j);
            lines.add(
                    new Line("total", study.labels().get(j), i.total(), i.noiseFloor(), i.totalDistinguishable(), ""));
        }
        for (int j = 0; j < all.indices().size(); j++) {
            SobolIndex i = all.indices().get(j);
            lines.add(new Line("first", study.labels().get(j), i.first(), 0, i.firstDistinguishable(), ""));
        }
        for (int j = 0; j < all.indices().size(); j++) {
            for (int l = j + 1; l < all.indices().size(); l++) {
                Estimate pair = all.second()[j][l];
                if (pair != null) {
                    lines.add(new Line(
                            "second",
                            study.labels().get(j) + " x " + study.labels().get(l),
                            pair,
                            0,
                            pair.lower() > 0,
                            ""));
                }
            }
        }
        return lines;
    }

    private List<Line> givenData(PointValues o) {
        double[] y = o.means();
        List<Line> lines = new ArrayList<>();
        for (int j = 0; j < study.factors().size(); j++) {
            double[] x = sample.column(j);
            GivenDataIndex i = method.equals("delta")
                    ? BorgonovoDelta.of(x, y, bootstrap, PERMUTATIONS)
                    : Pawn.of(x, y, CLASSES, PERMUTATIONS, bootstrap.confidence(), bootstrap.seed());
            lines.add(new Line(
                    method,
                    study.labels().get(j),
                    new Estimate(i.value(), Double.NaN, Double.NaN),
                    i.noiseFloor(),
                    i.distinguishable(),
                    "p " + Numbers.pValue(i.pValue())));
        }
        lines.sort(Comparator.comparingDouble((Line l) -> -l.estimate.value()));
        return lines;
    }

    private static TextTable table(List<Line> lines) {
        TextTable table =
                new TextTable("Factor", "index", "value [95 % interval]", "noise floor", "against noise", "remark");
        for (Line l : lines) {
            table.row(
                    l.factor,
                    l.index,
                    Double.isNaN(l.estimate.lower())
                            ? Numbers.fixed(l.estimate.value(), 3)
                            : Numbers.interval(l.estimate.value(), l.estimate.lower(), l.estimate.upper(), 3),
                    Numbers.fixed(l.floor, 3),
                    l.distinguishable ? "stands out" : "indistinguishable from noise",
                    l.remark);
        }
        return table;
    }

    /** What share of a run's variance the parameters make, and which factors cannot be told from noise. */
    private String words(PointValues o, List<Line> lines) {
        VarianceSplit split = VarianceSplit.of(o.rows());
        List<String> lost = lines.stream()
                .filter(l -> !l.distinguishable && !l.index.equals("second"))
                .map(l -> l.index + " of " + l.factor)
                .toList();
        String share = split.total() == 0
                ? "The outcome never varies."
                : "Of the variance of a single run the parameters make "
                        + Numbers.percent(Math.max(0, split.parameterShare()))
                        + ", chance the rest (" + Numbers.percent(split.commonLuck() / split.total())
                        + " luck that strikes all points alike).";
        return share
                + (lost.isEmpty()
                        ? " Every index stands out of the noise."
                        : " Indistinguishable from noise: " + String.join(", ", lost) + ".");
    }

    private Picture picture(PointValues o, List<Line> lines) {
        List<IndexBars.Bar> bars = lines.stream()
                .map(l -> new IndexBars.Bar(
                        l.index + "  " + l.factor,
                        l.estimate.value(),
                        l.estimate.lower(),
                        l.estimate.upper(),
                        l.floor,
                        l.distinguishable))
                .toList();
        String unit =
                switch (method) {
                    case "morris" -> "mean absolute effect of a move across the whole range, " + o.unit();
                    case "sobol" -> "share of the variance that the parameters make";
                    default -> method + ", 0 to 1";
                };
        return new Sheet(
                        "Which parameters matter for " + o.label().toLowerCase(Locale.ROOT),
                        study.name(),
                        "Lines: 95 % bootstrap intervals. Upright marks: what the noise of replication alone would show. Grey: not "
                                + "distinguishable from noise. " + sample.values().length + " points, " + study.runs()
                                + " runs each, seed " + study.seed() + ", model version " + DiplomacySim.MODEL_VERSION
                                + ".")
                .add(new IndexBars(unit, bars))
                .picture(150 + 30 * bars.size());
    }
}
