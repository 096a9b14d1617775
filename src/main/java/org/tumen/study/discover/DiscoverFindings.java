package org.tumen.study.discover;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.tumen.analysis.discovery.TreeSettings;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.study.Exploration;
import org.tumen.study.points.DesignOutcomes;
import org.tumen.study.points.DesignPoints;
import org.tumen.study.points.PointQuantity;
import org.tumen.study.points.PointTable;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** What a scenario discovery found: where the cases concentrate, and how sure that is. */
final class DiscoverFindings {
    private static final double QUASI_P = 0.05;
    private static final double SUBSAMPLE = 0.5;
    private static final double ROUGH = 0.5;
    private static final double CHANCE = 0.05;
    private static final int PERMUTATIONS = 99;
    private static final int DEEPEST = 4;
    private static final int FOLDS = 10;

    private final DiscoverKind.Plan plan;
    private final Exploration study;
    private final DesignPoints sample;
    private final List<DesignOutcomes> explored;
    private final DiscoverSection section;
    private final OutcomeCondition condition;
    private final PrimSettings settings;
    private final LabelledPoints data;

    DiscoverFindings(DiscoverKind.Plan plan, DesignPoints sample, List<DesignOutcomes> explored) {
        this.plan = plan;
        study = plan.study();
        section = plan.section();
        condition = plan.condition();
        this.sample = sample;
        this.explored = explored;
        settings = new PrimSettings(section.peel(), section.peel(), section.leastMass());
        data = new LabelledPoints(study.labels(), sample.values(), condition.holds(explored));
    }

    /** Begins the findings; the facts say how much was simulated. */
    Findings.Builder of(String facts) {
        Findings.Builder found = Findings.of("scenario discovery", study.name(), study.description(), facts);
        if (data.cases() == 0 || data.cases() == data.size()) {
            found.answer(
                    Texts.upper(condition.words()) + " holds at " + (data.cases() == 0 ? "none" : "all") + " of the "
                            + Numbers.counted(data.size(), "point")
                            + ": there is nothing to tell apart. Choose another condition.");
            return found.details("points", "Points").table(points());
        }
        PrimTrajectory trajectory = Prim.run(data, settings);
        BoxSignificance significance = BoxSignificance.of(data, settings, PERMUTATIONS, study.seed());
        boolean beyond = significance.pValue() <= CHANCE;
        BoxScore box = BoxScore.of(data, pruned(data, trajectory, beyond));
        BoxStability stability = BoxStability.of(
                data,
                box.box(),
                half -> pruned(half, Prim.run(half, settings), beyond),
                section.resamples(),
                SUBSAMPLE,
                study.seed());
        found.answer(where(box));
        String sure = box.box().restricted().isEmpty() ? "" : sure(stability, significance);
        String told = (sure + doubt()).strip();
        if (!told.isEmpty()) {
            found.answer(told);
        }
        study.named()
                .explain(
                        found,
                        box.box().restricted().stream()
                                .map(j -> study.factors().get(j).path()));
        DiscoverCharts charts = new DiscoverCharts(study, sample, data, condition);
        found.section("box", "The box")
                .table(score(box, stability, significance))
                .table(limits(box, stability));
        List<Chart> pairs = charts.pairs(box);
        found.choice("Parameters", pairs)
                .still(
                        "pairs",
                        ChartSheet.picture(
                                "Where " + condition.words(), BoxWords.conditions(data.factors(), box.box()), pairs));
        found.section("trajectory", "Coverage against density")
                .chart(charts.trajectory(trajectory, box), condition.words())
                .detail(steps(trajectory));
        tree(found.section("tree", "A classification tree beside it"));
        return found.details("points", "Points").table(points());
    }

    /** The box of a trajectory that the study wants, without the restrictions that it does not need; {@code beyond}: the cases concentrate beyond chance. */
    private Box pruned(LabelledPoints of, PrimTrajectory trajectory, boolean beyond) {
        BoxScore wanted = wanted(trajectory);
        return wanted == null && beyond
                ? trajectory.telling(of, QUASI_P)
                : QuasiP.pruned(of, (wanted == null ? trajectory.balanced() : wanted).box(), QUASI_P);
    }

    /** The box of the trajectory that the study wants, if any; where none is as dense as it wants, the densest. */
    private @Nullable BoxScore wanted(PrimTrajectory trajectory) {
        if (section.boxDensity() != null) {
            return trajectory
                    .withDensity(section.boxDensity())
                    .orElseGet(() -> trajectory.steps().stream()
                            .max(Comparator.comparingDouble(BoxScore::density))
                            .orElseThrow());
        }
        return section.boxCoverage() != null ? trajectory.nearCoverage(section.boxCoverage()) : null;
    }

    private String where(BoxScore box) {
        String cases = section.cases() == null ? "points where " + condition.words() : section.cases();
        String subject = Texts.upper(cases);
        String base = Numbers.percent(data.baseRate()) + " of all points";
        if (box.box().restricted().isEmpty()) {
            return subject + ", " + base + ", concentrate nowhere in particular.";
        }
        return String.format(
                Locale.ROOT,
                "%s concentrate where %s. Of them %s lie there (coverage), and of the points there they are %s (density) against"
                        + " %s, %.1f times as many.",
                subject,
                BoxWords.conditions(data.factors(), box.box()),
                Numbers.percent(box.coverage()),
                Numbers.percent(box.density()),
                base,
                box.lift());
    }

