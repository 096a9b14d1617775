package org.tumen.store.part;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tumen.words.Texts;

/**
 * One of several shares of the runs of an experiment, equal but for a run: the arms are laid end to end and cut.
 *
 * @param index from 1
 * @param of the number of shares, 1 to 999,999
 */
public record Shard(int index, int of) {
    /** All runs. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final int MOST = 999_999;
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** @throws IllegalArgumentException when there is no such share */
    public Shard {
        if (of < 1 || of > MOST || index < 1 || index > of) {
            throw new IllegalArgumentException("--shard must be from 1/N to N/N, not " + index + "/" + of);
        }
    }

    /**
     * Reads one, such as 3/64.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Shard parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException(
                    "--shard must be of the form I/N, such as 3/64, not " + Texts.quoted(text));
        }
        return new Shard(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
    }

    /** The first of so many runs, laid end to end, that belongs to it. */
    public long from(long runs) {
        return bound(index - 1, runs);
    }

    /** One past the last of so many runs that belongs to it. */
    public long to(long runs) {
        return bound(index, runs);
    }

    private long bound(int i, long runs) {
        // Floor of i·runs/of without overflow: runs are below 10¹² and shares at most 10⁶.
        return i * runs / of;
    }
}
