package org.tumen.analysis.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares out the next blocks of runs among arms: settled arms get none, the others in proportion to the runs they are
 * likely to need, at least a block each. The caller runs the baseline for as many runs as the longest arm, so that every
 * run of an arm has its pair.
 *
 * <p>The share depends on the past only, so that the confidence sequence of each arm, which counts the arm's own runs in
 * their order, keeps its coverage.
 */
public final class Allocation {
    private Allocation() {}

    /**
     * An estimate, one outcome of an arm, with the rule that settles it.
     *
     * @param differences the mean differences of clusters of runs that share a point of the parameters
     * @param size how many runs a cluster has
     */
    public record Estimate(StoppingRule rule, RunningMoments differences, int size) {
        private long runs() {
            return size * differences.count();
        }

        private long projected() {
            long clusters = rule.projectedRuns(differences);
            return clusters > Long.MAX_VALUE / size ? Long.MAX_VALUE : size * clusters;
        }
    }

    /**
     * The next blocks.
     *
     * @param arms the estimates of each arm, an arm being settled when all of them are
     * @param blockSize runs in a block, 1 or more
     * @param blocks blocks to give at most, unless more arms than that are open; usually the number of arms
     * @param maximumRuns the number of runs from which an arm gets no more; its last block may go beyond
     * @return additional runs by arm, in the order given; all 0 when nothing more is to be done
     */
    public static Map<String, Long> next(
            Map<String, List<Estimate>> arms, int blockSize, int blocks, long maximumRuns) {
        if (blockSize < 1 || blocks < 1) {
            throw new IllegalArgumentException(
                    "block size and number of blocks are 1 or more, not " + blockSize + " and " + blocks);
        }
        Map<String, Long> wanted = new LinkedHashMap<>();
        Map<String, Long> given = new LinkedHashMap<>();
        for (Map.Entry<String, List<Estimate>> arm : arms.entrySet()) {
            long runs = arm.getValue().stream().mapToLong(Estimate::runs).max().orElse(0);
            long projected =
                    arm.getValue().stream().mapToLong(Estimate::projected).max().orElse(0);
            long possible = Math.min(projected, Math.max(0, maximumRuns - runs));
            wanted.put(arm.getKey(), possible);
            given.put(arm.getKey(), possible > 0 ? 1L : 0L);
        }
        long left = blocks - given.values().stream().mapToLong(b -> b).sum();
        for (; left > 0; left--) {
            String neediest = neediest(wanted, given, blockSize);
            if (neediest.isEmpty()) {
                break;
            }
            given.merge(neediest, 1L, Long::sum);
        }
        given.replaceAll((arm, number) -> number * blockSize);
        return given;
    }

    /** The open arm with the most wanted runs per block already given (D'Hondt's divisors); empty when all have enough. */
    private static String neediest(Map<String, Long> wanted, Map<String, Long> given, int blockSize) {
        String neediest = "";
        double most = 0;
        for (Map.Entry<String, Long> arm : wanted.entrySet()) {
            long blocks = given.getOrDefault(arm.getKey(), 0L);
            double claim = (double) arm.getValue() / (blocks + 1);
            if (blocks * blockSize < arm.getValue() && claim > most) {
                most = claim;
                neediest = arm.getKey();
            }
        }
        return neediest;
    }
}
