package org.tumen.study.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.Interval;
import org.tumen.experiment.ActorNames;
import org.tumen.experiment.Evaluator;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.Actor;
import org.tumen.study.StageProgress;
import org.tumen.trace.Representative;
import org.tumen.trace.TurningDecision;
import org.tumen.trace.TurningDecisionSearch;
import org.tumen.words.Numbers;
import org.tumen.world.Action;

/**
 * The decisions of a representative run whose change moves an outcome most, on average over fresh draws: first those of the
 * actors whose policy is compared, then those of others.
 *
 * @param run the number of the run, that with the median of the outcome
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
     * @throws InterruptedException when it was cancelled
     */
    static TurningDecisions of(
            String arm,
            Scenario scenario,
            long seed,
            int runs,
            Outcome outcome,
            Set<String> compared,
            @Nullable String only,
            Evaluator evaluator,
            StageProgress progress)
            throws InterruptedException {
        int among = Math.min(REPRESENTATIVE_AMONG, runs);
        long run = Representative.find(scenario, seed, among, Representative.Pick.MEDIAN, outcome, () -> {});
        Set<String> actors = new LinkedHashSet<>(only == null ? compared : Set.of(only));
        if (only == null) {
            actors.addAll(TurningDecisionSearch.usualActors(scenario));
        }
        TurningDecisionSearch search =
                new TurningDecisionSearch(scenario, new RunKey(seed, run), outcome, actors, evaluator, progress::done);
        progress.begin("weighing decisions", "decisions", search.decisions());
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

    /** Adds a section on them. */
    void tell(Findings.Builder found) {
        ActorNames names = new ActorNames(scenario);
        found.details("decisions", "Decisions that weigh most")
                .say(String.format(
                        Locale.ROOT,
                        "In run %d of %s, which has the median of %s: what another decision would have moved, averaged over %d fresh"
                                + " continuations, and in this run. The actors whose policy is compared come first.",
                        run,
                        arm,
                        CompareFormats.lower(outcome),
                        TurningDecisionSearch.CONTINUATIONS));
        found.table(Table.of("decisions", "", turns)
                .count("Week", TurningDecision::week, "weeks")
                .text("Date", turn -> scenario.day(turn.week()).toString())
                .text("Actor", turn -> names.label(turn.actor()))
                .text("Done", "done", TurningDecision::done, TurningDecisions::words, Action::key)
                .text("Instead", "instead", TurningDecision::instead, TurningDecisions::words, Action::key)
                .difference(
                        "Moves it by",
                        "mean_change",
                        TurningDecision::mean,
                        turn -> Interval.around(turn.mean(), turn.halfWidth()),
                        Table.OF_ROW)
                .tone(turn -> Math.abs(turn.mean()) <= turn.halfWidth() ? Table.Tone.OPEN : Table.Tone.PLAIN)
                .number(
                        "In this run",
                        "change",
                        TurningDecision::change,
                        value -> Numbers.difference(value),
                        Table.OF_ROW)
                .storedText(
                        "flip", "As trace --flip takes it", turn -> turn.flip().toString())
                .stored("before", "The outcome of the run", TurningDecision::before, Table.OF_ROW)
                .stored("after", "The same with the other decision", TurningDecision::after, Table.OF_ROW)
                .stored(
                        "standard_error",
                        "Standard error of the mean change",
                        TurningDecision::standardError,
                        Table.OF_ROW)
                .storedCount("run", "The run", turn -> run, Table.ORDINAL)
                .storedText("outcome", "The outcome", turn -> outcome.key())
                .build());
    }

    private static String words(Action action) {
        return action.key().replace('_', ' ');
    }
}
