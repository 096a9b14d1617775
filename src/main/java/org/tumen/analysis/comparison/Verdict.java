package org.tumen.analysis.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tumen.analysis.Interval;
import org.tumen.outcome.Amount;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** Puts a comparison in a sentence. */
final class Verdict {
    private static final String WEEK_OF = "Week of ";
    private static final String WEEKS_FROM = "Weeks from ";

    private Verdict() {}

    static String words(String arm, PairedComparison c) {
        String thing = thing(c.outcome());
        Rounding numbers = new Rounding(c);
        String sentence =
                switch (c.finding()) {
                    case EXACTLY_EQUAL -> arm + " leaves " + thing + " unchanged in every run";
                    case NO_DIFFERENCE_THAT_MATTERS ->
                        arm + " makes no difference that matters to " + thing + ": "
                                + numbers.signed(c.mean().difference(), interval(c))
                                + ", within the smallest difference of "
                                + numbers.plain(c.settings().smallestDifference());
                    case UNDECIDED -> "Whether " + arm + " changes " + thing + " is undecided: " + why(c, numbers);
                    default ->
                        arm + " " + verb(c) + " " + thing + " by "
                                + numbers.size(c.mean().difference(), interval(c)) + shares(c) + mayBeSmall(c);
                };
        return sentence;
    }

    /** The outcome as the object of a sentence. */
    private static String thing(Outcome outcome) {
        String label = outcome.label();
        if (outcome.kind() == Kind.FLAG) {
            return "the share of runs with " + Texts.lower(label);
        }
        if (label.startsWith(WEEK_OF)) {
            return "the " + label.substring(WEEK_OF.length());
        }
        if (label.startsWith(WEEKS_FROM)) {
            return "the time from " + label.substring(WEEKS_FROM.length());
        }
        return Texts.lower(label);
    }

    private static String verb(PairedComparison c) {
        boolean higher = c.mean().difference() > 0;
        String label = c.outcome().label();
        if (label.startsWith(WEEK_OF)) {
            return higher ? "delays" : "brings forward";
        }
        if (label.startsWith(WEEKS_FROM)) {
            return higher ? "lengthens" : "shortens";
        }
        return higher ? "raises" : "lowers";
    }

    /** A verdict rests on an interval. */
    private static Interval interval(PairedComparison c) {
        return Objects.requireNonNull(c.mean().interval());
    }

    private static String why(PairedComparison c, Rounding numbers) {
        MeanDifference mean = c.mean();
        if (mean.tooFewDiffer()) {
            return mean.clusters() == mean.runs()
                    ? "only " + mean.differing() + (mean.differing() == 1 ? " run differs" : " runs differ")
                    : "runs differ at " + mean.differing() + " of " + mean.clusters()
                            + " points of the parameters, too few";
        }
        Interval interval = mean.interval();
        if (interval == null && mean.alike()) {
            return "nearly all runs differ by the same, so that the spread is not known" + shares(c);
        }
        return interval == null
                ? "only " + mean.clusters() + " points of the parameters were run"
                : numbers.signed(mean.difference(), interval) + shares(c);
    }

    /** Both sides: a share of runs that are better says nothing without those that are worse. */
    private static String shares(PairedComparison c) {
        Shares shares = c.shares();
        boolean less = c.direction() == Direction.LESS;
        List<String> told = Numbers.wholePercents(
                less ? shares.lower() : shares.higher(), less ? shares.higher() : shares.lower(), shares.equal());
        return c.direction() == Direction.NEUTRAL
                ? "; higher in " + told.get(0) + " and lower in " + told.get(1) + " of runs"
                : "; better in " + told.get(0) + " and worse in " + told.get(1) + " of runs";
    }

    private static String mayBeSmall(PairedComparison c) {
        double smallest = c.settings().smallestDifference();
        boolean touches =
                smallest > 0 && interval(c).low() < smallest && interval(c).high() > -smallest;
        return touches ? "; perhaps less than the smallest difference that matters" : "";
    }

    /** Numbers with their unit, rounded to what the interval supports. */
    private static final class Rounding {
        private final Amount amount;

        Rounding(PairedComparison c) {
            Outcome outcome = c.outcome();
            Amount told = Amount.in(outcome.unit());
            if (outcome.unit().equals("index points")) {
                told = new Amount(1, "points");
            } else if (outcome.kind() == Kind.COUNT && !outcome.unit().equals("weeks")) {
                told = new Amount(1, "a run");
            }
            amount = told;
        }

        /** The size of a difference with its interval turned the same way: "1.9 points (1.8 to 2.0)". */
        String size(double difference, Interval interval) {
            int decimals = decimals(difference, interval);
            boolean negative = difference < 0;
            double low = negative ? -interval.high() : interval.low();
            double high = negative ? -interval.low() : interval.high();
            return amount.told(format(Math.abs(difference), decimals)) + " (" + format(low, decimals) + " to "
                    + format(high, decimals) + ")";
        }

        String signed(double difference, Interval interval) {
            int decimals = decimals(difference, interval);
            return amount.told(format(difference, decimals)) + " (" + format(interval.low(), decimals) + " to "
                    + format(interval.high(), decimals) + ")";
        }

        String plain(double value) {
            String text = format(value, 6).replaceAll("0+$", "");
            return amount.told(text.replaceAll("\\.$", ""));
        }

        /**
         * As many decimals as show the half-width with one digit (0.08 counts as 0.1), one more where the difference would else
         * seem to be zero, and more where an interval would else seem to end there; where it is a point, those of the number
         * itself.
         */
        private int decimals(double difference, Interval interval) {
            double nearest = amount.factor() * Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
            double scale =
                    interval.halfWidth() > 0 ? interval.halfWidth() * amount.factor() : nearest > 0 ? nearest / 10 : 1;
            int decimals = (int) Math.max(0, Math.min(6, Math.ceil(-Math.log10(scale) - 0.1)));
            decimals += isZero(difference, decimals) && !isZero(difference, decimals + 1) ? 1 : 0;
            while (nearest > 0 && decimals < 6 && nearest < 0.5 * Math.pow(10, -decimals)) {
                decimals++;
            }
            return decimals;
        }

        private boolean isZero(double value, int decimals) {
            return Math.abs(value * amount.factor()) < 0.5 * Math.pow(10, -decimals);
        }

        private String format(double value, int decimals) {
            String text = String.format(Locale.ROOT, "%." + decimals + "f", value * amount.factor());
            boolean zero = text.chars().noneMatch(ch -> ch >= '1' && ch <= '9');
            return text.startsWith("-") ? (zero ? text.substring(1) : "\u2212" + text.substring(1)) : text;
        }
    }
}
