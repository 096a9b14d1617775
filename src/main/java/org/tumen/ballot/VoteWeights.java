package org.tumen.ballot;

import java.util.List;

/**
 * The nine weights of the vote model; {@link Chamber} states the equation in which they stand. All but the last are on the
 * latent scale of support. The symbols in brackets are those of the model page.
 *
 * @param intercept disposition in favour of any draft (a), -10 to 10
 * @param ideal weight of a member's ideal point (s), -5 to 5
 * @param strictness resistance of any member to a draft of full strength (strict), -10 to 10
 * @param rivalry what full rivalry adds to the resistance of a fully aligned member (rival), -20 to 20
 * @param provocation weight of a recent provocation (prov), -10 to 10
 * @param selfInterest how much full exposure of the trade turns the buyer against any draft (self), -20 to 20
 * @param abstention half the width of the band of abstention (ab), 0 to 5
 * @param scale scale of the logit (sc), .1 to 5
 * @param partialAlignment alignment of the partly aligned members, by default China (chn), 0 to 1
 */
public record VoteWeights(
        double intercept,
        double ideal,
        double strictness,
        double rivalry,
        double provocation,
        double selfInterest,
        double abstention,
        double scale,
        double partialAlignment) {

    /** What the weights are called in files, in their order. */
    public static final List<String> NAMES = List.of(
            "intercept",
            "ideal",
            "strictness",
            "rivalry",
            "provocation",
            "self_interest",
            "abstention",
            "scale",
            "partial_alignment");

    /** The defaults, near the mean of the posterior given the votes of 2006 to 2024. */
    public static final VoteWeights DEFAULT = new VoteWeights(2.78, .38, .65, 7.29, 1.27, 3.7, .41, .40, .79);

    /** @throws IllegalArgumentException when a weight is out of its range */
    public VoteWeights {
        require("intercept", intercept, -10, 10);
        require("ideal", ideal, -5, 5);
        require("strictness", strictness, -10, 10);
        require("rivalry", rivalry, -20, 20);
        require("provocation", provocation, -10, 10);
        require("selfInterest", selfInterest, -20, 20);
        require("abstention", abstention, 0, 5);
        require("scale", scale, .1, 5);
        require("partialAlignment", partialAlignment, 0, 1);
    }

    /** The weights with these values, in the order of {@link #NAMES}. */
    public static VoteWeights of(double... values) {
        if (values.length != NAMES.size()) {
            throw new IllegalArgumentException("there are " + NAMES.size() + " weights, not " + values.length);
        }
        return new VoteWeights(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8]);
    }

    /** The values in the order of {@link #NAMES}. */
    public double[] toArray() {
        return new double[] {
            intercept, ideal, strictness, rivalry, provocation, selfInterest, abstention, scale, partialAlignment
        };
    }

    private static void require(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " lies in " + low + ".." + high + ", not " + value);
        }
    }
}
