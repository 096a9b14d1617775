package org.tumen.study.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.search.Constraint;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Lever;
import org.tumen.analysis.search.Objective;
import org.tumen.analysis.search.Statistic;
import org.tumen.analysis.search.Worlds;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problem;
import org.tumen.document.Problems;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.ExplorationReader;
import org.tumen.study.InvalidInputException;
import org.tumen.study.StudyNode;
import org.tumen.study.UsageException;
import org.tumen.words.NumberTexts;

/** Reads studies that search; everything that is wrong is told at once. */
public final class SearchReader {
    public static final String SECTION = "search";

    private static final int MOST = 1_000_000;
    private static final Pattern LIMIT =
            Pattern.compile("\\s*(.*?)\\s*(<=|>=)\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*");
    private static final Pattern WORLD = Pattern.compile("[a-z0-9][a-z0-9_]{0,39}");

    private final Path file;
    private final ScenarioReader.Options options;
    private final Problems problems = new Problems();

    private SearchReader(Path file, ScenarioReader.Options options) {
        this.file = file;
        this.options = options;
    }

    /**
     * Reads a study.
     *
     * @throws InvalidInputException with everything that is wrong
     */
    public static SearchStudy read(Path file, ScenarioReader.Options options, ExecutionSettings execution) {
        if (execution.shard() != null) {
            throw new UsageException("--shard cannot cut a search: each generation follows from the one before. Use"
                    + " --threads, or searches with several seeds");
        }
        if (execution.events() || !execution.engine().equals("local")) {
            throw new UsageException("--events and other engines serve batches, not searches");
        }
        return new SearchReader(file, options).study(execution);
    }

