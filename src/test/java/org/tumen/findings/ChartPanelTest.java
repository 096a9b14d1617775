package org.tumen.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.chart.Picture;

class ChartPanelTest {
    private static final double[] X = {0, 1, 2};

    private static String svg(Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        picture.writeSvg(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsTitleNamesAxesMarksAndCaption() throws IOException {
        Chart chart = Chart.of("front", "The front", "How to read it.")
                .x("Cost", "units")
                .y("Gain", "")
                .good("top left")
                .level(2, "as it stands")
                .upright(1, "limit")
                .add(Chart.Shape.POINTS, "Chosen", X, X, X, X, List.of("best\nsecrecy: 0.3", "other", "third"))
                .add(Chart.Shape.LINE, "Frontier", X, X)
                .build();
        assertThat(svg(ChartPanel.picture(chart, "of a study")))
                .contains("The front", "of a study", "Chosen", "Frontier", "best", "Cost, units", "Gain")
                .contains("as it stands", "limit", "How to read it. It is good to be at the top left.")
                .doesNotContain("secrecy");
    }

    @Test
    void pointsThatAreManyOrMutedHaveNoNames() throws IOException {
        double[] nine = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        List<String> names = List.of("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8");
        Chart chart = Chart.of("many", "Many", "")
                .add(Chart.Shape.POINTS, "All", nine, nine, null, null, names)
                .add(Chart.Shape.POINTS, "Behind", X, X, null, null, List.of("q0", "q1", "q2"))
                .hue(Chart.Series.MUTED)
                .build();
        assertThat(svg(ChartPanel.picture(chart, ""))).doesNotContain(">p0<", ">p8<", ">q0<");
    }

    @Test
    void rowsHaveTheirNamesAndLeaveOutWhatIsNoNumber() throws IOException {
        double[] values = {1, Double.NaN};
        Chart chart = Chart.of("rows", "Rows", "")
                .x("Weeks", "")
                .rows("Simulated", List.of("start to deal", "deal to treaty"), values, values, values)
                .rows("Noise", List.of("start to deal", "deal to treaty"), new double[] {0.5, 0.5}, null, null)
                .build();
        Picture picture = ChartPanel.picture(chart, "");
        assertThat(svg(picture)).contains("start to deal", "deal to treaty", "Weeks");
        assertThat(picture.height()).isEqualTo(150 + 2 * 26);
    }

    @Test
    void severalChartsStandBesideEachOtherUnderTheirOwnTitles() throws IOException {
        Chart bars = Chart.of("bars", "First", "Read so.")
                .add(Chart.Shape.BARS, "", X, new double[] {3, 1})
                .add(Chart.Shape.STEPS, "", X, X)
                .build();
        double[] days = {19_700, 19_707, 19_714};
        Chart bands = Chart.of("bands", "Second", "Not said.")
                .dates()
                .add(Chart.Shape.BAND, "90 %", days, X, X, new double[] {2, 3, 4}, List.of())
                .hue("blue")
                .add(Chart.Shape.BAND, "50 %", days, X, X, new double[] {1, 2, 3}, List.of())
                .hue("blue")
                .add(Chart.Shape.LINE, "single run", days, X)
                .hue(Chart.Series.THIN)
                .build();
        assertThat(svg(ChartPanel.picture("Both", "", List.of(bars, bands))))
                .contains("Both", "First", "Second", "Read so.", "90 %", "50 %")
                .doesNotContain("Not said.", "single run");
    }

    @Test
    void whatHasAPanelOfItsOwnIsRefused() {
        Chart cells =
                Chart.of("cells", "Cells", "").cells("Value", X, X, X, null).build();
        assertThatThrownBy(() -> svg(ChartPanel.picture(cells, ""))).isInstanceOf(IllegalArgumentException.class);
    }
}
