package org.tumen.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Builds HTML that is well-formed XML too. Every text and attribute is escaped here and nowhere else, so nothing that a
 * scenario says can become markup.
 */
final class Html {
    private static final Set<String> VOID = Set.of("input", "meta", "br", "col", "img");
    private static final Pattern PERCENT = Pattern.compile("(?<=\\d) %");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        if (VOID.contains(tag)) {
            out.append(" />");
        } else {
            out.append('>');
            open.push(tag);
        }
        return this;
    }

    private void start(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attributes of " + tag + " are names and values in turn");
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
    }

    /** Opens a region that scrolls, which the keyboard reaches by its name. */
    Html scroll(String style, String name) {
        return open("div", "class", style, "tabindex", "0", "role", "region", "aria-label", name);
    }

    /** A button for scripts. */
    Html button(String text, String key, String value, String name) {
        return element("button", text, "type", "button", key, value, "aria-label", name);
    }

    /** Closes the innermost open element. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the innermost open element and ends the line. */
    Html closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /** A text; a number and its percent sign stay on one line, except in what may be copied. */
    Html text(String text) {
        out.append(escape(open.contains("code") ? text : PERCENT.matcher(text).replaceAll("\u00a0%")));
        return this;
    }

    /** An element that holds a text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).closeLine();
    }

    /** The markup of another builder, whose elements are all closed. */
    Html add(Html other) {
        out.append(other);
        return this;
    }

    /** @throws IllegalStateException when an element is still open */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    /** A text with the characters of markup escaped; control characters, which HTML does not allow, replaced. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(allowed(c) ? c : '\uFFFD');
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int c) {
        boolean whitespace = c == '\t' || c == '\n' || c == '\r';
        boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        boolean surrogateOrNone = (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF;
        return whitespace || !(control || surrogateOrNone);
    }
}
