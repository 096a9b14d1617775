package org.tumen.chart;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Texts;

/**
 * How pictures are drawn to be published: laid out anew for the size at which they are printed or shown, with letters of
 * seven points or more.
 *
 * @param font the family of the letters; null for the machine's sans serif
 * @param outcomes the keys of the outcomes that are drawn; empty for all pictures, those of no single outcome too
 * @param pdf whether a PDF is written beside PNG and SVG; its letters are outlines
 */
public record Publication(Size size, @Nullable String font, Palette palette, Set<String> outcomes, boolean pdf) {
    /** What pictures are for. */
    public enum Size {
        /** 13 1/3 by 7 1/2 inches, 16 to 9; 1,920 by 1,080 pixels as PNG. */
        SLIDE(960, 144, new int[] {800, 1000, 1200}),
        /** 88 mm wide, one column of a journal; as high as it needs; 300 dots an inch as PNG. */
        COLUMN(88 * 72 / 25.4, 300, new int[] {320}),
        /** 180 mm wide, all columns of a journal; as high as it needs; 300 dots an inch as PNG. */
        PAGE(180 * 72 / 25.4, 300, new int[] {654});

        final double points;
        final int dots;
        private final int[] units;

        Size(double points, int dots, int[] units) {
            this.points = points;
            this.dots = dots;
            this.units = units;
        }

        /** The widths of a drawing that are tried, in its points: the wider, the smaller its letters; 9 stay 7 or more. */
        int[] widths() {
            return units.clone();
        }

        /** The height of a drawing of a width; 0 for what it needs. */
        int height(int width) {
            return this == SLIDE ? width * 9 / 16 : 0;
        }

        /** The name that a folder has. */
        public String key() {
            return Texts.key(this);
        }
    }

    /** @throws IllegalArgumentException when the machine lacks the font, or an outcome is named by nothing */
    public Publication {
        outcomes = Set.copyOf(outcomes);
        if (outcomes.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an outcome without a name cannot be drawn");
        }
        if (font != null) {
            font = family(font);
        }
    }

    /** The name of the folder of such pictures. */
    public String folder() {
        return palette == Palette.GREY ? size.key() + "-grey" : size.key();
    }

    /** The family of the letters, as Java calls it. */
    String family() {
        return font == null ? Font.SANS_SERIF : font;
    }

    private static String family(String asked) {
        String[] families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT);
        return Arrays.stream(families)
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this machine has no font " + asked + "; it has "
                        + String.join(", ", new TreeSet<>(Arrays.asList(families)))));
    }
}
