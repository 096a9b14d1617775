package org.tumen.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.experiment.ActorNames;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.policy.Decision;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.HeldVote;
import org.tumen.simulation.RunTrace;
import org.tumen.simulation.WeekState;
import org.tumen.study.UsageException;
import org.tumen.study.trace.TracedRun;
import org.tumen.trace.Chronicle;
import org.tumen.trace.Divergence;
import org.tumen.trace.FreshContinuations;
import org.tumen.trace.Representative;
import org.tumen.words.Texts;
import org.tumen.world.Member;
import org.tumen.world.Stage;

/** One run week by week as JSON, and beside it the same run with decisions or votes changed. */
final class Traces {
    /** Runs among which the median or the worst is looked for where no batch is named. */
    static final int AMONG = 500;

    private Traces() {}

    /**
     * The number of the run that a request means: a number, or median, worst or best of an outcome, among all runs of a
     * batch or, without one, among the first.
     */
    static long which(
            Scenario scenario, long seed, String run, @Nullable String outcomeKey, @Nullable LiveBatch batch) {
        for (Representative.Pick pick : Representative.Pick.values()) {
            if (pick.name().equalsIgnoreCase(run)) {
                Outcome outcome = Requests.outcome(outcomeKey);
                if (batch != null) {
                    return asked(() ->
                            Representative.find(batch.column(outcome, batch.completed()), pick, outcome.direction()));
                }
                return Representative.find(scenario, seed, AMONG, pick, outcome, () -> {});
            }
        }
        if (!run.matches("[0-9]{1,15}")) {
            throw RequestRefusedException.bad(
                    "run must be a number from 0 of at most 15 digits, or median, worst or best");
        }
        if (outcomeKey != null) {
            throw RequestRefusedException.bad(
                    "outcome says by what the median, worst or best run is meant; leave it out, or"
                            + " ask for one of those");
        }
        return Long.parseLong(run);
    }

    static ObjectNode of(Scenario scenario, RunKey key, @Nullable String flip) {
        TracedRun run = new TracedRun(scenario, key);
        RunTrace trace = asked(run::trace);
        ObjectNode root = Json.object();
        root.put("run", key.run());
        root.put("seed", key.seed());
        root.put("start", scenario.start().toString());
        root.set("cargo", Snapshot.cargo(scenario));
        ActorNames names = new ActorNames(scenario);
        ObjectNode actors = root.putObject("actors");
        ObjectNode roles = root.putObject("roles");
        scenario.actors().forEach((name, actor) -> {
            actors.put(name, names.label(name));
            roles.put(name, Texts.key(actor.role()));
        });
        root.set("trace", json(trace));
        if (flip != null && !flip.isBlank()) {
            RunTrace other = asked(() -> run.flipped(flips(flip), new ArrayList<>()));
            root.set("flipped", json(other));
            Divergence.between(trace, other).ifPresent(d -> root.put("parting", d.week()));
        }
        return root;
    }

    /** A run with flips continued many times with fresh draws, against as it was: what hung on the flips. */
    static ObjectNode fresh(Scenario scenario, RunKey key, String flip, int count) {
        FreshContinuations found = asked(() ->
                new TracedRun(scenario, key).continuations(flips(flip), null, count, new ArrayList<>(), () -> {}));
        ObjectNode root = Json.object()
                .put("week", found.week())
                .put("count", found.usual().runs());
        ArrayNode rows = root.putArray("rows");
        found.differences().rows().forEach(row -> LiveComparison.describe(row, rows.addObject()));
        return root;
    }

    private static List<String> flips(String flip) {
        return Arrays.stream(flip.split(",", -1)).map(String::strip).toList();
    }

