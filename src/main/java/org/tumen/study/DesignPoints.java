package org.tumen.study;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.design.PointLimit;
import org.tumen.distribution.Distribution;
import org.tumen.document.Problem;
import org.tumen.experiment.DesignExperiment;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;
import org.tumen.words.NumberTexts;

/**
 * The points of an exploration. Arrays are not to be changed.
 *
 * @param unit the points in the unit cube
 * @param values the values of the factors, as they are written into the scenario
 */
public record DesignPoints(double[][] unit, double[][] values) {
    /** The sample of a design. */
    public static DesignPoints of(Exploration study, double[][] unit) {
        double[][] values = study.space().values(unit);
        for (double[] row : values) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Double.parseDouble(NumberTexts.plain(row[j]));
            }
        }
        return new DesignPoints(unit, values);
    }

    /** What each point sets. */
    public List<Map<String, String>> overrides(Exploration study) {
        List<Map<String, String>> all = new ArrayList<>();
        for (double[] row : values) {
            Map<String, String> point = new LinkedHashMap<>();
            for (int j = 0; j < row.length; j++) {
                point.put(study.factors().get(j).path(), NumberTexts.plain(row[j]));
            }
            all.add(point);
        }
        return all;
    }

    /** One factor over the points. */
    public double[] column(int factor) {
        double[] column = new double[values.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = values[i][factor];
        }
        return column;
    }

    /**
     * Refuses factors whose ends the scenario does not allow, before a design is made: every path is tried with the least
     * and the greatest value of its distribution.
     *
     * @throws InvalidInputException naming each path and what is allowed
     */
    public static void requireAllowed(Exploration study, int least) {
        study.check();
        if (study.factors().size() < least) {
            throw new UsageException("the study varies " + study.factors().size() + " parameters; this command needs "
                    + least + " or more, under levers or uncertainties");
        }
        List<Problem> problems = new ArrayList<>();
        for (Exploration.Varied factor : study.factors()) {
            Distribution d = factor.distribution();
            for (double end : new double[] {d.lower(), d.upper()}) {
                double value = Double.isFinite(end) ? end : d.quantile(end > 0 ? 1 : 0);
                Reading reading = ScenarioReader.override(
                        study.base().scenario(), Map.of(factor.path(), NumberTexts.plain(value)));
                for (Problem p : reading.problems()) {
                    problems.add(new Problem(
                            study.name(), 0, p.path(), "at " + NumberTexts.plain(value) + ": " + p.message()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems.stream().distinct().toList());
        }
    }

    /** The most points of a sample. */
    public static int most() {
        return DesignExperiment.MOST_POINTS;
    }

    /** The count of points, when it is allowed. */
    public static int limited(String design, BigInteger count) {
        try {
            return PointLimit.check(design, count, 2, most());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
