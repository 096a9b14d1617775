package org.tumen.analysis.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * Where a difference changes its sign, in a sentence of plain English.
 *
 * @param arm the arm as the sentence's subject
 * @param outcome the outcome within a sentence, such as "mean tension"
 */
public record BreakEvenWords(String arm, String outcome) {

    /**
     * The sentence. It tells where the arm does the opposite of what it does on average over the prior.
     *
     * @param under the arm over the prior
     * @param value what the choice between the arm and the baseline turns on
     * @param breakEvens the break-even values of the parameters that matter
     * @param said whether what the arm does on average has just been said
     */
    public String sentence(UnderThePrior under, ValueOfKnowing value, List<BreakEvens> breakEvens, boolean said) {
        int usual = under.difference() >= 0 ? 1 : -1;
        List<String> conditions = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        for (BreakEvens along : breakEvens) {
            String label = along.quantity().label();
            List<BreakEven> settled = along.settled();
            if (!settled.isEmpty()) {
                conditions.add(condition(label, settled, -usual));
            } else if (along.values().isEmpty()) {
                doubtful.add(label);
            } else {
                BreakEven first = along.values().get(0);
                doubtful.add(label + " (near " + number(first.value(), first) + ")");
            }
        }
        value.thatMatter().stream()
                .map(ValueOfKnowing.Known::quantity)
                .filter(Quantity::group)
                .map(Quantity::label)
                .forEach(doubtful::add);
        if (!conditions.isEmpty()) {
            return arm + " " + verb(-usual) + " " + outcome + " if " + String.join(", or if ", conditions)
                    + (doubtful.isEmpty()
                            ? "; no other parameter is seen to turn it."
                            : "; " + Texts.listed(doubtful)
                                    + " may turn it too, at values that these runs do not settle.");
        }
        String turning = doubtful.isEmpty()
                ? "no single parameter is seen to turn that within its prior."
                : Texts.listed(doubtful) + " may turn that, at values that these runs do not settle.";
        return said ? Texts.upper(turning) : average(under) + "; " + turning;
    }

    private String average(UnderThePrior under) {
        return under.signSure()
                ? arm + " " + verb(under.difference()) + " " + outcome + " on average over the prior"
                : "On average over the prior it is undecided whether " + arm + " raises or lowers " + outcome;
    }

    private static String verb(double sign) {
        return sign > 0 ? "raises" : "lowers";
    }

    /** The parts of the prior in which the difference has a sign, and their probability. */
    private static String condition(String label, List<BreakEven> values, int sign) {
        List<String> parts = new ArrayList<>();
        double share = 0;
        for (int region = 0; region <= values.size(); region++) {
            // Below the first value the sign is that from which it rises or falls, above the others that to which.
            boolean positive = region == 0
                    ? !values.get(0).rising()
                    : values.get(region - 1).rising();
            if (positive == sign > 0) {
                double from = region == 0 ? 0 : values.get(region - 1).below();
                double to = region == values.size() ? 1 : values.get(region).below();
                share += to - from;
                parts.add(part(values, region));
            }
        }
        return label + " is " + String.join(" or ", parts) + ", which the prior gives " + percent(share);
    }

    private static String part(List<BreakEven> values, int region) {
        if (region == 0) {
            return "below " + text(values.get(0));
        }
        String from = text(values.get(region - 1));
        return region == values.size() ? "above " + from : "between " + from + " and " + text(values.get(region));
    }

    private static String text(BreakEven value) {
        return number(value.value(), value) + " (" + number(value.low(), value) + " to " + number(value.high(), value)
                + ")";
    }

    /** With decimals that tell half of the interval. */
    private static String number(double number, BreakEven of) {
        double width = of.high() - of.low();
        int decimals = width > 0 ? (int) Math.max(0, Math.min(6, -Math.floor(Math.log10(width / 2)))) : 3;
        return Numbers.fixed(number, decimals);
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return percent < 1 ? "less than 1 %" : String.format(Locale.ROOT, "%.0f %%", percent);
    }
}
