package org.tumen.study.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Interval;
import org.tumen.analysis.game.EmpiricalGame;
import org.tumen.analysis.game.Equilibria;
import org.tumen.analysis.game.Gain;
import org.tumen.analysis.game.ManyPlayerEquilibria;
import org.tumen.analysis.game.MixedProfile;
import org.tumen.analysis.game.NormalForm;
import org.tumen.analysis.game.PureEquilibria;
import org.tumen.analysis.game.Standing;
import org.tumen.analysis.game.TwoPlayerEquilibria;
import org.tumen.chart.Picture;
import org.tumen.experiment.DesignExperiment;
import org.tumen.report.Exposition;
import org.tumen.scenario.ScenarioWriter;
import org.tumen.study.Exploration;
import org.tumen.study.ExplorationRun;
import org.tumen.study.PointFiles;
import org.tumen.words.Csv;
import org.tumen.words.Numbers;
import org.tumen.words.TextTable;
import org.tumen.words.Texts;

/** What a game leaves: the payoffs, best replies and equilibria as tables, files, a picture and scenario files. */
public final class GameOutput {
    private static final int STARTS = 20;
    private static final double REGRET = 1e-9;
    private static final long MOST_SUPPORTS = 200_000;
    private static final String PAYOFFS =
            "* a best reply to the others. Regret: the most that one player gains by a change of its own, judged by paired runs;"
                    + " where all of its interval lies below 0 the profile is an equilibrium. All intervals hold although runs"
                    + " were added while looking, those of regret for all profiles together. Equilibrium: whether it is one,"
                    + " and the share of resamples of the runs in which it is.";

    private final Exploration study;
    private final GameStudy game;
    private final EmpiricalGame played;
    private final NormalForm means;
    private final List<Standing> standings;
    private final double[] probability;
    private final double tolerance;
    private final double decided;
    private final int plannedRuns;

    public GameOutput(
            Exploration study,
            GameStudy game,
            EmpiricalGame played,
            List<Standing> standings,
            double[] probability,
            double tolerance,
            double decided,
            int plannedRuns) {
        this.study = study;
        this.game = game;
        this.played = played;
        this.means = played.means();
        this.standings = standings;
        this.probability = probability;
        this.tolerance = tolerance;
        this.decided = decided;
        this.plannedRuns = plannedRuns;
    }

