package org.tumen.study.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Worlds;
import org.tumen.findings.Chart;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsText;
import org.tumen.outcome.Amount;
import org.tumen.outcome.RunFailure;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.ResultFolders;
import org.tumen.study.result.FailedRuns;
import org.tumen.words.Numbers;
import org.tumen.words.ShellWords;
import org.tumen.words.Texts;

/** What a search found: the best compromise and what it costs, the chosen points, the front, and how far the search came. */
final class SearchFindings {
    private final SearchStudy study;
    private final SearchFound found;
    private final FreshEvaluation.Halves fresh;
    private final FreshEvaluation telling;
    private final SearchEvaluations evaluations;
    private final List<SearchChoice.Chosen> chosen;
    private final Convergence convergence;
    private final SearchTables tables;

    SearchFindings(
            SearchStudy study,
            SearchFound found,
            FreshEvaluation.Halves fresh,
            List<SearchChoice.Chosen> chosen,
            SearchEvaluations evaluations) {
        this.study = study;
        this.found = found;
        this.fresh = fresh;
        this.chosen = chosen;
        this.evaluations = evaluations;
        telling = fresh.telling();
        convergence = Convergence.of(found);
        tables = new SearchTables(study, found, telling, chosen);
    }

    /** The findings; files are told relative to the result folder. */
    Findings of(Path folder) {
        Findings.Builder all = Findings.of("search", study.name(), study.description(), facts());
        SearchCharts charts = new SearchCharts(study, found, telling, tables);
        if (chosen.isEmpty()) {
            all.answer("No point of the front satisfies the constraints on fresh runs: " + constraints()
                    + ". Loosen one, widen the levers, or simulate more runs of each point, so that fewer points seem to"
                    + " satisfy them by luck.");
        } else {
            answer(all);
            all.section("compromise", "The best compromise")
                    .table(tables.compromise())
                    .table(tables.costs());
            all.choice("Objective", charts.byObjective());
            all.section("chosen", "Points worth a look")
                    .table(tables.worthALook())
                    .table(tables.settings());
            all.say(
                    "In the folder of this result each lies as a scenario in chosen/, and chosen/compare.yaml compares them"
                            + " with the scenario as it stands on other random numbers:");
            all.command("tumen compare " + FindingsText.RESULT + "/chosen/compare.yaml");
        }
        List<Chart> front = charts.front();
        all.section("front", "The front").choice("Objectives", front);
        all.still("front", ChartSheet.picture("The front on fresh runs", study.name(), front.subList(0, 1)));
        charts.parallel(all);
        all.say(selection()).detail(tables.front());
        all.section("convergence", "Has the search come to its end?").say(convergence.words());
        all.chart(charts.volume(convergence), study.name())
                .detail(convergence.table())
                .file(tables.fronts());
        all.details("searched", "What was searched").table(tables.levers()).table(tables.objectives());
        if (!study.constraints().isEmpty()) {
            all.say("Constraints: " + constraints() + (study.worlds().size() > 1 ? ", in every world." : "."));
        }
        failures(all, folder);
        return all.build();
    }

    private String constraints() {
        return Texts.listed(study.constraints().stream()
                .map(c -> Texts.lower(c.statistic().label())
                        + (c.atMost() ? " at most " : " at least ")
                        + Numbers.plain(c.limit()))
                .toList());
    }

    private String facts() {
        SearchStudy.Budget b = study.budget();
        return String.format(
                Locale.ROOT,
                "%s of %,d evaluations by %s with a population of %,d; %,d different points, %s each%s;"
                        + " %s on the merged front, %d of them evaluated again on %,d fresh runs; %s",
                Numbers.counted(b.searches(), "search"),
                b.evaluations(),
                b.algorithm() == Evolution.Algorithm.NSGA2 ? "NSGA-II" : "NSGA-III",
                b.population(),
                found.simulated(),
                Numbers.counted(b.runs(), "run"),
                study.worlds().size() > 1 ? " in each of " + study.worlds().size() + " worlds" : "",
                Numbers.counted(found.frontSize(), "point"),
                found.points().size(),
                b.freshRuns(),
                DiplomacySim.origin(study.seed()));
    }

