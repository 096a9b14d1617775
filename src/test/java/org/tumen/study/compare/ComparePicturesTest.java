package org.tumen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Settings;
import org.tumen.analysis.value.DrawnComparison;
import org.tumen.analysis.value.PriorSample;
import org.tumen.analysis.value.Quantity;
import org.tumen.analysis.value.StoredDraws;
import org.tumen.analysis.value.ValueOfKnowing;
import org.tumen.analysis.value.ValueSettings;
import org.tumen.analysis.value.Valued;
import org.tumen.chart.Picture;
import org.tumen.draw.DrawSequence;
import org.tumen.outcome.Outcome;
import org.tumen.summary.PriorComparison;

class ComparePicturesTest {
    /** Two arms over eight parameters, of which three matter: one threshold, one parabola. */
    private static DrawnComparison comparison() {
        int points = 4_000;
        DrawSequence draws = new DrawSequence(9, "pictures");
        double[][] t = new double[4][2 * points];
        double[][] y = new double[3][2 * points];
        long[] point = new long[2 * points];
        for (int i = 0; i < 2 * points; i++) {
            point[i] = i / 2;
            for (int p = 0; p < 4; p++) {
                t[p][i] = i % 2 == 0 ? 0.4 + 0.5 * draws.normal() : t[p][i - 1];
            }
            y[0][i] = 50 + 3 * draws.normal();
            y[1][i] = y[0][i] + 2 * (t[0][i] + 0.03) + 0.6 * t[1][i] - 0.3 + draws.normal();
            y[2][i] = y[0][i] + 4 * (t[2][i] - 0.4) * (t[2][i] - 0.4) - 0.8 + draws.normal();
        }
        List<Quantity> quantities = new ArrayList<>();
        String[] labels = {"spiral", "Russia's secrecy", "fear of the seller", "North Korea's defiance"};
        for (int p = 0; p < 4; p++) {
            quantities.add(Quantity.parameter("p" + p, labels[p], t[p]));
        }
        DrawSequence others = new DrawSequence(9, "others");
        for (int p = 0; p < 4; p++) {
            double[] idle = new double[2 * points];
            Arrays.setAll(idle, i -> i % 2 == 0 ? others.normal() : idle[i - 1]);
            quantities.add(Quantity.parameter("q" + p, "idle " + p, idle));
        }
        StoredDraws stored = new StoredDraws(PriorSample.of(quantities, point), ValueSettings.standard());
        return DrawnComparison.of(
                stored,
                List.of("usual", "warn early", "hard line"),
                y,
                Outcome.MEAN_TENSION.direction(),
                Settings.standard());
    }

    private static Map<String, Picture> pictures() {
        DrawnComparison found = comparison();
        PriorComparison prior = new PriorComparison(
                "world", found.arms(), 8_000, 4_000, 2, Map.of(Valued.of(Outcome.MEAN_TENSION), found), null);
        WorldComparison world =
                new WorldComparison(List.of(), "usual", new ComparisonTable(List.of()), prior, null, List.of());
        return new ComparePictures(
                        new CompareCharts(world, List.of(), ""),
                        "8,000 runs of each arm on common random numbers, seed 9, model 1.")
                .ofThePrior();
    }

    @Test
    void thePicturesSayWhatWasFound() throws IOException {
        Map<String, Picture> pictures = pictures();
        assertThat(pictures)
                .containsOnlyKeys(
                        "turns_on_mean_tension",
                        "break_even_mean_tension_warn early",
                        "break_even_mean_tension_hard line");
        assertThat(svg(pictures, "turns_on_mean_tension")).contains("What the choice turns on", "spiral", "everything");
        // Of those that do not matter three are drawn.
        ValueOfKnowing value = comparison().valueOfChoice().get(0);
        String bars = svg(pictures, "turns_on_mean_tension");
        assertThat(value.quantities().stream()
                        .filter(k -> bars.contains(k.quantity().label() + "<")))
                .hasSize(value.thatMatter().size() + 3);
        assertThat(bars).contains("other parameters would be worth no more.");
        // The parabola turns at .4 ± √.2, the threshold once.
        assertThat(svg(pictures, "break_even_mean_tension_hard line").split("break-even −?0", -1))
                .hasSize(3);
        assertThat(svg(pictures, "break_even_mean_tension_warn early"))
                .contains("Where it flips: warn early − usual", "spiral", "prior");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        pictures.get("turns_on_mean_tension").writePng(png);
        assertThat(ImageIO.read(new ByteArrayInputStream(png.toByteArray())).getWidth())
                .isEqualTo(1_600);
    }

    private static String svg(Map<String, Picture> pictures, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pictures.get(name).writeSvg(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Writes the pictures to a folder, to be looked at. */
    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, Picture> picture : pictures().entrySet()) {
            try (var out = Files.newOutputStream(Path.of(args[0], picture.getKey() + ".png"))) {
                picture.getValue().writePng(out);
            }
        }
    }
}
