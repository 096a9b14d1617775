package org.tumen.analysis.hindcast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tumen.analysis.score.CalibrationCurve;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.analysis.vote.Draft;
import org.tumen.analysis.vote.VoteForecasts;
import org.tumen.analysis.vote.VoteForecasts.Forecast;
import org.tumen.analysis.vote.VoteForecasts.Forecaster;
import org.tumen.analysis.vote.VoteScores;
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
        Way way, int drafts, int votes, int vetoes, List<Score> scores, Map<String, List<Forecast>> forecasts) {
    private static final int RESAMPLES = 2000;

    /** Confidence level of every interval. */
    public static final double LEVEL = .9;

    /** What a forecaster had seen. */
    public enum Way {
        /** All drafts but the one forecast, those after it too. */
        LEAVE_ONE_OUT,
        /** The drafts before the one forecast. */
        FORWARD
    }

    /**
     * The mean losses of a forecaster, and by how much they differ from the first one's (negative: better), with bootstrap
     * intervals; votes are resampled by drafts, since those on one draft are not independent.
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

    /** Copies its collections. */
    public VoteTest {
        scores = List.copyOf(scores);
        forecasts = new LinkedHashMap<>(forecasts);
    }

    /**
     * Tests forecasters.
     *
     * @param way what they are let see
     * @param drafts in order of date
     * @param first index of the first draft of a forward test
     * @param forecasters by name; the first is the baseline
     * @param seed of the bootstrap
     * @param progress told each forecaster's name when its turn comes
     */
    public static VoteTest of(
            Way way,
            List<Draft> drafts,
            int first,
            Map<String, Forecaster> forecasters,
            long seed,
            Consumer<String> progress) {
        Map<String, List<Forecast>> all = new LinkedHashMap<>();
        forecasters.forEach((name, forecaster) -> {
            progress.accept(name);
            all.put(
                    name,
                    way == Way.FORWARD
                            ? VoteForecasts.forward(forecaster, drafts, first)
                            : VoteForecasts.leaveOneOut(forecaster, drafts));
        });
        VoteScores base = VoteScores.of(all.values().iterator().next());
        List<Score> scores = new ArrayList<>();
        all.forEach((name, forecasts) -> scores.add(score(name, VoteScores.of(forecasts), base, seed)));
        List<Draft> tested = way == Way.FORWARD ? drafts.subList(first, drafts.size()) : drafts;
        int vetoes = (int)
                tested.stream().filter(d -> d.result() == VoteResult.VETOED).count();
        return new VoteTest(way, tested.size(), base.voteLog().length, vetoes, scores, all);
    }

    private static Score score(String name, VoteScores s, VoteScores base, long seed) {
        int[] single = ScoreComparison.single(s.outcomeLog().length);
        return new Score(
                name,
                mean(s.voteLog()),
                mean(s.voteBrier()),
                mean(s.outcomeLog()),
                mean(s.outcomeBrier()),
                gain(s.voteLog(), base.voteLog(), s.blocks(), seed),
                gain(s.voteBrier(), base.voteBrier(), s.blocks(), seed),
                gain(s.outcomeLog(), base.outcomeLog(), single, seed),
                gain(s.outcomeBrier(), base.outcomeBrier(), single, seed));
    }

    private static ScoreComparison gain(double[] own, double[] base, int[] blocks, long seed) {
        return ScoreComparison.bootstrap(own, base, blocks, RESAMPLES, seed, LEVEL);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** How often members voted yes where a forecaster said so, in bins of its probability. */
    public CalibrationCurve yesCurve(String forecaster, int bins) {
        return VoteScores.yesCurve(of(forecaster), bins, LEVEL);
    }

    /** The forecasts of a forecaster. */
    public List<Forecast> of(String forecaster) {
        List<Forecast> found = forecasts.get(forecaster);
        if (found == null) {
            throw new IllegalArgumentException("no forecaster is called " + forecaster);
        }
        return found;
    }
}
