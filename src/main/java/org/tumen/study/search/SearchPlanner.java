package org.tumen.study.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.tumen.declare.UncertainParameter;
import org.tumen.document.Node;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Scenario;
import org.tumen.study.StudyReading;
import org.tumen.study.Variation;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** Makes a search of a study, noting in it everything that is wrong. */
record SearchPlanner(StudyReading study, SearchSection section) {
    private static final String SECTION = "search";
    private static final Map<String, Statistic.Kind> OF_STATISTIC =
            Map.of("limit", Statistic.Kind.SHARE, "probability", Statistic.Kind.QUANTILE, "tail", Statistic.Kind.CVAR);
    private static final int RUNS = 100;
    private static final Pattern LIMIT =
            Pattern.compile("\\s*(.*?)\\s*(<=|>=)\\s*([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*");

    SearchStudy plan() {
        Map<String, Scenario> worlds = study.scenarios();
        if (worlds.values().stream().map(Scenario::weeks).distinct().count() > 1) {
            study.problem("must all run over the same number of weeks", "worlds");
        }
        List<Objective> objectives = objectives();
        return new SearchStudy(
                study.name(),
                study.stated().description(),
                worlds,
                levers(),
                objectives,
                constraints(),
                budget(objectives.size(), Scenario.replicates(worlds.values().stream())),
                study.seed());
    }

    private SearchStudy.Budget budget(int objectives, int replicates) {
        int population = section.population();
        if (population % 4 != 0) {
            study.problem("must be a multiple of 4, from 8 to 1,000, not " + population, SECTION, "population");
        }
        if (section.evaluations() < population) {
            study.problem("must be " + population + ", the population, or more", SECTION, "evaluations");
        }
        int runs = study.runs(section.runs(), RUNS);
        if (runs < 2) {
            study.problem("a search needs two runs of a point or more, not " + runs, "runs");
        }
        Integer given = section.freshRuns();
        int fresh = given == null ? Math.max(1000, 4 * runs) : given;
        if (fresh < 4 * replicates) {
            study.problem(
                    "must span four draws of the uncertain parameters or more, " + 4 * replicates + " runs, not "
                            + fresh,
                    SECTION,
                    "fresh_runs");
        }
        Integer references = section.referencePoints();
        boolean third = section.algorithm() == SearchSection.Algorithm.NSGA3
                || section.algorithm() == SearchSection.Algorithm.AUTO && objectives > 3;
        if (third && population < 2 * objectives) {
            study.problem(
                    "must be " + 2 * objectives + " or more for " + objectives + " objectives, not " + population,
                    SECTION,
                    "population");
        }
        return new SearchStudy.Budget(
                third ? Evolution.Algorithm.NSGA3 : Evolution.Algorithm.NSGA2,
                population,
                section.evaluations(),
                section.searches(),
                runs,
                fresh,
                section.front(),
                references == null ? population : references);
    }

    private List<Lever> levers() {
        List<Lever> levers = new ArrayList<>();
        if (study.count("levers") == 0) {
            study.problem("must name what is searched over, each by its path with from and to, or a list", "levers");
        }
        study.varied().forEach((path, variation) -> {
            try {
                Lever lever = lever(path, variation);
                study.tried(
                        lever.kind() == Lever.Kind.CHOICE ? lever.values() : List.of(lever.at(0), lever.at(1)),
                        "levers",
                        path);
                levers.add(lever);
            } catch (IllegalArgumentException e) {
                study.problem(String.valueOf(e.getMessage()), "levers", path);
            }
        });
        return levers;
    }

    private static Lever lever(String path, Variation variation) {
        UncertainParameter range = variation.distribution();
        if (range == null) {
            return Lever.choice(path, variation.choices());
        }
        if (range.distribution() == UncertainParameter.Kind.DISCRETE && range.values() != null) {
            return Lever.choice(
                    path, range.values().stream().map(Numbers::plain).toList());
        }
        Double from = range.from();
        Double to = range.to();
        if (range.distribution() != UncertainParameter.Kind.UNIFORM || from == null || to == null) {
            throw new IllegalArgumentException("a search has no use for a distribution; give from and to, or a list");
        }
        return variation.design().whole() ? Lever.whole(path, from, to) : Lever.real(path, from, to);
    }

    private List<Objective> objectives() {
        List<Objective> objectives = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        checkNumbers();
        for (SearchSection.ObjectiveEntry entry : section.objectives()) {
            Objective objective = objective(entry);
            if (objective != null && !names.add(objective.name())) {
                study.problem("two are called " + objective.name() + "; give one another name", SECTION, "objectives");
            } else if (objective != null) {
                objectives.add(objective);
            }
        }
        int count = study.count(SECTION, "objectives");
        if (count < 2) {
            study.problem("must list two objectives or more, not " + count, SECTION, "objectives");
        }
        return objectives;
    }

    /** Numbers of another statistic than that of their objective. */
    private void checkNumbers() {
        List<Node> given = study.document().get(SECTION) instanceof Node.Mapping section
                        && section.get("objectives") instanceof Node.Sequence list
                ? list.items()
                : List.of();
        for (int i = 0; i < Math.min(given.size(), section.objectives().size()); i++) {
            Statistic.Kind statistic = section.objectives().get(i).statistic();
            String path = SECTION + ".objectives[" + i + "]";
            Node entry = given.get(i);
            OF_STATISTIC.forEach((key, of) -> study.unread(
                    entry, path, k -> k.equals(key) && of != statistic, "belongs to the statistic " + Texts.key(of)));
        }
    }

    private @Nullable Objective objective(SearchSection.ObjectiveEntry entry) {
        String outcome = entry.outcome();
        String text =
                switch (entry.statistic()) {
                    case SHARE -> "share(" + outcome + " > " + Numbers.plain(entry.limit()) + ")";
                    case QUANTILE -> "quantile(" + outcome + ", " + entry.probability() + ")";
                    case CVAR -> "cvar(" + outcome + ", " + entry.tail() + ")";
                    case MEAN -> outcome;
                };
        Direction direction = entry.direction() == null ? Direction.NEUTRAL : entry.direction();
        Worlds worlds = entry.overWorlds() == null ? section.overWorlds() : entry.overWorlds();
        try {
            return objective(entry.name(), text, direction, worlds);
        } catch (IllegalArgumentException e) {
            study.problem(String.valueOf(e.getMessage()), SECTION, "objectives");
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

    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        for (String text : section.constraints()) {
            Matcher m = LIMIT.matcher(text);
            if (!m.matches()) {
                study.problem("must be such as mean(crisis_weeks) <= 8, not \"" + text + "\"", SECTION, "constraints");
                continue;
            }
            boolean atMost = m.group(2).equals("<=");
            try {
                Statistic statistic = Statistic.parse(m.group(1), atMost ? Direction.LESS : Direction.MORE);
                constraints.add(new Constraint(statistic, atMost, Double.parseDouble(m.group(3))));
            } catch (IllegalArgumentException e) {
                study.problem(String.valueOf(e.getMessage()), SECTION, "constraints");
            }
        }
        return constraints;
    }
}