    private void answer(Findings.Builder all) {
        int knee = chosen.get(0).point();
        int base = found.points().size();
        all.answer("The best compromise on the front sets "
                + Texts.settings(study.labels(), tables.shown(found.points().get(knee))) + " ("
                + FreshEvaluation.arm(knee, base) + "). " + worth(knee));
        all.answer(costs(knee) + " " + against(knee, base));
        all.answer(holds(knee) + " " + convergence.verdict());
    }

    private String worth(int knee) {
        List<String> parts = new ArrayList<>();
        for (int m = 0; m < study.objectives().size(); m++) {
            Objective o = study.objectives().get(m);
            Interval interval = telling.interval(knee, m);
            parts.add(Texts.lower(o.label()) + tables.over(o) + " " + amount(o, telling.values()[knee][m], interval));
        }
        return "On " + Numbers.count(telling.runs()) + " fresh runs"
                + (study.worlds().size() > 1 ? " in each world" : "") + " that chose nothing it gives "
                + Texts.listed(parts) + ".";
    }

    /** A value in its unit with its interval; shares in percent, but for a regret, which is a difference. */
    private static String amount(Objective of, double value, @Nullable Interval interval) {
        if (of.unit().startsWith("share of ") && of.worlds() != Worlds.REGRET) {
            return (of.unit().equals("share of runs") ? "in " : "")
                    + Numbers.percent(value)
                    + of.unit().substring("share".length())
                    + (interval == null
                            ? ""
                            : " (" + Numbers.percent(interval.low()) + " to " + Numbers.percent(interval.high()) + ")");
        }
        Amount amount = Amount.in(of.unit());
        return interval == null
                ? amount.told(Numbers.shown(amount.factor() * value))
                : amount.told(value, interval.low(), interval.high());
    }

    /** By how much a point is worse than another in an objective, or better; with the interval of that. */
    private String difference(int objective, double value, Interval interval) {
        return Amount.in(study.objectives().get(objective).unit()).told(value, interval.low(), interval.high());
    }

    /** What it gives up against the point that is best in each objective alone. */
    private String costs(int knee) {
        List<String> given = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> few = new ArrayList<>();
        List<String> best = new ArrayList<>();
        for (int m = 0; m < study.objectives().size(); m++) {
            int extreme = chosen.get(m + 1).point();
            String label = Texts.lower(study.objectives().get(m).label());
            @Nullable Interval loss = tables.loss(knee, extreme, m);
            if (extreme == knee) {
                best.add(label);
            } else if (loss == null) {
                few.add(label);
            } else if (!loss.excludesZero()) {
                open.add(label);
            } else {
                given.add(difference(m, tables.lost(knee, extreme, m), loss) + " of " + label
                        + (loss.high() < 0 ? " (below 0: it is better)" : ""));
            }
        }
        List<String> parts = new ArrayList<>();
        add(parts, "it gives up ", given, " against the point best in each alone");
        add(parts, "it is itself the point chosen as the best in ", best, "");
        add(parts, "in ", open, " it is indistinguishable from the best");
        add(parts, "in ", few, " too few runs differ from those of the best to tell");
        return Texts.upper(String.join("; ", parts)) + ".";
    }

    /** What is said of some objectives; nothing where there are none. */
    private static void add(List<String> parts, String before, List<String> objectives, String after) {
        if (!objectives.isEmpty()) {
            parts.add(before + Texts.listed(objectives) + after);
        }
    }

