package org.tumen.study.game;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tumen.analysis.game.NormalForm;
import org.tumen.outcome.Outcome;
import org.tumen.study.Exploration;
import org.tumen.study.ExplorationReader;
import org.tumen.study.StudyNode;
import org.tumen.study.UsageException;
import org.tumen.words.NumberTexts;

/**
 * The players of a game: who they are, what they may do and what they want.
 *
 * @param players the players, two to four
 */
public record GameStudy(List<Player> players) {
    private static final int MOST_STRATEGIES = 50;

    /**
     * A player.
     *
     * @param name its name
     * @param strategies what each of its strategies sets, by name
     * @param objective what its payoff is: the sum of these outcomes by these weights; more is better
     */
    public record Player(String name, Map<String, Map<String, String>> strategies, Map<Outcome, Double> objective) {
        /** The payoff of a run. */
        public double payoff(Map<Outcome, Double> outcomes) {
            double sum = 0;
            for (Map.Entry<Outcome, Double> part : objective.entrySet()) {
                sum += part.getValue() * outcomes.getOrDefault(part.getKey(), Double.NaN);
            }
            return sum;
        }

        /** The objective in words. */
        String words() {
            List<String> parts = new ArrayList<>();
            objective.forEach((o, w) -> parts.add((w == 1 ? "" : NumberTexts.plain(w) + " x ") + o.key()));
            return String.join(" + ", parts).replace("+ -", "- ");
        }
    }

    /** Reads the players; what is wrong is noted in the study. */
    public static GameStudy read(Exploration study) {
        StudyNode node = study.players();
        if (node == null) {
            throw new UsageException(
                    "the study has no players; a game needs two to four, each with strategies and an" + " objective");
        }
        List<Player> players = new ArrayList<>();
        for (String name : node.keys()) {
            StudyNode player = node.mapping(name);
            if (player != null) {
                player.only("objective", "strategies");
                players.add(new Player(name, strategies(player), objective(player)));
            }
        }
        if (players.size() < 2 || players.size() > NormalForm.MOST_PLAYERS) {
            node.problem("", "must name 2 to " + NormalForm.MOST_PLAYERS + " players, not " + players.size());
        }
        return new GameStudy(players);
    }

    private static Map<String, Map<String, String>> strategies(StudyNode player) {
        Map<String, Map<String, String>> strategies = new LinkedHashMap<>();
        StudyNode node = player.mapping("strategies");
        for (String name : node == null ? List.<String>of() : node.keys()) {
            StudyNode sets = node == null ? null : node.mapping(name);
            strategies.put(name, sets == null ? Map.of() : sets.values());
        }
        if (strategies.isEmpty() || strategies.size() > MOST_STRATEGIES) {
            player.problem("strategies", "must name 1 to " + MOST_STRATEGIES + " strategies, each with what it sets");
        }
        return strategies;
    }

    /** One outcome, or weights by outcome. */
    private static Map<Outcome, Double> objective(StudyNode player) {
        Map<Outcome, Double> objective = new EnumMap<>(Outcome.class);
        List<String> single = player.texts("objective", true);
        List<Outcome> found = new ArrayList<>();
        for (String key : single) {
            ExplorationReader.outcome(player, "objective", key, found);
        }
        found.forEach(o -> objective.put(o, 1.0));
        if (single.isEmpty()) {
            StudyNode weights = player.mapping("objective");
            for (String key : weights == null ? List.<String>of() : weights.keys()) {
                List<Outcome> one = new ArrayList<>();
                ExplorationReader.outcome(player, "objective", key, one);
                one.forEach(o -> objective.put(o, weights == null ? 0 : weights.number(key)));
            }
        }
        if (objective.isEmpty()) {
            player.problem("objective", "must be an outcome, or a mapping of outcomes to weights; more is better");
        }
        return objective;
    }

    /** Each player's strategies by name. */
    public List<List<String>> strategyNames() {
        return players.stream().map(p -> List.copyOf(p.strategies().keySet())).toList();
    }

    /** The players' names. */
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

    /** Two players that set the same parameter would undo each other's choice. */
    public void checkDistinct(StudyNode node) {
        Map<String, String> owner = new TreeMap<>();
        for (Player player : players) {
            player.strategies().values().stream()
                    .flatMap(s -> s.keySet().stream())
                    .distinct()
                    .forEach(path -> {
                        String other = owner.putIfAbsent(path, player.name());
                        if (other != null) {
                            node.problem(player.name(), "sets " + path + ", which " + other + " sets already");
                        }
                    });
        }
    }
}
