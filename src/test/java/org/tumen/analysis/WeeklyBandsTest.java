package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.outcome.WeeklyCounts;
import org.tumen.outcome.WeeklySeries;
import org.tumen.world.Stage;

class WeeklyBandsTest {
    /** By hand: 100 runs in the bin 40 to 40.5: the quantile at p is 40 + p/2. */
    @Test
    void interpolatesWithinABin() {
        WeeklyCounts counts = new WeeklyCounts(1);
        for (int run = 0; run < 100; run++) {
            counts.week(0, 40.2, 60, Stage.NONE);
        }
        WeeklyBands bands = WeeklyBands.of(counts, WeeklySeries.STABILITY);
        assertThat(bands.at(5)[0]).isCloseTo(40.025, within(1e-12));
        assertThat(bands.at(50)[0]).isCloseTo(40.25, within(1e-12));
        assertThat(bands.at(95)[0]).isCloseTo(40.475, within(1e-12));
    }

    /** A quantile read from bins lies in the bin of the order statistic: at most half a point away. */
    @Test
    void isExactToTheWidthOfABin() {
        Stream stream = new Streams().register("test", "bands");
        Draws draws = new Draws();
        WeeklyCounts counts = new WeeklyCounts(2);
        double[] values = new double[5000];
        for (int run = 0; run < values.length; run++) {
            draws.startRun(4, run);
            values[run] = Math.max(0, Math.min(100, 48 + 6 * draws.normal(stream, 0)));
            counts.week(0, 50, values[run], Stage.TALKS);
            counts.week(1, 50, values[run], Stage.TALKS);
        }
        Arrays.sort(values);
        WeeklyBands bands = WeeklyBands.of(counts, WeeklySeries.TENSION);
        for (int level : WeeklyBands.LEVELS) {
            double exact = values[(int) Math.ceil(level / 100.0 * values.length) - 1];
            assertThat(bands.at(level)[1]).isCloseTo(exact, within(0.5));
        }
    }

    @Test
    void sharesOfStagesAddUpToOne() {
        WeeklyCounts counts = new WeeklyCounts(1);
        counts.week(0, 50, 40, Stage.TALKS);
        counts.week(0, 50, 40, Stage.TALKS);
        counts.week(0, 50, 40, Stage.SHIPPING);
        counts.week(0, 50, 40, Stage.NONE);
        StageShares shares = StageShares.of(counts);
        assertThat(shares.of(Stage.TALKS)[0]).isEqualTo(0.5);
        assertThat(shares.of(Stage.AGREED)[0]).isZero();
        assertThat(shares.of(Stage.SHIPPING)[0]).isEqualTo(0.25);
        assertThat(shares.of(Stage.NONE)[0]).isEqualTo(0.25);
    }

    @Test
    void refusesStagesEmptyWeeksAndOtherLevels() {
        WeeklyCounts counts = new WeeklyCounts(1);
        assertThatThrownBy(() -> WeeklyBands.of(counts, WeeklySeries.STAGE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeeklyBands.of(counts, WeeklySeries.TENSION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("week 0");
        counts.week(0, 1, 1, Stage.NONE);
        assertThatThrownBy(() -> WeeklyBands.of(counts, WeeklySeries.TENSION).at(10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