    private String against(int knee, int base) {
        List<String> better = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> few = new ArrayList<>();
        for (int m = 0; m < study.objectives().size(); m++) {
            String label = Texts.lower(study.objectives().get(m).label());
            @Nullable Interval loss = tables.loss(knee, base, m);
            if (loss == null) {
                few.add(label);
            } else if (!loss.excludesZero()) {
                open.add(label);
            } else if (loss.high() < 0) {
                better.add(label + " by " + difference(m, -tables.lost(knee, base, m), loss.negated()));
            } else {
                worse.add(label + " by " + difference(m, tables.lost(knee, base, m), loss));
            }
        }
        List<String> parts = new ArrayList<>();
        add(parts, "better in ", better, "");
        add(parts, "worse in ", worse, "");
        add(parts, "indistinguishable in ", open, "");
        add(parts, "not to be told in ", few, ", where too few runs differ");
        return "Against the scenario as it stands it is " + Texts.listed(parts)
                + (telling.feasible()[base] ? "." : "; the scenario as it stands breaks a constraint.");
    }

    private String holds(int knee) {
        int points = found.points().size();
        long held = IntStream.range(0, points)
                .filter(p -> telling.nondominated()[p])
                .count();
        return "On these runs it "
                + switch (tables.state(knee)) {
                    case SearchTables.HOLDS -> "is dominated by no other point";
                    case SearchTables.DOMINATED -> "is dominated by another point: luck helped to choose it";
                    default -> "breaks a constraint: luck helped to choose it";
                }
                + "; "
                + (points == 1
                        ? "the one point of the front is "
                        : (held == points ? "all " : held + " of the ")
                                + points
                                + (held == 1 ? " points of the front is " : " points of the front are "))
                + (held == 0 && points == 1 ? "not " : "")
                + (study.constraints().isEmpty() ? "" : "within the constraints and ") + "undominated.";
    }

    /** By how much the values of the search were too good; regrets of the two have different bests. */
    private String selection() {
        int points = found.points().size();
        List<String> parts = new ArrayList<>();
        long outside = 0;
        for (int m = 0; m < study.objectives().size(); m++) {
            Objective o = study.objectives().get(m);
            if (o.worlds() == Worlds.REGRET) {
                continue;
            }
            double worse = 0;
            for (int p = 0; p < points; p++) {
                double before = found.before().get(p)[m];
                worse += (o.minimised(telling.values()[p][m]) - o.minimised(before)) / points;
                Interval interval = telling.interval(p, m);
                boolean held = interval == null ? before == telling.values()[p][m] : interval.contains(before);
                outside += held ? 0 : 1;
            }
            parts.add(Numbers.estimate(Math.abs(worse)) + (worse >= 0 ? " worse" : " better") + " in "
                    + Texts.lower(o.label()));
        }
        String regrets = study.regrets()
                ? "Regrets on fresh runs are from the best of the points told, those of the search from its reference points,"
                        + " so that the two cannot be compared. "
                : "";
        return parts.isEmpty()
                ? regrets.strip()
                : regrets + "On fresh runs the points are on average " + Texts.listed(parts)
                        + " than the search saw them; " + outside + " of the " + points * parts.size()
                        + " values that it saw lie outside the fresh intervals. All points meet the same random numbers, so"
                        + " these shifts are common to them.";
    }

    private void failures(Findings.Builder all, Path folder) {
        List<RunFailure> searched = evaluations.failed();
        if (searched.isEmpty() && fresh.failures().isEmpty()) {
            return;
        }
        all.section("failures", "Runs that failed");
        if (!searched.isEmpty()) {
            Path scenario = folder.relativize(ResultFolders.failedScenario(folder, evaluations.firstFailed()));
            all.say(FailedRuns.counted(searched.size()) + " To see the first:")
                    .command("tumen trace " + FindingsText.RESULT + "/" + scenario + " --seed "
                            + searched.get(0).key().seed() + " --run "
                            + searched.get(0).key().run())
                    .table(tables.failed(evaluations.failures()), FailedRuns.MOST_SHOWN);
        }
        if (!fresh.failures().isEmpty()) {
            RunFailure first = fresh.failures().get(0);
            all.say("Of the fresh runs: " + FailedRuns.counted(fresh.failures().size()) + " To see the first:")
                    .command("tumen trace " + FindingsText.RESULT + " --arm " + ShellWords.quote(first.arm())
                            + " --run " + first.key().run());
        }
    }
}
