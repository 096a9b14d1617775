package org.tumen.analysis.hindcast;

import java.util.ArrayList;
import java.util.List;
import org.tumen.analysis.score.CalibrationCurve;
import org.tumen.analysis.score.CategoricalScores;
import org.tumen.world.Vote;

/**
 * Scores of forecasts of drafts: losses, in order of the forecasts.
 *
 * @param voteLog mean logarithmic score of the members' votes on each draft, nats
 * @param voteBrier mean Brier score (three categories) of the members' votes on each draft
 * @param outcomeLog logarithmic score of each draft's outcome
 * @param outcomeBrier Brier score (three categories) of each draft's outcome
 */
public record VoteScores(double[] voteLog, double[] voteBrier, double[] outcomeLog, double[] outcomeBrier) {

    /** Scores the forecasts. */
    public static VoteScores of(List<VoteForecast> forecasts) {
        double[] voteLog = new double[forecasts.size()];
        double[] voteBrier = new double[forecasts.size()];
        double[] outcomeLog = new double[forecasts.size()];
        double[] outcomeBrier = new double[forecasts.size()];
        for (int f = 0; f < forecasts.size(); f++) {
            VoteForecast forecast = forecasts.get(f);
            int result = forecast.call().result().ordinal();
            outcomeLog[f] = CategoricalScores.logScore(forecast.outcome(), result);
            outcomeBrier[f] = CategoricalScores.brier(forecast.outcome(), result);
            int members = forecast.votes().size();
            for (int i = 0; i < members; i++) {
                int vote = forecast.call().votes().get(i).ordinal();
                voteLog[f] += CategoricalScores.logScore(forecast.votes().get(i), vote) / members;
                voteBrier[f] += CategoricalScores.brier(forecast.votes().get(i), vote) / members;
            }
        }
        return new VoteScores(voteLog, voteBrier, outcomeLog, outcomeBrier);
    }

    /** How often members voted yes where they were forecast to, by bins of the forecast. */
    public static CalibrationCurve yesCurve(List<VoteForecast> forecasts, int bins, double level) {
        List<Double> probabilities = new ArrayList<>();
        List<Boolean> happened = new ArrayList<>();
        for (VoteForecast forecast : forecasts) {
            for (int i = 0; i < forecast.votes().size(); i++) {
                probabilities.add(forecast.votes().get(i)[Vote.YES.ordinal()]);
                happened.add(forecast.call().votes().get(i) == Vote.YES);
            }
        }
        return curve(probabilities, happened, bins, level);
    }

    private static CalibrationCurve curve(List<Double> probabilities, List<Boolean> happened, int bins, double level) {
        boolean[] truth = new boolean[happened.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = happened.get(i);
        }
        return CalibrationCurve.of(array(probabilities), truth, bins, level);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
