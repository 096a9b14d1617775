package org.tumen.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Resolved;
import org.tumen.document.Problem;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;

/**
 * The points of a design as one experiment: each point is an arm, the base scenario with the point's values in place of its
 * own. Stored so, a design can be resumed, queried and verified like any other result, and points given the same run numbers
 * meet the same random numbers.
 */
public final class DesignExperiment {
    /** The most points: each is an arm with files of its own. */
    public static final int MOST_POINTS = 4_000;

    private static final int MOST_PROBLEMS = 20;

    private DesignExperiment() {}

    /** Points that are no scenarios, or no experiment together. */
    public static final class InvalidPointsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient List<Problem> problems;

        InvalidPointsException(List<Problem> problems) {
            super(problems.get(0).toString());
            this.problems = List.copyOf(problems);
        }

        /** What is wrong, each with the arm of the point as its file. */
        public List<Problem> problems() {
            return problems;
        }
    }

    /** The name of the arm of a point, such as {@code p00001} for the first. */
    public static String arm(int index) {
        return String.format(Locale.ROOT, "p%05d", index + 1);
    }

    /**
     * The experiment.
     *
     * @param name short name, for the result folder
     * @param base what the points depart from
     * @param points for each point its values by path
     * @param seed the seed of all draws
     * @throws InvalidPointsException when a path is unknown, a value is not allowed, or the points run over different weeks
     */
    public static Experiment of(String name, Scenario base, List<Map<String, String>> points, long seed) {
        return of(name, List.of(base), points, seed);
    }

    /**
     * The same with several arms at each point, those of a point on end.
     *
     * @param bases what the points depart from, one or more
     */
    public static Experiment of(String name, List<Scenario> bases, List<Map<String, String>> points, long seed) {
        Scenario base = bases.get(0);
        List<ObjectNode> documents = bases.stream().map(Resolved::document).toList();
        int arms = bases.size();
        List<Reading> readings = IntStream.range(0, points.size() * arms)
                .parallel()
                .mapToObj(i -> ScenarioReader.override(documents.get(i % arms), points.get(i / arms)))
                .toList();
        List<Problem> problems = new ArrayList<>();
        List<Experiment.ArmSpec> specs = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            for (Problem p : reading.problems()) {
                problems.add(new Problem("point " + arm(i), 0, p.path(), p.message()));
            }
            Scenario found = reading.found();
            if (found != null) {
                specs.add(new Experiment.ArmSpec(arm(i), found, Resolved.text(reading.document())));
                Problem length = length(base, found, arm(i));
                if (length != null) {
                    problems.add(length);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidPointsException(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        }
        return new Experiment(name, specs, seed);
    }

    private static @Nullable Problem length(Scenario base, Scenario point, String arm) {
        return base.weeks() == point.weeks()
                ? null
                : new Problem("point " + arm, 0, "weeks", "must be the same at every point, " + base.weeks());
    }
}
