package org.tumen.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tumen.experiment.ActorNames;
import org.tumen.policy.Decision;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.HeldVote;
import org.tumen.simulation.RunTrace;
import org.tumen.simulation.WeekState;
import org.tumen.words.Numbers;
import org.tumen.world.Action;
import org.tumen.world.Event;
import org.tumen.world.EventKind;
import org.tumen.world.Stage;
import org.tumen.world.Vote;

/** Tells a run in plain sentences, week by week, with dates. */
public final class Chronicle {
    private final RunTrace trace;
    private final Scenario scenario;
    private final ActorNames names;

    public Chronicle(RunTrace trace) {
        this.trace = trace;
        scenario = trace.scenario();
        names = new ActorNames(scenario);
    }

    /** The events of a week as sentences, without the date. */
    public List<String> events(int week) {
        List<String> sentences = new ArrayList<>();
        if (week == 0 && agreedBefore()) {
            sentences.add(names.label(scenario.sellerName()) + " and " + names.label(scenario.buyerName())
                    + " have a deal already");
        }
        Event last = null;
        for (Event event : trace.eventsOf(week)) {
            if (last == null || !secondDirection(last, event)) {
                sentences.add(sentence(event));
            }
            last = event;
        }
        return sentences;
    }

    /** Whether the run began with a deal, of which no event tells. */
    private boolean agreedBefore() {
        Stage stage = trace.weeks().get(0).stage();
        List<EventKind> kinds = trace.eventsOf(0).stream().map(Event::kind).toList();
        return !kinds.contains(EventKind.AGREEMENT)
                && (stage == Stage.AGREED || stage == Stage.SHIPPING || kinds.contains(EventKind.ABANDONMENT));
    }

    private static boolean secondDirection(Event last, Event event) {
        boolean sameAct = last.kind() == event.kind() && last.magnitude() == event.magnitude();
        boolean mirrored = last.source().equals(event.target()) && last.target().equals(event.source());
        boolean otherTarget = last.source().equals(event.source())
                && (event.kind() == EventKind.CONCERN || event.kind() == EventKind.WARNING);
        return sameAct && (mirrored && !last.source().equals(last.target()) || otherTarget);
    }

    private String sentence(Event e) {
        String source = names.label(e.source());
        String target = names.label(e.target());
        String seller = names.label(scenario.sellerName());
        String buyer = names.label(scenario.buyerName());
        return switch (e.kind()) {
            case TALKS -> source + " and " + target + " begin arms talks";
            case AGREEMENT ->
                format(
                        "%s and %s agree on %s, paid to %.0f %% in technology",
                        source, target, scenario.deal().cargo().told(e.magnitude()), 100 * technology(e));
            case SHIPMENT ->
                format("%s ships %s to %s", source, scenario.deal().cargo().told(e.magnitude()), target);
            case COMPLETION -> "the volume that was agreed is delivered";
            case TALKS_ENDED -> source + " leaves the talks with " + target;
            case ABANDONMENT ->
                format(
                        "%s abandons the deal with %s, %s short",
                        source, target, scenario.deal().cargo().told(e.magnitude()));
            case EXTENSION ->
                format(
                        "%s and %s extend their deal by %s, paid to %.0f %% in technology",
                        source, target, scenario.deal().cargo().told(e.magnitude()), 100 * technology(e));
            case ANNOUNCEMENT -> source + " and " + target + " announce their deal";
            case MISSILES -> format("%s ships ballistic missiles to %s", source, target);
            case TREATY -> source + " and " + target + " sign a treaty";
            case TROOPS -> format("%s sends troops to %s", source, target);
            case MINOR_LAUNCH -> source + " launches a missile";
            case MAJOR_LAUNCH -> source + " makes a major launch";
            case REVELATION -> format("the deal is revealed by %s", publisher(e));
            // An actor may be several states, so that its label takes no verb.
            case DISCLOSURE -> "what can be seen of the deal is disclosed by " + source;
            case REPORT -> publisher(e) + " reports on the deal";
            case APPEAL -> format("%s appeals to %s for dialogue (%s)", source, target, stand(e));
            case CONCERN -> format("%s voices concern about %s and %s (%s)", source, buyer, seller, stand(e));
            case WARNING -> format("%s warns %s and %s (%s)", source, buyer, seller, stand(e));
            case REFERRAL -> format("%s refers the matter to the %s (%s)", source, target, stand(e));
            case PREPARATION -> format("%s prepares sanctions on %s", source, target);
            case PACKAGE, ALLY_PACKAGE ->
                format("sanctions by %s on %s close %.0f %% of the open channels", source, target, 100 * e.magnitude());
            case RESOLUTION -> format("the %s adopts a resolution of strength %.2f%s", source, e.magnitude(), tally(e));
            case VETO -> format("%s vetoes %s%s", source, subject(e), tally(e));
            case SHORT_VOTE -> format("%s falls short of nine votes%s", subject(e), tally(e));
            case STATEMENT -> format("the %s agrees a presidential statement", source);
            case STATEMENT_BLOCKED -> format("a presidential statement is blocked in the %s", source);
            case NOTHING_TABLED -> format("the %s deliberates; nothing is tabled", source);
            case MANDATE_RENEWED -> format("the expert panel's mandate is renewed%s", tally(e));
            case MANDATE_FAILED -> format("the renewal of the expert panel's mandate fails%s", tally(e));
            case PANEL_ENDED -> "the expert panel ends";
            case COALITION_FORMED -> "a coalition that monitors the sanctions forms";
            case DIALOGUE_OPENED -> format("%s opens a dialogue", source);
            case DIALOGUE_ENDED -> format("%s ends the dialogue", source);
            case SHOCK -> format("a shock from outside raises tension by %.1f points", e.magnitude());
            case INCIDENT -> format("an armed incident raises tension by %.0f points", e.magnitude());
        };
    }

