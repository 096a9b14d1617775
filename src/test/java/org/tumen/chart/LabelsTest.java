package org.tumen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final Rectangle2D WITHIN = new Rectangle2D.Double(0, 0, 400, 300);

    private static Rectangle2D dot(double x, double y) {
        return new Rectangle2D.Double(x - 4, y - 4, 8, 8);
    }

    @Test
    void aNameStandsToTheRightAboveItsPlaceWhereNothingIsThere() {
        Rectangle2D name = Labels.nearest(100, 100, 60, 12, WITHIN, List.of(dot(100, 100)));
        assertThat(name.getMinX()).isGreaterThan(100);
        assertThat(name.getMaxY()).isLessThan(100);
    }

    @Test
    void aSignOfPercentStaysWithItsNumber() {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        String text = "the values that 5 % and 95 % of all runs stay below";
        for (int width = 40; width < 300; width += 7) {
            List<String> lines = Labels.wrap(g, text, new Font(Font.SANS_SERIF, Font.PLAIN, 12), width);
            assertThat(lines).noneMatch(line -> line.startsWith("%"));
            assertThat(String.join(" ", lines)).isEqualTo(text);
        }
        g.dispose();
    }

    /** Ten places on a slope as close as dots allow: no name covers another or any dot, and none leaves the picture. */
    @Test
    void namesOfCrowdedPlacesCoverNeitherPlacesNorEachOther() {
        List<Rectangle2D> taken = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            taken.add(dot(180 + 9 * i, 150 - 4 * i));
        }
        for (int i = 0; i < 10; i++) {
            Rectangle2D name = Labels.nearest(180 + 9 * i, 150 - 4 * i, 60, 12, WITHIN, taken);
            assertThat(taken).noneMatch(name::intersects);
            assertThat(WITHIN.contains(name)).isTrue();
            taken.add(name);
        }
    }
}
