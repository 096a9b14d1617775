package org.tumen.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.draw.Draws;
import org.tumen.draw.PortableMath;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.world.Action;
import org.tumen.world.Clamp;
import org.tumen.world.Question;

/**
 * A question that one actor is asked: its options, the draws that belong to it, and the rules of choice.
 *
 * <p>Each question has two draws of its own in a week: one for whether the actor gives it attention, one for the answer.
 * They are keyed by actor and question, not by the policy, so that two policies in the same place meet the same random numbers.
 * The object is reused from week to week and belongs to one thread.
 */
public final class Choice {
    private final String actor;
    private final Question question;
    private final Action[] options;
    /** The place of the first option among all actions; the options of a question follow each other there. */
    private final int first;

    private final Draws draws;
    private final Stream attention;
    private final Stream answer;
    private final double[] utilities;
    private final double[] weights;
    private @Nullable Consumer<Decision> listener;
    private int week;
    private double attentionProbability = 1;
    /** The sum of the weights where nothing but they and the draw made the answer, else 0. */
    private double total;

    /** Makes the choice of an actor and registers its streams. */
    public Choice(String actor, Question question, Draws draws, Streams streams) {
        this(actor, question, question.key(), draws, streams);
    }

    /**
     * Makes one of several choices of an actor that answer the same question in a week.
     *
     * @param decision the name of this choice among them
     */
    public Choice(String actor, Question question, String decision, Draws draws, Streams streams) {
        this.actor = actor;
        this.question = question;
        this.draws = draws;
        options = question.options().toArray(Action[]::new);
        first = options[0].ordinal();
        utilities = new double[options.length];
        weights = new double[options.length];
        attention = streams.register(actor, decision + "_attention");
        answer = streams.register(actor, decision);
    }

    /** Tells a listener of every decision from now on; null for none. */
    public void listen(@Nullable Consumer<Decision> listener) {
        this.listener = listener;
    }

    /** Puts the question. Called by the simulation, before the policy decides. */
    public Choice ask(int inWeek) {
        week = inWeek;
        attentionProbability = 1;
        total = 0;
        return this;
    }

    /** The question that is put. */
    public Question question() {
        return question;
    }

    /** Draws whether the actor gives the question its attention this week (a review, a government that attends). */
    public boolean attends(double probability) {
        attentionProbability = probability;
        return draws.chance(attention, week, probability);
    }

    /** Sets the utility of an option. */
    public Choice utility(Action option, double utility) {
        int place = option.ordinal() - first;
        if (place < 0 || place >= utilities.length) {
            throw new IllegalArgumentException(option.key() + " does not answer the question " + question.key());
        }
        utilities[place] = utility;
        return this;
    }

    /**
     * Draws an answer by logit: an option is chosen with probability proportional to exp(rationality · utility), the
     * quantal response of R. D. McKelvey and T. R. Palfrey (1995), "Quantal response equilibria for normal form games",
     * Games and Economic Behavior 10. All options must have been given a utility. The draw maps to the options in their
     * order by inversion.
     *
     * @param rationality 0 (uniform choice) and above
     */
    public Action quantal(double rationality) {
        int count = options.length;
        if (count == 2) {
            return quantalOfTwo(rationality);
        }
        double best = bestUtility(count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double weight = PortableMath.exp(rationality * (utilities[i] - best));
            weights[i] = weight;
            sum += weight;
        }
        return drawn(sum);
    }

    /** Draws an option with probability proportional to its weight, by inversion. */
    private Action drawn(double sum) {
        total = sum;
        return answered("quantal", place(weights, sum), sum);
    }

    /** The place of the option that is drawn by weights laid end to end. */
    private int place(double[] of, double sum) {
        double target = draws.uniform(answer, week) * sum;
        double passed = 0;
        int chosen = 0;
        for (int i = 0; i < of.length - 1; i++) {
            passed += of[i];
            chosen += passed <= target ? 1 : 0;
        }
        return chosen;
    }

    /**
     * Answers as the same question was answered just before, by a draw of its own, when nothing that a policy sees has
     * happened since: it would weigh the options alike, which need not be worked out anew.
     *
     * @return null where more than the weights of a logit made that answer, or somebody listens; the policy is to be asked then
     */
    public @Nullable Action like(Choice before) {
        if (before.total == 0 || before.attentionProbability != 1 || listener != null) {
            return null;
        }
        return options[place(before.weights, before.total)];
    }

    /** The same for two options, of which the better has weight 1. */
    private Action quantalOfTwo(double rationality) {
        double gap = utilities[1] - utilities[0];
        double lesser = PortableMath.exp(rationality * -Math.abs(gap));
        double first = gap > 0 ? lesser : 1;
        weights[0] = first;
        weights[1] = gap > 0 ? 1 : lesser;
        total = 1 + lesser;
        return answered("quantal", first <= draws.uniform(answer, week) * total ? 1 : 0, total);
    }

    /** Answers with the option of highest utility, the first of equals. All options must have been given a utility. */
    public Action best() {
        int count = options.length;
        double best = bestUtility(count);
        int chosen = 0;
        while (utilities[chosen] != best) {
            chosen++;
        }
        Arrays.fill(weights, 0, count, 0);
        weights[chosen] = 1;
        return answered("best reply", chosen, 1);
    }

    /** Answers with one of some options, each with the same probability. */
    public Action anyOf(List<Action> some) {
        int index = (int) (draws.uniform(answer, week) * some.size());
        Action reply = some.get(index);
        if (listener != null) {
            tell("slip", some, List.of(), Collections.nCopies(some.size(), 1.0 / some.size()), reply);
        }
        return reply;
    }

    /** Answers with a given option; the rule says why, for whoever asks. */
    public Action certain(String rule, Action option) {
        if (listener != null) {
            tell(rule, List.of(option), List.of(), List.of(1.0), option);
        }
        return option;
    }

    private Action answered(String rule, int chosen, double sum) {
        Action reply = options[chosen];
        if (listener != null) {
            int count = options.length;
            List<Double> utility = Arrays.stream(utilities, 0, count).boxed().toList();
            List<Double> probability =
                    Arrays.stream(weights, 0, count).map(w -> w / sum).boxed().toList();
            tell(rule, List.of(options), utility, probability, reply);
        }
        return reply;
    }

    private void tell(String rule, List<Action> weighed, List<Double> utility, List<Double> probability, Action reply) {
        Objects.requireNonNull(listener)
                .accept(new Decision(
                        week, actor, question, rule, attentionProbability, weighed, utility, probability, reply));
    }

    private double bestUtility(int count) {
        double best = utilities[0];
        for (int i = 1; i < count; i++) {
            best = Clamp.greater(best, utilities[i]);
        }
        return best;
    }
}
