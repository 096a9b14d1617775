package org.tumen.study.search;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Front;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Volume;
import org.tumen.analysis.search.Worlds;
import org.tumen.chart.Picture;
import org.tumen.outcome.RunFailure;
import org.tumen.report.Exposition;
import org.tumen.report.ResultFiles;
import org.tumen.store.DerivedFiles;
import org.tumen.study.BatchTexts;
import org.tumen.study.ResultFolders;
import org.tumen.study.ResultReport;
import org.tumen.study.StudySession;
import org.tumen.words.Numbers;
import org.tumen.words.TextTable;
import org.tumen.words.Texts;

/** What a search leaves: tables, files, pictures, scenarios of chosen points and a report. */
public final class SearchOutput {
    private static final int GENERATIONS_SHOWN = 8;

    private final SearchStudy study;
    private final SearchFound found;
    private final FreshEvaluation again;
    private final SearchEvaluations evaluations;
    private final int points;
    private final Map<String, Integer> chosen;
    private final Map<Integer, String> names;
    private final double[][] volumes;
    private final double[][] reached;

    public SearchOutput(SearchStudy study, SearchFound found, FreshEvaluation again, SearchEvaluations evaluations) {
        this.study = study;
        this.found = found;
        this.again = again;
        this.evaluations = evaluations;
        points = found.points().size();
        chosen = new SearchChoice(study, found, again).chosen();
        names = SearchChoice.names(chosen);
        Volume box = box();
        double whole = box.share(minimised());
        volumes = new double[found.history().size()][];
        reached = new double[found.history().size()][];
        for (int s = 0; s < volumes.length; s++) {
            List<Evolution.Generation> search = found.history().get(s);
            volumes[s] = search.stream()
                    .mapToDouble(g -> box.share(g.objectives()) / whole)
                    .toArray();
            reached[s] = search.stream()
                    .mapToDouble(Evolution.Generation::evaluations)
                    .toArray();
        }
    }

    /** The whole merged front, before it was thinned for the second evaluation. */
    private List<double[]> minimised() {
        List<double[]> all = new ArrayList<>();
        found.history().forEach(s -> all.addAll(s.get(s.size() - 1).objectives()));
        return Front.of(all).stream().map(all::get).toList();
    }

    private Volume box() {
        return Volume.of(minimised());
    }

    public void write(Path folder, Path file, StudySession session) {
        PrintWriter out = session.out();
        DerivedFiles sink = new DerivedFiles(folder);
        TextTable front = front();
        TextTable convergence = convergence();
        out.println();
        out.println(Texts.wrapped(study.name() + ": " + facts() + again.note() + "."));
        out.println();
        out.print(front);
        out.println();
        out.println(Texts.wrapped(frontNote()));
        out.println();
        out.print(convergence);
        out.println();
        out.println(Texts.wrapped(convergenceNote()));
        out.println();
        out.println(Texts.wrapped(curse()));
        List<RunFailure> failed = evaluations.failed();
        if (!failed.isEmpty()) {
            out.print(BatchTexts.failures(failed, ResultFolders.failedScenario(folder, evaluations.firstFailed())));
        }
        out.print(BatchTexts.failures(again.failures(), folder, true));
        SearchFiles files = new SearchFiles(study, found, again, chosen);
        text(sink, "pareto.csv", files.pareto());
        text(sink, "convergence.csv", files.convergence(volumes));
        text(sink, "exploration.json", files.json(evaluations, box()));
        new SearchChoice(study, found, again)
                .files(chosen)
                .forEach((name, content) -> text(sink, "chosen/" + name, content));
        Map<String, Picture> pictures = new SearchPictures(study, found, again).of(reached, volumes, names);
        ResultFiles.pictures(pictures, Path.of("plots"), sink);
        Path report = ResultReport.write(folder, exposition(folder, front, convergence, pictures));
        ending(out, folder, report);
    }

    private void ending(PrintWriter out, Path folder, Path report) {
        out.println();
        if (chosen.isEmpty()) {
            out.println("No point keeps to the constraints on fresh runs; no scenarios were written.");
        } else {
            out.println("Chosen points as scenarios in " + folder.resolve("chosen") + "/: "
                    + String.join(", ", chosen.keySet()) + ". To compare them:");
            out.println("  " + command(folder));
        }
        out.println("All points in " + folder.resolve("pareto.csv") + "; report in " + report);
        out.flush();
    }

