package org.tumen.words;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts from files made fit for messages. */
public final class Texts {
    private static final int LONGEST = 60;

    private Texts() {}

    /** The text with control, format (bidirectional marks among them) and broken characters written as {@code \}{@code uXXXX}. */
    public static String visible(String text) {
        // Nearly every text is plain ASCII, and reading a scenario asks for each of its keys.
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> shown.append(String.format(Locale.ROOT, "\\u%04X", c));
                default -> shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** The text shortened to sixty characters, and {@link #visible}. */
    public static String brief(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST
                ? visible(text)
                : visible(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "... (" + length + " characters)";
    }

    /** The text in quotation marks, {@link #brief}. */
    public static String quoted(String text) {
        return "\"" + brief(text) + "\"";
    }

    /** As {@link Nearest#to}. */
    public static @Nullable String nearest(String name, Collection<String> candidates) {
        return Nearest.to(name, candidates);
    }

    /** As {@link Nearest#suggestion}. */
    public static String suggestion(String name, Collection<String> candidates) {
        return Nearest.suggestion(name, candidates);
    }

    /** Some names in a sentence: "one", "one and two", "one, two and three". */
    public static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** A text in lines of at most 110 characters. */
    public static String wrapped(String text) {
        return wrapped(text, 110);
    }

    /** A text in lines of at most so many characters, longer words by themselves. */
    public static String wrapped(String text, int most) {
        StringBuilder wrapped = new StringBuilder();
        int width = 0;
        for (String word : text.split(" ")) {
            if (width > 0 && width + word.length() > most) {
                wrapped.append('\n');
                width = 0;
            }
            wrapped.append(width == 0 ? "" : " ").append(word);
            width += word.length() + 1;
        }
        return wrapped.toString();
    }
}
