package org.tumen.scenario;

import java.util.ArrayList;
import java.util.List;
import org.tumen.ballot.LevelDistribution;
import org.tumen.ballot.PosteriorFile;
import org.tumen.ballot.PosteriorRow;
import org.tumen.ballot.VoteWeights;

/**
 * The rows of a posterior of the vote model, one of which is drawn whole: weights, and the belief over rivalry that follows
 * from the record under them.
 */
public enum VoteRows {
    /** What is known now: all votes, to March 2024. */
    POSTERIOR,
    /** What was known in September 2023, for forecasts from then. */
    POSTERIOR_2023;

    /** The paths of a row's numbers, in the order of {@link PosteriorRow#toArray}, for the Council of a name. */
    public static List<String> paths(String council) {
        String actor = "actors." + council + ".";
        List<String> paths = new ArrayList<>();
        VoteWeights.NAMES.forEach(weight -> paths.add(actor + "voting." + weight));
        for (int level = 0; level < LevelDistribution.LEVELS; level++) {
            paths.add(actor + "rivalry.start[" + level + "]");
        }
        return paths;
    }

    /** The rows, of equal weight. */
    List<PosteriorRow> rows() {
        return this == POSTERIOR ? PosteriorFile.toDate() : PosteriorFile.to2023();
    }
}
