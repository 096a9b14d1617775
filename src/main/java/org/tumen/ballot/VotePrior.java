package org.tumen.ballot;

import java.util.function.ToDoubleFunction;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;

/**
 * Keyed draws of the nine weights from their priors, independent of each other: intercept normal with mean 2.5 and standard
 * deviation .5, cut at 1 and 4.5; all others uniform: ideal 0 to .8, strictness 0 to 1.5, rivalry 3 to 10, provocation 0
 * to 2, self-interest 0 to 6 (or 0 with the probability that the assumptions name), abstention .2 to .7, scale .3 to .6,
 * partial alignment .4 to 1. Judgement, but for being weak and of the signs that the model asserts.
 *
 * <p>Draw number i is a pure function of seed and i. Belongs to one thread.
 */
public final class VotePrior {
    private static final double MEAN = 2.5;
    private static final double SD = .5;

    /** The least value of each weight. */
    public static final VoteWeights LOW = new VoteWeights(1, 0, 0, 3, 0, 0, .2, .3, .4);

    /** The greatest value of each weight. */
    public static final VoteWeights HIGH = new VoteWeights(4.5, .8, 1.5, 10, 2, 6, .7, .6, 1);

    private static final Streams STREAMS = new Streams();
    private static final Stream INTERCEPT = stream("intercept");
    private static final Stream IDEAL = stream("ideal");
    private static final Stream STRICTNESS = stream("strictness");
    private static final Stream RIVALRY = stream("rivalry");
    private static final Stream PROVOCATION = stream("provocation");
    private static final Stream SELF = stream("self_interest");
    private static final Stream NO_SELF = stream("no_self_interest");
    private static final Stream ABSTENTION = stream("abstention");
    private static final Stream SCALE = stream("scale");
    private static final Stream PARTIAL = stream("partial_alignment");

    private final Draws draws = new Draws();
    private final long seed;
    private final double noSelfInterest;

    /** The priors; self-interest is 0 with the probability given, 0 to 1. */
    public VotePrior(long seed, double noSelfInterest) {
        this.seed = seed;
        this.noSelfInterest = noSelfInterest;
    }

    private static Stream stream(String name) {
        return STREAMS.register("vote_prior", name);
    }

    /** A draw of all nine weights. */
    public VoteWeights draw(int i) {
        draws.startRun(seed, i);
        return new VoteWeights(
                intercept(),
                uniform(IDEAL, VoteWeights::ideal),
                uniform(STRICTNESS, VoteWeights::strictness),
                uniform(RIVALRY, VoteWeights::rivalry),
                uniform(PROVOCATION, VoteWeights::provocation),
                draws.chance(NO_SELF, 0, noSelfInterest) ? 0 : uniform(SELF, VoteWeights::selfInterest),
                uniform(ABSTENTION, VoteWeights::abstention),
                uniform(SCALE, VoteWeights::scale),
                uniform(PARTIAL, VoteWeights::partialAlignment));
    }

    /** By rejection: one draw in about 750 lies outside. */
    private double intercept() {
        for (int attempt = 0; ; attempt++) {
            double value = MEAN + SD * draws.normal(INTERCEPT, attempt);
            if (value >= LOW.intercept() && value <= HIGH.intercept()) {
                return value;
            }
        }
    }

    private double uniform(Stream stream, ToDoubleFunction<VoteWeights> weight) {
        double low = weight.applyAsDouble(LOW);
        return low + (weight.applyAsDouble(HIGH) - low) * draws.uniform(stream, 0);
    }
}
