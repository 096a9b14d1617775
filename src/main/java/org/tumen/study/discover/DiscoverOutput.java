package org.tumen.study.discover;

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
import org.tumen.analysis.discovery.Box;
import org.tumen.analysis.discovery.BoxScore;
import org.tumen.analysis.discovery.BoxSignificance;
import org.tumen.analysis.discovery.BoxStability;
import org.tumen.analysis.discovery.BoxWords;
import org.tumen.analysis.discovery.ClassificationTree;
import org.tumen.analysis.discovery.LabelledPoints;
import org.tumen.analysis.discovery.Prim;
import org.tumen.analysis.discovery.PrimSettings;
import org.tumen.analysis.discovery.PrimTrajectory;
import org.tumen.analysis.discovery.QuasiP;
import org.tumen.analysis.discovery.Restriction;
import org.tumen.analysis.discovery.TreeSettings;
import org.tumen.chart.Picture;
import org.tumen.report.Exposition;
import org.tumen.study.DesignOutcomes;
import org.tumen.study.DesignPoints;
import org.tumen.study.Exploration;
import org.tumen.study.ExplorationRun;
import org.tumen.study.PointFiles;
import org.tumen.study.PointQuantity;
import org.tumen.study.PointValues;
import org.tumen.words.Numbers;
import org.tumen.words.TextTable;

/** What scenario discovery leaves: the box in words, how sure it is, a tree, files and pictures. */
public final class DiscoverOutput {
    private static final double QUASI_P = 0.05;
    private static final double SUBSAMPLE = 0.5;
    private static final int PERMUTATIONS = 99;
    private static final int DEEPEST = 4;
    private static final int FOLDS = 10;

    private final Exploration study;
    private final DesignPoints sample;
    private final List<DesignOutcomes> explored;
    private final OutcomeCondition condition;
    private final String cases;
    private final PrimSettings settings;
    private final DiscoverSection section;
    private final LabelledPoints data;

    public DiscoverOutput(
            Exploration study,
            DesignPoints sample,
            List<DesignOutcomes> explored,
            OutcomeCondition condition,
            String cases,
            PrimSettings settings,
            DiscoverSection section) {
        this.study = study;
        this.sample = sample;
        this.explored = explored;
        this.condition = condition;
        this.cases = cases;
        this.settings = settings;
        this.section = section;
        data = LabelledPoints.numeric(study.labels(), sample.values(), condition.holds(explored));
    }

    /** The box of the trajectory that the study wants; where none is as dense as it wants, the densest. */
    private BoxScore chosen(PrimTrajectory trajectory) {
        if (section.boxDensity() != null) {
            return trajectory
                    .withDensity(section.boxDensity())
                    .orElseGet(() -> trajectory.steps().stream()
                            .max(Comparator.comparingDouble(BoxScore::density))
                            .orElseThrow());
        }
        return section.boxCoverage() != null ? trajectory.nearCoverage(section.boxCoverage()) : trajectory.balanced();
    }

