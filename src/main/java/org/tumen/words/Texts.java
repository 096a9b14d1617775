package org.tumen.words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts from files made fit for messages. */
public final class Texts {
    private static final int LONGEST = 60;

    /** Two of the months are words of other meanings too, and months beside a number. */
    private static final Pattern MONTH = Pattern.compile(
            "\\b(?:january|february|april|june|july|august|september|october|november|december|(?:march|may)(?= \\d)|(?<=\\d )(?:march|may))\\b");

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

    /** Whether a character is none to read: on a terminal some of them command, and some turn what follows round. */
    public static boolean commanding(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t'
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** A constant as files and texts write it: its name in small letters. */
    public static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
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

    /** Some names in a sentence: "one", "one and two", "one, two and three". */
    public static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /**
     * A text in lines of at most so many characters, longer words by themselves; a mark or indent stays with its word, and a number
     * with its percent sign.
     */
    public static String wrapped(String text, int most) {
        StringBuilder wrapped = new StringBuilder();
        int width = 0;
        boolean words = false;
        for (String word : text.split(" (?!%)")) {
            if (words && width + word.length() > most) {
                wrapped.append('\n');
                width = 0;
                words = false;
            }
            wrapped.append(width == 0 ? "" : " ").append(word);
            width += word.length() + 1;
            words |= word.chars().anyMatch(Character::isLetterOrDigit);
        }
        return wrapped.toString();
    }

    /** The words of a name that a file gives: "units_by_march_2025" is "units by March 2025". */
    public static String words(String name) {
        return months(name.replace('_', ' '));
    }

    private static String months(String text) {
        return MONTH.matcher(text).replaceAll(month -> upper(month.group()));
    }

    /** A label within a sentence: its first letter is small, unless it begins with a month. */
    public static String lower(String label) {
        return label.isEmpty() ? label : months(Character.toLowerCase(label.charAt(0)) + label.substring(1));
    }

    /** A label at the beginning of a sentence: its first letter is a capital. */
    public static String upper(String label) {
        return label.isEmpty() ? label : Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    /**
     * Values of named quantities in a sentence, those of one owner together: "Japan: assertiveness 0.3, restraint 1; Russia:
     * secrecy 0.8".
     */
    public static String settings(List<String> labels, List<String> values) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (int i = 0; i < labels.size(); i++) {
            int owner = labels.get(i).indexOf(": ") + 1;
            String whose = labels.get(i).substring(0, owner);
            boolean same = owner > 0 && whose.equals(before);
            text.append(i == 0 ? "" : same ? ", " : "; ");
            text.append(same ? labels.get(i).substring(owner + 1) : labels.get(i))
                    .append(' ')
                    .append(values.get(i));
            before = whose;
        }
        return text.toString();
    }
}