    /** What is asked for, or why it cannot be: the options of the command line are parameters of a request here. */
    private static <T> T asked(Supplier<T> made) {
        try {
            return made.get();
        } catch (UsageException e) {
            throw RequestRefusedException.bad(String.valueOf(e.getMessage()).replaceFirst("^--", ""));
        } catch (IllegalStateException e) {
            throw new RequestRefusedException(409, String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode json(RunTrace trace) {
        ObjectNode root = Json.object();
        Chronicle chronicle = new Chronicle(trace);
        ArrayNode weeks = root.putArray("weeks");
        for (WeekState state : trace.weeks()) {
            week(trace, chronicle, state, weeks.addObject());
        }
        root.put("ending", chronicle.ending());
        ObjectNode outcomes = root.putObject("outcomes");
        for (Outcome outcome : Outcome.all()) {
            Snapshot.put(outcomes, outcome.key(), trace.outcome(outcome));
        }
        return root;
    }

    private static void week(RunTrace trace, Chronicle chronicle, WeekState state, ObjectNode node) {
        node.put("week", state.week());
        node.put("date", trace.scenario().day(state.week()).toString());
        Snapshot.put(node, "stability", state.stability());
        Snapshot.put(node, "tension", state.tension());
        Snapshot.put(node, "arsenal", state.arsenal());
        Snapshot.put(node, "integrity", state.integrity());
        Snapshot.put(node, "heat", state.heat());
        Snapshot.put(node, "exposure", state.exposure());
        Snapshot.put(node, "pressure", state.pressure());
        Snapshot.put(node, "remaining", state.remaining());
        node.put("stage", Texts.key(state.stage()));
        node.put("live", state.stage() != Stage.NONE);
        node.put("crisis", state.crisis());
        node.put("revealed", state.revealed());
        ObjectNode beliefs = node.putObject("beliefs");
        state.beliefs().forEach((who, belief) -> Snapshot.put(beliefs, who, belief));
        ArrayNode events = node.putArray("events");
        chronicle.events(state.week()).forEach(events::add);
        ArrayNode acts = node.putArray("acts");
        trace.eventsOf(state.week())
                .forEach(e -> acts.addObject()
                        .put("kind", e.kind().key())
                        .put("from", e.source())
                        .put("to", e.target()));
        ArrayNode decisions = node.putArray("decisions");
        trace.decisionsOf(state.week()).forEach(d -> decision(d, chronicle, decisions.addObject()));
        ArrayNode votes = node.putArray("votes");
        trace.votes().stream()
                .filter(v -> v.week() == state.week())
                .forEach(v -> vote(v, permanent(trace.scenario(), v.week()), votes.addObject()));
    }

    private static void decision(Decision d, Chronicle chronicle, ObjectNode node) {
        node.put("actor", d.actor());
        node.put("question", Texts.key(d.question()));
        node.put("rule", d.rule());
        node.put("chosen", d.chosen().key());
        node.put("told", chronicle.reason(d));
        Snapshot.put(node, "attention", d.attentionProbability());
        ArrayNode options = node.putArray("options");
        for (int i = 0; i < d.options().size(); i++) {
            ObjectNode option =
                    options.addObject().put("action", d.options().get(i).key());
            if (i < d.utilities().size()) {
                Snapshot.put(option, "utility", d.utilities().get(i));
            }
            if (i < d.probabilities().size()) {
                Snapshot.put(option, "probability", d.probabilities().get(i));
            }
        }
    }

    /** The permanent members of the roster of a week. */
    private static Set<String> permanent(Scenario scenario, int week) {
        return scenario.council().roster().on(scenario.day(week)).members().stream()
                .filter(Member::permanent)
                .map(Member::iso3)
                .collect(Collectors.toSet());
    }

    private static void vote(HeldVote vote, Set<String> permanent, ObjectNode node) {
        node.put("subject", vote.subject());
        Snapshot.put(node, "strength", vote.strength());
        ArrayNode members = node.putArray("members");
        vote.votes()
                .forEach((iso3, cast) -> members.addObject()
                        .put("member", iso3)
                        .put("permanent", permanent.contains(iso3))
                        .put("vote", Texts.key(cast)));
    }
}