    public void write(ExplorationRun run, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%n%s: %d profiles of %d players on common random numbers, seed %d%n",
                study.name(),
                means.profiles(),
                game.players().size(),
                study.seed());
        game.players().forEach(p -> out.println("  " + p.name() + " wants " + p.words()));
        out.println();
        TextTable payoffs = payoffs();
        out.print(payoffs);
        out.print("\n" + Texts.wrapped(PAYOFFS) + "\n");
        out.println();
        Equilibria mixed = equilibria();
        out.print(words(mixed));
        List<String> files = scenarios(run);
        run.text("payoffs.csv", csv());
        run.json("exploration.json", json(mixed));
        Map<String, Picture> pictures =
                new GamePictures(study, game, played, standings, probability, tolerance, plannedRuns).of();
        run.pictures(pictures);
        Path report = run.report(exposition(run, payoffs, mixed, pictures, files));
        out.printf(
                "%nPayoffs in %s; report in %s; pictures: %s%s%n",
                run.folder().resolve("payoffs.csv"),
                report,
                String.join(
                        ", ",
                        pictures.keySet().stream()
                                .map(n -> "plots/" + n + ".png")
                                .toList()),
                files.isEmpty() ? "" : "; equilibria as scenarios: " + String.join(", ", files));
        out.flush();
    }

    /** Each profile: payoffs with intervals, best replies starred, regret and the probability of being an equilibrium. */
    private TextTable payoffs() {
        List<String> head = new ArrayList<>(List.of("Profile (" + String.join(", ", game.names()) + ")"));
        head.addAll(game.names());
        head.addAll(List.of("regret [interval]", "equilibrium", "runs"));
        TextTable table = new TextTable(head.toArray(String[]::new));
        for (int i = 0; i < means.profiles(); i++) {
            List<String> cells = new ArrayList<>(List.of(name(i)));
            for (int p = 0; p < game.players().size(); p++) {
                boolean best = PureEquilibria.bestReplies(means, p, i, 0).contains(means.profile(i)[p]);
                cells.add((best ? "*" : "") + Numbers.fixed(means.payoffs()[p][i], 3) + " ±"
                        + Numbers.fixed(played.halfWidth(i, p, plannedRuns), 3));
            }
            Gain regret = played.regret(i);
            cells.add(
                    regret == null
                            ? Numbers.NONE
                            : Numbers.fixed(regret.mean(), 3)
                                    + interval(standings.get(i).regret()));
            cells.add(state(standings.get(i)) + ", " + Numbers.percent(probability[i]));
            cells.add(Integer.toString(played.runs()[i][0].length));
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static String state(Standing standing) {
        return switch (standing.state()) {
            case EQUILIBRIUM -> "yes";
            case NO_EQUILIBRIUM -> "no";
            case UNDECIDED -> "undecided";
        };
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null
                ? ""
                : " [" + Numbers.fixed(interval.low(), 3) + ", " + Numbers.fixed(interval.high(), 3) + "]";
    }

    private Exposition exposition(
            ExplorationRun run,
            TextTable payoffs,
            Equilibria mixed,
            Map<String, Picture> pictures,
            List<String> files) {
        int least =
                Arrays.stream(played.runs()).mapToInt(r -> r[0].length).min().orElse(0);
        int most = Arrays.stream(played.runs()).mapToInt(r -> r[0].length).max().orElse(0);
        Exposition page =
                run.exposition("game", least == most ? least + " runs each" : least + " to " + most + " runs each");
        page.section("Equilibria");
        words(mixed).lines().forEach(line -> page.text(line.strip()));
        if (!files.isEmpty()) {
            page.text("Pure equilibria as scenarios: " + String.join(", ", files) + ".");
        }
        page.section("Payoffs");
        TextTable players = new TextTable("Player", "wants", "strategies");
        game.players()
                .forEach(p -> players.row(
                        p.name(), p.words(), String.join(", ", p.strategies().keySet())));
        page.table("The players.", players.rows());
        pictures.forEach((name, picture) -> page.picture(name, picture.title()));
        page.table(PAYOFFS, payoffs.rows());
        page.section("What the strategies set");
        TextTable sets = new TextTable("Strategy", "of", "sets");
        game.players()
                .forEach(p -> p.strategies().forEach((name, values) -> {
                    List<String> parts = new ArrayList<>();
                    values.forEach((path, value) -> parts.add(path + "=" + value));
                    sets.row(name, p.name(), String.join("; ", parts));
                }));
        page.table(
                "Each strategy lays these values over the scenario "
                        + study.base().file() + ".",
                sets.rows());
        return page;
    }

    private String name(int profile) {
        return String.join(", ", strategies(profile));
    }

    private List<String> strategies(int profile) {
        int[] of = means.profile(profile);
        return IntStream.range(0, of.length)
                .mapToObj(p -> means.strategies().get(p).get(of[p]))
                .toList();
    }

    private Equilibria equilibria() {
        try {
            return game.players().size() == 2
                    ? TwoPlayerEquilibria.of(means)
                    : ManyPlayerEquilibria.of(means, STARTS, REGRET, MOST_SUPPORTS, study.seed());
        } catch (IllegalArgumentException e) {
            // More strategies than support enumeration serves: the pure equilibria remain.
            return new Equilibria(
                    PureEquilibria.of(means, 0).stream()
                            .map(i -> MixedProfile.pure(means, i))
                            .toList(),
                    false,
                    0);
        }
    }

    private String words(Equilibria found) {
        StringBuilder text = new StringBuilder();
        text.append("Equilibria of the mean payoffs")
                .append(found.complete() ? "" : " (the search was not exhaustive)")
                .append(":\n");
        for (MixedProfile profile : found.profiles()) {
            text.append("  ").append(describe(profile)).append('\n');
        }
        if (found.profiles().isEmpty()) {
            text.append("  none found\n");
        }
        List<Integer> open = IntStream.range(0, standings.size())
                .filter(i -> standings.get(i).state() == Standing.State.UNDECIDED)
                .boxed()
                .toList();
        text.append(
                open.isEmpty()
                        ? "Every profile is decided, all together at " + Numbers.percent(decided) + ".\n"
                        : "Undecided: "
                                + String.join(
                                        "; ",
                                        open.stream()
                                                .map(i ->
                                                        name(i) + " (about " + runsToDecide(i) + " runs would decide)")
                                                .toList())
                                + ".\n");
        return text.toString();
    }

    private String runsToDecide(int profile) {
        long runs = played.runsToDecide(profile, decided, tolerance, plannedRuns);
        return runs > 100_000_000 ? "more than 100,000,000" : Numbers.count(runs);
    }

    private String describe(MixedProfile profile) {
        List<String> parts = new ArrayList<>();
        boolean pure = true;
        for (int p = 0; p < game.players().size(); p++) {
            int player = p;
            List<Integer> support = profile.support(p);
            pure &= support.size() == 1;
            parts.add(game.names().get(p) + " "
                    + (support.size() == 1
                            ? means.strategies().get(p).get(support.get(0))
                            : String.join(
                                    " / ",
                                    support.stream()
                                            .map(s -> means.strategies()
                                                            .get(player)
                                                            .get(s) + " "
                                                    + Numbers.percent(profile.probability(player, s)))
                                            .toList())));
        }
        return (pure ? "pure:  " : "mixed: ") + String.join("; ", parts) + "  (" + temptation(profile) + ")";
    }

    /** The change that comes nearest to a gain. */
    private String temptation(MixedProfile profile) {
        Gain greatest = played.gains(profile).stream()
                .max(Comparator.comparingDouble(Gain::mean))
                .orElse(null);
        if (greatest == null) {
            return "no player has a choice";
        }
        String who = game.names().get(greatest.player()) + " to "
                + means.strategies().get(greatest.player()).get(greatest.strategy());
        if (greatest.mean() == 0 && greatest.standardError() == 0) {
            return who + " changes nothing in any run";
        }
        double digits = Math.max(greatest.standardError(), 1e-12);
        int decimals = (int) Math.max(3, Math.min(9, 1 - Math.floor(Math.log10(digits))));
        return "greatest gain by a change: " + who + " "
                + Numbers.fixed(greatest.mean(), decimals) + ", s.e. "
                + Numbers.fixed(greatest.standardError(), decimals);
    }

    /** The pure equilibria as scenario files that other commands take. */
    private List<String> scenarios(ExplorationRun run) {
        List<String> files = new ArrayList<>();
        for (int i : PureEquilibria.of(means, tolerance)) {
            String file = "equilibria/" + name(i).replace(", ", "-").replaceAll("[^A-Za-z0-9_-]", "_") + ".yaml";
            run.text(
                    file,
                    "# Equilibrium of the game " + study.name() + ": " + name(i) + "\n"
                            + ScenarioWriter.yaml(run.experiment().arms().get(i).scenario()));
            files.add(run.folder().resolve(file).toString());
        }
        return files;
    }

    private String csv() {
        List<String> header = new ArrayList<>(List.of("arm"));
        header.addAll(game.names());
        game.names().forEach(n -> header.addAll(List.of(n + "_payoff", n + "_half_width")));
        header.addAll(List.of("regret", "regret_low", "regret_high", "equilibrium", "equilibrium_probability", "runs"));
        Csv csv = Csv.of(header);
        for (int i = 0; i < means.profiles(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(DesignExperiment.arm(i));
            row.addAll(strategies(i));
            for (int p = 0; p < game.players().size(); p++) {
                row.add(means.payoffs()[p][i]);
                row.add(played.halfWidth(i, p, plannedRuns));
            }
            Gain regret = played.regret(i);
            Interval interval = regret == null ? null : standings.get(i).regret();
            row.add(regret == null ? null : regret.mean());
            row.add(interval == null ? null : interval.low());
            row.add(interval == null ? null : interval.high());
            row.add(standings.get(i).state().name().toLowerCase(Locale.ROOT));
            row.add(probability[i]);
            row.add(played.runs()[i][0].length);
            csv.row(row);
        }
        return csv.text();
    }

    private ObjectNode json(Equilibria found) {
        ObjectNode root = PointFiles.json(study, "game", means.profiles());
        ArrayNode players = root.putArray("players");
        for (GameStudy.Player p : game.players()) {
            ObjectNode node = players.addObject().put("name", p.name()).put("objective", p.words());
            ArrayNode names = node.putArray("strategies");
            p.strategies().keySet().forEach(names::add);
        }
        ArrayNode equilibria = root.putArray("equilibria");
        for (MixedProfile profile : found.profiles()) {
            ArrayNode rows = equilibria.addArray();
            profile.probabilities().forEach(row -> {
                ArrayNode numbers = rows.addArray();
                row.forEach(numbers::add);
            });
        }
        ArrayNode chances = root.putArray("equilibrium_probability");
        Arrays.stream(probability).forEach(chances::add);
        return root;
    }
}
