package org.tumen.study.points;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.design.PointLimit;
import org.tumen.distribution.DiscreteDistribution;
import org.tumen.experiment.DesignExperiment;
import org.tumen.study.Exploration;
import org.tumen.study.StudyReading;
import org.tumen.words.Numbers;

/**
 * The points of an exploration, in the unit cube and with values as they are written into the scenario. Arrays are not
 * to be changed.
 */
public record DesignPoints(double[][] unit, double[][] values) {
    /** The sample of a design. */
    public static DesignPoints of(Exploration study, double[][] unit) {
        double[][] values = study.space().values(unit);
        for (double[] row : values) {
            for (int j = 0; j < row.length; j++) {
                boolean whole = study.factors().get(j).whole();
                row[j] = whole ? Math.rint(row[j]) : Double.parseDouble(Numbers.plain(row[j]));
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
                Exploration.Varied factor = study.factors().get(j);
                point.put(factor.path(), factor.text(row[j]));
            }
            all.add(point);
        }
        return all;
    }

    /**
     * Where each value lies among those of its factor, from 0, the least, to 1, the greatest: of a few values by its rank, of whole
     * numbers by its size, else by its probability.
     */
    public double[][] places(Exploration study) {
        double[][] places = Arrays.stream(unit).map(double[]::clone).toArray(double[][]::new);
        for (int j = 0; j < study.factors().size(); j++) {
            Exploration.Varied factor = study.factors().get(j);
            double first = Math.rint(factor.distribution().lower());
            double length = Math.rint(factor.distribution().upper()) - first;
            for (int i = 0; i < places.length; i++) {
                if (factor.distribution() instanceof DiscreteDistribution few) {
                    places[i][j] = few.values().indexOf(few.quantile(unit[i][j]))
                            / (few.values().size() - 1.0);
                } else if (factor.whole() && Double.isFinite(length)) {
                    places[i][j] = (values[i][j] - first) / length;
                }
            }
        }
        return places;
    }

    /** One factor over the points. */
    public double[] column(int factor) {
        return Arrays.stream(values).mapToDouble(row -> row[factor]).toArray();
    }

    /** The count of points, each with all arms of the study; what is not allowed is noted in the study, and the least that is stands for it. */
    public static int limited(StudyReading study, String section, String design, BigInteger count) {
        int arms = Math.max(1, study.count("arms"));
        int most = DesignExperiment.MOST_POINTS;
        if (2 * arms > most) {
            // Told when the file was read.
            return 2;
        }
        try {
            String simulated = arms == 1 ? design : design + " with its " + arms + " arms";
            return PointLimit.check(simulated, count.multiply(BigInteger.valueOf(arms)), 2 * arms, most) / arms;
        } catch (IllegalArgumentException e) {
            study.problem(String.valueOf(e.getMessage()), section);
            return 2;
        }
    }
}
