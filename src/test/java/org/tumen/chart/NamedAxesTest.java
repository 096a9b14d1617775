package org.tumen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Levers that are policies have names on axes, not the places of these. */
class NamedAxesTest {
    private static final List<String> POLICIES = List.of("silent", "ladder", "script");

    private static String svg(Panel panel) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Sheet("Levers", "", "").add(panel, "panel").picture(620).writeSvg(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void cellsOfAHeatMapHaveTheirNames() throws IOException {
        String drawn = svg(new HeatMap(
                "Japan: policy",
                "vigilance",
                POLICIES,
                List.of(),
                new double[] {1, 2, 3},
                new double[] {0.1, 0.2},
                new double[2][3],
                new boolean[2][3],
                new double[0][0],
                HeatMap.Hues.HIGH_IS_GOOD));
        assertThat(texts(drawn)).containsAll(POLICIES).contains("0.100").doesNotContain("1.5", "2.5");
    }

    @Test
    void parallelAxesHaveTheirs() throws IOException {
        String drawn = svg(ParallelCoordinates.of(
                List.of(
                        new ParallelCoordinates.Column("Japan: policy", "", new double[] {1, 3}, false, POLICIES),
                        new ParallelCoordinates.Column("Tension", "", new double[] {41, 42}, true, List.of())),
                new boolean[] {true, false}));
        assertThat(texts(drawn)).containsAll(POLICIES).contains("41", "42").doesNotContain("1", "3");
    }

    private static List<String> texts(String svg) {
        return java.util.regex.Pattern.compile(">([^<>]+)</text")
                .matcher(svg)
                .results()
                .map(m -> m.group(1).trim())
                .toList();
    }
}
