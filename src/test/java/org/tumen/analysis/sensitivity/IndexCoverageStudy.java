package org.tumen.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.analysis.design.MorrisTrajectories;
import org.tumen.analysis.design.SaltelliDesign;
import org.tumen.draw.DrawSequence;

/**
 * How often the 95 % intervals of sensitivity indices hold the truth of Ishigami's and of Sobol's function, over many designs; and
 * those of the parameters' share of a variance where parameters act strongly skewed. A share of 95 % of 1,000 studies has the
 * standard error .7 %, of which three are allowed; of indices, whose distributions are skewed, 93 % is claimed.
 * Run by {@code mvn -Pstudy test}; a small case runs with all tests.
 */
@Tag("study")
class IndexCoverageStudy {
    private static final int STUDIES = Math.min(1_000, Integer.getInteger("tumen.studies", 1_000));
    /** As many as a sensitivity analysis takes unless told otherwise. */
    private static final int RESAMPLES = 500;

    private static final Bootstrap BOOTSTRAP = new Bootstrap(RESAMPLES, 0.95, 1);

    private static final double CLAIMED_OF_INDICES = 0.93;

    /** A function, with its indices: first order, then total. */
    enum Function {
        ISHIGAMI(TestFunctions::ishigami, new double[] {0.3139, 0.4424, 0, 0.5576, 0.4424, 0.2437}),
        G(
                TestFunctions::g,
                IntStream.range(0, 16)
                        .mapToDouble(j -> j < 8 ? TestFunctions.gFirst(j) : TestFunctions.gTotal(j - 8))
                        .toArray());

        private final ToDoubleFunction<double[]> function;
        private final double[] indices;

        Function(ToDoubleFunction<double[]> function, double[] indices) {
            this.function = function;
            this.indices = indices;
        }

        private int factors() {
            return indices.length / 2;
        }
    }

    private static void check(String what, double[] held, int studies) {
        check(what, held, studies, 0.95);
    }

