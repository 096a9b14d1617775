package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.Valuation;
import org.tumen.experiment.Experiment;
import org.tumen.scenario.Scenario;
import org.tumen.study.StudyFile;

/**
 * Arms to compare.
 *
 * @param worlds the scenario of each arm, by world and then by arm; one world unless the study names several
 * @param baseline the arm against which the others are held
 * @param measures the outcomes of interest, the main one first
 * @param refused why arms of the file that are none here cannot be paired with the baseline
 */
public record Study(
        String name,
        String description,
        Map<String, Map<String, Scenario>> worlds,
        String baseline,
        List<Measure> measures,
        Valuation valuation,
        int runs,
        long seed,
        StudyFile.Stopping stopping,
        List<String> refused) {
    public Study {
        worlds = Collections.unmodifiableMap(new LinkedHashMap<>(worlds));
        measures = List.copyOf(measures);
        refused = List.copyOf(refused);
    }

    /**
     * The arms in each of the worlds as one experiment, so that all meet the same random numbers.
     *
     * @throws IllegalArgumentException when they run over different numbers of weeks
     */
    public Experiment experiment(long chosen) {
        List<Experiment.ArmSpec> specs = new ArrayList<>();
        worlds.forEach((world, scenarios) ->
                scenarios.forEach((arm, scenario) -> specs.add(new Experiment.ArmSpec(stored(world, arm), scenario))));
        return new Experiment(name.toLowerCase(Locale.ROOT), specs, chosen);
    }

    /** The name of an arm in a result: with its world where there are several. */
    public String stored(String world, String arm) {
        return worlds.size() == 1 ? arm : world + "." + arm;
    }

    public List<String> arms() {
        return List.copyOf(worlds.values().iterator().next().keySet());
    }

    /** The same study with other scenarios of its arms. */
    public Study withWorlds(Map<String, Map<String, Scenario>> other) {
        return with(other, refused);
    }

    private Study with(Map<String, Map<String, Scenario>> other, List<String> without) {
        return new Study(name, description, other, baseline, measures, valuation, runs, seed, stopping, without);
    }

    /** The same study without some of its arms, with the reasons. */
    Study without(Map<String, String> reasons) {
        Map<String, Map<String, Scenario>> kept = new LinkedHashMap<>();
        worlds.forEach((world, arms) -> {
            Map<String, Scenario> fewer = new LinkedHashMap<>(arms);
            fewer.keySet().removeAll(reasons.keySet());
            kept.put(world, fewer);
        });
        return with(kept, List.copyOf(reasons.values()));
    }
}
