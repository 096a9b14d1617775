package org.tumen.policy;

import java.util.List;
import org.tumen.world.Action;
import org.tumen.world.Question;

/**
 * A decision with its reasons, for traces.
 *
 * @param rule how it was decided: "quantal", "best reply", a script's or a ladder's words
 * @param attentionProbability probability with which the actor attended to the question this week
 * @param utilities their utilities in the order of the options; empty where the rule weighs none
 * @param probabilities their probabilities in the order of the options
 */
public record Decision(
        int week,
        String actor,
        Question question,
        String rule,
        double attentionProbability,
        List<Action> options,
        List<Double> utilities,
        List<Double> probabilities,
        Action chosen) {}
