package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tumen.experiment.ActorNames;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.trace.Representative;
import org.tumen.trace.TurningDecision;

/**
 * The decisions of a representative run whose change moves an outcome most.
 *
 * @param arm the arm of the run
 * @param scenario its scenario
 * @param run the number of the run, that with the median of the outcome
 * @param outcome the outcome
 * @param turns the decisions, the weightiest first
 */
record TurningDecisions(String arm, Scenario scenario, long run, Outcome outcome, List<TurningDecision> turns) {
    private static final int REPRESENTATIVE_AMONG = 1_000;
    private static final int MOST = 5;

    static TurningDecisions of(String arm, Scenario scenario, long seed, int runs, Outcome outcome) {
        int among = Math.min(REPRESENTATIVE_AMONG, runs);
        long run = Representative.find(scenario, seed, among, Representative.Pick.MEDIAN, outcome, () -> {});
        return new TurningDecisions(
                arm, scenario, run, outcome, TurningDecision.largest(scenario, new RunKey(seed, run), outcome, MOST));
    }

    /** A line for each decision. */
    List<String> sentences() {
        ActorNames names = new ActorNames(scenario);
        return turns.stream()
                .map(turn -> String.format(
                        Locale.ROOT,
                        "week %d (%s), %s: %s instead of %s would have moved it by %s",
                        turn.week(),
                        scenario.day(turn.week()),
                        names.label(turn.actor()),
                        turn.instead().key(),
                        turn.done().key(),
                        CompareTexts.signed(turn.change())))
                .toList();
    }

    /** As comparison.json holds them. */
    Map<String, Object> content() {
        ActorNames names = new ActorNames(scenario);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("arm", arm);
        content.put("run", run);
        content.put("outcome", outcome.key());
        List<Object> decisions = new ArrayList<>();
        for (TurningDecision turn : turns) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("week", turn.week());
            one.put("date", scenario.day(turn.week()).toString());
            one.put("actor", names.label(turn.actor()));
            one.put(
                    "flip",
                    turn.week() + ":" + turn.actor() + "=" + turn.instead().key());
            one.put("done", turn.done().key());
            one.put("instead", turn.instead().key());
            one.put("before", turn.before());
            one.put("after", turn.after());
            one.put("change", turn.change());
            decisions.add(one);
        }
        content.put("decisions", decisions);
        return content;
    }
}
