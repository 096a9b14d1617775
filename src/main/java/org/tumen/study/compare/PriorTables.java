package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.value.BreakEven;
import org.tumen.analysis.value.BreakEvens;
import org.tumen.analysis.value.Criterion;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.UnderThePrior;
import org.tumen.analysis.value.ValueOfKnowing;
import org.tumen.analysis.value.Valued;
import org.tumen.analysis.value.WeightsAcceptability;
import org.tumen.findings.Chart;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.summary.PriorComparison;
import org.tumen.words.Numbers;

/** The tables and charts of what a comparison comes to over the prior, over all of its worlds. */
record PriorTables(Map<String, WorldComparison> worlds, CompareTables tables) {
    private static final int MOST_BARS = 12;
    private static final int BARS_OF_NOISE = 3;

    /** Rows of an outcome that a terminal shows of the value of knowing: everything, and the five parameters first. */
    private static final int FIRST = 6;

    private static final double CRITICAL = 1.96;

    private record Drawn(String world, Valued outcome, UnderThePrior under) implements CompareTables.InWorld {}

    /** Each arm over the prior. */
    Table underThePrior() {
        List<Drawn> rows = new ArrayList<>();
        worlds.forEach((world, compared) -> compared.drawn()
                .forEach((outcome, found) ->
                        found.underThePrior().forEach(under -> rows.add(new Drawn(world, outcome, under)))));
        return tables.table(
                        "prior",
                        "Arm minus baseline, with intervals over draws of the parameters that hold at 95 % together, for all arms and"
                                + " outcomes (those of a utility for its arms). Draws: the share of them in which"
                                + " the arm is better, chance averaged out. Spread: the standard deviation of a run's difference"
                                + " by chance, and of the expected difference by the parameters.",
                        rows)
                .text("Outcome", "outcome", d -> d.outcome(), Valued::label, Valued::key)
                .text("Arm", d -> d.under().arm())
                .difference(
                        "Difference",
                        d -> d.under().difference(),
                        d -> d.under().interval(),
                        Table.OF_ROW)
                .interval(
                        "Draws",
                        "worlds_better",
                        d -> d.under().better(),
                        d -> d.under().betterInterval(),
                        Numbers::wholePercent,
                        Table.SHARE)
                .tone(d -> d.under().shareTold() ? Table.Tone.PLAIN : Table.Tone.OPEN)
                .number("By chance", "sd_by_chance", d -> root(d.under().luck()), Numbers::estimate, Table.OF_ROW)
                .number(
                        "By parameters",
                        "sd_by_parameters",
                        d -> root(d.under().parameters()),
                        Numbers::estimate,
                        Table.OF_ROW)
                .share("Parameters' share", d -> Math.max(0, d.under().parameterShare()), Numbers::wholePercent)
                .stored(
                        "replicates_to_tell",
                        "Replicates of each draw that would tell the share of draws",
                        d -> CompareFormats.orNone(d.under().replicatesToTell()),
                        "runs of an arm at a draw")
                .build();
    }

    private static double root(double variance) {
        return Math.sqrt(Math.max(0, variance));
    }

    /** How chance and parameters are told apart, in a sentence or two. */
    static String method(PriorComparison prior) {
        boolean replicated =
                prior.found().values().iterator().next().underThePrior().get(0).split()
                        == UnderThePrior.Split.REPLICATES;
        return String.format(
                Locale.ROOT,
                "%s of the uncertain parameters, %s of each arm at each. Chance and parameters are separated %s",
                Numbers.counted(prior.points(), "draw"),
                Numbers.counted(prior.replicates(), "run"),
                replicated
                        ? "by the runs that share a draw; small shares of parameters lean upwards, for variances are not below 0."
                        : "by a surface fitted to other draws: what it cannot follow counts as chance, so that shares of draws"
                                + " lean to certainty. --replicates needs no such surface.");
    }

    private record Known(
            String world,
            Valued outcome,
            List<String> among,
            String name,
            String key,
            double value,
            @Nullable Interval interval,
            double floor,
            boolean clear)
            implements CompareTables.InWorld {}

    /** The value of knowing each parameter, for the choice among all arms. */
    Table valueOfKnowing() {
        List<Known> rows = new ArrayList<>();
        worlds.forEach((world, compared) -> compared.drawn()
                .forEach((outcome, found) -> found.valueOfChoice().forEach(value -> {
                    rows.add(new Known(
                            world,
                            outcome,
                            value.arms(),
                            "everything",
                            "",
                            value.ofAll(),
                            value.ofAllInterval(CRITICAL),
                            value.floor(),
                            value.ofAll() > value.floor()));
                    value.quantities()
                            .forEach(k -> rows.add(new Known(
                                    world,
                                    outcome,
                                    value.arms(),
                                    k.quantity().label(),
                                    k.quantity().key(),
                                    k.value(),
                                    k.interval(CRITICAL),
                                    value.floor(),
                                    k.aboveNoise())));
                })));
        return tables.table(
                        "value_of_knowing",
                        "How much the expected outcome would gain, in its unit, if the choice among the arms could wait until the"
                                + " parameter is known; cross-validated, with 95 % intervals, none where that would change the"
                                + " choice at fewer than 20 draws. Marked: above what noise alone reaches.",
                        rows)
                .text("Outcome", "outcome", k -> k.outcome(), Valued::label, Valued::key)
                .text("Parameter", Known::name, "path", Known::key)
                .estimate("Value of knowing", Known::value, Known::interval, Table.OF_ROW)
                .number("Noise reaches", "noise_floor", Known::floor, Numbers::estimate, Table.OF_ROW)
                .storedText("among", "The arms among which is chosen", k -> String.join(", ", k.among()))
                .storedText("unit", "Unit of the outcome", k -> k.outcome().unit())
                .marked(Known::clear)
                .build();
    }

