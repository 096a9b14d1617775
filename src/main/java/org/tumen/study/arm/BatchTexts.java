package org.tumen.study.arm;

import java.util.Locale;
import org.tumen.words.Numbers;

/** What commands say of runs beside what was found: how many are stored. */
public final class BatchTexts {
    private BatchTexts() {}

    /** Says that more runs are stored than were asked for, and that all are used; empty where no more are. */
    public static String beyond(long wanted, long used) {
        return used <= wanted
                ? ""
                : String.format(
                        Locale.ROOT,
                        "You asked for %s; more are stored, and all %,d are used (--force computes the result anew).",
                        Numbers.counted(wanted, "run"),
                        used);
    }
}
