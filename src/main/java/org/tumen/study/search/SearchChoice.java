package org.tumen.study.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tumen.analysis.search.Front;
import org.tumen.analysis.search.Objective;
import org.tumen.document.Json;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.ScenarioWriter;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * The points of a front that are written as scenarios: the best of each objective, the knee and the most robust, all by the half
 * of the fresh runs that chooses.
 */
record SearchChoice(SearchStudy study, SearchFound found, FreshEvaluation choosing) {
    // With the seed of the search the comparison would meet the runs that chose its arms.
    private static final long OTHER_LUCK = 1_000_003;

    /** A chosen point, with the name of its file and what it was chosen for, for a reader. */
    record Chosen(String name, String title, int point) {}

    /**
     * The chosen points: the best compromise, which is the knee, then the best of each objective in their order, then the most
     * robust; none when no point keeps to the constraints any more.
     */
    List<Chosen> chosen() {
        int[] candidates = IntStream.range(0, found.points().size())
                .filter(p -> choosing.nondominated()[p])
                .toArray();
        List<Chosen> chosen = new ArrayList<>();
        if (candidates.length == 0) {
            return chosen;
        }
        List<double[]> values = Arrays.stream(candidates)
                .mapToObj(p -> study.minimised(choosing.values()[p]))
                .toList();
        chosen.add(new Chosen("knee", "best compromise", candidates[Front.knee(values)]));
        for (int m = 0; m < study.objectives().size(); m++) {
            Objective objective = study.objectives().get(m);
            String name = objective.name().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "");
            chosen.add(new Chosen(
                    "best_" + name.toLowerCase(Locale.ROOT),
                    "best in " + Texts.lower(objective.label()),
                    candidates[Front.best(values, m)]));
        }
        chosen.add(new Chosen("robust", "most robust", candidates[robust(candidates)]));
        return chosen;
    }

    /**
     * The candidate whose greatest shortfall is least, over worlds and objectives, each shortfall from the best candidate in that
     * world and in the range of the candidates there; with one world the candidate that is most surely on the front.
     */
    private int robust(int[] candidates) {
        int worlds = study.worlds().size();
        double[] greatest = new double[candidates.length];
        if (worlds == 1) {
            for (int i = 0; i < candidates.length; i++) {
                greatest[i] = -choosing.chance()[candidates[i]];
            }
        }
        for (int w = 0; w < worlds && worlds > 1; w++) {
            List<double[]> here = new ArrayList<>();
            for (int p : candidates) {
                double[] values = choosing.byWorld()[p][w].clone();
                for (int m = 0; m < values.length; m++) {
                    Objective objective = study.objectives().get(m);
                    values[m] = objective.more() ? -values[m] : values[m];
                }
                here.add(values);
            }
            List<double[]> scaled = Front.scaled(here);
            for (int i = 0; i < candidates.length; i++) {
                greatest[i] =
                        Math.max(greatest[i], Arrays.stream(scaled.get(i)).max().orElse(0));
            }
        }
        int best = 0;
        for (int i = 1; i < greatest.length; i++) {
            best = greatest[i] < greatest[best] ? i : best;
        }
        return best;
    }

    /** What each chosen point was chosen for. */
    static Map<Integer, String> titles(List<Chosen> chosen) {
        Map<Integer, String> titles = new LinkedHashMap<>();
        chosen.forEach(c -> titles.merge(c.point(), c.title(), (a, b) -> a + ", " + b));
        return titles;
    }

    /**
     * The files of the chosen points: each world as it stands, each chosen point in the first world, and a study that compares
     * them all in every world.
     */
    Map<String, String> files(List<Chosen> chosen) {
        Map<String, String> files = new LinkedHashMap<>();
        study.worlds()
                .forEach((name, world) -> files.put(
                        (study.worlds().size() == 1 ? "base" : "world_" + name) + ".yaml",
                        "# The scenario of the search " + study.name() + " as it stands\n"
                                + ScenarioWriter.yaml(world)));
        String first = study.worlds().keySet().iterator().next();
        chosen.forEach(c -> files.put(
                c.name() + ".yaml",
                "# " + c.title() + " of the search " + study.name() + ": "
                        + FreshEvaluation.arm(c.point(), found.points().size())
                        + (study.worlds().size() > 1 ? " in the world " + first : "") + "\n"
                        + ScenarioWriter.yaml(study.point(first, found.points().get(c.point()))
                                .scenario())));
        files.put("compare.yaml", comparison(chosen));
        return files;
    }

    private String comparison(List<Chosen> chosen) {
        boolean single = study.worlds().size() == 1;
        Set<Integer> once = new HashSet<>();
        return "# Points of the search " + study.name() + " against the scenario as it stands\n"
                + "name: " + study.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-chosen\n"
                + (single ? "scenario: base.yaml\n" : "worlds:\n")
                + study.worlds().keySet().stream()
                        .filter(world -> !single)
                        .map(world -> "  " + world + ":\n    scenario: world_" + world + ".yaml\n")
                        .collect(Collectors.joining())
                + "baseline: as_it_stands\narms:\n  as_it_stands: {}\n"
                + chosen.stream()
                        .filter(c -> once.add(c.point()))
                        .map(this::arm)
                        .collect(Collectors.joining())
                + "outcomes: ["
                + study.outcomes().stream().map(Outcome::key).collect(Collectors.joining(", "))
                + "]\nruns: 2000\nseed: " + (study.seed() + OTHER_LUCK) + "\n";
    }

    private String arm(Chosen of) {
        return study.sets(found.points().get(of.point())).entrySet().stream()
                .map(set -> "      " + set.getKey() + ": " + scalar(set.getValue()) + "\n")
                .collect(Collectors.joining("", "  " + of.name() + ":\n    set:\n", ""));
    }

    private static String scalar(String value) {
        try {
            // Numbers and flow mappings stand as they are; other words in quotes.
            return Numbers.isNumber(value) || value.matches("true|false|[\\[{].*")
                    ? value
                    : Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a text can be written", e);
        }
    }
}
