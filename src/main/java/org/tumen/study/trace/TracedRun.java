package org.tumen.study.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.RunMaker;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.simulation.RunTrace;
import org.tumen.study.StageProgress;
import org.tumen.study.UsageException;
import org.tumen.trace.Flip;
import org.tumen.trace.FreshContinuations;
import org.tumen.trace.Representative;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * A run of a scenario looked at, alone, with decisions or votes flipped, or continued with fresh draws.
 *
 * @param scenario the scenario, its uncertain quantities not yet drawn
 */
public record TracedRun(Scenario scenario, RunKey key) {
    /** Most runs among which one is picked. */
    private static final int MOST_AMONG = 10_000_000;

    /**
     * The number of the run that stands for many.
     *
     * @param pick median, worst or best of an outcome: {@code worst:mean_stability}; without an outcome, of mean stability
     * @param among number of runs of the seed among which it is looked for, 1 to 10,000,000
     * @throws UsageException when there is no such pick, outcome or number
     */
    public static long pick(Scenario scenario, long seed, String pick, int among, StageProgress progress) {
        if (among < 1 || among > MOST_AMONG) {
            throw new UsageException("--among must be from 1 to 10,000,000, not " + among);
        }
        Wanted wanted = Wanted.of(pick);
        progress.begin("looking for the run", "runs", among);
        return Representative.find(scenario, seed, among, wanted.pick(), wanted.outcome(), progress::done);
    }

    /** Which run is to be picked, by which outcome. */
    record Wanted(Representative.Pick pick, Outcome outcome) {
        static Wanted of(String text) {
            String[] parts = text.split(":", 2);
            Outcome outcome = parts.length == 1
                    ? Outcome.MEAN_STABILITY
                    : UsageException.unlessRefused("--pick: ", () -> Outcome.named(parts[1]));
            return Arrays.stream(Representative.Pick.values())
                    .filter(p -> p.name().equalsIgnoreCase(parts[0]))
                    .findFirst()
                    .map(which -> new Wanted(which, outcome))
                    .orElseThrow(() -> new UsageException(
                            "--pick must begin with median, worst or best, not " + Texts.quoted(parts[0])));
        }
    }

    /**
     * The run, week by week.
     *
     * @throws IllegalStateException when it fails, naming run and cause
     */
    public RunTrace trace() {
        return of(scenario);
    }

    private RunTrace of(Scenario made) {
        try {
            return RunTrace.of(made, key);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalStateException(
                    "run " + key.run() + " of " + made.name() + ", seed " + key.seed() + ", fails: "
                            + RunMaker.cause(e),
                    e);
        }
    }

    /** The values of what is uncertain in the scenario, a line each; empty when nothing is. */
    public String drawn() {
        if (scenario.uncertainties() == null) {
            return "";
        }
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        double[] values = draw.values(key.seed(), key.run());
        StringBuilder text = new StringBuilder("Drawn for this run:\n");
        for (int i = 0; i < values.length; i++) {
            text.append(String.format(Locale.ROOT, "  %s = %s%n", draw.paths().get(i), Numbers.fixed(values[i], 4)));
        }
        return text.append('\n').toString();
    }

    /**
     * The run with flips, on the same random numbers.
     *
     * @param flips each in {@link Flip#FORM}; none leaves the run as it is
     * @param vain receives a sentence for each flip that changes nothing, as the run never came to what it changes
     * @throws UsageException when a flip cannot be
     */
    public RunTrace flipped(List<String> flips, List<String> vain) {
        if (flips.isEmpty()) {
            return trace();
        }
        Scenario drawn = UncertaintyDraw.drawn(scenario, key.seed(), key.run());
        List<Flip> read = read(flips, drawn);
        RunTrace theirs = of(possible(() -> Flip.applyAll(read, drawn)));
        vain.addAll(vain(read, theirs));
        return theirs;
    }

    /**
     * What becomes of the run when it goes on with fresh draws, or where it is flipped, what differs on average.
     *
     * @param flips each in {@link Flip#FORM}
     * @param from the last week whose draws are those of the run; null for the week of the first flip
     * @param count number of continuations
     * @param vain receives a sentence for each flip that changes nothing
     * @throws UsageException when week, count or a flip cannot be
     */
    public Findings continued(
            String name,
            List<String> flips,
            @Nullable Integer from,
            int count,
            List<String> vain,
            StageProgress progress) {
        RunTrace trace = trace();
        progress.begin("continuing the run", "continuations", count);
        FreshContinuations found = continuations(flips, from, count, vain, progress::done);
        return ContinuationFindings.of(trace, name, read(flips, trace.scenario()), found);
    }

    /** The same as outcomes; {@code done} is told after each continuation. */
    public FreshContinuations continuations(
            List<String> flips, @Nullable Integer from, int count, List<String> vain, Runnable done) {
        if (count < FreshContinuations.FEWEST || count > FreshContinuations.MOST) {
            throw new UsageException("--fresh must be from " + FreshContinuations.FEWEST + " to "
                    + FreshContinuations.MOST + ", not " + count);
        }
        Scenario drawn = trace().scenario();
        List<Flip> read = read(flips, drawn);
        int week = lastWeekAsItWas(read, from, drawn);
        Scenario changed = read.isEmpty() ? null : possible(() -> Flip.applyAll(read, drawn));
        if (changed != null) {
            vain.addAll(vain(read, of(changed)));
        }
        return FreshContinuations.of(drawn, changed, key, week, count, done);
    }

    private static int lastWeekAsItWas(List<Flip> flips, @Nullable Integer from, Scenario scenario) {
        if (from == null && flips.isEmpty()) {
            throw new UsageException("--fresh needs --from, the week after which the draws are fresh, or a --flip");
        }
        int week = from == null ? flips.stream().mapToInt(Flip::week).min().orElse(0) : from;
        if (week < 0 || week >= scenario.weeks()) {
            throw new UsageException("--from must be from 0 to " + (scenario.weeks() - 1) + ", not " + week);
        }
        return week;
    }

    private static List<Flip> read(List<String> flips, Scenario drawn) {
        return possible(
                () -> flips.stream().map(text -> Flip.parse(text, drawn)).toList());
    }

    private static <T> T possible(Supplier<T> flipping) {
        return UsageException.unlessRefused("--flip: ", flipping);
    }

    private static List<String> vain(List<Flip> flips, RunTrace theirs) {
        List<String> vain = new ArrayList<>();
        for (Flip flip : flips) {
            if (!flip.arisesIn(theirs)) {
                vain.add("--flip " + flip + " changes nothing here: " + flip.actor()
                        + (flip.vote() == null
                                ? " was not asked for that in week " + flip.week()
                                : " was called to no vote in week " + flip.week() + "; " + weeksOfVotes(theirs)));
            }
        }
        return vain;
    }

    private static String weeksOfVotes(RunTrace trace) {
        return trace.votes().isEmpty()
                ? "no votes were held in this run"
                : "votes were held in "
                        + Texts.listed(trace.votes().stream()
                                .map(v -> "week " + v.week() + " (" + v.subject() + ")")
                                .toList());
    }
}
