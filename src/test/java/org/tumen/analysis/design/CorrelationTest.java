package org.tumen.analysis.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.tumen.distribution.Factor;
import org.tumen.distribution.FactorSpace;
import org.tumen.distribution.RankCorrelation;
import org.tumen.distribution.UniformDistribution;
import org.tumen.draw.DrawSequence;

class CorrelationTest {
    private static final double[][] WISHED = {{1, 0.7, -0.4}, {0.7, 1, 0}, {-0.4, 0, 1}};

    @Test
    void theCopulaReachesSpearmansCoefficient() {
        RankCorrelation correlation = new RankCorrelation(WISHED);
        DrawSequence draws = new DrawSequence(11, "copula");
        int n = 4000;
        double[][] values = new double[n][];
        for (int run = 0; run < n; run++) {
            values[run] = correlation.copula(new double[] {draws.uniform(), draws.uniform(), draws.uniform()});
        }
        double[][] have =
                new SpearmansCorrelation().computeCorrelationMatrix(values).getData();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                // The standard error of Spearman's coefficient is at most about 1/√(n − 1); four of them.
                assertThat(have[i][j]).isCloseTo(WISHED[i][j], within(4 / Math.sqrt(n - 1.0)));
            }
        }
    }

    @Test
    void impossibleCorrelationsAreRefused() {
        double[][] impossible = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};
        assertThatThrownBy(() -> new RankCorrelation(impossible)).hasMessageContaining("cannot hold together");
        assertThatThrownBy(() -> new RankCorrelation(new double[][] {{1, 0.5}, {0.4, 1}}))
                .hasMessageContaining("symmetric");
        assertThatThrownBy(() -> new FactorSpace(List.of(
                        new Factor("a", new UniformDistribution(0, 1)),
                        new Factor("a", new UniformDistribution(0, 2)))))
                .hasMessageContaining("given twice");
    }
}