    public void write(ExplorationRun run, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s holds at %,d of %,d points (%s).%n%n",
                condition,
                data.cases(),
                data.size(),
                Numbers.percent(data.baseRate()));
        run.text("points.csv", labelled());
        if (data.cases() == 0 || data.cases() == data.size()) {
            run.report(run.exposition("scenario discovery", study.runs() + " runs each")
                    .section("Found")
                    .text(condition + " holds at " + data.cases() + " of " + data.size()
                            + " points: there is nothing to tell apart."));
            out.println("There is nothing to tell apart: choose another condition.");
            out.flush();
            return;
        }
        PrimTrajectory trajectory = Prim.run(data, settings);
        BoxScore found =
                BoxScore.of(data, QuasiP.pruned(data, chosen(trajectory).box(), QUASI_P));
        BoxStability stability = BoxStability.of(data, settings, found, section.resamples(), SUBSAMPLE, study.seed());
        BoxSignificance significance = BoxSignificance.of(data, settings, PERMUTATIONS, study.seed());
        String sentence = BoxWords.sentence(cases, data.factors(), found);
        out.println(sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".");
        out.println();
        out.print(boxTable(found, stability));
        out.println();
        out.print(certainty(found, stability, significance));
        ClassificationTree tree = ClassificationTree.grow(
                data, new TreeSettings(DEEPEST, Math.max(5, data.size() / 50), FOLDS, study.seed()));
        out.println();
        out.print(
                tree.depth() == 0
                        ? "A classification tree finds no split that cross-validation upholds.\n"
                        : treeTable(tree).toString());
        run.json("exploration.json", json(found, stability, significance, trajectory));
        Map<String, Picture> pictures = new DiscoverPictures(study, data, condition).of(trajectory, found);
        run.pictures(pictures);
        Path report = run.report(exposition(run, sentence, found, stability, significance, tree));
        out.printf(
                "%nPoints with their labels in %s; report in %s; pictures: %s%n",
                run.folder().resolve("points.csv"),
                report,
                String.join(
                        ", ",
                        pictures.keySet().stream()
                                .map(n -> "plots/" + n + ".png")
                                .toList()));
        out.flush();
    }

    private Exposition exposition(
            ExplorationRun run,
            String sentence,
            BoxScore found,
            BoxStability stability,
            BoxSignificance significance,
            ClassificationTree tree) {
        Exposition page = run.exposition("scenario discovery", Numbers.count(study.runs()) + " runs each");
        page.section("The box").text(sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".");
        page.text(condition + " holds at " + data.cases() + " of " + data.size() + " points ("
                + Numbers.percent(data.baseRate()) + ").");
        certainty(found, stability, significance).lines().forEach(page::text);
        page.table(
                "The restrictions of the box. Quasi-p: how likely so dense a box would be without the restriction alone. Last: in"
                        + " what share of subsamples the box found restricts the parameter.",
                boxTable(found, stability).rows());
        page.picture("pairs", "The points, with the box drawn in");
        page.section("Trajectory").picture("trajectory", "Coverage and density of the boxes");
        page.section("Classification tree");
        if (tree.depth() == 0) {
            page.text("A classification tree finds no split that cross-validation upholds.");
        } else {
            page.table(
                    "The leaves of a tree whose depth is chosen by cross-validation.",
                    treeTable(tree).rows());
        }
        return page;
    }

    private TextTable boxTable(BoxScore found, BoxStability stability) {
        double[] quasi = QuasiP.of(data, found.box());
        TextTable table = new TextTable("Parameter", "restriction", "quasi-p", "restricted in subsamples");
        for (int j = 0; j < data.factors().size(); j++) {
            table.row(
                    data.factors().get(j),
                    found.box().restrictions().get(j).restricts()
                            ? BoxWords.conditions(data.factors(), only(found.box(), j))
                            : Numbers.NONE,
                    Numbers.pValue(quasi[j]),
                    Numbers.percent(stability.restricted()[j]));
        }
        return table;
    }

    private static Box only(Box box, int j) {
        return Box.whole(box.restrictions().size()).with(j, box.restrictions().get(j));
    }

    private String certainty(BoxScore found, BoxStability stability, BoxSignificance significance) {
        return String.format(
                Locale.ROOT,
                "Inside the box %s of the points are such cases (coverage %s, %s of all points).%n"
                        + "Found again from halves of the points (%d times): the boxes share %s of their points.%n"
                        + "With the labels dealt at random a box this dense is found with p = %.3f.%n",
                Numbers.percent(found.density()),
                Numbers.percent(found.coverage()),
                Numbers.percent(found.mass()),
                stability.resamples(),
                Numbers.percent(stability.overlap()),
                significance.pValue());
    }

    private TextTable treeTable(ClassificationTree tree) {
        TextTable table = new TextTable("Leaf of the classification tree", "points", "cases", "share");
        for (BoxScore leaf : tree.leaves()) {
            table.row(
                    BoxWords.conditions(data.factors(), leaf.box()),
                    Integer.toString(leaf.inside()),
                    Integer.toString(leaf.cases()),
                    Numbers.percent(leaf.density()));
        }
        return table;
    }

    private String labelled() {
        List<PointValues> values = PointQuantity.each(study.outcomes(), study.armNames()).stream()
                .map(quantity -> quantity.values(explored))
                .toList();
        return PointFiles.csv(study, sample, values, List.of("case"), i -> List.of(data.interesting()[i] ? 1 : 0));
    }

    private ObjectNode json(
            BoxScore found, BoxStability stability, BoxSignificance significance, PrimTrajectory trajectory) {
        ObjectNode root = PointFiles.json(study, "discover", data.size());
        root.put("condition", condition.toString()).put("base_rate", data.baseRate());
        ObjectNode box = root.putObject("box");
        box.put("coverage", found.coverage()).put("density", found.density()).put("mass", found.mass());
        box.put("lift", found.lift()).put("overlap", stability.overlap()).put("p_value", significance.pValue());
        ObjectNode limits = box.putObject("limits");
        List<Integer> restricted = new ArrayList<>(found.box().restricted());
        Map<String, Restriction> byPath = new LinkedHashMap<>();
        restricted.forEach(j -> byPath.put(
                study.factors().get(j).path(), found.box().restrictions().get(j)));
        byPath.forEach((path, r) -> {
            ObjectNode limit = limits.putObject(path);
            if (Double.isFinite(r.lower())) {
                limit.put("above", r.lower());
            }
            if (Double.isFinite(r.upper())) {
                limit.put("below", r.upper());
            }
        });
        ArrayNode steps = root.putArray("trajectory");
        trajectory
                .steps()
                .forEach(s -> steps.addObject()
                        .put("coverage", s.coverage())
                        .put("density", s.density())
                        .put("mass", s.mass())
                        .put("restrictions", s.box().restricted().size()));
        return root;
    }
}
