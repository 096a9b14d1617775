package org.tumen.ballot;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.tumen.words.Resources;

/**
 * Rows of the posterior as a file: comments, a head, and a line for each row with the number of its draw, the nine weights
 * to four decimals, and the probabilities of the six levels of rivalry to five. Two such files are shipped; their heads
 * name the command that made them.
 */
public final class PosteriorFile {
    private static final int FIRST_LEVEL = 1 + VoteWeights.NAMES.size();
    private static final String HEAD = "draw," + String.join(",", VoteWeights.NAMES) + ",g0,g20,g40,g60,g80,g100";

    private PosteriorFile() {}

    /**
     * The shipped rows that know all votes, to March 2024; beliefs are moved on to 1 September 2024. What is known now, not
     * what was known at an earlier start.
     */
    public static List<PosteriorRow> toDate() {
        return ToDate.ROWS;
    }

    /** The shipped rows that know the votes to March 2023; beliefs are moved on to 1 September 2023. */
    public static List<PosteriorRow> to2023() {
        return To2023.ROWS;
    }

    /** Read when first asked for. */
    private static final class ToDate {
        private static final List<PosteriorRow> ROWS = resource("posterior.csv");
    }

    private static final class To2023 {
        private static final List<PosteriorRow> ROWS = resource("posterior-2023.csv");
    }

    private static List<PosteriorRow> resource(String name) {
        return new Rows(Resources.text(PosteriorFile.class, name)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.equals(HEAD))
                .toArray(String[]::new));
    }

    /** Rows that are read when first asked for: a small batch draws a few of thousands. */
    private static final class Rows extends AbstractList<PosteriorRow> implements RandomAccess {
        private final String[] lines;
        private final @Nullable PosteriorRow[] read;

        Rows(String[] lines) {
            this.lines = lines;
            read = new @Nullable PosteriorRow[lines.length];
        }

        @Override
        public PosteriorRow get(int index) {
            PosteriorRow row = read[index];
            if (row == null) {
                // Two threads that come at once read the same.
                row = row(lines[index]);
                read[index] = row;
            }
            return row;
        }

        @Override
        public int size() {
            return lines.length;
        }
    }

    private static PosteriorRow row(String line) {
        String[] fields = line.split(",", -1);
        if (fields.length != FIRST_LEVEL + LevelDistribution.LEVELS) {
            throw new IllegalStateException("no row of the posterior: " + line);
        }
        double[] values = Arrays.stream(fields).mapToDouble(Double::parseDouble).toArray();
        return new PosteriorRow(
                VoteWeights.of(Arrays.copyOfRange(values, 1, FIRST_LEVEL)),
                LevelDistribution.of(Arrays.copyOfRange(values, FIRST_LEVEL, values.length)));
    }

    /**
     * The text of a file.
     *
     * @param posterior from which rows are resampled
     * @param rows how many
     * @param command that makes this file
     */
    public static String text(VotePosterior posterior, int rows, String command) {
        StringBuilder text = new StringBuilder();
        head(text, posterior, rows, command);
        List<PosteriorRow> draws = posterior.draws();
        for (int draw : posterior.resample(rows)) {
            append(text, draw, draws.get(draw));
        }
        return text.toString();
    }

    private static void head(StringBuilder text, VotePosterior posterior, int rows, String command) {
        List<RollCall> calls = posterior.calls();
        text.append(
                "# Posterior of the vote model: rows of equal weight, each to be taken whole. A row has the nine weights and the\n"
                        + "#   belief over rivalry, probabilities of 0, .2, .4, .6, .8 and 1, that follows from the votes under them.\n");
        text.append("# Made by: ").append(command).append('\n');
        text.append(String.format(
                Locale.ROOT,
                "# Votes: %d of council-votes.csv, %s to %s; beliefs moved on to %s.\n",
                calls.size(),
                calls.get(0).date(),
                calls.get(calls.size() - 1).date(),
                posterior.day()));
        text.append(String.format(
                Locale.ROOT,
                "# %d draws from the priors with seed %d, worth %.0f of the posterior; %d rows by systematic resampling.\n",
                posterior.draws().size(),
                posterior.seed(),
                posterior.effectiveSampleSize(),
                rows));
        text.append(HEAD).append('\n');
    }

    private static void append(StringBuilder text, int draw, PosteriorRow row) {
        text.append(draw);
        for (double weight : row.weights().toArray()) {
            text.append(String.format(Locale.ROOT, ",%.4f", weight));
        }
        for (double p : row.belief().toArray()) {
            text.append(String.format(Locale.ROOT, ",%.5f", p));
        }
        text.append('\n');
    }
}
