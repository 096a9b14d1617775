package org.tumen.chart;

import java.awt.Color;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tumen.words.Resources;

/** The colours that pictures, reports and page share: custom properties of CSS, a light and a dark value each. */
public final class Tokens {
    private static final String DARK = ":root[data-theme=\"dark\"]";
    private static final String GREY = ":root[data-palette=\"grey\"]";
    private static final String ALL = Resources.text(Tokens.class, "tokens.css");
    private static final String CSS = ALL.substring(0, ALL.indexOf("/* Greys"));
    private static final Map<String, Color> LIGHT = colours(CSS.substring(0, CSS.indexOf(DARK)));
    private static final Map<String, Color> GREYS = colours(ALL.substring(ALL.indexOf(GREY)));

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
        Color light = LIGHT.get(name);
        if (light == null) {
            throw new IllegalArgumentException("no colour is called " + name);
        }
        return light;
    }

    /** The grey that stands for a colour in print; the light value of those that are grey already. */
    static Color grey(String name) {
        Color grey = GREYS.get(name);
        return grey == null ? colour(name) : grey;
    }

    private static Map<String, Color> colours(String css) {
        return Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});")
                .matcher(css)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1), found -> Color.decode(found.group(2)), (first, next) -> first));
    }
}
