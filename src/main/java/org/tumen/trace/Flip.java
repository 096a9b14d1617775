package org.tumen.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.policy.script.CouncilScriptParameters;
import org.tumen.policy.PolicySpec;
import org.tumen.policy.script.ScriptParameters;
import org.tumen.policy.script.ScriptedAct;
import org.tumen.scenario.actor.Actor;
import org.tumen.scenario.Scenario;
import org.tumen.world.Action;
import org.tumen.world.Question;
import org.tumen.world.Role;

/**
 * One decision of a run changed by hand; everything else is left to the same policies and the same luck.
 *
 * @param week the week
 * @param actor who decides
 * @param action what it does instead
 */
public record Flip(int week, String actor, Action action) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4}):([a-z][a-z0-9_]*)=([a-z_]+)");

    /**
     * Reads "week:actor=action", such as 12:japan=warn.
     *
     * @throws IllegalArgumentException saying what is wrong and what is allowed
     */
    public static Flip parse(String text, Scenario scenario) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not of the form week:actor=action, such as 12:japan=warn");
        }
        int week = Integer.parseInt(m.group(1));
        if (week >= scenario.weeks()) {
            throw new IllegalArgumentException(
                    "week " + week + " is outside of the run, 0 to " + (scenario.weeks() - 1));
        }
        Actor actor = scenario.actors().get(m.group(2));
        if (actor == null) {
            throw new IllegalArgumentException("no actor is called " + m.group(2) + "; there are "
                    + String.join(", ", scenario.actors().keySet()));
        }
        List<String> allowed = actions(actor.role());
        if (!allowed.contains(m.group(3))) {
            throw new IllegalArgumentException(
                    m.group(2) + " cannot " + m.group(3) + "; it can " + String.join(", ", allowed));
        }
        return new Flip(week, m.group(2), Action.valueOf(m.group(3).toUpperCase(Locale.ROOT)));
    }

    private static List<String> actions(Role role) {
        List<String> actions = new ArrayList<>();
        for (Question question : Question.values()) {
            if (question.role() == role) {
                question.options().forEach(a -> actions.add(a.key()));
            }
        }
        return actions;
    }

    /** The scenario in which the actor does so in that week, wherever the week asks it, and decides as before otherwise. */
    public Scenario applyTo(Scenario scenario) {
        Actor changed = scenario.actors().get(actor);
        if (changed == null) {
            throw new IllegalArgumentException("no actor is called " + actor);
        }
        List<ScriptedAct> act = List.of(new ScriptedAct(week, action));
        PolicySpec before = changed.policy();
        Record script = changed.role() == Role.COUNCIL
                ? new CouncilScriptParameters(act, List.of(), before)
                : new ScriptParameters(act, before);
        return scenario.withPolicy(actor, new PolicySpec("script", script));
    }
}
