package org.tumen.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of the runs.
 *
 * @param index from 1
 * @param of the number of shares
 */
record Shard(int index, int of) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    static Shard parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new UsageException("--shard must be of the form I/N, such as 3/64, not \"" + text + "\"");
        }
        Shard shard = new Shard(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
        if (shard.of < 1 || shard.index < 1 || shard.index > shard.of) {
            throw new UsageException("--shard must be from 1/N to N/N, not " + text);
        }
        return shard;
    }

    /** The first run of this share of so many runs. */
    long from(long runs) {
        return bound(index - 1, runs);
    }

    /** One past the last. */
    long to(long runs) {
        return bound(index, runs);
    }

    private long bound(int i, long runs) {
        // Floor of i·runs/of without overflow: runs are at most 10⁸ and shares at most 10⁶.
        return i * runs / of;
    }
}