    /** The rows of the value of knowing that a terminal shows: what stands out, and the first of each outcome. */
    static IntPredicate first(Table known) {
        Map<Object, Integer> before = new HashMap<>();
        boolean[] told = new boolean[known.rows().size()];
        for (int i = 0; i < told.length; i++) {
            int place = before.merge(known.rows().get(i).subList(0, 2), 1, Integer::sum);
            told[i] = place <= FIRST || known.marked().get(i);
        }
        return i -> told[i];
    }

    private record Flip(String world, Valued outcome, String arm, BreakEvens along, BreakEven at)
            implements CompareTables.InWorld {}

    /** Where the difference of an arm changes its sign. */
    Table breakEvens() {
        List<Flip> rows = new ArrayList<>();
        worlds.forEach((world, compared) -> compared.drawn().forEach((outcome, found) -> {
            for (int k = 0; k < found.breakEvens().size(); k++) {
                String arm = found.arms().get(k);
                found.breakEvens()
                        .get(k)
                        .forEach(along ->
                                along.values().forEach(at -> rows.add(new Flip(world, outcome, arm, along, at))));
            }
        }));
        return tables.table(
                        "break_even_values",
                        "Where the expected difference, all other parameters averaged over their priors, changes its sign; with the"
                                + " share of the prior below. Settled: the sign is sure on both sides.",
                        rows)
                .text("Outcome", "outcome", f -> f.outcome(), Valued::label, Valued::key)
                .text("Arm", Flip::arm)
                .text(
                        "Parameter",
                        f -> f.along().quantity().label(),
                        "path",
                        f -> f.along().quantity().key())
                .estimate(
                        "Break-even",
                        f -> f.at().value(),
                        f -> Interval.orNull(f.at().low(), f.at().high()),
                        Table.OF_PARAMETER)
                .share("Prior below", f -> f.at().below(), Numbers::wholePercent)
                .text("Above it the difference is", f -> f.at().rising() ? "positive" : "negative")
                .truth("Settled", f -> f.at().settled())
                .build();
    }

    private record Words(String world, Valued outcome, String sentence) implements CompareTables.InWorld {}

    /** The same in words, a sentence an arm and outcome. */
    Table flipsInWords() {
        List<Words> rows = new ArrayList<>();
        worlds.forEach((world, compared) -> compared.drawn()
                .forEach((outcome, found) -> ComparisonAnswer.flips(found, outcome)
                        .forEach(sentence -> rows.add(new Words(world, outcome, sentence)))));
        return tables.table("flips", "", rows)
                .text("Outcome", "outcome", w -> w.outcome(), Valued::label, Valued::key)
                .text("Where the arm does the opposite of what it does on average", "sentence", Words::sentence)
                .build();
    }

    private record Weighed(String world, WeightsAcceptability all, WeightsAcceptability.OfArm arm)
            implements CompareTables.InWorld {
        double weight(int criterion) {
            return arm.centralWeights().length == 0 ? Double.NaN : arm.centralWeights()[criterion];
        }
    }

    /** The arms under weights of the criteria. */
    Table weights() {
        List<Weighed> rows = new ArrayList<>();
        worlds.forEach((world, compared) -> {
            PriorComparison prior = compared.prior();
            WeightsAcceptability weights = prior == null ? null : prior.weights();
            if (weights != null) {
                weights.arms().forEach(arm -> rows.add(new Weighed(world, weights, arm)));
            }
        });
        TableBuilder<Weighed> table = tables.table(
                        "weights",
                        "Chosen now: share of weights for which the arm is best on average. Best: share of weights and draws of the parameters in"
                                + " which it is best. Confidence: share of draws at the middle of its own weights, which stand in"
                                + " the last columns. Regret: points lost on average by choosing it now.",
                        rows)
                .text("Arm", w -> w.arm().arm())
                .share("Chosen now", w -> w.arm().chosen(), Numbers::wholePercent)
                .share("Best", w -> w.arm().ranks()[0], Numbers::wholePercent)
                .share("Confidence", w -> w.arm().confidence(), Numbers::wholePercent)
                .number("Regret", w -> w.arm().regret(), Numbers::estimate, "points of the weighed criteria");
        List<Criterion> criteria =
                rows.isEmpty() ? List.of() : rows.get(0).all().criteria();
        for (int c = 0; c < criteria.size(); c++) {
            int criterion = c;
            table.share(
                            criteria.get(c).label(),
                            "weight_" + criteria.get(c).key(),
                            w -> w.weight(criterion),
                            Numbers::wholePercent)
                    .meaning("Weight of " + criteria.get(c).label() + " at the middle of the arm's own weights");
        }
        return table.build();
    }

