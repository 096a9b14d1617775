package org.tumen.analysis.discovery;

/**
 * How a box does on a set of points.
 *
 * @param inside points inside
 * @param cases points of interest inside
 * @param points all points
 * @param allCases all points of interest
 */
public record BoxScore(Box box, int inside, int cases, int points, int allCases) {

    public static BoxScore of(LabelledPoints data, Box box) {
        int inside = 0;
        int cases = 0;
        for (int i = 0; i < data.size(); i++) {
            if (box.contains(data.points()[i])) {
                inside++;
                cases += data.interesting()[i] ? 1 : 0;
            }
        }
        return new BoxScore(box, inside, cases, data.size(), data.cases());
    }

    /** The share of all points of interest that are inside; 0 when there are none. */
    public double coverage() {
        return allCases == 0 ? 0 : (double) cases / allCases;
    }

    /** The share of the points inside that are of interest; 0 of an empty box. */
    public double density() {
        return inside == 0 ? 0 : (double) cases / inside;
    }

    /** The share of all points that are inside. */
    public double mass() {
        return (double) inside / points;
    }

    /** Density over the base rate; 0 when nothing is of interest. */
    public double lift() {
        return allCases == 0 ? 0 : density() * points / allCases;
    }

    /** The harmonic mean of coverage and density (F₁), which is high only when both are. */
    public double balance() {
        double sum = coverage() + density();
        return sum == 0 ? 0 : 2 * coverage() * density() / sum;
    }

    /** How many deviations of a random draw of as many points the cases exceed their expectation by. */
    double excess() {
        double rate = (double) allCases / points;
        double variance = inside * rate * (1 - rate) * (1 - (double) inside / points);
        return variance <= 0 ? 0 : (cases - inside * rate) / Math.sqrt(variance);
    }
}