    private SearchStudy study(ExecutionSettings execution) {
        Node.Mapping top = Document.read(file, file.toString(), problems);
        if (top == null) {
            throw new InvalidInputException(problems.list());
        }
        StudyNode study = new StudyNode(top, "", problems)
                .only("name", "description", "scenario", "worlds", "levers", "runs", "seed", SECTION);
        StudyNode own = study.mapping(SECTION);
        if (own == null) {
            own = new StudyNode(new Node.Mapping(Map.of(), new Position(file.toString(), 0)), SECTION, problems);
        }
        own.only(
                "algorithm",
                "population",
                "evaluations",
                "searches",
                "runs",
                "fresh_runs",
                "front",
                "reference_points",
                "over_worlds",
                "objectives",
                "constraints");
        String name = ExplorationReader.name(study, file);
        Map<String, Scenario> worlds = worlds(study);
        List<Lever> levers = levers(study);
        List<Objective> objectives = objectives(own);
        List<Constraint> constraints = constraints(own);
        long seed = execution.seedOr((long) study.number("seed", 1, -1e15, 1e15));
        int runs = own.whole("runs", study.whole("runs", 100, 2, MOST), 2, MOST);
        SearchStudy.Budget budget = budget(own, objectives.size(), (int) Math.min(MOST, execution.runsOr(runs)));
        requireAllowed(worlds, levers);
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.list());
        }
        return new SearchStudy(
                name, study.text("description", ""), worlds, levers, objectives, constraints, budget, seed);
    }

    private SearchStudy.Budget budget(StudyNode own, int objectives, int runs) {
        String algorithm = own.oneOf("algorithm", "auto", "nsga2", "nsga3");
        boolean third = algorithm.equals("nsga3") || (algorithm.equals("auto") && objectives > 3);
        int population = own.whole("population", 40, 8, 1_000);
        if (population % 4 != 0) {
            own.problem("population", "must be a multiple of 4, from 8 to 1,000, not " + population);
        }
        int evaluations = own.whole("evaluations", 1_000, population, MOST);
        return new SearchStudy.Budget(
                third ? Evolution.Algorithm.NSGA3 : Evolution.Algorithm.NSGA2,
                population,
                evaluations,
                own.whole("searches", 2, 2, 20),
                runs,
                own.whole("fresh_runs", Math.max(500, 2 * runs), 50, MOST),
                own.whole("front", 40, 4, 500),
                own.whole("reference_points", population, 4, 10_000));
    }

    private Map<String, Scenario> worlds(StudyNode study) {
        Map<String, Scenario> worlds = new LinkedHashMap<>();
        StudyNode given = study.mapping("worlds");
        if (given == null) {
            worlds.put(
                    "world",
                    ExplorationReader.base(study, file, options, problems).scenario());
            return worlds;
        }
        for (String name : given.keys()) {
            StudyNode world = given.mapping(name);
            if (!WORLD.matcher(name).matches()) {
                given.problem(name, "must be 1 to 40 lower-case letters, digits or _");
            } else if (world != null) {
                world.only("scenario", "set");
                Scenario base = ExplorationReader.base(world.has("scenario") ? world : study, file, options, problems)
                        .scenario();
                StudyNode set = world.mapping("set");
                Reading laid = ScenarioReader.override(base, set == null ? Map.of() : set.values());
                laid.problems().forEach(p -> given.problem(name, p.path() + ": " + p.message()));
                if (laid.valid()) {
                    worlds.put(name, laid.scenario());
                }
            }
        }
        if (worlds.values().stream().map(Scenario::weeks).distinct().count() > 1) {
            study.problem("worlds", "must all run over the same number of weeks");
        }
        return worlds;
    }

    private List<Lever> levers(StudyNode study) {
        List<Lever> levers = new ArrayList<>();
        StudyNode given = study.mapping("levers");
        if (given == null || given.keys().isEmpty()) {
            study.problem("levers", "must name what is searched over, each by its path with from and to, or a list");
            return levers;
        }
        for (String path : given.keys()) {
            try {
                if (given.lists(path)) {
                    levers.add(Lever.choice(path, given.texts(path)));
                    continue;
                }
                StudyNode range = given.mapping(path);
                if (range != null) {
                    range.only("from", "to", "whole", "levels");
                    double from = range.number("from");
                    double to = range.number("to");
                    levers.add(range.truth("whole", false) ? Lever.whole(path, from, to) : Lever.real(path, from, to));
                }
            } catch (IllegalArgumentException e) {
                given.problem(path, String.valueOf(e.getMessage()));
            }
        }
        return levers;
    }

    private List<Objective> objectives(StudyNode own) {
        Worlds usual = Worlds.valueOf(
                own.oneOf("over_worlds", "mean", "worst", "regret").toUpperCase(Locale.ROOT));
        List<Objective> objectives = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (StudyNode.Item item : own.items("objectives")) {
            Objective objective = objective(own, item, usual);
            if (objective != null && !names.add(objective.name())) {
                own.problem("objectives", "two are called " + objective.name() + "; give one another name");
            } else if (objective != null) {
                objectives.add(objective);
            }
        }
        if (objectives.size() < 2 && problems.isEmpty()) {
            own.problem("objectives", "must list two objectives or more, not " + objectives.size());
        }
        return objectives;
    }

    private @Nullable Objective objective(StudyNode own, StudyNode.Item item, Worlds usual) {
        try {
            StudyNode node = item.node();
            if (node == null) {
                return objective("", item.text(), Direction.NEUTRAL, usual);
            }
            node.only("name", "outcome", "statistic", "limit", "probability", "tail", "direction", "over_worlds");
            String outcome = node.text("outcome", "");
            Direction direction = Direction.valueOf(
                    node.oneOf("direction", "neutral", "more", "less").toUpperCase(Locale.ROOT));
            String text =
                    switch (node.oneOf("statistic", "mean", "share", "quantile", "cvar")) {
                        case "share" ->
                            "share(" + outcome + " > " + NumberTexts.plain(node.number("limit", 0, -1e9, 1e9)) + ")";
                        case "quantile" -> "quantile(" + outcome + ", " + node.number("probability", 0.5, 0, 1) + ")";
                        case "cvar" -> "cvar(" + outcome + ", " + node.number("tail", 0.1, 0, 1) + ")";
                        default -> outcome.contains("(") ? outcome : "mean(" + outcome + ")";
                    };
            Worlds worlds = !node.has("over_worlds")
                    ? usual
                    : Worlds.valueOf(
                            node.oneOf("over_worlds", "mean", "worst", "regret").toUpperCase(Locale.ROOT));
            return objective(node.text("name", ""), text, direction, worlds);
        } catch (IllegalArgumentException e) {
            own.problem("objectives", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static Objective objective(String name, String text, Direction wanted, Worlds worlds) {
        Outcome outcome = Statistic.parse(text, Direction.MORE).outcome();
        Direction better = wanted == Direction.NEUTRAL ? outcome.direction() : wanted;
        if (better == Direction.NEUTRAL) {
            throw new IllegalArgumentException(
                    outcome.key() + " is neither better nor worse by itself; give direction: more or less");
        }
        Statistic statistic = Statistic.parse(text, better);
        // A share of runs below a limit is better the other way round than the outcome is.
        boolean turned = statistic.kind() == Statistic.Kind.SHARE && !statistic.above() && wanted == Direction.NEUTRAL;
        boolean more = (better == Direction.MORE) != turned;
        boolean plain = statistic.kind() == Statistic.Kind.MEAN;
        String shown = name.isEmpty() ? plain ? outcome.key() : statistic.toString() : name;
        return new Objective(shown, statistic, more, worlds);
    }

    private List<Constraint> constraints(StudyNode own) {
        List<Constraint> constraints = new ArrayList<>();
        for (String text : own.texts("constraints")) {
            Matcher m = LIMIT.matcher(text);
            if (!m.matches()) {
                own.problem("constraints", "must be such as mean(crisis_weeks) <= 8, not \"" + text + "\"");
                continue;
            }
            boolean atMost = m.group(2).equals("<=");
            try {
                Statistic statistic = Statistic.parse(m.group(1), atMost ? Direction.LESS : Direction.MORE);
                constraints.add(new Constraint(statistic, atMost, Double.parseDouble(m.group(3))));
            } catch (IllegalArgumentException e) {
                own.problem("constraints", String.valueOf(e.getMessage()));
            }
        }
        return constraints;
    }

    /** Tries the ends of every range and every choice in every world, before anything runs. */
    private void requireAllowed(Map<String, Scenario> worlds, List<Lever> levers) {
        Set<Problem> found = new LinkedHashSet<>();
        for (Scenario world : worlds.values()) {
            for (Lever lever : levers) {
                List<String> tried =
                        lever.kind() == Lever.Kind.CHOICE ? lever.values() : List.of(lever.at(0), lever.at(1));
                for (String value : tried) {
                    for (Problem p : ScenarioReader.override(world, Map.of(lever.path(), value))
                            .problems()) {
                        found.add(new Problem(file.toString(), 0, p.path(), "at " + value + ": " + p.message()));
                    }
                }
            }
        }
        if (!found.isEmpty()) {
            List<Problem> all = new ArrayList<>(problems.list());
            all.addAll(found);
            throw new InvalidInputException(all);
        }
    }
}
