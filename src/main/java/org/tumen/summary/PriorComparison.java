package org.tumen.summary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.Criterion;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.PriorSample;
import org.tumen.analysis.value.Quantity;
import org.tumen.analysis.value.StoredDraws;
import org.tumen.analysis.value.ValueSettings;
import org.tumen.analysis.value.WeightsAcceptability;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.store.ResultReader;

/**
 * What the arms of a stored comparison come to over the prior of their uncertain parameters, from the stored draws.
 *
 * @param world the world; "world" where there is only one
 * @param arms the arms, the baseline first
 * @param runs runs of each arm, those left out that failed in any
 * @param points different draws of the parameters
 * @param replicates runs that share a draw
 * @param found by outcome
 * @param weights the arms under weights of the outcomes that have a direction; null where fewer than two have
 */
public record PriorComparison(
        String world,
        List<String> arms,
        int runs,
        int points,
        int replicates,
        Map<Outcome, DrawnComparison> found,
        @Nullable WeightsAcceptability weights) {
    private static final int MOST_THREADS = 4;

    /** Keeps its own copies. */
    public PriorComparison {
        arms = List.copyOf(arms);
        found = Collections.unmodifiableMap(new EnumMap<>(found));
    }

    /**
     * Compares.
     *
     * @param reader the result
     * @param world the world's name
     * @param stored the names of its arms in the result, the baseline first
     * @param names their names in texts, in the same order
     * @param measures the outcomes
     * @param steps hears of each outcome that is done
     * @return empty where nothing is uncertain, or too few draws are stored to tell anything
     * @throws IllegalArgumentException when arms draw the same parameter differently, so that they are not paired
     */
    public static Optional<PriorComparison> of(
            ResultReader reader,
            String world,
            List<String> stored,
            List<String> names,
            List<Measure> measures,
            StageListener steps) {
        Set<Long> failed = new HashSet<>();
        reader.failures().forEach(f -> failed.add(f.key().run()));
        long[] runs = Arrays.stream(reader.runs(stored.get(0)))
                .filter(r -> !failed.contains(r))
                .toArray();
        Map<String, double[]> drawn = drawn(reader, stored, failed);
        int replicates = SharedPoints.replicates(reader, stored.get(0));
        if (drawn.isEmpty() || runs.length < (long) PriorSample.FEWEST * replicates) {
            return Optional.empty();
        }
        PriorSample sample = PriorSample.of(
                quantities(drawn, reader, stored),
                Arrays.stream(runs).map(r -> r / replicates).toArray());
        StoredDraws draws = new StoredDraws(sample, ValueSettings.standard());
        Map<Outcome, DrawnComparison> found = new EnumMap<>(Outcome.class);
        List<Criterion> criteria = new ArrayList<>();
        List<Runnable> jobs = new ArrayList<>();
        for (Measure measure : measures) {
            double[][] columns = stored.stream()
                    .map(arm -> kept(reader.column(arm, measure.outcome()), reader.runs(arm), failed))
                    .toArray(double[][]::new);
            jobs.add(() -> {
                DrawnComparison one = DrawnComparison.of(draws, names, columns, measure.direction());
                synchronized (found) {
                    found.put(measure.outcome(), one);
                }
            });
            if (measure.direction() != Direction.NEUTRAL) {
                criteria.add(new Criterion(
                        measure.outcome().key(),
                        measure.outcome().label(),
                        measure.direction(),
                        Criterion.scaleOf(columns[0])));
            }
        }
        steps.begin("asking what it turns on", jobs.size());
        JobPool.run(jobs, MOST_THREADS, steps);
        return Optional.of(new PriorComparison(
                world, names, runs.length, sample.points(), replicates, found, weights(criteria, names, found)));
    }

    private static @Nullable WeightsAcceptability weights(
            List<Criterion> criteria, List<String> names, Map<Outcome, DrawnComparison> found) {
        if (criteria.size() < 2) {
            return null;
        }
        List<double[][]> worlds = new ArrayList<>();
        for (Criterion criterion : criteria) {
            found.forEach((outcome, of) -> {
                if (outcome.key().equals(criterion.key())) {
                    worlds.add(of.worlds());
                }
            });
        }
        return WeightsAcceptability.uniform(
                criteria, names, worlds, ValueSettings.standard().seed());
    }

    /** All that any arm draws; where an arm fixes a parameter, the others tell it. */
    private static Map<String, double[]> drawn(ResultReader reader, List<String> stored, Set<Long> failed) {
        Map<String, double[]> all = new TreeMap<>();
        for (String arm : stored) {
            long[] runs = reader.runs(arm);
            reader.parameters(arm).forEach((path, values) -> {
                double[] column = kept(values, runs, failed);
                double[] known = all.putIfAbsent(UncertaintyDraw.quantity(path), column);
                if (known != null && !Arrays.equals(known, column)) {
                    throw new IllegalArgumentException("the arms draw " + path
                            + " differently, so that their runs are not paired; nothing is said of the prior");
                }
            });
        }
        return all;
    }

    /** Parameters with a distribution each by itself, those of a table of points together. */
    private static List<Quantity> quantities(Map<String, double[]> drawn, ResultReader reader, List<String> stored) {
        Set<String> single = new HashSet<>();
        reader.identity().arms().stream()
                .filter(arm -> stored.contains(arm.name()))
                .map(ArmFacts::tree)
                .map(tree -> tree.path("uncertainties").path("parameters"))
                .map(JsonNode::properties)
                .forEach(properties -> properties.forEach(p -> single.add(UncertaintyDraw.quantity(p.getKey()))));
        List<Quantity> quantities = new ArrayList<>();
        List<double[]> together = new ArrayList<>();
        drawn.forEach((path, values) -> {
            if (single.contains(path)) {
                quantities.add(Quantity.parameter(path, label(path), values));
            } else {
                together.add(values);
            }
        });
        if (!together.isEmpty()) {
            quantities.add(new Quantity("empirical", "the row of the posterior", together));
        }
        return quantities;
    }

    /** "actors.north_korea.policy.fear" is North Korea's fear; "region.tension.shock_probability" the shock probability. */
    static String label(String path) {
        String[] parts = path.split("\\.");
        String last = parts[parts.length - 1].replace('_', ' ');
        if (parts.length < 3 || !parts[0].equals("actors")) {
            return "the " + last;
        }
        StringBuilder actor = new StringBuilder();
        for (String word : parts[1].split("_")) {
            actor.append(actor.length() > 0 ? " " : "")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return actor + "'s " + last;
    }

    private static double[] kept(double[] column, long[] runs, Set<Long> failed) {
        return IntStream.range(0, column.length)
                .filter(i -> !failed.contains(runs[i]))
                .mapToDouble(i -> column[i])
                .toArray();
    }
}
