package org.tumen.analysis.hindcast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.math3.stat.StatUtils;
import org.tumen.analysis.score.CalibrationCurve;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.ballot.RollCall;
import org.tumen.world.VoteResult;

/**
 * Forecasters of the Council's votes, tested on drafts that they had not seen.
 *
 * @param way leave-one-out or forward in time
 * @param drafts drafts forecast
 * @param votes members' votes forecast
 * @param vetoes drafts vetoed among them
 * @param scores the forecasters' scores, in the order given; the first is the baseline
 * @param forecasts the forecasts of each, by name
 */
public record VoteTest(
        VoteForecaster.Way way,
        int drafts,
        int votes,
        int vetoes,
        List<Score> scores,
        Map<String, List<VoteForecast>> forecasts) {
    /** Confidence level of every interval. */
    public static final double LEVEL = .9;

    /**
     * The mean losses of a forecaster, and by how much they differ from the first one's (negative: better), with intervals over
     * drafts, since votes on one draft are not independent.
     *
     * @param name the forecaster
     * @param voteLog mean logarithmic score of a vote, nats
     * @param voteBrier mean Brier score of a vote (three categories)
     * @param outcomeLog mean logarithmic score of a draft's outcome
     * @param outcomeBrier mean Brier score of a draft's outcome
     * @param voteLogGain voteLog less the baseline's
     * @param voteBrierGain voteBrier less the baseline's
     * @param outcomeLogGain outcomeLog less the baseline's
     * @param outcomeBrierGain outcomeBrier less the baseline's
     */
    public record Score(
            String name,
            double voteLog,
            double voteBrier,
            double outcomeLog,
            double outcomeBrier,
            ScoreComparison voteLogGain,
            ScoreComparison voteBrierGain,
            ScoreComparison outcomeLogGain,
            ScoreComparison outcomeBrierGain) {}

    public VoteTest {
        scores = List.copyOf(scores);
        forecasts = new LinkedHashMap<>(forecasts);
    }

    /**
     * Tests forecasters.
     *
     * @param way what they are let see
     * @param calls votes in order of date
     * @param first index of the first vote of a forward test
     * @param forecasters by name; the first is the baseline
     * @param progress told each forecaster's name when its turn comes
     */
    public static VoteTest of(
            VoteForecaster.Way way,
            List<RollCall> calls,
            int first,
            Map<String, VoteForecaster> forecasters,
            Consumer<String> progress) {
        int from = way == VoteForecaster.Way.FORWARD ? first : 0;
        Map<String, List<VoteForecast>> all = new LinkedHashMap<>();
        forecasters.forEach((name, forecaster) -> {
            progress.accept(name);
            all.put(name, forecaster.forecasts(way, calls, from));
        });
        VoteScores base = VoteScores.of(all.values().iterator().next());
        List<Score> scores = new ArrayList<>();
        all.forEach((name, forecasts) -> scores.add(score(name, VoteScores.of(forecasts), base)));
        List<RollCall> tested = calls.subList(from, calls.size());
        int vetoes = (int)
                tested.stream().filter(c -> c.result() == VoteResult.VETOED).count();
        return new VoteTest(
                way,
                tested.size(),
                tested.stream().mapToInt(c -> c.votes().size()).sum(),
                vetoes,
                scores,
                all);
    }

    private static Score score(String name, VoteScores s, VoteScores base) {
        return new Score(
                name,
                StatUtils.mean(s.voteLog()),
                StatUtils.mean(s.voteBrier()),
                StatUtils.mean(s.outcomeLog()),
                StatUtils.mean(s.outcomeBrier()),
                gain(s.voteLog(), base.voteLog()),
                gain(s.voteBrier(), base.voteBrier()),
                gain(s.outcomeLog(), base.outcomeLog()),
                gain(s.outcomeBrier(), base.outcomeBrier()));
    }

    private static ScoreComparison gain(double[] own, double[] base) {
        return ScoreComparison.independent(own, base, LEVEL);
    }

    /** How often members voted yes where a forecaster said so, in bins of its probability. */
    public CalibrationCurve yesCurve(String forecaster, int bins) {
        return VoteScores.yesCurve(of(forecaster), bins, LEVEL);
    }

    public List<VoteForecast> of(String forecaster) {
        List<VoteForecast> found = forecasts.get(forecaster);
        if (found == null) {
            throw new IllegalArgumentException("no forecaster is called " + forecaster);
        }
        return found;
    }
}
