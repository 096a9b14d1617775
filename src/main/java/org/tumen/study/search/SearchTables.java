package org.tumen.study.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.StudentisedMean;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Lever;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Worlds;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.store.EvaluationStore;
import org.tumen.study.Exploration;
import org.tumen.study.NamedParameters;
import org.tumen.study.NamedParameters.MayBe;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The tables of a search. Values are those of the half of the fresh runs that tells. */
record SearchTables(SearchStudy study, SearchFound found, FreshEvaluation telling, List<SearchChoice.Chosen> chosen) {
    /** What is said of a point that no other dominates. */
    static final String HOLDS = "undominated";

    /** What is said of one that another dominates. */
    static final String DOMINATED = "dominated";

    private static final String HARDLY = "A value without an interval hardly varies between runs.";

    private static final String BREAKS = "breaks a constraint";

    Map<Integer, String> titles() {
        return SearchChoice.titles(chosen);
    }

    private List<String> worlds() {
        return List.copyOf(study.worlds().keySet());
    }

    private int points() {
        return found.points().size();
    }

    /** How an objective makes one value of several worlds, to follow its label; empty where there is one world. */
    String over(Objective o) {
        return worlds().size() == 1 || o.worlds() == Worlds.REGRET ? "" : " (" + overWorlds(o) + ")";
    }

    /** By how much a point is worse than another in an objective; negative where it is better. */
    double lost(int point, int other, int objective) {
        Objective o = study.objectives().get(objective);
        return o.minimised(telling.values()[point][objective]) - o.minimised(telling.values()[other][objective]);
    }

    /** The interval of the same, from paired runs; null where too few of them differ. */
    @Nullable
    Interval loss(int point, int other, int objective) {
        @Nullable Interval difference = telling.difference(point, other, objective);
        return difference != null && study.objectives().get(objective).moreIsBetter()
                ? difference.negated()
                : difference;
    }

    /** The values of levers for readers, as a sweep over the same levers tells them. */
    List<String> shown(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(j -> shown(study.levers().get(j), values.get(j)))
                .toList();
    }

    static String shown(Lever of, String value) {
        return Numbers.isNumber(value)
                ? Numbers.shown(Double.parseDouble(value))
                : choices(of).shown(of.values().indexOf(value) + 1.0);
    }

    /** Where a point stands on these runs. */
    String state(int point) {
        return !telling.feasible()[point]
                ? BREAKS
                : point == points() ? Numbers.NONE : telling.nondominated()[point] ? HOLDS : DOMINATED;
    }

    /** The value of the best compromise in each objective and world. */
    Table compromise() {
        int knee = chosen.get(0).point();
        TableBuilder<Integer> table = objectives(
                        "compromise",
                        "95 % intervals from " + Numbers.count(telling.runs())
                                + " fresh runs that chose nothing; an arrow shows which way is better. " + HARDLY
                                + (study.regrets()
                                        ? " A regret is over the worlds; in a world stands what it is of."
                                        : ""))
                .estimate(
                        worlds().size() == 1 ? "Value" : overAll(),
                        "value",
                        m -> telling.values()[knee][m],
                        m -> telling.interval(knee, m),
                        Table.OF_ROW);
        for (int w = 0; w < worlds().size() && worlds().size() > 1; w++) {
            int world = w;
            table.estimate(
                    "In " + Texts.words(worlds().get(w)),
                    m -> telling.byWorld()[knee][world][m],
                    m -> telling.interval(knee, world, m),
                    Table.OF_ROW);
        }
        return table.build();
    }

    /** The best compromise against the scenario as it stands and against the best of each objective. */
    Table costs() {
        int knee = chosen.get(0).point();
        return objectives(
                        "costs",
                        "From paired fresh runs. Given up: by how much it is worse than the point chosen as the best in that objective"
                                + " alone; none where it is that point itself. A difference without an interval rests on fewer than "
                                + StudentisedMean.FEWEST_DIFFERING + " runs, or draws of the parameters, that differ.")
                .difference(
                        "Best compromise minus as it stands",
                        "difference",
                        m -> telling.values()[knee][m] - telling.values()[points()][m],
                        m -> telling.difference(knee, points(), m),
                        Table.OF_ROW)
                .tone(m -> tone(loss(knee, points(), m)))
                .text("Is", m -> verdict(loss(knee, points(), m)))
                .estimate(
                        "Given up",
                        m -> extreme(m) == knee ? Double.NaN : lost(knee, extreme(m), m),
                        m -> extreme(m) == knee ? null : loss(knee, extreme(m), m),
                        Table.OF_ROW)
                .build();
    }

