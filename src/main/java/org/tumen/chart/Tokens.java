package org.tumen.chart;

import java.awt.Color;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.words.Resources;

/** The colours that pictures, reports and page share: custom properties of CSS, a light and a dark value each. */
public final class Tokens {
    private static final String DARK = ":root[data-theme=\"dark\"]";
    private static final String GREY = ":root[data-palette=\"grey\"]";
    private static final String ALL = Resources.text(Tokens.class, "tokens.css");
    private static final String CSS = ALL.substring(0, ALL.indexOf("/* Greys"));

    private Tokens() {}

    /** The style sheet that declares them; dark where the root element says so in its data-theme. */
    public static String css() {
        return CSS;
    }

    /** The same, dark where the reader's system is. */
    public static String cssOfSystem() {
        return CSS.replace(DARK + " {", "@media (prefers-color-scheme: dark) { :root {") + "}\n";
    }

    /** The light value of a colour. */
    static Color colour(String name) {
        return find(name, CSS.substring(0, CSS.indexOf(DARK)))
                .orElseThrow(() -> new IllegalArgumentException("no colour is called " + name));
    }

    /** The grey that stands for a colour in print; the light value of those that are grey already. */
    static Color grey(String name) {
        return find(name, ALL.substring(ALL.indexOf(GREY))).orElseGet(() -> colour(name));
    }

    private static Optional<Color> find(String name, String css) {
        Matcher value = Pattern.compile("--" + name + ": (#[0-9a-f]{6});").matcher(css);
        return value.find() ? Optional.of(Color.decode(value.group(1))) : Optional.empty();
    }
}
