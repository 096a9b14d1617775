package org.tumen.study.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Front;
import org.tumen.analysis.search.Volume;
import org.tumen.findings.Table;

/**
 * How far the searches came: the hypervolume of their fronts, generation by generation, as a share of that of the merged front.
 *
 * @param evaluations by search and generation, the points evaluated so far
 * @param volumes by search and generation, the share
 * @param fronts by search and generation, the points of its front
 */
@SuppressWarnings("ArrayRecordComponent")
record Convergence(double[][] evaluations, double[][] volumes, int[][] fronts) {
    private static final double AGREED = 0.97;
    private static final double STILL = 0.01;

    static Convergence of(SearchFound found) {
        List<double[]> all = new ArrayList<>();
        found.history().forEach(s -> all.addAll(s.get(s.size() - 1).objectives()));
        List<double[]> merged = Front.of(all).stream().map(all::get).toList();
        Volume box = Volume.of(merged);
        double whole = box.share(merged);
        int searches = found.history().size();
        Convergence convergence = new Convergence(new double[searches][], new double[searches][], new int[searches][]);
        for (int s = 0; s < searches; s++) {
            List<Evolution.Generation> search = found.history().get(s);
            convergence.evaluations[s] = search.stream()
                    .mapToDouble(Evolution.Generation::evaluations)
                    .toArray();
            convergence.volumes[s] = search.stream()
                    .mapToDouble(g -> box.share(g.objectives()) / whole)
                    .toArray();
            convergence.fronts[s] =
                    search.stream().mapToInt(g -> g.objectives().size()).toArray();
        }
        return convergence;
    }

    private double least() {
        return Arrays.stream(volumes).mapToDouble(v -> v[v.length - 1]).min().orElse(0);
    }

    /** The most that a search still gained in its last quarter. */
    private double late() {
        return Arrays.stream(volumes)
                .mapToDouble(v -> v[v.length - 1] - v[v.length - 1 - v.length / 4])
                .max()
                .orElse(0);
    }

    /** Whether the searches came to their end, in a sentence. */
    String verdict() {
        return least() >= AGREED && late() <= STILL
                ? "The searches agree and have ceased to gain."
                : "The searches have not converged: more evaluations may find better points.";
    }

    /** The same with figures. */
    String words() {
        return String.format(
                Locale.ROOT,
                "The searches end at %.3f to %.3f of the hypervolume of their merged front; in the last quarter the most that one"
                        + " still gained is %.3f. %s",
                least(),
                Arrays.stream(volumes).mapToDouble(v -> v[v.length - 1]).max().orElse(0),
                late(),
                verdict());
    }

    private record Place(int search, int generation) {}

    /** All generations of all searches. */
    Table table() {
        List<Place> places = new ArrayList<>();
        for (int s = 0; s < volumes.length; s++) {
            for (int g = 0; g < volumes[s].length; g++) {
                places.add(new Place(s, g));
            }
        }
        return Table.of(
                        "convergence",
                        "Hypervolume of the front of each search by generation, as a share of the merged front's. Reference point: the"
                                + " worst of each objective on the merged front and a tenth of the range beyond.",
                        places)
                .count("Search", p -> p.search() + 1, Table.ORDINAL)
                .count("Generation", Place::generation, Table.ORDINAL)
                .count("Evaluations", p -> evaluations[p.search()][p.generation()], "evaluations")
                .count("Points on its front", "front", p -> fronts[p.search()][p.generation()], "points")
                .number("Hypervolume", p -> volumes[p.search()][p.generation()], Table.fixed(3), Table.SHARE)
                .build();
    }
}
