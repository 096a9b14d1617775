package org.tumen.policy.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.internal.ScriptVisitor;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTAndNode;
import org.apache.commons.jexl3.parser.ASTDivNode;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTFalseNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTModNode;
import org.apache.commons.jexl3.parser.ASTMulNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNotNode;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTOrNode;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTSubNode;
import org.apache.commons.jexl3.parser.ASTTernaryNode;
import org.apache.commons.jexl3.parser.ASTTrueNode;
import org.apache.commons.jexl3.parser.ASTUnaryMinusNode;
import org.apache.commons.jexl3.parser.ASTUnaryPlusNode;
import org.apache.commons.jexl3.parser.JexlNode;
import org.jspecify.annotations.Nullable;
import org.tumen.policy.rules.Term.Day;
import org.tumen.policy.rules.Term.Number;
import org.tumen.policy.rules.Term.Truth;
import org.tumen.policy.rules.Term.Word;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;
import org.tumen.world.Role;

/** Checks the kinds of a parsed condition and compiles it; what is not listed here is refused. */
final class ConditionCompiler extends ScriptVisitor {
    /** What a condition may be made of. */
    static final String ALLOWED =
            "allowed: numbers, names, quoted words, + - * / %, == != < <= > >=, and, or, not, ? :, ( )";

    private final Role role;
    private final String text;

    ConditionCompiler(Role role, String text) {
        this.role = role;
        this.text = text;
    }

    Term compile(JexlExpression parsed) {
        return (Term) visitExpression(parsed, text);
    }

    IllegalArgumentException wrong(int column, String message) {
        return new IllegalArgumentException(
                "column " + Math.max(1, Math.min(column, text.length())) + " of \"" + text + "\": " + message);
    }

    private IllegalArgumentException wrong(JexlNode node, String message) {
        return wrong(node.jexlInfo().getColumn(), message);
    }

    @Override
    protected Object visitNode(JexlNode node, Object data) {
        return term(node);
    }

    private Term term(JexlNode node) {
        if (node instanceof ASTJexlScript || node instanceof ASTReference || node instanceof ASTReferenceExpression) {
            if (node.jjtGetNumChildren() != 1) {
                throw wrong(node, "one condition must stand here; " + ALLOWED);
            }
            return child(node, 0);
        }
        if (node instanceof ASTNumberLiteral || node instanceof ASTStringLiteral || node instanceof ASTIdentifier) {
            return leaf(node);
        }
        if (node instanceof ASTTrueNode || node instanceof ASTFalseNode) {
            boolean value = node instanceof ASTTrueNode;
            return new Truth((view, question) -> value);
        }
        if (node instanceof ASTAndNode || node instanceof ASTOrNode || node instanceof ASTNotNode) {
            return logic(node);
        }
        if (node instanceof ASTTernaryNode && node.jjtGetNumChildren() == 3) {
            return either(node);
        }
        Term comparison = comparison(node);
        return comparison == null ? arithmetic(node) : comparison;
    }

    private Term child(JexlNode node, int index) {
        return term((JexlNode) node.jjtGetChild(index));
    }

    private Term leaf(JexlNode node) {
        if (node instanceof ASTNumberLiteral literal) {
            double value = literal.getLiteral().doubleValue();
            if (!Double.isFinite(value)) {
                throw wrong(node, "the number is too large");
            }
            return new Number((view, question) -> value);
        }
        if (node instanceof ASTStringLiteral literal) {
            String word = literal.getLiteral();
            return new Word((view, question) -> word, List.of(word));
        }
        String name = ((ASTIdentifier) node).getName();
        Term term = Vocabulary.find(role, name);
        if (term == null) {
            throw wrong(
                    node,
                    "there is no \"" + name + "\" in what a "
                            + Texts.key(role) + " sees; "
                            + Nearest.suggestion(name, Vocabulary.names(role)));
        }
        return term;
    }

    private Term logic(JexlNode node) {
        Term.ReadTruth first = truth(node, 0).read();
        if (node instanceof ASTNotNode) {
            return new Truth((view, question) -> !first.read(view, question));
        }
        Term.ReadTruth all = first;
        for (int i = 1; i < node.jjtGetNumChildren(); i++) {
            Term.ReadTruth left = all;
            Term.ReadTruth right = truth(node, i).read();
            all = node instanceof ASTAndNode
                    ? (view, question) -> left.read(view, question) && right.read(view, question)
                    : (view, question) -> left.read(view, question) || right.read(view, question);
        }
        return new Truth(all);
    }

    private Term either(JexlNode node) {
        Term.ReadTruth when = truth(node, 0).read();
        Term yes = child(node, 1);
        Term no = child(node, 2);
        if (yes instanceof Number one && no instanceof Number other) {
            return new Number((view, question) -> when.read(view, question)
                    ? one.read().read(view, question)
                    : other.read().read(view, question));
        }
        if (yes instanceof Truth one && no instanceof Truth other) {
            return new Truth((view, question) -> when.read(view, question)
                    ? one.read().read(view, question)
                    : other.read().read(view, question));
        }
        throw wrong(node, "both sides of \":\" must be numbers, or both true or false");
    }

