package org.tumen.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tumen.outcome.Continuation;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.policy.Decision;
import org.tumen.scenario.Scenario;
import org.tumen.world.Event;

/**
 * Everything that happened in one run.
 *
 * @param scenario the scenario of the run, where parameters are uncertain with the values that were drawn for it
 * @param start the state before week 0, with week -1
 * @param weeks the state at the end of each week
 * @param events all events, in order
 * @param decisions all decisions with their reasons, in order
 * @param votes all votes of the Council, in order
 * @param outcomes the outcomes in the order of {@link Outcome#all()}; the same to the bit as in a batch
 */
public record RunTrace(
        Scenario scenario,
        RunKey key,
        WeekState start,
        List<WeekState> weeks,
        List<Event> events,
        List<Decision> decisions,
        List<HeldVote> votes,
        List<Double> outcomes) {

    /** Makes the run and keeps everything. */
    public static RunTrace of(Scenario scenario, RunKey key) {
        return of(scenario, key, new Continuation(0, 0));
    }

    /** Makes the run, going on with fresh draws after one of its weeks, and keeps everything. */
    public static RunTrace of(Scenario scenario, RunKey key, Continuation continuation) {
        DiplomacySim sim = new DiplomacySim(scenario);
        List<Event> events = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        List<HeldVote> votes = new ArrayList<>();
        List<WeekState> weeks = new ArrayList<>();
        sim.listenToEvents(events::add);
        sim.listenToDecisions(decisions::add);
        sim.listenToVotes(votes::add);
        sim.turnTo(key);
        sim.begin();
        WeekState start = sim.snapshot();
        while (sim.week() < scenario.weeks()) {
            if (sim.week() == continuation.week() + 1) {
                sim.goOn(continuation);
            }
            sim.schedule.step(sim);
            weeks.add(sim.snapshot());
        }
        double[] outcomes = sim.outcomes();
        return new RunTrace(
                sim.drawnScenario(),
                key,
                start,
                List.copyOf(weeks),
                List.copyOf(events),
                List.copyOf(decisions),
                List.copyOf(votes),
                Arrays.stream(outcomes).boxed().toList());
    }

    public double outcome(Outcome outcome) {
        return outcomes.get(outcome.ordinal());
    }

    public List<Event> eventsOf(int week) {
        return events.stream().filter(e -> e.week() == week).toList();
    }

    public List<Decision> decisionsOf(int week) {
        return decisions.stream().filter(d -> d.week() == week).toList();
    }

    /** The state before the phases of a week. */
    public WeekState before(int week) {
        return week == 0 ? start : weeks.get(week - 1);
    }
}
