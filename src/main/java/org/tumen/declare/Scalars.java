package org.tumen.declare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Node;
import org.tumen.document.Problems;
import org.tumen.words.Nearest;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * Makes single values of scalars: plain decimal numbers, true and false, text, ISO dates, names of constants. What JSON writes as a
 * number or a truth value is no text unless it is quoted; a date is.
 */
public final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");

    private Scalars() {}

    /** The value of a scalar for a type, or null after noting what is wrong. */
    public static @Nullable Object bind(Class<?> type, Parameter declared, Node node, String path, Problems problems) {
        if (type == double.class || type == Double.class) {
            return decimal(declared, node, path, problems);
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return whole(type == int.class || type == Integer.class, declared, node, path, problems);
        }
        if (type == boolean.class || type == Boolean.class) {
            String word = word(node, List.of("true", "false"), path, problems);
            return word == null ? null : Boolean.valueOf(word);
        }
        if (type.isEnum()) {
            String word = word(node, constants(type, declared), path, problems);
            return word == null ? null : constant(type, word);
        }
        if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
            String allowed = declared.allowed().isEmpty() ? "text" : declared.allowed();
            return wrong(node, path, "must be " + allowed + ", not " + node.describe(), problems);
        }
        if (type == LocalDate.class) {
            return date(declared, scalar, path, problems);
        }
        if (type == MonthDay.class) {
            return monthDay(declared, scalar, path, problems);
        }
        if (type != String.class) {
            throw new IllegalStateException("no parameter can have the type " + type.getName());
        }
        String problem = Parameters.problem(declared, scalar.text());
        if (problem != null) {
            return wrong(node, path, problem + ", not " + Texts.quoted(scalar.text()), problems);
        }
        if (!json(scalar).isTextual()) {
            String quoted = Texts.quoted(scalar.text());
            return wrong(node, path, "must be text; write " + quoted + " in quotes where that is meant", problems);
        }
        return scalar.text();
    }

    private static @Nullable Object wrong(Node node, String path, String message, Problems problems) {
        problems.add(node.position(), path, message);
        return null;
    }

    private static @Nullable Object decimal(Parameter declared, Node node, String path, Problems problems) {
        boolean number = node instanceof Node.Scalar scalar && isNumber(scalar);
        double value = number ? Double.parseDouble(((Node.Scalar) node).text()) : Double.NaN;
        if (!number || Parameters.problem(declared, value) != null) {
            String range = Parameters.range(declared);
            String must = "must be " + (range.equals("a finite number") ? range : "a number " + range);
            return wrong(
                    node, path, must + (number ? "" : " in plain decimals") + ", not " + node.describe(), problems);
        }
        // Minus zero is zero: equal scenarios have equal bytes.
        return value == 0 ? 0.0 : value;
    }

    private static boolean isNumber(Node.Scalar scalar) {
        return scalar.plain() && Numbers.isNumber(scalar.text());
    }

    private static boolean isWhole(Node.Scalar scalar) {
        return isNumber(scalar) && WHOLE.matcher(scalar.text()).matches();
    }

    private static @Nullable Object whole(
            boolean narrow, Parameter declared, Node node, String path, Problems problems) {
        String range = Parameters.range(declared);
        String allowed = "a whole number"
                + (range.equals("a finite number") ? " of " + (narrow ? 32 : 64) + " bits" : " " + range);
        String must = "must be " + allowed + ", not " + node.describe();
        if (!(node instanceof Node.Scalar scalar) || !isWhole(scalar)) {
            return wrong(node, path, must, problems);
        }
        try {
            long value = Long.parseLong(scalar.text());
            boolean fits = !narrow || value == (int) value;
            if (!fits || Parameters.problem(declared, value) != null) {
                return wrong(node, path, must, problems);
            }
            return narrow ? (Object) (int) value : (Object) value;
        } catch (NumberFormatException e) {
            return wrong(node, path, must, problems);
        }
    }

    /** One of several words, unquoted or quoted; null after noting what is allowed. */
    public static @Nullable String word(Node node, List<String> words, String path, Problems problems) {
        boolean truth = words.contains("true");
        if (node instanceof Node.Scalar scalar && words.contains(scalar.text()) && (scalar.plain() || !truth)) {
            return scalar.text();
        }
        String near = node instanceof Node.Scalar scalar ? Nearest.to(scalar.text(), words) : null;
        String allowed = words.size() < 3 ? String.join(" or ", words) : "one of " + String.join(", ", words);
        problems.add(
                node.position(),
                path,
                "must be " + allowed + ", not " + node.describe()
                        + (near == null || near.equals(((Node.Scalar) node).text())
                                ? ""
                                : "; did you mean " + near + "?"));
        return null;
    }

    /** The constants of an enum that a declaration allows, or all, as files write them. */
    public static List<String> constants(Class<?> type, @Nullable Parameter declared) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .map(c -> Texts.key((Enum<?>) c))
                .filter(c -> declared == null || declared.pattern().isEmpty() || c.matches(declared.pattern()))
                .toList();
    }

    /** The constant of an enum that a word names, or null. */
    public static @Nullable Object constant(Class<?> type, String word) {
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (Texts.key((Enum<?>) constant).equals(word)) {
                return constant;
            }
        }
        return null;
    }

    private static @Nullable Object date(Parameter declared, Node.Scalar scalar, String path, Problems problems) {
        String must = "must be " + (declared.allowed().isEmpty() ? "a date, such as 2023-09-01" : declared.allowed());
        if (declared.pattern().isEmpty() || scalar.text().matches(declared.pattern())) {
            try {
                return LocalDate.parse(scalar.text());
            } catch (DateTimeException e) {
                return wrong(scalar, path, must + ", not " + scalar.describe() + ", which is no date", problems);
            }
        }
        return wrong(scalar, path, must + ", not " + scalar.describe(), problems);
    }

    private static @Nullable Object monthDay(Parameter declared, Node.Scalar scalar, String path, Problems problems) {
        String must =
                "must be " + (declared.allowed().isEmpty() ? "a month and a day, such as 03-24" : declared.allowed());
        if (scalar.text().matches("[0-9]{2}-[0-9]{2}")) {
            try {
                return MonthDay.parse("--" + scalar.text());
            } catch (DateTimeException e) {
                return wrong(scalar, path, must + ", not " + scalar.describe() + ", which is no day", problems);
            }
        }
        return wrong(scalar, path, must + ", not " + scalar.describe(), problems);
    }

    /** A month and a day as files write it. */
    static String text(MonthDay day) {
        return day.toString().substring(2);
    }

    /** A scalar as JSON: plain ones as the number, truth value or null that they look like, others as text. */
    static JsonNode json(Node.Scalar scalar) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String text = scalar.text();
        if (scalar.isNull()) {
            return json.nullNode();
        }
        if (scalar.plain() && (text.equals("true") || text.equals("false"))) {
            return json.booleanNode(text.equals("true"));
        }
        if (isWhole(scalar) && text.length() < 18) {
            return json.numberNode(Long.parseLong(text));
        }
        if (isNumber(scalar) && Double.isFinite(Double.parseDouble(text))) {
            return json.numberNode(Double.parseDouble(text));
        }
        return json.textNode(text);
    }
}