    private String overAll() {
        List<String> all = study.objectives().stream()
                .map(SearchTables::overWorlds)
                .distinct()
                .toList();
        return all.size() == 1 ? Texts.upper(all.get(0)) : "Over worlds";
    }

    private static String overWorlds(Objective o) {
        return switch (o.worlds()) {
            case MEAN -> "mean over worlds";
            case WORST -> "worst world";
            case REGRET -> "greatest regret";
        };
    }

    private TableBuilder<Integer> objectives(String name, String caption) {
        return Table.of(name, caption, study.objectives().size())
                .text(
                        "Objective",
                        m -> arrowed(study.objectives().get(m)),
                        "objective",
                        m -> study.objectives().get(m).name());
    }

    private static String arrowed(Objective o) {
        return o.label() + (o.moreIsBetter() ? " \u2191" : " \u2193");
    }

    private int extreme(int objective) {
        return chosen.get(objective + 1).point();
    }

    private static Table.Tone tone(@Nullable Interval loss) {
        return loss == null || !loss.excludesZero()
                ? Table.Tone.OPEN
                : loss.high() < 0 ? Table.Tone.GOOD : Table.Tone.BAD;
    }

    private static String verdict(@Nullable Interval loss) {
        return loss == null || !loss.excludesZero() ? "undecided" : loss.high() < 0 ? "better" : "worse";
    }

    /** The chosen points and the scenario as it stands. */
    Table worthALook() {
        TableBuilder<Integer> table = Table.of(
                        "chosen",
                        "Chosen by one half of the fresh runs; values and 95 % intervals are of the other. " + HARDLY,
                        chosenPoints())
                .text("Point", this::name)
                .text("Chosen as", p -> titles().getOrDefault(p, "as it stands"));
        for (int m = 0; m < study.objectives().size(); m++) {
            objective(table, m);
        }
        return table.text("On these runs", this::state)
                .marked(p -> p == chosen.get(0).point())
                .build();
    }

    List<Integer> chosenPoints() {
        List<Integer> rows = new ArrayList<>(titles().keySet());
        rows.add(points());
        return rows;
    }

    private String name(int point) {
        return FreshEvaluation.arm(point, points());
    }

    private void objective(TableBuilder<Integer> table, int m) {
        Objective o = study.objectives().get(m);
        table.estimate(arrowed(o), o.name(), p -> telling.values()[p][m], p -> telling.interval(p, m), o.unit());
    }

    /** What the chosen points set. */
    Table settings() {
        TableBuilder<Integer> table = Table.of(
                        "settings", "What the chosen points set.", List.copyOf(titles().keySet()))
                .text("Point", this::name);
        levers(table, this::values);
        return table.build();
    }

    /** The values of the levers of a point of the front; none for the scenario as it stands. */
    private List<String> values(int point) {
        return point == points() ? List.of() : found.points().get(point);
    }

    private <R> void levers(TableBuilder<R> table, Function<R, List<String>> of) {
        for (int j = 0; j < study.levers().size(); j++) {
            int at = j;
            Lever lever = study.levers().get(j);
            String label = study.labels().get(j);
            if (lever.values().stream().allMatch(Numbers::isNumber)) {
                table.number(
                        label,
                        lever.path(),
                        row -> of.apply(row).isEmpty()
                                ? Double.NaN
                                : Double.parseDouble(of.apply(row).get(at)),
                        Numbers::shown,
                        study.unit(lever.path()));
            } else {
                table.text(
                        label,
                        row -> of.apply(row).isEmpty()
                                ? Numbers.NONE
                                : shown(lever, of.apply(row).get(at)),
                        lever.path(),
                        row -> of.apply(row).isEmpty() ? "" : of.apply(row).get(at));
            }
        }
    }

