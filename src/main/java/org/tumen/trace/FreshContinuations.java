package org.tumen.trace;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.Settings;
import org.tumen.experiment.RunMaker;
import org.tumen.outcome.Continuation;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;

/**
 * A run continued many times with fresh draws after one of its weeks, as it was and with flips: what hung on them, luck
 * averaged out. Continuation n has the same fresh draws with and without the flips.
 *
 * @param week the last week whose draws are those of the run
 * @param failed continuations left out because the run failed, with or without the flips
 * @param usual the outcomes of the continuations as it was
 * @param flipped their outcomes with the flips; null without flips
 */
public record FreshContinuations(
        int week, int failed, Arm usual, @Nullable Arm flipped, Settings settings) {
    /** Fewest continuations that tell anything. */
    public static final int FEWEST = 20;

    /** Most continuations. */
    public static final int MOST = 1_000_000;

    /**
     * Continues a run.
     *
     * @param scenario the scenario of the run, nothing uncertain in it
     * @param flipped the same with flips; null for none
     * @param week the last week whose draws are those of the run
     * @param count how many continuations, {@value #FEWEST} to {@value #MOST}
     * @throws IllegalArgumentException when there are too few or too many
     * @throws IllegalStateException when so many fail that fewer than {@value #FEWEST} are left
     */
    public static FreshContinuations of(
            Scenario scenario, @Nullable Scenario flipped, RunKey key, int week, int count, Runnable done) {
        if (count < FEWEST || count > MOST) {
            throw new IllegalArgumentException(
                    "continuations must be from " + FEWEST + " to " + MOST + ", not " + count);
        }
        RunMaker usual = new RunMaker(scenario);
        RunMaker other = flipped == null ? null : new RunMaker(flipped);
        Map<Outcome, double[]> columns = columns(count);
        Map<Outcome, double[]> others = columns(count);
        int kept = 0;
        for (int n = 1; n <= count; n++) {
            Continuation continuation = new Continuation(week, n);
            boolean completed =
                    usual.make(key, continuation) == null && (other == null || other.make(key, continuation) == null);
            if (completed) {
                put(usual.outcomes(), columns, kept);
                if (other != null) {
                    put(other.outcomes(), others, kept);
                }
                kept++;
            }
            done.run();
        }
        if (kept < FEWEST) {
            throw new IllegalStateException((count - kept) + " of " + count + " continuations failed");
        }
        Arm told = new Arm("as it was", first(columns, kept));
        Arm changed = other == null ? null : new Arm("flipped", first(others, kept));
        return new FreshContinuations(
                week, count - kept, told, changed, Settings.standard().withHorizon(scenario.weeks()));
    }

    private static Map<Outcome, double[]> columns(int count) {
        Map<Outcome, double[]> columns = new EnumMap<>(Outcome.class);
        Outcome.all().forEach(outcome -> columns.put(outcome, new double[count]));
        return columns;
    }

    private static void put(double[] outcomes, Map<Outcome, double[]> columns, int place) {
        columns.forEach((outcome, column) -> column[place] = outcomes[outcome.ordinal()]);
    }

    private static Map<Outcome, double[]> first(Map<Outcome, double[]> columns, int count) {
        Map<Outcome, double[]> kept = new EnumMap<>(Outcome.class);
        columns.forEach((outcome, column) -> kept.put(outcome, Arrays.copyOf(column, count)));
        return kept;
    }

    /** The outcomes that differ with the flips, against as it was, on the same fresh draws; without flips none. */
    public ComparisonTable differences() {
        Arm with = flipped;
        List<Measure> differing = with == null
                ? List.of()
                : Outcome.all().stream()
                        .filter(o -> !Arrays.equals(usual.column(o), with.column(o)))
                        .map(Measure::of)
                        .toList();
        return with == null || differing.isEmpty()
                ? new ComparisonTable(List.of())
                : ComparisonTable.of(differing, usual, List.of(with), settings);
    }
}
