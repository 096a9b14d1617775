package org.tumen.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of the runs of an experiment.
 *
 * @param index from 1
 * @param of the number of shares
 */
public record Shard(int index, int of) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public static Shard parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("--shard must be of the form I/N, such as 3/64, not \"" + text + "\"");
        }
        Shard shard = new Shard(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
        if (shard.of < 1 || shard.index < 1 || shard.index > shard.of) {
            throw new IllegalArgumentException("--shard must be from 1/N to N/N, not " + text);
        }
        return shard;
    }

    /** This share of some slices, which it lays end to end in their order. */
    public List<Job.Slice> of(List<Job.Slice> slices) {
        long total = slices.stream().mapToLong(Job.Slice::size).sum();
        long from = bound(index - 1, total);
        long to = bound(index, total);
        List<Job.Slice> share = new ArrayList<>();
        long passed = 0;
        for (Job.Slice slice : slices) {
            long first = Math.max(from, passed);
            long last = Math.min(to, passed + slice.size());
            if (first < last) {
                long shift = slice.from() - passed;
                share.add(new Job.Slice(slice.arm(), first + shift, last + shift));
            }
            passed += slice.size();
        }
        return share;
    }

    private long bound(int i, long runs) {
        // Floor of i·runs/of without overflow: runs are below 10¹² and shares at most 10⁶.
        return i * runs / of;
    }
}
