package org.tumen.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.ballot.PosteriorRow;
import org.tumen.declare.ParameterDistribution;
import org.tumen.declare.ParameterPath;
import org.tumen.declare.ParameterSetter;
import org.tumen.declare.UncertainParameter;
import org.tumen.distribution.RankCorrelation;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;

/**
 * Draws the uncertain parameters of a scenario for a run. Each parameter has its own stream of keyed draws, named by
 * {@link #quantity}: what it is in run 42 depends neither on other runs nor on what else is uncertain, and is the same in
 * every arm of a comparison, whether or not a script or rules stand above the policy that has it. Correlated parameters share
 * their streams through a Gaussian copula (see {@link RankCorrelation}); the others are not touched by it.
 *
 * <p>An object of this class belongs to one thread.
 */
public final class UncertaintyDraw {
    private static final String STREAM = "uncertainty";

    private static final Pattern LAYERS = Pattern.compile("^(actors\\.[^.]+\\.policy)(\\.otherwise)+(?=\\.)");

    private final Uncertainties uncertainties;
    private final List<String> paths;
    private final ParameterSetter<Scenario> setter;
    private final List<ParameterDistribution> quantiles = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();
    private final List<Rows> tables = new ArrayList<>();
    private final int[] correlated;
    private final @Nullable RankCorrelation correlation;
    private final double[] unit;
    private final Draws draws = new Draws();
    /** The values of the last point that was drawn, which runs on end may share. */
    private final double[] last;

    private boolean known;
    private long lastSeed;
    private long lastPoint;

    /** Rows of a joint distribution, one of which is drawn whole. */
    private record Rows(IntFunction<double[]> row, double[] cumulative, Stream stream) {
        double[] at(double u) {
            double wanted = u * cumulative[cumulative.length - 1];
            int found = Arrays.binarySearch(cumulative, wanted);
            return row.apply(Math.min(cumulative.length - 1, found >= 0 ? found + 1 : -found - 1));
        }
    }

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
        given.paths().forEach(path -> Uncertainties.path(scenario, path));
        VoteRows votes = given.votes();
        List<String> all = new ArrayList<>(given.paths());
        if (votes != null) {
            all.addAll(VoteRows.paths(scenario.councilName()));
        }
        paths = List.copyOf(all);
        last = new double[paths.size()];
        setter = new ParameterSetter<>(scenario.certain(), paths);
        Streams register = new Streams();
        int index = 0;
        for (UncertainParameter parameter : given.parameters().values()) {
            quantiles.add(new ParameterDistribution(parameter, setter.paths().get(index)));
            streams.add(register.register(STREAM, stream(paths.get(index), paths)));
            index++;
        }
        unit = new double[index];
        Stream pointStream = register.register(STREAM, "empirical points");
        if (given.empirical() != null) {
            tables.add(points(given.empirical(), pointStream));
        }
        Stream voteStream = register.register(STREAM, "vote posterior");
        if (votes != null) {
            List<PosteriorRow> rows = votes.rows();
            tables.add(new Rows(
                    i -> rows.get(i).toArray(), cumulative(Collections.nCopies(rows.size(), 1.0)), voteStream));
        }
        correlated = correlated(given);
        correlation = correlation(given);
    }

    /**
     * What is uncertain at a path, whatever script or rules stand above the policy that has it:
     * {@code actors.x.policy.otherwise.fear} is the same quantity as {@code actors.x.policy.fear}.
     */
    public static String quantity(String path) {
        return LAYERS.matcher(path).replaceFirst("$1");
    }

    /** The quantity; the path itself where two layers of one policy have a parameter of that name. */
    private static String stream(String path, List<String> paths) {
        String quantity = quantity(path);
        boolean shared =
                paths.stream().filter(p -> quantity(p).equals(quantity)).count() > 1;
        return shared ? path : quantity;
    }

    private static Rows points(Uncertainties.EmpiricalPoints table, Stream stream) {
        List<double[]> rows = table.points().stream()
                .map(point -> point.stream().mapToDouble(x -> x).toArray())
                .toList();
        List<Double> weights = table.weights();
        return new Rows(
                rows::get, cumulative(weights == null ? Collections.nCopies(rows.size(), 1.0) : weights), stream);
    }

    private static double[] cumulative(List<Double> weights) {
        double[] sums = new double[weights.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weights.get(i);
            sums[i] = sum;
        }
        return sums;
    }

    /**
     * The rank correlation of what is uncertain; null where nothing is correlated.
     *
     * @throws IllegalArgumentException when what is stated names what has no distribution, or cannot be
     */
    static @Nullable RankCorrelation correlation(Uncertainties given) {
        int[] correlated = correlated(given);
        return correlated.length == 0 ? null : new RankCorrelation(matrix(given, correlated));
    }

    /** The places of parameters that are correlated with any other, in the order of their names. */
    private static int[] correlated(Uncertainties given) {
        List<String> paths = List.copyOf(given.parameters().keySet());
        TreeSet<String> named = new TreeSet<>();
        given.correlation().forEach(pair -> named.addAll(pair.between()));
        List<String> unknown =
                named.stream().filter(path -> !paths.contains(path)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("correlation names "
                    + unknown.stream().map(Texts::brief).collect(Collectors.joining(", "))
                    + (unknown.size() == 1 ? ", which has" : ", which have")
                    + " no distribution here; " + Nearest.suggestion(unknown.get(0), paths));
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
        Set<Set<String>> pairs = new HashSet<>();
        for (Uncertainties.RankPair pair : given.correlation()) {
            int i = named.indexOf(pair.between().get(0));
            int j = named.indexOf(pair.between().get(1));
            if (!pairs.add(Set.copyOf(pair.between()))) {
                throw new IllegalArgumentException("the correlation of "
                        + pair.between().get(0) + " and " + pair.between().get(1) + " is given twice");
            }
            matrix[i][j] = pair.rank();
            matrix[j][i] = pair.rank();
        }
        return matrix;
    }

    /** The paths of what is drawn, in the order of the values. */
    public List<String> paths() {
        return paths;
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
        double[] values = new double[paths.size()];
        values(seed, run, values);
        return values;
    }

    /** The same, into an array. */
    public void values(long seed, long run, double[] values) {
        if (!known || seed != lastSeed || point(run) != lastPoint) {
            known = false;
            lastSeed = seed;
            lastPoint = point(run);
            draw(last);
            known = true;
        }
        System.arraycopy(last, 0, values, 0, last.length);
    }

    private void draw(double[] values) {
        draws.startRun(lastSeed, lastPoint);
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
        int place = unit.length;
        for (Rows table : tables) {
            for (double value : table.at(draws.uniform(table.stream(), 0))) {
                values[place] = setter.paths().get(place).whole() ? Math.rint(value) : value;
                place++;
            }
        }
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
        return with(values(seed, run));
    }

    /** The same for values that are drawn already. Any number of threads may ask. */
    Scenario with(double[] values) {
        return setter.with(values);
    }
}
