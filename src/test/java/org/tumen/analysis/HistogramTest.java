package org.tumen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;

class HistogramTest {
    /** By hand for 0..63: IQR 31.5, n^(1/3) = 4, width 15.75, range 63, hence 4 bins of 15.75 with 16 values each. */
    @Test
    void followsFreedmanAndDiaconis() {
        double[] values = IntStream.range(0, 64).asDoubleStream().toArray();
        Histogram h = Histogram.freedmanDiaconis(values);
        assertThat(h.counts()).containsExactly(16, 16, 16, 16);
        assertThat(h.width()).isCloseTo(15.75, within(1e-12));
    }

    @Test
    void countsWholeNumbersOneByOne() {
        Histogram h = Histogram.of(Outcome.LAUNCHES, new double[] {3, 5, 3, 6}, 156);
        assertThat(h.edges()).containsExactly(2.5, 3.5, 4.5, 5.5, 6.5);
        assertThat(h.counts()).containsExactly(2, 0, 1, 1);
        assertThat(h.discrete()).isTrue();
    }

    @Test
    void keepsCensoredTimesApart() {
        Histogram h = Histogram.of(Outcome.FIRST_CRISIS, new double[] {2, 156, 3, 156, 156}, 156);
        assertThat(h.censored()).isEqualTo(3);
        assertThat(h.total()).isEqualTo(5);
        assertThat((double) h.counts()[0] / h.total()).isCloseTo(0.2, within(1e-12));
        Histogram none = Histogram.of(Outcome.FIRST_CRISIS, new double[] {156, 156}, 156);
        assertThat(none.total()).isEqualTo(2);
        assertThat(none.censored()).isEqualTo(2);
    }

    @Test
    void binsWideRangesByRoundNumbers() {
        Histogram h = Histogram.of(Outcome.CRISIS_WEEKS, new double[] {0, 3, 4, 155}, 156);
        assertThat(h.width()).isEqualTo(4);
        assertThat(h.counts()[0]).isEqualTo(2);
        assertThat(h.counts()[1]).isEqualTo(1);
        assertThat(h.total()).isEqualTo(4);
    }

    @Property(tries = 200)
    void losesNoValue(@ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = 0, max = 1e6) Double> drawn) {
        double[] values = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(Histogram.freedmanDiaconis(values).total()).isEqualTo(values.length);
        assertThat(Histogram.of(Outcome.LAUNCHES, values, 156).total()).isEqualTo(values.length);
        assertThat(Histogram.freedmanDiaconis(values).counts()).hasSizeLessThanOrEqualTo(Histogram.MAX_BINS);
    }
}
