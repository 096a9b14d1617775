package org.tumen.scenario;

import org.tumen.scenario.actor.Council;
import org.tumen.scenario.actor.RosterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.tumen.policy.script.CouncilScriptParameters;
import org.tumen.policy.PolicySpec;
import org.tumen.policy.Recurrence;
import org.tumen.policy.rules.RulesParameters;
import org.tumen.policy.script.ScriptParameters;
import org.tumen.policy.script.ScriptedAct;
import org.tumen.policy.script.ScriptedVote;
import org.tumen.world.CouncilMembership;

/** What is allowed in a scenario but may not do what its author meant: dates outside of the run, a Council beyond the record. */
final class ScenarioWarnings {
    private final Scenario scenario;
    private final List<String> warnings = new ArrayList<>();

    private ScenarioWarnings(Scenario scenario) {
        this.scenario = scenario;
    }

    static List<String> of(Scenario scenario) {
        ScenarioWarnings all = new ScenarioWarnings(scenario);
        scenario.actors().forEach((name, actor) -> all.policy("actors." + name + ".policy", actor.policy()));
        String council = "actors." + scenario.councilName();
        all.days(council + ".mandate.votes", scenario.council().mandate().votes());
        all.days("monitoring.panel.reports", scenario.monitoring().panel().reports());
        all.roster(council + ".roster");
        return List.copyOf(all.warnings);
    }

    private void policy(String path, PolicySpec policy) {
        if (policy.parameters() instanceof ScriptParameters script) {
            acts(path, script.acts());
            policy(path + ".otherwise", script.otherwise());
        } else if (policy.parameters() instanceof CouncilScriptParameters script) {
            acts(path, script.acts());
            votes(path, script.votes());
            policy(path + ".otherwise", script.otherwise());
        } else if (policy.parameters() instanceof RulesParameters rules) {
            policy(path + ".otherwise", rules.otherwise());
        }
    }

    private void acts(String path, List<ScriptedAct> acts) {
        for (int i = 0; i < acts.size(); i++) {
            ScriptedAct act = acts.get(i);
            require(path + ".acts[" + i + "]", act.when(), week -> act.weeks(scenario.start(), scenario.weeks(), week));
        }
    }

    private void votes(String path, List<ScriptedVote> votes) {
        for (int i = 0; i < votes.size(); i++) {
            ScriptedVote vote = votes.get(i);
            require(
                    path + ".votes[" + i + "]",
                    vote.when(),
                    week -> vote.weeks(scenario.start(), scenario.weeks(), week));
        }
    }

    private void days(String path, List<Recurrence> days) {
        for (int i = 0; i < days.size(); i++) {
            Recurrence day = days.get(i);
            require(path + "[" + i + "]", day.toString(), week -> day.weeks(scenario.start(), scenario.weeks(), week));
        }
    }

    /** Something that tells the weeks in which it is due. */
    private interface Due {
        void tell(IntConsumer week);
    }

    private void require(String path, String when, Due due) {
        boolean[] any = {false};
        due.tell(week -> any[0] = true);
        if (!any[0]) {
            warnings.add(path + ": " + when + " lies outside of the run, " + scenario.start() + " to "
                    + scenario.day(scenario.weeks()).minusDays(1) + ", and does nothing");
        }
    }

    private void roster(String path) {
        RosterSpec roster = scenario.council().roster();
        if (roster.year() != null || roster.listed() != null) {
            return;
        }
        int first = scenario.start().getYear();
        int last = scenario.day(scenario.weeks() - 1).getYear();
        if (first < CouncilMembership.firstYear()) {
            warnings.add(path + ": the record of members and ideal points begins in " + CouncilMembership.firstYear()
                    + "; its members stand for earlier years");
        }
        if (last > CouncilMembership.lastYear()) {
            warnings.add(path + ": the record of members and ideal points ends in " + CouncilMembership.lastYear()
                    + "; its members stand for later years");
        }
    }
}
