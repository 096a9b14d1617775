package org.tumen.study.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tumen.analysis.game.NormalForm;
import org.tumen.outcome.Outcome;
import org.tumen.study.StudyReading;
import org.tumen.study.Variation;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** The players of a game, two to four: who they are, what they may do and what they want. */
public record GameStudy(List<Player> players) {
    private static final int MOST_STRATEGIES = 50;

    /**
     * A player.
     *
     * @param strategies what each of its strategies sets, by name
     * @param objective what its payoff is: the sum of these outcomes by these weights; more is better
     */
    public record Player(String name, Map<String, Map<String, String>> strategies, Map<Outcome, Double> objective) {
        /** The payoff of each run; the table has a row for each of the outcomes, a column a run. */
        double[] payoffs(List<Outcome> outcomes, double[][] table) {
            double[] payoffs = new double[table[0].length];
            objective.forEach((outcome, weight) -> {
                double[] row = table[outcomes.indexOf(outcome)];
                Arrays.setAll(payoffs, run -> payoffs[run] + weight * row[run]);
            });
            return payoffs;
        }

        /** The objective in words, such as "mean stability − 4 × volume delivered". */
        String words() {
            StringBuilder text = new StringBuilder();
            objective.forEach((o, w) -> {
                boolean first = text.isEmpty();
                text.append(w < 0 ? first ? "\u2212" : " \u2212 " : first ? "" : " + ");
                text.append(Math.abs(w) == 1 ? "" : Numbers.plain(Math.abs(w)) + " \u00d7 ");
                text.append(Texts.lower(o.label()));
            });
            return text.toString();
        }
    }

    /** The players of a study; what is wrong is noted in it. */
    static GameStudy of(StudyReading study) {
        List<Player> players = new ArrayList<>();
        study.stated().players().forEach((name, stated) -> {
            Map<Outcome, Double> objective = new EnumMap<>(Outcome.class);
            objective.putAll(stated.objective());
            Map<String, Map<String, String>> strategies = new LinkedHashMap<>();
            int count = stated.strategies().size();
            stated.strategies().forEach((strategy, sets) -> {
                Map<String, String> texts = new LinkedHashMap<>();
                sets.forEach((path, value) -> texts.put(path, Variation.text(value)));
                strategies.put(strategy, texts);
                if (count <= MOST_STRATEGIES) {
                    study.tried(texts, "players", name, "strategies", strategy);
                }
            });
            if (count < 1 || count > MOST_STRATEGIES) {
                study.problem(
                        "must name 1 to " + MOST_STRATEGIES + " strategies, each with what it sets",
                        "players",
                        name,
                        "strategies");
            }
            if (objective.isEmpty()) {
                study.problem(
                        "must be an outcome, or a mapping of outcomes to weights; more is better",
                        "players",
                        name,
                        "objective");
            }
            players.add(new Player(name, strategies, objective));
        });
        int count = study.count("players");
        if (count < 2 || count > NormalForm.MOST_PLAYERS) {
            study.problem("must name 2 to " + NormalForm.MOST_PLAYERS + " players, not " + count, "players");
        }
        GameStudy game = new GameStudy(players);
        game.checkDistinct(study);
        return game;
    }

    /** Each player's strategies by name. */
    public List<List<String>> strategyNames() {
        return players.stream().map(p -> List.copyOf(p.strategies().keySet())).toList();
    }

    public List<String> names() {
        return players.stream().map(Player::name).toList();
    }

    /** Every outcome that a payoff needs. */
    public List<Outcome> outcomes() {
        return players.stream()
                .flatMap(p -> p.objective().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** How many profiles of strategies. */
    public BigInteger count() {
        BigInteger count = BigInteger.ONE;
        for (Player p : players) {
            count = count.multiply(BigInteger.valueOf(p.strategies().size()));
        }
        return count;
    }

    /** What the strategies of each profile set, the last player's varying fastest. */
    public List<Map<String, String>> profiles() {
        List<Map<String, String>> profiles = List.of(new LinkedHashMap<>());
        for (Player player : players) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> before : profiles) {
                for (Map<String, String> sets : player.strategies().values()) {
                    Map<String, String> both = new LinkedHashMap<>(before);
                    both.putAll(sets);
                    longer.add(both);
                }
            }
            profiles = longer;
        }
        return profiles;
    }

    /** Two players that set the same parameter, or one a part of what the other sets, would undo each other's choice. */
    private void checkDistinct(StudyReading study) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (Player player : players) {
            Set<String> own = new TreeSet<>();
            player.strategies().values().forEach(sets -> own.addAll(sets.keySet()));
            for (String path : own) {
                owners.forEach((other, owner) -> {
                    if (other.equals(path) || other.startsWith(path + ".") || path.startsWith(other + ".")) {
                        study.problem(
                                "sets " + path + ", and " + owner + " sets " + (other.equals(path) ? "it" : other)
                                        + " already",
                                "players",
                                player.name());
                    }
                });
            }
            own.forEach(path -> owners.put(path, player.name()));
        }
    }
}
