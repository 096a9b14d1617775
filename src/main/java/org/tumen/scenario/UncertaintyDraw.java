package org.tumen.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.ParameterSetter;
import org.tumen.declare.UncertainParameter;
import org.tumen.distribution.RankCorrelation;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.words.Texts;

/**
 * Draws the uncertain parameters of a scenario for a run. Each parameter has its own stream of keyed draws, named by its
 * path: what it is in run 42 depends neither on other runs nor on what else is uncertain, and is the same in every arm of a
 * comparison. Correlated parameters share their streams through a Gaussian copula (see {@link RankCorrelation}); the others
 * are not touched by it.
 *
 * <p>An object of this class belongs to one thread.
 */
public final class UncertaintyDraw {
    private static final String STREAM = "uncertainty";

    private final Uncertainties uncertainties;
    private final ParameterSetter<Scenario> setter;
    private final List<ParameterDistribution> quantiles = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();
    private final Stream pointStream;
    private final int[] correlated;
    private final @Nullable RankCorrelation correlation;
    private final double[] cumulative;
    private final Draws draws = new Draws();

    /**
     * Prepares the drawing.
     *
     * @throws IllegalArgumentException when the scenario is certain, or its uncertainties do not fit it
     */
    public UncertaintyDraw(Scenario scenario) {
        Uncertainties given = scenario.uncertainties();
        if (given == null) {
            throw new IllegalArgumentException("nothing is uncertain in the scenario " + scenario.name());
        }
        uncertainties = given;
        List<String> paths = given.paths();
        paths.forEach(path -> Uncertainties.path(scenario, path));
        setter = new ParameterSetter<>(scenario.certain(), paths);
        Streams register = new Streams();
        int index = 0;
        for (UncertainParameter parameter : given.parameters().values()) {
            quantiles.add(new ParameterDistribution(parameter, setter.paths().get(index)));
            streams.add(register.register(STREAM, paths.get(index)));
            index++;
        }
        pointStream = register.register(STREAM, "empirical points");
        correlated = correlated(given);
        correlation = correlated.length == 0 ? null : new RankCorrelation(matrix(given, correlated));
        cumulative = cumulative(given.empirical());
    }

    /** The places of parameters that are correlated with any other, in the order of their names. */
    private static int[] correlated(Uncertainties given) {
        List<String> paths = List.copyOf(given.parameters().keySet());
        TreeSet<String> named = new TreeSet<>();
        given.correlation().forEach(pair -> named.addAll(pair.between()));
        for (String path : named) {
            if (!paths.contains(path)) {
                throw new IllegalArgumentException("correlation names " + Texts.brief(path)
                        + ", which has no distribution here; " + Texts.suggestion(path, paths));
            }
        }
        return named.stream().mapToInt(paths::indexOf).toArray();
    }

    private static double[][] matrix(Uncertainties given, int[] correlated) {
        List<String> paths = List.copyOf(given.parameters().keySet());
        List<String> named = Arrays.stream(correlated).mapToObj(paths::get).toList();
        double[][] matrix = new double[named.size()][named.size()];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] = 1;
        }
        for (Uncertainties.RankPair pair : given.correlation()) {
            int i = named.indexOf(pair.between().get(0));
            int j = named.indexOf(pair.between().get(1));
            if (matrix[i][j] != 0) {
                throw new IllegalArgumentException("the correlation of "
                        + pair.between().get(0) + " and " + pair.between().get(1) + " is given twice");
            }
            matrix[i][j] = pair.rank();
            matrix[j][i] = pair.rank();
        }
        return matrix;
    }

    private static double[] cumulative(Uncertainties.@Nullable EmpiricalPoints table) {
        if (table == null) {
            return new double[0];
        }
        double[] sums = new double[table.points().size()];
        List<Double> weights = table.weights();
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weights == null ? 1 : weights.get(i);
            sums[i] = sum;
        }
        return sums;
    }

    /** The paths of what is drawn, in the order of the values. */
    public List<String> paths() {
        return uncertainties.paths();
    }

    /** The numbers that are drawn, with their ranges. */
    public List<ParameterPath> parameters() {
        return setter.paths();
    }

    /** The point to which a run belongs: runs of one point share their parameters. */
    public long point(long run) {
        return run / uncertainties.replicates();
    }

    /** The values of a run, as they are used (whole numbers where the parameter is one). */
    public double[] values(long seed, long run) {
        draws.startRun(seed, point(run));
        double[] values = new double[setter.paths().size()];
        double[] unit = new double[streams.size()];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = draws.uniform(streams.get(i), 0);
        }
        if (correlation != null) {
            double[] joint = correlation.copula(
                    Arrays.stream(correlated).mapToDouble(i -> unit[i]).toArray());
            for (int i = 0; i < joint.length; i++) {
                unit[correlated[i]] = joint[i];
            }
        }
        for (int i = 0; i < unit.length; i++) {
            values[i] = quantiles.get(i).value(unit[i]);
        }
        Uncertainties.EmpiricalPoints table = uncertainties.empirical();
        if (table != null) {
            List<Double> point = table.points().get(row(draws.uniform(pointStream, 0)));
            for (int j = 0; j < point.size(); j++) {
                double value = point.get(j);
                values[unit.length + j] = setter.paths().get(unit.length + j).whole() ? Math.rint(value) : value;
            }
        }
        return values;
    }

    private int row(double u) {
        double wanted = u * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, wanted);
        return Math.min(cumulative.length - 1, found >= 0 ? found + 1 : -found - 1);
    }

    /** A scenario as it is in a run: itself when nothing in it is uncertain, else with the values of the run. */
    public static Scenario drawn(Scenario scenario, long seed, long run) {
        return scenario.uncertainties() == null ? scenario : new UncertaintyDraw(scenario).scenario(seed, run);
    }

    /**
     * The scenario of a run: the values of the run in place, nothing uncertain left.
     *
     * @throws IllegalArgumentException when the drawn values contradict each other
     */
    public Scenario scenario(long seed, long run) {
        return setter.with(values(seed, run));
    }
}
