package org.tumen.policy.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tumen.declare.NumberPlaces;
import org.tumen.policy.Choice;
import org.tumen.policy.Policy;
import org.tumen.policy.View;
import org.tumen.world.Action;
import org.tumen.world.Question;

/**
 * Follows an ordered list of rules. A rule speaks to the questions that its act answers; where no rule's condition holds,
 * the other policy decides. A rule is followed in every week in which its question is put: it needs no review or
 * attention, which belong to the policies that have them.
 */
public final class RulesPolicy<V extends View> implements Policy<V> {
    private final Map<Question, List<Numbered>> byQuestion = new EnumMap<>(Question.class);
    private final Policy<V> otherwise;

    /** A rule with its reason as traces give it. */
    private record Numbered(Condition when, Action act, String reason) {}

    public RulesPolicy(List<Rule> rules, Policy<V> otherwise) {
        this.otherwise = otherwise;
        for (Question question : Question.values()) {
            List<Numbered> here = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                Rule rule = rules.get(i);
                if (question.admits(rule.act())) {
                    here.add(new Numbered(rule.when(), rule.act(), "rule " + (i + 1) + ": " + rule.when()));
                }
            }
            byQuestion.put(question, here);
        }
    }

    @Override
    public boolean acts() {
        return otherwise.acts();
    }

    @Override
    public void keepNumbers(String path, NumberPlaces numbers) {
        otherwise.keepNumbers(path + ".otherwise", numbers);
    }

    @Override
    public Action decide(V view, Choice choice) {
        Question question = choice.question();
        List<Numbered> rules = byQuestion.get(question);
        if (rules != null) {
            for (int i = 0; i < rules.size(); i++) {
                Numbered rule = rules.get(i);
                if (rule.when().holds(view, question)) {
                    return choice.certain(rule.reason(), rule.act());
                }
            }
        }
        return otherwise.decide(view, choice);
    }
}