    /** All points of the front that were evaluated again, and the scenario as it stands. */
    Table front() {
        TableBuilder<Integer> table = Table.of(
                        "front",
                        "Values with 95 % intervals are of the half of the fresh runs that chose nothing; an arrow shows which way an"
                                + " objective is better. On the front: the share of resamples of these runs in which the point is"
                                + " within the constraints and no other point here dominates it. base: the scenario as it stands. "
                                + HARDLY,
                        IntStream.rangeClosed(0, points()).boxed().toList())
                .text("Point", "arm", this::name)
                .text("Chosen as", p -> titles().getOrDefault(p, p == points() ? "as it stands" : ""));
        for (int m = 0; m < study.objectives().size(); m++) {
            Objective o = study.objectives().get(m);
            int objective = m;
            objective(table, m);
            table.stored(
                    o.name() + "_searched",
                    o.label() + ", by the runs of the search",
                    p -> p == points() ? Double.NaN : found.before().get(p)[objective],
                    o.unit());
        }
        table.text("On these runs", this::state)
                .share("On the front", p -> p == points() || !telling.tells() ? Double.NaN : telling.chance()[p]);
        levers(table, this::values);
        return table.marked(titles()::containsKey).build();
    }

    /** The front of each search at its end, of which the hypervolumes are. */
    Table fronts() {
        record Placed(int search, List<String> levers, double[] minimised) {}
        List<Placed> placed = new ArrayList<>();
        for (int s = 0; s < found.history().size(); s++) {
            List<Evolution.Generation> search = found.history().get(s);
            Evolution.Generation last = search.get(search.size() - 1);
            for (int i = 0; i < last.places().size(); i++) {
                placed.add(new Placed(
                        s + 1,
                        study.values(last.places().get(i)),
                        last.objectives().get(i)));
            }
        }
        TableBuilder<Placed> table = Table.of(
                        "fronts",
                        "the points on the front of each search at its end, by the runs of the search: of these are the hypervolumes",
                        placed)
                .storedCount("search", "Search", Placed::search, Table.ORDINAL);
        for (int m = 0; m < study.objectives().size(); m++) {
            Objective o = study.objectives().get(m);
            int objective = m;
            table.stored(o.name(), o.label(), p -> o.minimised(p.minimised[objective]), o.unit());
        }
        levers(table, Placed::levers);
        return table.build();
    }

    /** What was searched over. */
    Table levers() {
        return new NamedParameters()
                .add(
                        study.first(),
                        study.levers().stream()
                                .map(l -> numbers(l)
                                        ? MayBe.numbers(l.path(), l.words())
                                        : choices(l).mayBe())
                                .toList())
                .table("levers", "The levers.");
    }

    private static boolean numbers(Lever lever) {
        return lever.values().stream().allMatch(Numbers::isNumber);
    }

    private static Exploration.Varied choices(Lever lever) {
        return Exploration.Varied.choices(lever.path(), lever.values());
    }

    /** What was striven for. */
    Table objectives() {
        String regret = study.regrets()
                ? " The search measured regret from the best of "
                        + study.budget().references()
                        + " spread points in each world; it is below 0 for what is better than they. On fresh runs it is from"
                        + " the best of the points told."
                : "";
        return Table.of("objectives", "The objectives." + regret, study.objectives())
                .text("Objective", Objective::label, "objective", Objective::name)
                .text(
                        "Of the runs",
                        o -> o.statistic().label(),
                        "statistic",
                        o -> o.statistic().toString())
                .text("Unit", o -> o.statistic().unit())
                .text("Better", o -> o.moreIsBetter() ? "more" : "less")
                .text("Over worlds", SearchTables::overWorlds, "over_worlds", o -> Texts.key(o.worlds()))
                .build();
    }

    /** The runs of the search that failed. */
    Table failed(List<EvaluationStore.Failure> failures) {
        TableBuilder<EvaluationStore.Failure> table = Table.of(
                        "failed_runs", "Runs of the search that failed.", failures)
                .text("World", EvaluationStore.Failure::world);
        for (int j = 0; j < study.levers().size(); j++) {
            int lever = j;
            table.text(
                    study.labels().get(j),
                    f -> shown(study.levers().get(lever), f.levers().get(lever)),
                    study.levers().get(j).path(),
                    f -> f.levers().get(lever));
        }
        return table.count("Run", EvaluationStore.Failure::run, Table.ORDINAL)
                .text("Cause", EvaluationStore.Failure::cause)
                .build();
    }
}
