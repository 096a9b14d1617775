package org.tumen.analysis.hindcast;

import java.util.List;
import org.tumen.ballot.RollCall;

/**
 * A forecast of one recorded vote.
 *
 * @param call the vote
 * @param votes for each member, probabilities of yes, abstention and no
 * @param outcome probabilities of adopted, vetoed and short
 * @param seen votes that the forecaster had seen
 */
public record VoteForecast(RollCall call, List<double[]> votes, double[] outcome, int seen) {}
