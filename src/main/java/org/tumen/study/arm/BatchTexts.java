package org.tumen.study.arm;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.tumen.outcome.RunFailure;
import org.tumen.words.ShellWords;
import org.tumen.words.Texts;

/** What commands say of runs beside what was found: how many are stored, and which failed. */
public final class BatchTexts {
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

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
