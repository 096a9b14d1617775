package org.tumen.study.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Clusters;
import org.tumen.analysis.game.EmpiricalGame;
import org.tumen.analysis.game.Standing;
import org.tumen.experiment.DesignExperiment;
import org.tumen.experiment.Job;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ScenarioWriter;
import org.tumen.store.ResultReader;
import org.tumen.store.RunPlan;
import org.tumen.study.Exploration;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.points.DesignPoints;
import org.tumen.study.points.ExplorationKind;
import org.tumen.study.points.ExplorationRun;
import org.tumen.summary.RunTables;
import org.tumen.summary.SharedPoints;
import org.tumen.words.Numbers;

/** Games: payoffs of the actors' policies by simulation, best replies, equilibria. */
public final class GameKind extends ExplorationKind<GameSection, GameKind.Plan> {
    private static final int RUNS = 300;

    /** A share of so many is off by 1.1 % at most, one standard error; of 400 it was by 2.5 %. */
    private static final int RESAMPLES = 2_000;

    /**
     * A game.
     *
     * @param most runs of a profile that stays undecided
     */
    record Plan(Exploration study, GameStudy game, int most, GameSection section) {}

    /** For ServiceLoader. */
    public GameKind() {
        super(
                "game",
                "Solve the game between the actors: payoffs of every profile of strategies on common "
                        + "random numbers, best replies, pure and mixed equilibria, and how probable each is given "
                        + "the Monte Carlo error.",
                GameSection.class,
                "players",
                "runs");
    }

    @Override
    public Set<String> asked() {
        return Set.of("players", "game.runs");
    }

    @Override
    public @Nullable Plan plan(StudyReading reading, GameSection section) {
        int runs = reading.runs(section.runs(), RUNS);
        if (runs < 2) {
            reading.problem("a game needs two runs of each profile or more, not " + runs, "runs");
        }
        Exploration study = reading.exploration(runs, 0, false);
        GameStudy game = GameStudy.of(reading);
        if (study == null || !reading.valid()) {
            return null;
        }
        DesignPoints.limited(reading, "players", "the game", game.count());
        int most = section.mostRuns() == null ? Math.max(2, 4 * runs) : section.mostRuns();
        return new Plan(study, game, most, section);
    }

    @Override
    protected String beyond(Plan plan) {
        return "profiles that stay undecided have up to " + Numbers.counted(plan.most(), "run") + " each";
    }

    @Override
    protected ExplorationRun points(Plan plan, StudyRequest request, StudySession session) {
        return new ExplorationRun(plan.study(), "game", "game", plan.game().profiles(), true, request.out(), session);
    }

    @Override
    protected Findings found(Plan plan, ExplorationRun run, StudySession session) throws InterruptedException {
        Exploration study = plan.study();
        GameStudy game = plan.game();
        int most = plan.most();
        double tolerance = plan.section().tolerance();
        double decided = plan.section().decided();
        int[] runs = new int[run.experiment().arms().size()];
        Arrays.fill(runs, study.runs());
        EmpiricalGame played = play(run, game, runs);
        List<Standing> standings = played.standings(decided, tolerance, most);
        for (TreeSet<Integer> more = wanted(played, standings, runs, most); !more.isEmpty(); ) {
            more.forEach(i -> runs[i] = Math.min(most, 2 * runs[i]));
            session.err()
                    .println("more runs for " + Numbers.counted(more.size(), "profile")
                            + ": undecided, or one change away from an undecided one");
            played = play(run, game, runs);
            standings = played.standings(decided, tolerance, most);
            more = wanted(played, standings, runs, most);
        }
        double[] probability = played.equilibriumProbability(tolerance, RESAMPLES, study.seed());
        GameSolution solution =
                new GameSolution(played, standings, probability, tolerance, decided, most, study.seed());
        solution.pure()
                .forEach(profile -> run.text(
                        GameFindings.file(solution, profile),
                        "# Equilibrium of the game " + study.name() + ": " + solution.name(profile) + "\n"
                                + ScenarioWriter.yaml(
                                        run.experiment().arms().get(profile).scenario())));
        String profiles = Numbers.counted(runs.length, "profile") + " of "
                + Numbers.counted(game.players().size(), "player");
        return run.write(new GameFindings(study, game, solution).of(run.facts(profiles, solution.runs())));
    }

    /** Makes the runs and reads their payoffs; a run that failed in one profile is left out in all: gains are paired. */
    private static EmpiricalGame play(ExplorationRun run, GameStudy game, int[] runs) throws InterruptedException {
        List<Job.Slice> slices = new ArrayList<>();
        double[][][] payoffs = new double[runs.length][game.players().size()][];
        for (int i = 0; i < runs.length; i++) {
            slices.add(new Job.Slice(DesignExperiment.arm(i), 0, runs[i]));
        }
        run.make(game.outcomes(), slices, RunPlan.each(Arrays.stream(runs).min().orElse(0)));
        List<Outcome> wanted = game.outcomes();
        int replicates;
        try (ResultReader reader = ResultReader.open(run.folder())) {
            replicates = SharedPoints.replicates(reader, DesignExperiment.arm(0));
            Map<String, double[][]> tables =
                    RunTables.of(reader, wanted, arm -> 0, arm -> runs[DesignExperiment.index(arm)]);
            for (int i = 0; i < runs.length; i++) {
                double[][] table = Objects.requireNonNull(tables.remove(DesignExperiment.arm(i)));
                for (int p = 0; p < payoffs[i].length; p++) {
                    payoffs[i][p] = game.players().get(p).payoffs(wanted, table);
                }
            }
        }
        Set<Long> failed = run.failures().stream().map(f -> f.key().run()).collect(Collectors.toSet());
        for (double[][] players : payoffs) {
            for (int p = 0; p < players.length && !failed.isEmpty(); p++) {
                players[p] = completed(players[p], failed);
            }
        }
        long[] numbers = LongStream.range(0, Arrays.stream(runs).max().orElse(0))
                .filter(number -> !failed.contains(number))
                .toArray();
        return new EmpiricalGame(game.names(), game.strategyNames(), payoffs, Clusters.of(numbers, replicates));
    }

    private static double[] completed(double[] payoffs, Set<Long> failed) {
        double[] left = IntStream.range(0, payoffs.length)
                .filter(run -> !failed.contains((long) run))
                .mapToDouble(run -> payoffs[run])
                .toArray();
        if (left.length < 2) {
            throw new IllegalStateException("fewer than two runs were completed in every profile");
        }
        return left;
    }

    /** The profiles that are undecided and those one player's change away, as far as they may have more runs. */
    private static TreeSet<Integer> wanted(EmpiricalGame played, List<Standing> standings, int[] runs, int most) {
        TreeSet<Integer> wanted = new TreeSet<>();
        List<List<String>> strategies = played.strategies();
        for (int i = 0; i < standings.size(); i++) {
            if (standings.get(i).state() != Standing.State.UNDECIDED) {
                continue;
            }
            wanted.add(i);
            int stride = 1;
            for (int p = strategies.size() - 1; p >= 0; p--) {
                int size = strategies.get(p).size();
                int now = i / stride % size;
                for (int s = 0; s < size; s++) {
                    wanted.add(i + (s - now) * stride);
                }
                stride *= size;
            }
        }
        wanted.removeIf(i -> runs[i] >= most);
        return wanted;
    }
}
