package org.tumen.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TokensTest {
    /** WCAG 2.2, 1.4.3: letters of any size. */
    private static final double LETTERS = 4.5;

    /** The names and values of the light and of the dark colours. */
    private static List<TreeMap<String, Color>> schemes() {
        List<TreeMap<String, Color>> schemes = new ArrayList<>();
        for (String block : Tokens.css().split("\\{")) {
            TreeMap<String, Color> colours = new TreeMap<>();
            Matcher token = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});").matcher(block);
            while (token.find()) {
                colours.put(token.group(1), Color.decode(token.group(2)));
            }
            if (!colours.isEmpty()) {
                schemes.add(colours);
            }
        }
        return schemes;
    }

    private static double light(Color colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        float[] channels = colour.getRGBColorComponents(null);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = channels[i];
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(Color one, Color other) {
        double a = light(one);
        double b = light(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    @Test
    void bothSchemesHaveTheSameColoursAndLettersStandOut() {
        List<TreeMap<String, Color>> schemes = schemes();
        assertThat(schemes).hasSize(2);
        assertThat(schemes.get(0).keySet()).isEqualTo(schemes.get(1).keySet());
        for (TreeMap<String, Color> scheme : schemes) {
            for (String letters : List.of("ink", "muted", "link", "good", "bad")) {
                for (String ground : List.of("paper", "card", "mark")) {
                    assertThat(contrast(scheme.get(letters), scheme.get(ground)))
                            .as(letters + " on " + ground)
                            .isGreaterThan(LETTERS);
                }
            }
            assertThat(contrast(scheme.get("on-blue"), scheme.get("blue"))).isGreaterThan(LETTERS);
        }
    }

    @Test
    void picturesTakeTheLightColours() {
        assertThat(Theme.BLUE.colour()).isEqualTo(schemes().get(0).get("blue"));
        assertThat(Theme.PAPER.colour()).isEqualTo(Color.WHITE);
        assertThatThrownBy(() -> Tokens.colour("puce")).hasMessageContaining("puce");
        assertThat(Tokens.cssOfSystem())
                .contains("@media (prefers-color-scheme: dark) { :root {")
                .doesNotContain("data-theme");
    }
}