    private String publisher(Event e) {
        return switch (e.source()) {
            case Event.PANEL -> "the Council's expert panel";
            case Event.COALITION -> "the monitoring coalition";
            case Event.REGION -> "what was published";
            default -> names.label(e.source());
        };
    }

    private double technology(Event agreement) {
        return trace.weeks().get(agreement.week()).technology();
    }

    /** Belief and credibility with which a warner spoke. */
    private String stand(Event e) {
        WeekState before = trace.before(e.week());
        double credibility = Objects.requireNonNullElse(before.credibilities().get(e.source()), 0.0);
        return format("belief %.2f, credibility %.2f", e.magnitude(), credibility);
    }

    private String subject(Event e) {
        return voteOf(e).subject().equals("mandate")
                ? "the renewal of the expert panel's mandate"
                : format("a draft resolution of strength %.2f", e.magnitude());
    }

    private String tally(Event e) {
        HeldVote vote = voteOf(e);
        return format(" (%d-%d-%d)", vote.count(Vote.YES), vote.count(Vote.NO), vote.count(Vote.ABSTAIN));
    }

    /** The vote that an event reports: the one of its week with its strength. */
    private HeldVote voteOf(Event e) {
        return trace.votes().stream()
                .filter(v -> v.week() == e.week() && v.strength() == e.magnitude())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an event of the Council without a vote"));
    }

    /** A decision with its options, utilities and probabilities. */
    public String reason(Decision d) {
        String who = names.label(d.actor());
        String what = d.chosen().key().replace('_', ' ');
        String attention =
                d.attentionProbability() < 1 ? format(", attention probability %.2f", d.attentionProbability()) : "";
        if (d.utilities().isEmpty()) {
            return format("%s, %s: %s (%s%s)", who, d.question().label(), what, d.rule(), attention);
        }
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < d.options().size(); i++) {
            Action option = d.options().get(i);
            options.append(i == 0 ? "" : "; ")
                    .append(format(
                            "%s u=%s p=%.2f",
                            option.key(),
                            Numbers.fixed(d.utilities().get(i), 3),
                            d.probabilities().get(i)));
        }
        return format("%s, %s: %s by %s%s [%s]", who, d.question().label(), what, d.rule(), attention, options);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** The chronicle as text lines with dates; with reasons below the events of each week where asked for. */
    public String text(boolean why) {
        StringBuilder text = new StringBuilder();
        for (int week = 0; week < scenario.weeks(); week++) {
            String date = scenario.day(week).toString();
            for (String event : events(week)) {
                text.append(date).append(' ').append(event).append('\n');
            }
            if (why) {
                for (Decision decision : trace.decisionsOf(week)) {
                    text.append(date)
                            .append("   why: ")
                            .append(reason(decision))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    /** One sentence on how the run ended. */
    public String ending() {
        WeekState end = trace.weeks().get(trace.weeks().size() - 1);
        String beliefs = end.beliefs().entrySet().stream()
                .map(b -> format("%s %.2f", names.label(b.getKey()), b.getValue()))
                .collect(Collectors.joining(", "));
        return format(
                "At the end, on %s: stability %.1f, tension %.1f, arsenal %.1f, integrity of the regime %.1f, stage of"
                        + " the deal %s%s",
                scenario.day(scenario.weeks()),
                end.stability(),
                end.tension(),
                end.arsenal(),
                end.integrity(),
                end.stage().key(),
                beliefs.isEmpty() ? "" : "; belief that there is a deal: " + beliefs);
    }
}
