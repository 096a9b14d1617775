package org.tumen.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.policy.PolicySpec;
import org.tumen.policy.script.CouncilScriptParameters;
import org.tumen.policy.script.ScriptParameters;
import org.tumen.policy.script.ScriptedAct;
import org.tumen.policy.script.ScriptedVote;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.Actor;
import org.tumen.simulation.RunTrace;
import org.tumen.words.Texts;
import org.tumen.world.Action;
import org.tumen.world.Member;
import org.tumen.world.Question;
import org.tumen.world.Role;
import org.tumen.world.Vote;

/**
 * One decision or one vote of a run changed by hand; everything else is left to the same policies and the same random numbers.
 *
 * @param actor who decides; of a vote the member's ISO-3 code
 * @param action what it does instead; null of a vote
 * @param vote how the member votes instead, in the votes on drafts and on the mandate in that week; null of a decision
 */
public record Flip(
        int week,
        String actor,
        @Nullable Action action,
        @Nullable Vote vote) {
    /** The form of a flip, for messages and help. */
    public static final String FORM =
            "week:actor=action, such as 12:japan=warn, or week:member=vote, such as 29:RUS=abstain";

    private static final Pattern PARTS = Pattern.compile("(\\d{1,4}):([a-z][a-z0-9_]*|[A-Z]{3})=([a-z_]+)");

    /** @throws IllegalArgumentException when it is not exactly one of decision and vote */
    public Flip {
        if ((action == null) == (vote == null)) {
            throw new IllegalArgumentException("a flip changes one decision or one vote");
        }
    }

    /** A decision changed. */
    public Flip(int week, String actor, Action action) {
        this(week, actor, action, null);
    }

    /**
     * Reads {@link #FORM}.
     *
     * @throws IllegalArgumentException saying what is wrong and what is allowed
     */
    public static Flip parse(String text, Scenario scenario) {
        Matcher m = PARTS.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form " + FORM);
        }
        int week = Integer.parseInt(m.group(1));
        if (week >= scenario.weeks()) {
            throw new IllegalArgumentException(
                    "week " + week + " is outside of the run, 0 to " + (scenario.weeks() - 1));
        }
        String who = m.group(2);
        return Character.isUpperCase(who.charAt(0))
                ? vote(week, who, m.group(3), scenario)
                : decision(week, who, m.group(3), scenario);
    }

    private static Flip decision(int week, String name, String what, Scenario scenario) {
        Actor actor = scenario.actors().get(name);
        if (actor == null) {
            throw new IllegalArgumentException("no actor is called " + name + "; there are "
                    + String.join(", ", scenario.actors().keySet())
                    + "; a member of the Council has its code, such as RUS");
        }
        List<String> allowed =
                Question.actions(actor.role()).stream().map(Action::key).toList();
        if (!allowed.contains(what)) {
            boolean isVote = votes().contains(what);
            throw new IllegalArgumentException(name + " cannot " + what + "; it can " + String.join(", ", allowed)
                    + (isVote ? "; votes are flipped by the member's code, such as 29:RUS=" + what : ""));
        }
        return new Flip(week, name, Action.valueOf(what.toUpperCase(Locale.ROOT)));
    }

    private static Flip vote(int week, String member, String what, Scenario scenario) {
        List<String> seated = scenario.council().roster().on(scenario.day(week)).members().stream()
                .map(Member::iso3)
                .toList();
        if (!seated.contains(member)) {
            throw new IllegalArgumentException(member + " does not sit in the Council in week " + week + "; there sit "
                    + String.join(", ", seated));
        }
        if (!votes().contains(what)) {
            throw new IllegalArgumentException(
                    member + " cannot vote " + what + "; it can vote " + String.join(", ", votes()));
        }
        return new Flip(week, member, null, Vote.valueOf(what.toUpperCase(Locale.ROOT)));
    }

    private static List<String> votes() {
        return Arrays.stream(Vote.values()).map(Texts::key).toList();
    }

    /** The scenario in which the actor does so in that week, wherever the week asks it, and decides as before otherwise. */
    public Scenario applyTo(Scenario scenario) {
        return applyAll(List.of(this), scenario);
    }

    /**
     * The scenario with several flips.
     *
     * @throws IllegalArgumentException when there is no such actor, or two flips contradict each other
     */
    public static Scenario applyAll(List<Flip> flips, Scenario scenario) {
        Map<String, List<ScriptedAct>> acts = new LinkedHashMap<>();
        List<ScriptedVote> votes = new ArrayList<>();
        for (Flip flip : flips) {
            if (flip.vote != null) {
                acts.computeIfAbsent(scenario.councilName(), k -> new ArrayList<>());
                votes.add(new ScriptedVote(null, null, flip.week, flip.actor, flip.vote));
            } else if (flip.action != null) {
                acts.computeIfAbsent(flip.actor, k -> new ArrayList<>()).add(new ScriptedAct(flip.week, flip.action));
            }
        }
        Scenario flipped = scenario;
        for (Map.Entry<String, List<ScriptedAct>> of : acts.entrySet()) {
            Actor changed = scenario.actors().get(of.getKey());
            if (changed == null) {
                throw new IllegalArgumentException("no actor is called " + of.getKey());
            }
            PolicySpec before = changed.policy();
            Record script = changed.role() == Role.COUNCIL
                    ? new CouncilScriptParameters(of.getValue(), votes, before)
                    : new ScriptParameters(of.getValue(), before);
            flipped = flipped.withPolicy(of.getKey(), new PolicySpec("script", script));
        }
        return flipped;
    }

    /** Whether the run came to the decision or the vote at all: where it did not, the flip changes nothing. */
    public boolean arisesIn(RunTrace flipped) {
        Action done = action;
        return done == null
                ? flipped.votes().stream()
                        .anyMatch(v -> v.week() == week && v.votes().containsKey(actor))
                : flipped.decisionsOf(week).stream()
                        .anyMatch(d -> d.actor().equals(actor) && d.question().admits(done));
    }

    /** As it is written. */
    @Override
    public String toString() {
        Action done = action;
        Vote cast = vote;
        String what = done != null ? done.key() : cast != null ? Texts.key(cast) : "";
        return week + ":" + actor + "=" + what;
    }
}
