package org.tumen.study.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.Interval;
import org.tumen.analysis.calibration.Posterior;
import org.tumen.draw.DrawSequence;

class CalibratedParameterTest {
    private static final int SAMPLES = 2_000;
    private static final int POINTS = 164;

    /**
     * A record that says nothing leaves points of the prior. Two standard errors call its spread narrowed in 2.3 % of cases, where
     * the error is that of a normal sample; by that error a lognormal prior of deviation 1/2 would be in 16 %.
     */
    @Test
    void aPriorOfALongTailIsNotNarrowedByChance() {
        double[] prior = new double[20_000];
        for (int i = 0; i < prior.length; i++) {
            prior[i] = Math.exp(new DrawSequence(i, "prior").normal() / 2);
        }
        Posterior before = Posterior.of(prior);
        int narrowed = 0;
        for (int s = 0; s < SAMPLES; s++) {
            DrawSequence draws = new DrawSequence(s, "points");
            double[] points = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                points[i] = Math.exp(draws.normal() / 2);
            }
            narrowed += CalibratedParameter.of("lot", new Interval(0, 9), before, Posterior.of(points), 0)
                            .narrowed(POINTS)
                    ? 1
                    : 0;
        }
        // Four standard deviations of a binomial share of 2.3 %.
        assertThat(narrowed / (double) SAMPLES).isLessThan(0.023 + 4 * Math.sqrt(0.023 / SAMPLES));
    }

    /** The kurtosis of a uniform distribution is 9/5, so that the error is √(1/(5n)). */
    @Test
    void theErrorOfAContractionFollowsThePriorsForm() {
        double[] even = new double[1_000];
        for (int i = 0; i < even.length; i++) {
            even[i] = (i + 0.5) / even.length;
        }
        CalibratedParameter row =
                CalibratedParameter.of("even", new Interval(0, 1), Posterior.of(even), Posterior.of(even), 0);
        assertThat(row.contraction()).isZero();
        assertThat(row.contractionError(100)).isCloseTo(Math.sqrt(1 / 500.0), within(1e-6));
    }

    @Test
    void aParameterIsFoundByItsPlaceInAPriorOfAll() {
        Posterior prior = new Posterior(List.of(List.of(0.0, 4.0), List.of(1.0, 8.0)), List.of(0.5, 0.5));
        Posterior posterior = new Posterior(prior.points(), List.of(0.25, 0.75));
        CalibratedParameter second = CalibratedParameter.of("b", new Interval(0, 9), prior, posterior, 1);
        assertThat(second.priorMean()).isEqualTo(6);
        assertThat(second.priorSd()).isEqualTo(2);
        assertThat(second.mean()).isEqualTo(7);
    }
}
