package org.tumen.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.NumberPlaces;
import org.tumen.scenario.ScenarioPoints;

/**
 * Makes runs of the points of a design, one point after the other: those that differ in numbers only share a simulation, in
 * which their numbers are written, since making one costs as much as dozens of runs. Belongs to one thread.
 */
public final class PointMaker {
    private final List<String> paths;
    private @Nullable RunMaker shared;
    private NumberPlaces.@Nullable Setter setter;

    /** @param paths what the points differ in, in the order of their numbers */
    public PointMaker(List<String> paths) {
        this.paths = List.copyOf(paths);
    }

    /** What makes the runs of a valid point, until the next is asked for. */
    public RunMaker at(ScenarioPoints.Point point) {
        List<Double> numbers = point.numbers();
        if (numbers == null) {
            return new RunMaker(point.reading().scenario());
        }
        if (shared == null) {
            shared = new RunMaker(point.reading().scenario());
            setter = shared.varying(paths).orElse(null);
        } else if (setter == null) {
            return new RunMaker(point.reading().scenario());
        } else {
            setter.set(numbers.stream().mapToDouble(x -> x).toArray());
        }
        return shared;
    }
}
