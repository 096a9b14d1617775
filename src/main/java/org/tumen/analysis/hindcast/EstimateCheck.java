package org.tumen.analysis.hindcast;

import java.util.Arrays;
import org.tumen.analysis.Quantiles;
import org.tumen.world.history.TradeEstimate;

/**
 * A published estimate of containers beside the simulated volume of its week, in units of volume.
 *
 * @param week the week that holds its day
 * @param perUnit containers in a unit of volume
 * @param low lower end of what the statement allows
 * @param high upper end; infinite for a lower bound
 * @param p5 5 % quantile of the simulated volume at the end of the week
 * @param p50 median
 * @param p95 95 % quantile
 * @param below share of runs below the interval
 * @param above share of runs above it
 */
public record EstimateCheck(
        TradeEstimate estimate,
        int week,
        double perUnit,
        double low,
        double high,
        double p5,
        double p50,
        double p95,
        double below,
        double above) {
    /**
     * Checks an estimate.
     *
     * @param estimate of containers since the start
     * @param week the week that holds its day
     * @param volumes simulated volume of each run at the end of the week, at least one
     * @param perUnit containers in a unit of volume
     */
    public static EstimateCheck of(TradeEstimate estimate, int week, double[] volumes, double perUnit) {
        double low = estimate.low() / perUnit;
        double high = estimate.high() / perUnit;
        double n = volumes.length;
        return new EstimateCheck(
                estimate,
                week,
                perUnit,
                low,
                high,
                Quantiles.of(volumes, .05),
                Quantiles.of(volumes, .5),
                Quantiles.of(volumes, .95),
                Arrays.stream(volumes).filter(v -> v < low).count() / n,
                Arrays.stream(volumes).filter(v -> v > high).count() / n);
    }

    /** Share of runs inside the interval. */
    public double inside() {
        return 1 - below - above;
    }

    /** Whether the simulated 90 % interval and that of the statement have a value in common. */
    public boolean compatible() {
        return p95 >= low && p5 <= high;
    }
}