    /** At least so often that three simulation errors less than the share claimed are covered. */
    private static void check(String what, double[] held, int studies, double claimed) {
        double least = claimed - 3 * Math.sqrt(claimed * (1 - claimed) / studies);
        for (int j = 0; j < held.length; j++) {
            held[j] /= studies;
        }
        System.out.printf(Locale.ROOT, "%s: covered in %s of %d studies%n", what, Arrays.toString(held), studies);
        for (double share : held) {
            assertThat(share).as(what).isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @CsvSource({"32, ISHIGAMI", "32, G", "64, ISHIGAMI", "64, G", "256, ISHIGAMI", "256, G", "1024, ISHIGAMI", "1024, G"
    })
    void sobol(int rows, Function of) {
        sobol(rows, of, STUDIES);
    }

    static void sobol(int rows, Function of, int studies) {
        check("Sobol, " + of + ", " + rows + " rows", sobol(rows, of, studies, 0.95), studies, CLAIMED_OF_INDICES);
    }

    /** Intervals of a level of one half hold half of the time, three simulation errors to either side. */
    static void halves(int rows, Function of, int studies) {
        for (double held : sobol(rows, of, studies, 0.5)) {
            assertThat(held / studies).isCloseTo(0.5, within(3 * Math.sqrt(0.25 / studies)));
        }
    }

    /** In how many studies the interval of each index holds it. */
    private static double[] sobol(int rows, Function of, int studies, double level) {
        int k = of.factors();
        double[] held = new double[2 * k];
        for (int s = 0; s < studies; s++) {
            SaltelliDesign design = SaltelliDesign.latinHypercube(rows, k, false, new DrawSequence(s, "design"));
            double[] y = TestFunctions.apply(design.points(), of.function);
            List<SobolIndex> indices = SobolIndices.of(design, y, new Bootstrap(RESAMPLES, level, s))
                    .indices();
            for (int j = 0; j < k; j++) {
                held[j] += holds(indices.get(j).first(), of.indices[j]);
                held[k + j] += holds(indices.get(j).total(), of.indices[k + j]);
            }
        }
        return held;
    }

    @ParameterizedTest
    @CsvSource({"10, ISHIGAMI", "10, G", "20, ISHIGAMI", "20, G", "50, ISHIGAMI", "50, G"})
    void morris(int trajectories, Function of) {
        morris(trajectories, of, STUDIES);
    }

    static void morris(int trajectories, Function of, int studies) {
        List<MorrisEffect> truth = effects(20_000, of, 77, new Bootstrap(0, 0.95, 1));
        double[] held = new double[of.factors()];
        for (int s = 0; s < studies; s++) {
            List<MorrisEffect> found = effects(trajectories, of, s, BOOTSTRAP);
            for (int j = 0; j < held.length; j++) {
                held[j] += holds(
                        found.get(j).meanAbsolute(), truth.get(j).meanAbsolute().value());
            }
        }
        check("Morris, " + of + ", " + trajectories + " trajectories", held, studies, CLAIMED_OF_INDICES);
    }

    private static List<MorrisEffect> effects(int trajectories, Function of, long seed, Bootstrap bootstrap) {
        double[][] points = MorrisTrajectories.random(trajectories, of.factors(), 4, new DrawSequence(seed, "design"));
        return MorrisAnalysis.of(points, TestFunctions.apply(points, of.function), bootstrap);
    }

    /** How parameters, or chance, may act: as the normal draw itself, or skewed and with heavy tails. */
    enum Shape {
        NORMAL(z -> z, 1),
        LOGNORMAL_WEAK(z -> Math.exp(0.3 * z), lognormal(0.3)),
        LOGNORMAL_STRONG(Math::exp, lognormal(1)),
        SQUARED(z -> z * z, 2),
        CUBED(z -> z * z * z, 15),
        RARE(z -> z > 1.6448536269514722 ? 1 : 0, 0.05 * 0.95);

        private final DoubleUnaryOperator act;
        private final double variance;

        Shape(DoubleUnaryOperator act, double variance) {
            this.act = act;
            this.variance = variance;
        }

        private static double lognormal(double sigma) {
            return (Math.exp(sigma * sigma) - 1) * Math.exp(sigma * sigma);
        }

        /** A value of variance one. */
        double of(double z) {
            return act.applyAsDouble(z) / Math.sqrt(variance);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100, NORMAL, NORMAL",
        "1000, NORMAL, NORMAL",
        "100, LOGNORMAL_WEAK, NORMAL",
        "100, LOGNORMAL_STRONG, NORMAL",
        "300, LOGNORMAL_STRONG, NORMAL",
        "1000, LOGNORMAL_STRONG, NORMAL",
        "100, SQUARED, NORMAL",
        "100, CUBED, NORMAL",
        "1000, CUBED, NORMAL",
        "100, RARE, NORMAL",
        "100, NORMAL, LOGNORMAL_STRONG",
        "1000, NORMAL, LOGNORMAL_STRONG",
        "100, LOGNORMAL_STRONG, LOGNORMAL_STRONG",
        "1000, LOGNORMAL_STRONG, LOGNORMAL_STRONG",
        "4000, LOGNORMAL_STRONG, NORMAL",
        "4000, CUBED, NORMAL",
        "4000, NORMAL, LOGNORMAL_STRONG"
    })
    void parameterShare(int points, Shape parameters, Shape chance) {
        parameterShare(points, parameters, chance, STUDIES);
    }

    /** Returns the mean width of the intervals. */
    static double parameterShare(int points, Shape parameters, Shape chance, int studies) {
        int held = 0;
        double width = 0;
        for (int s = 0; s < studies; s++) {
            DrawSequence draws = new DrawSequence(s, "skewed");
            double[] values = new double[2 * points];
            for (int i = 0; i < points; i++) {
                double mean = parameters.of(draws.normal());
                values[2 * i] = mean + chance.of(draws.normal());
                values[2 * i + 1] = mean + chance.of(draws.normal());
            }
            // Parameters and chance have the same variance.
            ParameterShare share = ParameterShare.replicated(
                    values, IntStream.rangeClosed(1, points).map(i -> 2 * i).toArray());
            held += share.low() <= 0.5 && 0.5 <= share.high() ? 1 : 0;
            width += (share.high() - share.low()) / studies;
        }
        check(
                String.format(
                        Locale.ROOT,
                        "parameters' share, %d points, parameters %s, chance %s, mean width %.2f",
                        points,
                        parameters,
                        chance,
                        width),
                new double[] {held},
                studies);
        return width;
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.lower() <= truth && truth <= estimate.upper() ? 1 : 0;
    }
}