    private @Nullable Term comparison(JexlNode node) {
        boolean equal = node instanceof ASTEQNode;
        if (equal || node instanceof ASTNENode) {
            return equality(node, equal);
        }
        if (!(node instanceof ASTLTNode
                || node instanceof ASTLENode
                || node instanceof ASTGTNode
                || node instanceof ASTGENode)) {
            return null;
        }
        boolean dates = child(node, 0) instanceof Day || child(node, 1) instanceof Day;
        Term.ReadNumber a = dates ? day(node, 0) : number(node, 0).read();
        Term.ReadNumber b = dates ? day(node, 1) : number(node, 1).read();
        if (node instanceof ASTLTNode) {
            return new Truth((view, question) -> a.read(view, question) < b.read(view, question));
        }
        if (node instanceof ASTLENode) {
            return new Truth((view, question) -> a.read(view, question) <= b.read(view, question));
        }
        return node instanceof ASTGTNode
                ? new Truth((view, question) -> a.read(view, question) > b.read(view, question))
                : new Truth((view, question) -> a.read(view, question) >= b.read(view, question));
    }

    private Term equality(JexlNode node, boolean equal) {
        Term left = child(node, 0);
        Term right = child(node, 1);
        if (left instanceof Day || right instanceof Day) {
            Term.ReadNumber a = day(node, 0);
            Term.ReadNumber b = day(node, 1);
            return new Truth((view, question) -> (a.read(view, question) == b.read(view, question)) == equal);
        }
        if (left instanceof Number a && right instanceof Number b) {
            return new Truth((view, question) ->
                    (a.read().read(view, question) == b.read().read(view, question)) == equal);
        }
        if (left instanceof Truth a && right instanceof Truth b) {
            return new Truth((view, question) ->
                    (a.read().read(view, question) == b.read().read(view, question)) == equal);
        }
        if (left instanceof Word a && right instanceof Word b) {
            requireShared(node, a, b);
            return new Truth((view, question) ->
                    a.read().read(view, question).equals(b.read().read(view, question)) == equal);
        }
        throw wrong(node, "cannot compare " + left.kind() + " with " + right.kind());
    }

    private void requireShared(JexlNode node, Word a, Word b) {
        if (a.words().stream().noneMatch(b.words()::contains)) {
            List<String> allowed = a.words().size() > 1 ? a.words() : b.words();
            String given = a.words().size() > 1 ? b.kind() : a.kind();
            throw wrong(node, "it is never \"" + given + "\"; " + Nearest.suggestion(given, allowed));
        }
    }

    private Term arithmetic(JexlNode node) {
        if (node instanceof ASTUnaryMinusNode) {
            Term.ReadNumber of = number(node, 0).read();
            return new Number((view, question) -> -of.read(view, question));
        }
        if (node instanceof ASTUnaryPlusNode) {
            return number(node, 0);
        }
        boolean known = node instanceof ASTAddNode
                || node instanceof ASTSubNode
                || node instanceof ASTMulNode
                || node instanceof ASTDivNode
                || node instanceof ASTModNode;
        if (!known) {
            throw wrong(node, "this is not allowed in a condition; " + ALLOWED);
        }
        Term.ReadNumber all = number(node, 0).read();
        for (int i = 1; i < node.jjtGetNumChildren(); i++) {
            all = applied(node, all, number(node, i).read());
        }
        return new Number(all);
    }

    private static Term.ReadNumber applied(JexlNode node, Term.ReadNumber a, Term.ReadNumber b) {
        if (node instanceof ASTAddNode) {
            return (view, question) -> a.read(view, question) + b.read(view, question);
        }
        if (node instanceof ASTSubNode) {
            return (view, question) -> a.read(view, question) - b.read(view, question);
        }
        if (node instanceof ASTMulNode) {
            return (view, question) -> a.read(view, question) * b.read(view, question);
        }
        return node instanceof ASTDivNode
                ? (view, question) -> a.read(view, question) / b.read(view, question)
                : (view, question) -> a.read(view, question) % b.read(view, question);
    }

    /** A day, or a quoted date. */
    private Term.ReadNumber day(JexlNode node, int index) {
        Term term = child(node, index);
        if (term instanceof Day day) {
            return day.read();
        }
        if (term instanceof Word word && word.words().size() == 1) {
            try {
                double days = LocalDate.parse(word.words().get(0)).toEpochDay();
                return (view, question) -> days;
            } catch (DateTimeParseException e) {
                // Told below, as for anything else that is no date.
            }
        }
        throw wrong(
                (JexlNode) node.jjtGetChild(index), "a date must stand here, such as '2024-03-28', not " + term.kind());
    }

    private Number number(JexlNode node, int index) {
        Term term = child(node, index);
        if (term instanceof Number number) {
            return number;
        }
        throw wrong((JexlNode) node.jjtGetChild(index), "a number must stand here, not " + term.kind());
    }

    private Truth truth(JexlNode node, int index) {
        Term term = child(node, index);
        if (term instanceof Truth truth) {
            return truth;
        }
        throw wrong((JexlNode) node.jjtGetChild(index), "true or false must stand here, not " + term.kind());
    }
}
