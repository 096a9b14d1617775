package org.tumen.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import org.tumen.outcome.Direction;

/**
 * Arms judged across worlds. The regret of an arm in a world is how much its mean falls short of the best arm's there (L.
 * J. Savage, "The theory of statistical decision", J. Amer. Statist. Assoc. 46 (1951) 55–67); the minimax-regret arm has
 * the smallest largest regret, the best-mean arm the best mean over worlds of equal weight. Neither takes account of
 * sampling error: with few runs differences smaller than the intervals of the comparison mean nothing.
 *
 * @param worlds names of the rows
 * @param arms names of the columns
 * @param means mean of the outcome by world and arm
 * @param regrets regret by world and arm, 0 or more
 * @param largestRegrets largest regret of each arm over the worlds
 * @param meansOverWorlds mean of each arm over the worlds
 * @param minimaxRegret names of the arms with the smallest largest regret; several only on an exact tie
 * @param bestMean names of the arms with the best mean over worlds
 */
public record RegretTable(
        List<String> worlds,
        List<String> arms,
        List<List<Double>> means,
        List<List<Double>> regrets,
        List<Double> largestRegrets,
        List<Double> meansOverWorlds,
        List<String> minimaxRegret,
        List<String> bestMean) {

    /** Keeps its own copies of the lists. */
    public RegretTable {
        worlds = List.copyOf(worlds);
        arms = List.copyOf(arms);
        means = means.stream().map(List::copyOf).toList();
        regrets = regrets.stream().map(List::copyOf).toList();
        largestRegrets = List.copyOf(largestRegrets);
        meansOverWorlds = List.copyOf(meansOverWorlds);
        minimaxRegret = List.copyOf(minimaxRegret);
        bestMean = List.copyOf(bestMean);
    }

    /**
     * The table.
     *
     * @param worlds names of the worlds, one or more
     * @param arms names of the arms, one or more
     * @param means the mean outcome by world, then arm
     * @param direction which way the outcome is better
     * @throws IllegalArgumentException when the sizes do not fit, a mean is not finite, or neither direction is better
     */
    public static RegretTable of(
            List<String> worlds, List<String> arms, List<List<Double>> means, Direction direction) {
        check(worlds, arms, means, direction);
        int sign = direction == Direction.LESS ? -1 : 1;
        List<List<Double>> regrets =
                means.stream().map(row -> regrets(row, sign)).toList();
        List<Double> largest = new ArrayList<>();
        List<Double> overWorlds = new ArrayList<>();
        List<Double> oriented = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            int arm = a;
            largest.add(regrets.stream().mapToDouble(r -> r.get(arm)).max().orElseThrow());
            double mean = means.stream().mapToDouble(r -> r.get(arm)).average().orElseThrow();
            overWorlds.add(mean);
            oriented.add(-sign * mean);
        }
        return new RegretTable(
                worlds, arms, means, regrets, largest, overWorlds, least(arms, largest), least(arms, oriented));
    }

    private static void check(List<String> worlds, List<String> arms, List<List<Double>> means, Direction direction) {
        if (direction == Direction.NEUTRAL) {
            throw new IllegalArgumentException(
                    "regret needs a direction, more or less, in which the outcome is better");
        }
        if (worlds.isEmpty() || arms.isEmpty() || means.size() != worlds.size()) {
            throw new IllegalArgumentException("regret needs a row of means for each of one world or more");
        }
        for (List<Double> row : means) {
            if (row.size() != arms.size() || !row.stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("regret needs a finite mean for each arm in each world, not " + row);
            }
        }
    }

    private static List<Double> regrets(List<Double> row, int sign) {
        double best = row.stream().mapToDouble(m -> sign * m).max().orElseThrow();
        return row.stream().map(m -> best - sign * m).toList();
    }

    private static List<String> least(List<String> arms, List<Double> values) {
        double least = values.stream().mapToDouble(v -> v).min().orElseThrow();
        List<String> names = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            if (values.get(a) == least) {
                names.add(arms.get(a));
            }
        }
        return names;
    }
}
