package org.tumen.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.distribution.Distribution;
import org.tumen.distribution.Factor;
import org.tumen.distribution.FactorSpace;
import org.tumen.document.Problems;
import org.tumen.outcome.Outcome;

/**
 * A study that explores: a scenario, what is varied about it, and which outcomes are looked at.
 *
 * @param name its name, for the result folder
 * @param description its question; may be empty
 * @param base the scenario that every point departs from
 * @param factors the levers, then the uncertainties, in the order of the file
 * @param outcomes the outcomes of interest, the first one foremost
 * @param runs runs of each point
 * @param seed the seed of all draws and of the design
 * @param section the section of the file that is of the command's own
 * @param players the section of a game's players; null without one
 * @param problems what is wrong so far; commands add to it what is wrong with their section
 */
public record Exploration(
        String name,
        String description,
        LoadedScenario base,
        List<Varied> factors,
        List<Outcome> outcomes,
        int runs,
        long seed,
        StudyNode section,
        @Nullable StudyNode players,
        Problems problems) {

    /**
     * A parameter that is varied.
     *
     * @param path its path in the scenario
     * @param distribution its distribution; uniform between the ends for a lever
     * @param levels how many levels a grid gives it
     * @param listed the values listed, when it takes no others
     */
    public record Varied(
            String path,
            Distribution distribution,
            int levels,
            @Nullable List<Double> listed) {
        /** The shortest name that a reader knows it by: the last two steps of its path. */
        public String label() {
            return Exploration.label(path);
        }
    }

    /** The shortest name that a reader knows a parameter by: the last two steps of its path. */
    public static String label(String path) {
        int last = path.lastIndexOf('.');
        int before = last < 0 ? -1 : path.lastIndexOf('.', last - 1);
        return path.substring(before + 1).replace("policy.", "");
    }

    /** The factors as the designs take them. */
    FactorSpace space() {
        return new FactorSpace(factors.stream()
                .map(f -> new Factor(f.path(), f.distribution()))
                .toList());
    }

    /** The names of the factors for readers; whole paths where short ones are not unique. */
    public List<String> labels() {
        List<String> labels = factors.stream().map(Varied::label).toList();
        return labels.stream().distinct().count() == labels.size()
                ? labels
                : factors.stream().map(Varied::path).toList();
    }

    /** Ends the command when anything is wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.list());
        }
    }
}
