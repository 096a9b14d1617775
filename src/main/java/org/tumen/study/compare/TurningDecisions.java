package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.ActorNames;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.Actor;
import org.tumen.trace.Representative;
import org.tumen.trace.TurningDecision;
import org.tumen.trace.TurningDecisionSearch;

/**
 * The decisions of a representative run whose change moves an outcome most, on average over fresh draws: first those of the
 * actors whose policy is compared, then those of others.
 *
 * @param arm the arm of the run
 * @param scenario its scenario
 * @param run the number of the run, that with the median of the outcome
 * @param outcome the outcome
 * @param turns the decisions, the weightiest first, those of the actors that are compared before others
 */
record TurningDecisions(String arm, Scenario scenario, long run, Outcome outcome, List<TurningDecision> turns) {
    private static final int REPRESENTATIVE_AMONG = 1_000;
    private static final int MOST = 5;

    /**
     * Finds them.
     *
     * @param compared the actors whose policy is compared
     * @param only the actor to whose decisions they are limited; null for none
     */
    static TurningDecisions of(
            String arm,
            Scenario scenario,
            long seed,
            int runs,
            Outcome outcome,
            Set<String> compared,
            @Nullable String only) {
        int among = Math.min(REPRESENTATIVE_AMONG, runs);
        long run = Representative.find(scenario, seed, among, Representative.Pick.MEDIAN, outcome, () -> {});
        Set<String> actors = new LinkedHashSet<>(only == null ? compared : Set.of(only));
        if (only == null) {
            actors.addAll(TurningDecisionSearch.usualActors(scenario));
        }
        TurningDecisionSearch search = new TurningDecisionSearch(scenario, new RunKey(seed, run), outcome, actors);
        List<TurningDecision> turns = new ArrayList<>(search.largest(compared::contains, MOST));
        turns.addAll(search.largest(actor -> !compared.contains(actor), MOST));
        return new TurningDecisions(arm, scenario, run, outcome, List.copyOf(turns));
    }

    /** The actors to whom any arm of a world gives another policy than the baseline does. */
    static Set<String> compared(Scenario baseline, Collection<Scenario> arms) {
        Set<String> actors = new LinkedHashSet<>();
        baseline.actors().forEach((name, actor) -> {
            for (Scenario arm : arms) {
                Actor other = arm.actors().get(name);
                if (other != null && !other.policy().equals(actor.policy())) {
                    actors.add(name);
                }
            }
        });
        return actors;
    }

    /** A line for each decision. */
    List<String> sentences() {
        ActorNames names = new ActorNames(scenario);
        return turns.stream()
                .map(turn -> String.format(
                        Locale.ROOT,
                        "week %d (%s), %s: %s instead of %s would move it by %s ± %.3f on average%s (in this run: %s)",
                        turn.week(),
                        scenario.day(turn.week()),
                        names.label(turn.actor()),
                        turn.instead().key(),
                        turn.done().key(),
                        CompareTexts.signed(turn.mean()),
                        turn.halfWidth(),
                        Math.abs(turn.mean()) <= turn.halfWidth() ? ", indistinguishable from noise" : "",
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
            one.put("flip", turn.flip().toString());
            one.put("done", turn.done().key());
            one.put("instead", turn.instead().key());
            one.put("before", turn.before());
            one.put("after", turn.after());
            one.put("change", turn.change());
            one.put("mean_change", turn.mean());
            one.put("standard_error", turn.standardError());
            one.put("half_width", turn.halfWidth());
            one.put("continuations", turn.continuations());
            decisions.add(one);
        }
        content.put("decisions", decisions);
        return content;
    }
}
