package org.tumen.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.OutcomeSummary;
import org.tumen.analysis.SummaryDistribution;
import org.tumen.analysis.sensitivity.ParameterShare;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.scenario.deal.CargoParameters;
import org.tumen.summary.VarianceShares;
import org.tumen.words.Numbers;
import org.tumen.words.ShellWords;
import org.tumen.words.TextTable;
import org.tumen.words.Texts;

/** What a batch says on the terminal: a table of the main outcomes and three sentences. */
public final class BatchTexts {
    private static final List<Outcome> MAIN = List.of(
            Outcome.MEAN_STABILITY,
            Outcome.FINAL_STABILITY,
            Outcome.MIN_STABILITY,
            Outcome.MEAN_TENSION,
            Outcome.CRISIS_WEEKS,
            Outcome.INCIDENTS,
            Outcome.FIRST_SHIPMENT,
            Outcome.FIRST_WARNING,
            Outcome.MEAN_ENFORCEMENT,
            Outcome.DELIVERED,
            Outcome.LAUNCHES,
            Outcome.WARNINGS,
            Outcome.PACKAGES,
            Outcome.FINAL_ARSENAL,
            Outcome.FINAL_INTEGRITY,
            Outcome.FINAL_CREDIBILITY);

    private static final int FAILURES_SHOWN = 5;

    private BatchTexts() {}

    /** Says that more runs are stored than were asked for, and that all are used; empty where no more are. */
    public static String beyond(long wanted, long used) {
        return used <= wanted
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%,d runs were asked for; more are stored, and all %,d are used (--force makes the result anew).%n%n",
                        wanted,
                        used);
    }

    /** The main outcomes: mean with its standard error, 5th, 50th and 95th percentile. */
    public static String table(BatchData data) {
        TextTable table = new TextTable("Outcome", "mean", "(s.e.)", "5 %", "50 %", "95 %", "unit");
        for (Outcome outcome : MAIN) {
            OutcomeSummary s = summary(data, outcome);
            table.row(
                    outcome.label(),
                    number(s.mean()),
                    "(" + number(s.standardError(), 3) + ")",
                    quantile(outcome, s.p5()),
                    quantile(outcome, s.p50()),
                    quantile(outcome, s.p95()),
                    outcome.unit());
        }
        return table.toString();
    }

    /** How the variance of the main outcomes is split into parameters and chance; empty when nothing was uncertain. */
    public static String variance(@Nullable VarianceShares split) {
        if (split == null) {
            return "";
        }
        TextTable table = new TextTable("Outcome", "sd of a run", "parameters", "95 % interval", "chance");
        for (Outcome outcome : MAIN) {
            ParameterShare share = split.shares().get(outcome);
            if (share != null && Double.isFinite(share.share())) {
                double shown = Math.max(0, share.share());
                table.row(
                        outcome.label(),
                        number(Math.sqrt(share.variance())),
                        percent(shown),
                        percent(Math.max(0, share.low())) + " to " + percent(Math.max(0, share.high())),
                        percent(1 - shown));
            }
        }
        return format("%nWhat of the variance between runs is uncertainty of parameters, and what chance:%n")
                + table
                + split.method()
                + format("%n");
    }

    /** What happened, in three sentences. */
    public static String sentences(BatchData data, CargoParameters cargo) {
        OutcomeSummary crisis = summary(data, Outcome.ANY_CRISIS);
        OutcomeSummary shipped = summary(data, Outcome.DELIVERED);
        OutcomeSummary lapsed = summary(data, Outcome.MANDATE_FAILED);
        return format(
                "A crisis broke out in %s of runs.%n"
                        + "Arms were shipped in %s of runs; on average %.2f units (about %s) were delivered.%n"
                        + "The renewal of the expert panel's mandate failed in %s of runs.",
                percent(crisis.mean()),
                percent(1 - shipped.shareOfZeros()),
                shipped.mean(),
                cargo.told(shipped.mean()),
                percent(lapsed.mean()));
    }

    /** Which runs of a result failed and why, the first few of them, and how to look at one; empty when none did. */
    public static String failures(List<RunFailure> failures, Path result, boolean severalArms) {
        if (failures.isEmpty()) {
            return "";
        }
        String arm = severalArms ? " --arm " + ShellWords.quote(failures.get(0).arm()) : "";
        return failures(failures, ShellWords.quote(result.toString()) + arm, severalArms);
    }

    /** The same for runs that are not stored as a result; a scenario of which the first of them is a run lies in a file. */
    public static String failures(List<RunFailure> failures, Path scenario) {
        String seed = " --seed=" + failures.get(0).key().seed();
        return failures(failures, ShellWords.quote(scenario.toString()) + seed, true);
    }

    private static String failures(List<RunFailure> failures, String traced, boolean severalArms) {
        StringBuilder text = new StringBuilder(format(
                "%n%,d %s failed and %s in none of the figures:%n",
                failures.size(), failures.size() == 1 ? "run" : "runs", failures.size() == 1 ? "is" : "are"));
        for (RunFailure f : failures.subList(0, Math.min(FAILURES_SHOWN, failures.size()))) {
            text.append(format(
                    "  run %d of seed %d%s: %s%n",
                    f.key().run(), f.key().seed(), severalArms ? ", arm " + f.arm() : "", Texts.visible(f.cause())));
        }
        return text.append(format(
                        "See one with `tumen trace %s --run %d`.%n",
                        traced, failures.get(0).key().run()))
                .toString();
    }

    private static OutcomeSummary summary(BatchData data, Outcome outcome) {
        SummaryDistribution found = data.outcomes().get(outcome);
        if (found == null) {
            throw new IllegalArgumentException("no outcome " + outcome.key());
        }
        return found.summary();
    }

    static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    private static String quantile(Outcome outcome, double value) {
        return outcome.kind() == Kind.CONTINUOUS ? number(value) : Numbers.fixed(value, 0);
    }

    static String number(double value) {
        return number(value, Math.abs(value) < 10 ? 3 : 2);
    }

    private static String number(double value, int decimals) {
        return Numbers.fixed(value, decimals);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
