package org.tumen.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Resolved;
import org.tumen.document.InvalidInputException;
import org.tumen.document.Json;
import org.tumen.document.JsonPattern;
import org.tumen.document.Problem;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioPoints;
import org.tumen.store.part.StoredArm;

/**
 * The points of a design as one experiment: each point is an arm, the base scenario with the point's values in place of its
 * own. Stored so, a design can be resumed, queried and verified like any other result, and points given the same run numbers
 * meet the same random numbers. What its points do week by week is not stored, which would take more time than short runs.
 */
public final class DesignExperiment {
    /** The most points: each is an arm with files of its own. */
    public static final int MOST_POINTS = 4_000;

    private static final int MOST_PROBLEMS = 20;

    private DesignExperiment() {}

    /** The name of the arm of a point, such as {@code p00001} for the first. */
    public static String arm(int index) {
        return String.format(Locale.ROOT, "p%05d", index + 1);
    }

    /** The place of the arm of a name. */
    public static int index(String arm) {
        return Integer.parseInt(arm.substring(1)) - 1;
    }

    /**
     * The experiment: one or more arms at each point, those of a point on end.
     *
     * @param name short name, for the result folder
     * @param bases what the points depart from, one for each arm
     * @param points for each point its values by path, one point or more
     * @throws InvalidInputException when a path is unknown, a value is not allowed, or the points run over different weeks
     */
    public static Experiment of(String name, List<Scenario> bases, List<Map<String, String>> points, long seed) {
        return new Experiment(name, arms(bases, points, DesignExperiment::arm), seed, false);
    }

    /**
     * The arms of such an experiment, each named by its place.
     *
     * @throws InvalidInputException as above, with the arm of the point as the file of each problem
     */
    public static List<Experiment.ArmSpec> arms(
            List<Scenario> bases, List<Map<String, String>> points, IntFunction<String> names) {
        Scenario base = bases.get(0);
        int arms = bases.size();
        List<Problem> problems = new ArrayList<>();
        Experiment.ArmSpec[] specs = new Experiment.ArmSpec[points.size() * arms];
        for (int a = 0; a < arms; a++) {
            List<ScenarioPoints.Point> read = ScenarioPoints.read(Resolved.document(bases.get(a)), points);
            Likes likes = new Likes(names.apply(a), points.get(0).keySet());
            for (int i = 0; i < read.size(); i++) {
                int place = i * arms + a;
                String arm = names.apply(place);
                Reading reading = read.get(i).reading();
                for (Problem p : reading.problems()) {
                    problems.add(new Problem("point " + arm, 0, p.path(), p.message()));
                }
                Scenario found = reading.found();
                if (found != null) {
                    specs[place] = likes.spec(arm, found, read.get(i).numbers());
                    Problem length = length(base, found, arm);
                    if (length != null) {
                        problems.add(length);
                    }
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        }
        return List.of(specs);
    }

    /** Makes arms that are like a first one but for some numbers. */
    private static final class Likes {
        private final String first;
        private final List<String> paths;
        private @Nullable JsonPattern pattern;

        Likes(String first, Collection<String> paths) {
            this.first = first;
            this.paths = List.copyOf(paths);
        }

        Experiment.ArmSpec spec(String name, Scenario scenario, @Nullable List<Double> numbers) {
            if (numbers == null || pattern == null) {
                ObjectNode document = Resolved.document(scenario);
                if (name.equals(first)) {
                    pattern = pattern(document);
                }
                return new Experiment.ArmSpec(name, scenario, Json.text(document), null);
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < numbers.size(); i++) {
                values.put(paths.get(i), Json.text(Resolved.value(numbers.get(i))));
            }
            return new Experiment.ArmSpec(
                    name, scenario, pattern.with(List.copyOf(values.values())), new StoredArm.Likeness(first, values));
        }

        private @Nullable JsonPattern pattern(ObjectNode document) {
            try {
                return new JsonPattern(document, paths, Json::text);
            } catch (IllegalArgumentException e) {
                // What a path leads to is written in another form; every arm is then written whole.
                return null;
            }
        }
    }

    private static @Nullable Problem length(Scenario base, Scenario point, String arm) {
        return base.weeks() == point.weeks()
                ? null
                : new Problem("point " + arm, 0, "weeks", "must be the same at every point, " + base.weeks());
    }
}
