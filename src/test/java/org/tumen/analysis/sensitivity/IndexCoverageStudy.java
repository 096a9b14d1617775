package org.tumen.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.analysis.design.MorrisTrajectories;
import org.tumen.analysis.design.SaltelliDesign;
import org.tumen.draw.DrawSequence;

/**
 * How often the 95 % intervals of sensitivity indices hold the truth of Ishigami's function, over many designs; and those of the
 * parameters' share of a variance where parameters act strongly skewed. A share of 95 % of 1,000 studies has the standard
 * error .7 %, of which three are allowed. Run by {@code mvn -Pstudy test}; a small case runs with all tests.
 */
@Tag("study")
class IndexCoverageStudy {
    private static final int STUDIES = Math.min(1_000, Integer.getInteger("tumen.studies", 1_000));
    private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 0.95, 1);

    private static final double[] FIRST = {0.3139, 0.4424, 0};
    private static final double[] TOTAL = {0.5576, 0.4424, 0.2437};

    /** At least so often that three simulation errors less than 95 % are covered. */
    private static void check(String what, double[] held, int studies) {
        double least = 0.95 - 3 * Math.sqrt(0.95 * 0.05 / studies);
        for (int j = 0; j < held.length; j++) {
            held[j] /= studies;
        }
        System.out.printf(Locale.ROOT, "%s: covered in %s of %d studies%n", what, Arrays.toString(held), studies);
        for (double share : held) {
            assertThat(share).as(what).isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 1024})
    void sobol(int rows) {
        sobol(rows, STUDIES);
    }

    static void sobol(int rows, int studies) {
        double[] held = new double[6];
        for (int s = 0; s < studies; s++) {
            SaltelliDesign design = SaltelliDesign.sobol(rows, 3, false, new DrawSequence(s, "design"));
            double[] y = TestFunctions.apply(design.points(), TestFunctions::ishigami);
            List<SobolIndex> indices =
                    SobolIndices.of(design, y, new Bootstrap(200, 0.95, s)).indices();
            for (int j = 0; j < 3; j++) {
                held[j] += holds(indices.get(j).first(), FIRST[j]);
                held[3 + j] += holds(indices.get(j).total(), TOTAL[j]);
            }
        }
        check("Sobol, " + rows + " rows", held, studies);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 50})
    void morris(int trajectories) {
        morris(trajectories, STUDIES);
    }

    static void morris(int trajectories, int studies) {
        List<MorrisEffect> truth = effects(20_000, 77, new Bootstrap(0, 0.95, 1));
        double[] held = new double[3];
        for (int s = 0; s < studies; s++) {
            List<MorrisEffect> found = effects(trajectories, s, BOOTSTRAP);
            for (int j = 0; j < 3; j++) {
                held[j] += holds(
                        found.get(j).meanAbsolute(), truth.get(j).meanAbsolute().value());
            }
        }
        check("Morris, " + trajectories + " trajectories", held, studies);
    }

    private static List<MorrisEffect> effects(int trajectories, long seed, Bootstrap bootstrap) {
        double[][] points = MorrisTrajectories.random(trajectories, 3, 4, new DrawSequence(seed, "design"));
        return MorrisAnalysis.of(points, TestFunctions.apply(points, TestFunctions::ishigami), bootstrap);
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
        "1000, LOGNORMAL_STRONG, LOGNORMAL_STRONG"
    })
    void parameterShare(int points, Shape parameters, Shape chance) {
        parameterShare(points, parameters, chance, STUDIES);
    }

    static void parameterShare(int points, Shape parameters, Shape chance, int studies) {
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
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.lower() <= truth && truth <= estimate.upper() ? 1 : 0;
    }
}
