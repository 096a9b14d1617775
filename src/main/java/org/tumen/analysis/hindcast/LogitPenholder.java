package org.tumen.analysis.hindcast;

import java.util.List;
import org.tumen.draw.PortableMath;

/**
 * The model's penholder: it draws by logit over nothing, drafts and a statement. The utility of a draft of strength y that is
 * adopted with probability p is p·y − cost·(1 − p), that of a statement of strength y agreed with probability p is p·y −
 * share·cost·(1 − p), that of nothing 0; with a small probability it slips and tables one of the drafts at random.
 *
 * @param rationality of the logit, 0 or more
 * @param cost of a draft that fails, beside the strength of one adopted
 * @param statementShare share of that cost that a blocked statement has, 0 to 1
 * @param slip probability of a slip, 0 to 1
 * @param drafts strengths of the drafts that may be tabled, 0 to 1
 * @param statement strength of a statement, 0 to 1
 */
public record LogitPenholder(
        double rationality, double cost, double statementShare, double slip, List<Double> drafts, double statement) {
    public LogitPenholder {
        drafts = List.copyOf(drafts);
    }

    /**
     * The probability that a draft is tabled.
     *
     * @param adoption probabilities of adoption of the drafts, in their order
     * @param unopposed probability that nobody opposes a statement
     */
    public double tables(double[] adoption, double unopposed) {
        double nothing = 1;
        double said = weight(unopposed * statement - statementShare * cost * (1 - unopposed));
        double tabled = 0;
        for (int i = 0; i < adoption.length; i++) {
            tabled += weight(adoption[i] * drafts.get(i) - cost * (1 - adoption[i]));
        }
        return slip + (1 - slip) * tabled / (nothing + said + tabled);
    }

    private double weight(double utility) {
        return PortableMath.exp(rationality * utility);
    }
}