    private static String command(Path folder) {
        return "tumen compare " + folder.resolve("chosen").resolve("compare.yaml");
    }

    private String facts() {
        SearchStudy.Budget b = study.budget();
        return String.format(
                Locale.ROOT,
                "%d searches of %,d evaluations by %s with a population of %d; %,d different points, %,d runs each%s, seed %d;"
                        + " %d points on the merged front, %d of them evaluated again on %,d fresh runs",
                b.searches(),
                b.evaluations(),
                b.algorithm() == Evolution.Algorithm.NSGA2 ? "NSGA-II" : "NSGA-III",
                b.population(),
                found.simulated(),
                b.runs(),
                study.worlds().size() > 1 ? " in each of " + study.worlds().size() + " worlds" : "",
                study.seed(),
                found.frontSize(),
                points,
                b.freshRuns());
    }

    private static String over(Objective o) {
        return switch (o.worlds()) {
            case MEAN -> "mean over worlds";
            case WORST -> "worst world";
            case REGRET -> "greatest regret";
        };
    }

    private String head(Objective o) {
        return o.name()
                + (study.worlds().size() > 1 || o.worlds() == Worlds.REGRET ? " (" + over(o) + ")" : "")
                + (o.moreIsBetter() ? " ↑" : " ↓");
    }

