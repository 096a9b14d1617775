package org.tumen.policy.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.apache.commons.jexl3.introspection.JexlSandbox;
import org.jspecify.annotations.Nullable;
import org.tumen.world.Role;

/** Reads conditions with the parser of JEXL, which knows no Java class, and has them compiled. */
final class ConditionReader {
    /** Deep nesting costs a recursive-descent parser time and stack; no condition that people read needs it. */
    private static final int DEEPEST = 12;

    private static final Pattern BARE_FRACTION = Pattern.compile("(?<![\\w.)])\\.[0-9]+");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![=!<>])=(?![=~^$])");

    private static final Pattern CHAINED =
            Pattern.compile("(?<first>[\\w.]+ *[<>]=? *(?<middle>[\\w.]+)) *(?<last>[<>]=? *[\\w.]+)");

    private static final JexlEngine ENGINE = new JexlBuilder()
            .features(JexlFeatures.createNone())
            .permissions(JexlPermissions.RESTRICTED)
            .sandbox(new JexlSandbox(false))
            .strict(true)
            .silent(false)
            .create();

    private ConditionReader() {}

    static Term.Truth read(Role role, String text) {
        refuseHuge(text);
        ConditionCompiler compiler = new ConditionCompiler(role, text);
        try {
            JexlExpression parsed = ENGINE.createExpression(new JexlInfo("condition", 1, 1), text);
            Term term = compiler.compile(parsed);
            if (term instanceof Term.Truth truth) {
                return truth;
            }
            throw compiler.wrong(
                    1,
                    "a condition must be true or false, and this is a "
                            + (term instanceof Term.Number ? "number; compare it, as in \"belief > 0.6\"" : "word"));
        } catch (JexlException e) {
            throw unreadable(compiler, text, e.getInfo());
        }
    }

    private static IllegalArgumentException unreadable(
            ConditionCompiler compiler, String text, @Nullable JexlInfo where) {
        Matcher fraction = BARE_FRACTION.matcher(text);
        if (fraction.find()) {
            return compiler.wrong(fraction.start() + 1, "a number starts with a digit: write 0" + fraction.group());
        }
        Matcher assignment = ASSIGNMENT.matcher(text);
        if (assignment.find()) {
            return compiler.wrong(assignment.start() + 1, "a condition changes nothing: write == to compare");
        }
        Matcher chained = CHAINED.matcher(text);
        if (chained.find()) {
            return compiler.wrong(
                    chained.start("last") + 1,
                    "a comparison has two sides: write " + chained.group("first") + " and " + chained.group("middle")
                            + " " + chained.group("last"));
        }
        return compiler.wrong(
                where == null ? 1 : where.getColumn(), "this cannot be read; " + ConditionCompiler.ALLOWED);
    }

    private static void refuseHuge(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must be a condition such as \"belief > 0.6\", not an empty text");
        }
        if (text.length() > Condition.LONGEST) {
            throw new IllegalArgumentException("must be a condition of at most " + Condition.LONGEST
                    + " characters, and this has " + text.length());
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                throw new IllegalArgumentException(
                        "column " + (i + 1) + ": a condition is written on one line in plain ASCII characters");
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth > DEEPEST) {
                throw new IllegalArgumentException(
                        "column " + (i + 1) + ": parentheses may be nested at most " + DEEPEST + " deep");
            }
        }
    }
}
