package org.tumen.draw;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NormalSeriesTest {
    private static final int WEEKS = 300;

    private final Draws draws = new Draws();
    private final Streams streams = new Streams();
    private final Stream stream = streams.register("test", "series");
    private final NormalSeries series = new NormalSeries(draws, stream, WEEKS);

    @Property
    void equalsSingleDrawsToTheBit(@ForAll long seed, @ForAll long run) {
        draws.startRun(seed, run);
        for (int week = 0; week < WEEKS; week++) {
            assertThat(series.at(week)).isEqualTo(draws.normal(stream, week));
        }
    }

    @Property
    void followsTheRunInAnyOrderOfWeeks(
            @ForAll long seed,
            @ForAll @IntRange(max = 2 * WEEKS) int first,
            @ForAll @IntRange(max = WEEKS) int second) {
        draws.startRun(seed, 1);
        double before = series.at(first);
        draws.startRun(seed, 2);
        assertThat(series.at(second)).isEqualTo(draws.normal(stream, second));
        draws.startRun(seed, 1);
        assertThat(series.at(first)).isEqualTo(before).isEqualTo(draws.normal(stream, first));
    }

    @Example
    void belongsToRunZeroOfSeedZeroBeforeAnyTurn() {
        assertThat(new NormalSeries(draws, stream, 2).at(1)).isEqualTo(draws.normal(stream, 1));
    }
}