    private TextTable front() {
        List<String> head = new ArrayList<>(List.of("Point"));
        head.addAll(study.labels());
        for (Objective o : study.objectives()) {
            head.add(head(o));
            head.add("fresh [95 %]");
        }
        head.addAll(List.of("on fresh runs", "on the front", "chosen as"));
        TextTable table = new TextTable(head.toArray(String[]::new));
        for (int p = 0; p <= points; p++) {
            List<String> cells = new ArrayList<>(List.of(FreshEvaluation.arm(p, points)));
            for (int j = 0; j < study.levers().size(); j++) {
                cells.add(
                        p == points ? Numbers.NONE : shown(found.points().get(p).get(j)));
            }
            for (int m = 0; m < study.objectives().size(); m++) {
                cells.add(
                        p == points
                                ? Numbers.NONE
                                : Numbers.fixed(found.before().get(p)[m], 3));
                cells.add(Numbers.interval(again.values()[p][m], again.low()[p][m], again.high()[p][m], 3));
            }
            cells.add(state(p));
            cells.add(p == points ? Numbers.NONE : Numbers.percent(again.chance()[p]));
            cells.add(names.getOrDefault(p, p == points ? "as it stands" : ""));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static String shown(String value) {
        return value.matches("[-+]?[0-9.]+") ? Numbers.shown(Double.parseDouble(value)) : value;
    }

    private String state(int p) {
        if (!again.feasible()[p]) {
            return "breaks a constraint";
        }
        return p == points ? Numbers.NONE : again.nondominated()[p] ? "holds" : "dominated";
    }

    private String frontNote() {
        String constraints = study.constraints().isEmpty()
                ? ""
                : " Constraints: "
                        + String.join(
                                "; ",
                                study.constraints().stream()
                                        .map(Object::toString)
                                        .toList())
                        + (study.worlds().size() > 1 ? ", in every world." : ".");
        String regret = study.regrets()
                ? " Regret is measured from the best of " + study.budget().references()
                        + " spread points in each world, with the runs of the search; it is below 0 for what is better than"
                        + " they."
                : "";
        String worlds = study.worlds().size() == 1
                ? ""
                : " Over the worlds "
                        + String.join(
                                ", ",
                                study.objectives().stream()
                                        .map(o -> o.name() + " is the " + over(o))
                                        .toList())
                        + ".";
        return "An arrow shows which way an objective is better. Under its name it stands by the runs that chose the point, 0 to "
                + (study.budget().runs() - 1)
                + ", the same for every point; fresh: by runs " + study.budget().runs() + " to "
                + (study.budget().runs() + study.budget().freshRuns() - 1)
                + ", which no choice has looked at. On the front: in what share of resamples of the fresh runs no other point here"
                + " dominates it. base: the scenario as it stands." + worlds + constraints + regret;
    }

    private TextTable convergence() {
        List<String> head = new ArrayList<>(List.of("Evaluations"));
        for (int s = 0; s < volumes.length; s++) {
            head.add("search " + (s + 1));
        }
        TextTable table = new TextTable(head.toArray(String[]::new));
        int generations = Arrays.stream(volumes).mapToInt(v -> v.length).min().orElse(0);
        int step = Math.max(1, (generations + GENERATIONS_SHOWN - 1) / GENERATIONS_SHOWN);
        for (int g = 0; g < generations; g++) {
            if (g % step == 0 || g == generations - 1) {
                List<String> cells = new ArrayList<>(List.of(Numbers.count(reached[0][g])));
                for (double[] volume : volumes) {
                    cells.add(Numbers.fixed(volume[g], 3));
                }
                table.row(cells.toArray(String[]::new));
            }
        }
        return table;
    }

    private String convergenceNote() {
        double[] ends = Arrays.stream(volumes).mapToDouble(v -> v[v.length - 1]).toArray();
        double least = Arrays.stream(ends).min().orElse(0);
        double late = 0;
        for (double[] v : volumes) {
            late = Math.max(late, v[v.length - 1] - v[v.length - 1 - v.length / 4]);
        }
        return String.format(
                Locale.ROOT,
                "Hypervolume as a share of the merged front's (reference point: the worst of each objective on it and a tenth of the"
                        + " range beyond). The searches end at %.3f to %.3f; in the last quarter the most that one still gained is"
                        + " %.3f. %s",
                least,
                Arrays.stream(ends).max().orElse(0),
                late,
                least >= 0.97 && late <= 0.01
                        ? "They agree and have ceased to gain."
                        : "They have not converged: more evaluations may find better points.");
    }

    private static void text(DerivedFiles sink, String name, String content) {
        sink.write(Path.of(name), out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** By how much the values of the search were too good. */
    private String curse() {
        List<String> parts = new ArrayList<>();
        for (int m = 0; m < study.objectives().size(); m++) {
            Objective o = study.objectives().get(m);
            double worse = 0;
            int outside = 0;
            for (int p = 0; p < points; p++) {
                double before = found.before().get(p)[m];
                worse += (o.minimised(again.values()[p][m]) - o.minimised(before)) / points;
                outside += before < again.low()[p][m] || before > again.high()[p][m] ? 1 : 0;
            }
            parts.add(String.format(
                    Locale.ROOT,
                    "%s is %.3f %s on fresh runs than searched on average, %d of %d searched values lie outside the fresh interval",
                    o.name(),
                    Math.abs(worse),
                    worse >= 0 ? "worse" : "better",
                    outside,
                    points));
        }
        long held =
                IntStream.range(0, points).filter(p -> again.nondominated()[p]).count();
        return held + " of " + points + " points still stand undominated and within the constraints on fresh runs. "
                + String.join("; ", parts) + ". Points share their luck, so these shifts do too.";
    }

    private Exposition exposition(Path folder, TextTable front, TextTable convergence, Map<String, Picture> pictures) {
        Exposition page = Exposition.of("Tumen search", study.name(), study.description(), facts() + ".");
        page.section("Front")
                .text(curse())
                .picture("front", "The front on fresh luck")
                .table(frontNote(), front.rows());
        page.picture("parallel_coordinates", "Levers and objectives of the front");
        page.section("Convergence").picture("hypervolume", "Hypervolume of the front by evaluations");
        page.table(convergenceNote(), convergence.rows());
        page.section("Chosen points");
        if (!chosen.isEmpty()) {
            page.text(
                    "Written as scenarios into the folder chosen, all chosen by fresh runs: the best of each objective, the knee (the"
                            + " point nearest to the best of all objectives, in their ranges) and the most robust ("
                            + (study.worlds().size() > 1
                                    ? "the least greatest shortfall over worlds and objectives"
                                    : "the one most surely on the front")
                            + "). To compare them with the scenario as it stands:");
            page.command(command(folder));
        }
        page.section("What was searched");
        TextTable levers = new TextTable("Lever", "range");
        study.levers().forEach(l -> levers.row(l.path(), l.words()));
        page.table("The levers.", levers.rows());
        TextTable objectives = new TextTable("Objective", "statistic", "better", "over worlds");
        study.objectives()
                .forEach(o -> objectives.row(
                        o.name(), o.statistic().toString(), o.moreIsBetter() ? "more" : "less", over(o)));
        page.table("The objectives.", objectives.rows());
        return page;
    }
}