    private static String sure(BoxStability stability, BoxSignificance significance) {
        String overlap = "Boxes found from halves of the points share "
                + Numbers.percent(stability.overlap()) + " of their points with it"
                + (stability.overlap() < ROUGH ? ", so that its limits are rough. " : ". ");
        String p = " (p " + (significance.pValue() < 0.001 ? "" : "= ") + Numbers.pValue(significance.pValue()) + ").";
        return overlap
                + (significance.pValue() > CHANCE
                        ? "A box as dense comes about by chance alone too often to rely on this one" + p
                        : "Chance alone seldom gives a box as dense" + p);
    }

    /** At how many points the runs leave open whether the condition holds. */
    private String doubt() {
        boolean[] open = condition.open(explored);
        long count = IntStream.range(0, open.length).filter(i -> open[i]).count();
        return count == 0
                ? ""
                : " At " + Numbers.percent((double) count / open.length)
                        + " of the points, each by itself, the runs leave open whether " + condition.words()
                        + (plan.common()
                                ? "; what of that noise the points have in common moves the condition for all of them alike."
                                : ".");
    }

    private Table score(BoxScore box, BoxStability stability, BoxSignificance significance) {
        String caption =
                "Coverage: the share of the cases that lie in the box. Density: the share of the points in the box that"
                        + " are cases. Overlap: points in both over points in either, of this box and of those found in the same way from"
                        + " halves of the points (" + stability.resamples() + " times). p: of a box"
                        + " whose cases are as many standard deviations above chance where labels are dealt at random.";
        return Table.of("box_score", caption, List.of(box))
                .count("Points", BoxScore::points, "points")
                .count("Cases", BoxScore::allCases, "points")
                .share("Base rate", b -> data.baseRate())
                .share("In the box", b -> b.mass())
                .share("Coverage", BoxScore::coverage)
                .share("Density", BoxScore::density)
                .number("Density over base rate", "lift", BoxScore::lift, Table.fixed(1), "ratio")
                .share("Overlap", b -> stability.overlap())
                .number("p", b -> significance.pValue(), Numbers::pValue, Table.P_VALUE)
                .storedText("condition", "Which points are cases", b -> condition.toString())
                .build();
    }

    private Table limits(BoxScore box, BoxStability stability) {
        double[] quasi = QuasiP.of(data, box.box());
        Box found = box.box();
        return Table.of(
                        "box",
                        "Restricted parameters are marked. Quasi-p: how likely so dense a box would be without this restriction"
                                + " alone. Last: in what share of boxes found from halves of the points the parameter is restricted.",
                        data.factors().size())
                .text(
                        "Parameter",
                        data.factors()::get,
                        "factor",
                        j -> study.factors().get(j).path())
                .text("Restriction", j -> restriction(found, j))
                .stored(
                        "lower",
                        "The least value in the box, none for no limit",
                        j -> found.restrictions().get(j).lower(),
                        Table.OF_PARAMETER)
                .stored(
                        "upper",
                        "The greatest value in the box, none for no limit",
                        j -> found.restrictions().get(j).upper(),
                        Table.OF_PARAMETER)
                .number("Quasi-p", j -> quasi[j], Numbers::pValue, Table.P_VALUE)
                .share("Restricted again", j -> stability.restricted()[j])
                .marked(j -> found.restrictions().get(j).restricts())
                .build();
    }

    private String restriction(Box box, int j) {
        return box.restrictions().get(j).restricts()
                ? BoxWords.condition(box.restrictions().get(j))
                : Numbers.NONE;
    }

    private static Table steps(PrimTrajectory trajectory) {
        return Table.of(
                        "trajectory",
                        "The boxes of PRIM, from the whole space on.",
                        trajectory.steps().size())
                .count("Step", i -> i, Table.ORDINAL)
                .share("Coverage", i -> trajectory.steps().get(i).coverage())
                .share("Density", i -> trajectory.steps().get(i).density())
                .share("Share of points", "mass", i -> trajectory.steps().get(i).mass())
                .count(
                        "Restrictions",
                        i -> trajectory.steps().get(i).box().restricted().size(),
                        "parameters")
                .build();
    }

    private void tree(Findings.Builder found) {
        ClassificationTree tree = ClassificationTree.grow(
                data, new TreeSettings(DEEPEST, Math.max(5, data.size() / 50), FOLDS, study.seed()));
        if (tree.depth() == 0) {
            found.say("A classification tree finds no split that cross-validation upholds.");
            return;
        }
        found.table(Table.of("tree", "Its leaves; its depth is chosen by cross-validation.", tree.leaves())
                .text("Leaf", leaf -> BoxWords.conditions(data.factors(), leaf.box()))
                .count("Points", BoxScore::inside, "points")
                .count("Cases", BoxScore::cases, "points")
                .share("Share", BoxScore::density)
                .build());
    }

    private Table points() {
        TableBuilder<Integer> table = PointTable.of(
                study,
                sample,
                "Mean of each outcome with its 95 % interval, and whether " + condition.words() + ".",
                PointTable.all(sample));
        PointQuantity.each(study.outcomes(), study.armNames())
                .forEach(quantity -> PointTable.mean(table, quantity.values(explored), true));
        return table.truth("Case", i -> data.interesting()[i]).build();
    }
}
