package org.tumen.summary;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.Measure;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.UncertaintyDraw;

/**
 * The runs that all of some stored arms completed, and what was drawn and came out in them. A run that failed in any arm of
 * their results is left out of all.
 *
 * @param arms the arms, of one result or of several of equal seed
 * @param numbers the runs, ascending; not to be changed
 */
public record CommonRuns(List<ResultArm> arms, long[] numbers) {
    /** Keeps its own copy of the list. */
    public CommonRuns {
        arms = List.copyOf(arms);
    }

    /** Those of some arms, one or more. */
    public static CommonRuns of(List<ResultArm> arms) {
        Set<Long> failed = new HashSet<>();
        arms.stream()
                .map(ResultArm::reader)
                .distinct()
                .forEach(reader ->
                        reader.failures().forEach(f -> failed.add(f.key().run())));
        long[] common = null;
        for (ResultArm arm : arms) {
            long[] own = arm.reader().runs(arm.stored());
            long[] others = common;
            common = Arrays.stream(own)
                    .filter(run -> others == null ? !failed.contains(run) : Arrays.binarySearch(others, run) >= 0)
                    .toArray();
        }
        return new CommonRuns(arms, common == null ? new long[0] : common);
    }

    /** How many there are. */
    public int count() {
        return numbers.length;
    }

    /** The first of them. */
    CommonRuns first(int many) {
        return many >= numbers.length ? this : new CommonRuns(arms, Arrays.copyOf(numbers, many));
    }

    /** How many quantities any arm draws. */
    int parameters() {
        Set<String> all = new HashSet<>();
        for (ResultArm arm : arms) {
            if (numbers.length > 0) {
                arm.reader()
                        .parameters(arm.stored(), numbers[0])
                        .keySet()
                        .forEach(path -> all.add(UncertaintyDraw.quantity(path)));
            }
        }
        return all.size();
    }

    /** An outcome of an arm in these runs. */
    public double[] column(ResultArm arm, Outcome outcome) {
        return kept(arm.reader().runs(arm.stored()), arm.reader().column(arm.stored(), outcome));
    }

    /** The outcomes of an arm in these runs. */
    public Arm arm(ResultArm arm, List<Measure> measures) {
        return arm.in(run -> Arrays.binarySearch(numbers, run) >= 0, measures);
    }

    /**
     * All that any arm draws, by path; where an arm fixes a parameter, the others tell it.
     *
     * @throws IllegalArgumentException when arms draw the same parameter differently, so that their runs are not paired
     */
    public Map<String, double[]> drawn() {
        Map<String, double[]> all = new TreeMap<>();
        for (ResultArm arm : arms) {
            arm.reader().parameters(arm.stored(), numbers).forEach((path, column) -> {
                double[] known = all.putIfAbsent(UncertaintyDraw.quantity(path), column);
                if (known != null && !Arrays.equals(known, column)) {
                    throw new IllegalArgumentException("the arms draw " + path
                            + " differently: their runs are not paired, so there is no answer under the prior");
                }
            });
        }
        return all;
    }

    /**
     * How many runs on end share a draw: the number that all arms have of which something is uncertain; 1 where nothing
     * is.
     *
     * @throws IllegalArgumentException when they have different numbers
     */
    public int replicates() {
        int[] found = arms.stream()
                .filter(arm -> arm.scenario().path("uncertainties").isObject())
                .mapToInt(ResultArm::replicates)
                .distinct()
                .toArray();
        if (found.length > 1) {
            throw new IllegalArgumentException("draws are shared by " + found[0] + " runs in one arm and by " + found[1]
                    + " in another: their runs are not paired, so there is no answer under the prior");
        }
        return found.length == 0 ? 1 : found[0];
    }

    private double[] kept(long[] own, double[] values) {
        return own.length == numbers.length
                ? values
                : Arrays.stream(numbers)
                        .mapToDouble(run -> values[Arrays.binarySearch(own, run)])
                        .toArray();
    }
}
