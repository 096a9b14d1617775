package org.tumen.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.tumen.draw.DrawSequence;

class PosteriorTest {
    private static final int SAMPLES = 1_000;
    private static final int POINTS = 2_000;

    /**
     * Standard normal points weighted by eˣ are a normal posterior about 1, whose mean has the standard error √(2e/n): weights
     * hang together with the parameter. By the effective number, n/e, it would be √(e/n).
     */
    @Test
    void theErrorOfAMeanIsWhatItMovesByFromSampleToSample() {
        double[] means = new double[SAMPLES];
        double[] errors = new double[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            Posterior posterior = weighted(new DrawSequence(s, "points"));
            means[s] = posterior.mean(0);
            errors[s] = posterior.meanError(0);
        }
        double theory = Math.sqrt(2 * Math.E / POINTS);
        // A standard deviation of 1,000 has a relative error of 2.2 %; four of them.
        assertThat(Math.sqrt(StatUtils.variance(means))).isCloseTo(theory, within(0.09 * theory));
        assertThat(StatUtils.mean(errors)).isCloseTo(theory, within(0.09 * theory));
    }

    private static Posterior weighted(DrawSequence draws) {
        List<List<Double>> points = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = draws.normal();
            points.add(List.of(x));
            sum += Math.exp(x);
        }
        double all = sum;
        return new Posterior(
                points, points.stream().map(p -> Math.exp(p.get(0)) / all).toList());
    }
}
