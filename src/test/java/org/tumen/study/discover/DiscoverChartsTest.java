package org.tumen.study.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tumen.analysis.discovery.Restriction;

class DiscoverChartsTest {
    @Test
    void linesAreExplainedWhereTheyAreDrawn() {
        Restriction none = Restriction.NONE;
        Restriction some = none.above(0.5);
        assertThat(DiscoverCharts.limits(none, none)).isEmpty();
        assertThat(DiscoverCharts.limits(none, some)).contains("dashed");
    }
}