    /** What a choice turns on, a chart an outcome. */
    List<Chart> turnsOn() {
        List<Chart> charts = new ArrayList<>();
        worlds.forEach((world, compared) -> compared.drawn()
                .forEach((outcome, found) -> found.valueOfChoice()
                        .forEach(value -> charts.add(turnsOn(CompareFindings.suffix(worlds, world), outcome, value)))));
        return charts;
    }

    /** What the choice among some arms turns on. */
    static Chart turnsOn(String suffix, Valued outcome, ValueOfKnowing value) {
        record Bar(String name, double value, @Nullable Interval interval) {}
        List<Bar> bars = new ArrayList<>(List.of(new Bar("everything", value.ofAll(), value.ofAllInterval(CRITICAL))));
        // What stands out of the noise, and a few beside it that do not.
        List<ValueOfKnowing.Known> all = value.quantities();
        int clear = IntStream.range(0, all.size())
                .filter(i -> all.get(i).aboveNoise())
                .reduce(-1, Math::max);
        int shown = Math.min(all.size(), Math.min(MOST_BARS, clear + 1 + BARS_OF_NOISE));
        int left = all.size() - shown;
        all.stream()
                .limit(shown)
                .forEach(k -> bars.add(new Bar(k.quantity().label(), k.value(), k.interval(CRITICAL))));
        return Chart.of(
                        "turns_on_" + outcome.key() + suffix,
                        CompareFindings.titled(outcome.label(), suffix),
                        "The value of knowing a parameter for the choice among " + String.join(", ", value.arms())
                                + ", with its 95 % interval; what lies left of the line may be noise."
                                + (left > 0
                                        ? " " + Numbers.counted(left, "other parameter") + " would be worth no more."
                                        : ""))
                .x("Value of knowing", outcome.unit())
                .rows("Value of knowing", bars, Bar::name, Bar::value, Bar::interval)
                .upright(value.floor(), "noise")
                .build();
    }

    /** The difference against each parameter along which it flips. */
    List<Chart> flips() {
        List<Chart> charts = new ArrayList<>();
        worlds.forEach((world, compared) -> compared.drawn().forEach((outcome, found) -> {
            for (int k = 0; k < found.breakEvens().size(); k++) {
                int arm = k;
                found.breakEvens().get(k).stream()
                        .filter(along -> !along.values().isEmpty())
                        .forEach(along ->
                                charts.add(flip(CompareFindings.suffix(worlds, world), outcome, found, arm, along)));
            }
        }));
        return charts;
    }

    /** The same of one arm and parameter. */
    static Chart flip(String suffix, Valued outcome, DrawnComparison found, int arm, BreakEvens along) {
        double[] x = along.curve().x();
        double[] y = along.curve().difference();
        double[] low = y.clone();
        double[] high = y.clone();
        for (int i = 0; i < y.length; i++) {
            low[i] -= CRITICAL * along.curve().error()[i];
            high[i] += CRITICAL * along.curve().error()[i];
        }
        String name = found.arms().get(arm);
        Chart.Builder chart = Chart.of(
                        "flip_" + outcome.key() + "_" + name + "_"
                                + along.quantity().key() + suffix,
                        CompareFindings.titled(
                                outcome.label() + ", " + name + ", "
                                        + along.quantity().label(),
                                suffix),
                        name + " minus " + found.baseline()
                                + " at each value of the parameter, all else averaged over its prior,"
                                + " with its 95 % band; over the middle 98 % of the prior.")
                .x(along.quantity().label(), "")
                .y("Difference", outcome.unit())
                .add(Chart.Shape.BAND, "Difference", x, y, low, high)
                .level(0, "");
        along.values()
                .forEach(at -> chart.upright(at.value(), Numbers.wholePercent(at.below()) + " of the prior below"));
        return chart.points("Break-even", along.values(), BreakEven::value, at -> 0, PriorTables::told)
                .across(along.values(), at -> new Interval(at.low(), at.high()))
                .hue("black")
                .build();
    }

    private static String told(BreakEven at) {
        String low = Numbers.label(at.low());
        String high = Numbers.label(at.high());
        String interval = at.openBelow() && at.openAbove()
                ? "anywhere"
                : at.openBelow() ? "at most " + high : at.openAbove() ? "at least " + low : low + " to " + high;
        return "break-even " + Numbers.label(at.value()) + " (" + interval + ")";
    }
}
