package org.tumen.chart;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours that pictures, reports and page share: custom properties of CSS, a light and a dark value each. */
public final class Tokens {
    private static final String DARK = ":root[data-theme=\"dark\"]";
    private static final String CSS = read();

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
        Matcher value = Pattern.compile("--" + name + ": (#[0-9a-f]{6});").matcher(CSS.substring(0, CSS.indexOf(DARK)));
        if (!value.find()) {
            throw new IllegalArgumentException("no colour is called " + name);
        }
        return Color.decode(value.group(1));
    }

    private static String read() {
        try (InputStream in = Tokens.class.getResourceAsStream("tokens.css")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource tokens.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
