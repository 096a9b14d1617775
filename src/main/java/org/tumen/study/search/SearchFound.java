package org.tumen.study.search;

import java.util.List;
import org.tumen.analysis.search.Evolution;

/**
 * What the searches of a study found.
 *
 * @param points the levers' values of the points of the merged front, at most as many as are evaluated again
 * @param before their objectives in the search, each in its own sign
 * @param frontSize how many points the merged front has
 * @param history the generations of each search
 * @param simulated how many different points were simulated
 */
public record SearchFound(
        List<List<String>> points,
        List<double[]> before,
        int frontSize,
        List<List<Evolution.Generation>> history,
        int simulated) {}
