package org.tumen.study.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.policy.Decision;
import org.tumen.simulation.RunTrace;
import org.tumen.trace.Chronicle;
import org.tumen.trace.Divergence;
import org.tumen.words.Numbers;
import org.tumen.words.TextTable;

/** A run told in sentences, alone or against another run. */
public final class RunText {
    private static final int WEEKS_SHOWN_AFTER_PARTING = 12;

    private RunText() {}

    /** The run of a scenario or arm of a name week by week, with the reasons of decisions where wanted. */
    public static String whole(RunTrace trace, String name, String drawn, boolean why) {
        Chronicle chronicle = new Chronicle(trace);
        StringBuilder text = new StringBuilder();
        text.append(heading(trace, name)).append('\n').append(drawn).append(chronicle.text(why));
        text.append(chronicle.ending()).append("\n\n").append(outcomes(trace));
        return text.toString();
    }

    private static String heading(RunTrace trace, String name) {
        return String.format(
                Locale.ROOT,
                "Run %d of %s, seed %d, %s from %s",
                trace.key().run(),
                name,
                trace.key().seed(),
                Numbers.counted(trace.scenario().weeks(), "week"),
                trace.scenario().start());
    }

    private static String outcomes(RunTrace trace) {
        TextTable table = new TextTable("Outcome", "Value", "Unit").words(2);
        for (Outcome outcome : Outcome.all()) {
            table.row(outcome.label(), value(trace, outcome), outcome.kind() == Kind.FLAG ? "" : outcome.unit());
        }
        return table.toString();
    }

    /** An outcome of one run, of which no share can be told, nor the week of what did not happen. */
    private static String value(RunTrace trace, Outcome outcome) {
        double value = trace.outcome(outcome);
        return switch (outcome.kind()) {
            case FLAG -> value > 0 ? "yes" : "no";
            case TIME -> value < trace.scenario().weeks() ? number(outcome, value) : "never";
            default -> number(outcome, value);
        };
    }

    private static String number(Outcome outcome, double value) {
        return Numbers.fixed(value, outcome.kind() == Kind.CONTINUOUS ? 3 : 0);
    }

    /** Where two runs part and what followed; a names the scenario or arm of the first, b the other one. */
    public static String parting(RunTrace ours, String a, RunTrace theirs, String b) {
        StringBuilder text = new StringBuilder(heading(ours, a))
                .append(", against ")
                .append(b.startsWith("with ") ? "itself " : "")
                .append(b)
                .append('\n');
        Optional<Divergence> found = Divergence.between(ours, theirs);
        if (found.isEmpty()) {
            return text.append("The two runs never diverge: every decision and every state is the same.\n")
                    .toString();
        }
        Divergence parting = found.get();
        int week = parting.week();
        text.append(String.format(
                Locale.ROOT,
                "%nThey diverge in week %d (%s):%n",
                week,
                ours.scenario().day(week)));
        text.append("  ")
                .append(a)
                .append(": ")
                .append(took(ours, parting.baseline()))
                .append('\n');
        text.append("  ")
                .append(b)
                .append(": ")
                .append(took(theirs, parting.other()))
                .append("\n\nWhat followed:\n");
        Chronicle left = new Chronicle(ours);
        Chronicle right = new Chronicle(theirs);
        int shown = 0;
        for (int w : Divergence.differingWeeks(ours, theirs, week)) {
            List<String> mine = left.events(w);
            List<String> other = right.events(w);
            // Events may differ by less than their sentences tell, such as a rounded number.
            if (mine.containsAll(other) && other.containsAll(mine)) {
                continue;
            }
            text.append(ours.scenario().day(w)).append('\n');
            tellOnly(text, a, mine, other);
            tellOnly(text, b, other, mine);
            if (++shown == WEEKS_SHOWN_AFTER_PARTING) {
                break;
            }
        }
        return text.append('\n').append(differences(ours, theirs, a, b)).toString();
    }

    /** Tells the events of one side that the other side does not have. */
    private static void tellOnly(StringBuilder text, String who, List<String> told, List<String> elsewhere) {
        told.stream()
                .filter(line -> !elsewhere.contains(line))
                .forEach(line ->
                        text.append("  ").append(who).append(": ").append(line).append('\n'));
    }

    private static String took(RunTrace trace, Optional<Decision> decision) {
        if (decision.isEmpty()) {
            return "no such decision; the worlds differ";
        }
        return new Chronicle(trace).reason(decision.get());
    }

    private static String differences(RunTrace ours, RunTrace theirs, String a, String b) {
        TextTable table = new TextTable("Outcome", a, b, "Difference");
        for (Outcome outcome : Outcome.all()) {
            double left = ours.outcome(outcome);
            double right = theirs.outcome(outcome);
            if (left != right) {
                String difference = outcome.kind() == Kind.FLAG
                        ? Numbers.NONE
                        : Numbers.difference(right - left, outcome.kind() == Kind.CONTINUOUS ? 3 : 0);
                table.row(outcome.label(), value(ours, outcome), value(theirs, outcome), difference);
            }
        }
        return table.toString();
    }
}
