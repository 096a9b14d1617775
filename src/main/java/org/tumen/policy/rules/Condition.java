package org.tumen.policy.rules;

import org.tumen.policy.View;
import org.tumen.world.Question;
import org.tumen.world.Role;

/**
 * A condition of a rule over what an actor of a role can see, such as {@code belief > 0.6 and weeks_since_warning > 8}.
 *
 * <p>The grammar is a part of that of Apache Commons JEXL 3, whose parser reads it: numbers, names of the
 * {@link Vocabulary}, quoted words, {@code + - * / %}, comparisons, {@code and or not}, {@code ? :} and parentheses.
 * Everything else that JEXL knows (calls, assignments, loops, objects) is refused when the condition is made, and JEXL
 * never evaluates it: what was read is compiled to {@link Term}s, once.
 */
public final class Condition {
    /** The longest condition, in characters. */
    public static final int LONGEST = 500;

    private final Role role;
    private final String text;
    private final Term.Truth compiled;

    /**
     * Reads and checks a condition.
     *
     * @param text the condition, at most {@value #LONGEST} characters
     * @throws IllegalArgumentException saying at which column what is wrong and what is allowed
     */
    public Condition(Role role, String text) {
        this.role = role;
        this.text = text;
        this.compiled = ConditionReader.read(role, text);
    }

    /** Whether it holds for what the actor sees when the question is put. */
    public boolean holds(View view, Question question) {
        return compiled.read().read(view, question);
    }

    /** Equal when it reads the same for the same role. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that && role == that.role && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The condition as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
