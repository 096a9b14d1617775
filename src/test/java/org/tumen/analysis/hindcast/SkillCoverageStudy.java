package org.tumen.analysis.hindcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.analysis.hindcast.VoteForecaster.Way;
import org.tumen.analysis.score.Baselines;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.ballot.RollCall;
import org.tumen.ballot.VoteAssumptions;
import org.tumen.draw.DrawSequence;

/**
 * How often the 90 % interval of a difference between forecasters holds the true one, where the record is what chance draws from:
 * drafts are drawn from those tested, as many, and the mean over those tested is the truth. With two vetoes among them, which make
 * most of the differences, intervals by the bootstrap hold less often than they state. Run by {@code mvn -Pstudy test}.
 */
@Tag("study")
class SkillCoverageStudy {
    private static final double LEAST = 0.7;
    private static final double MOST = 0.9;

    private static final int STUDIES = 1_000;

    @ParameterizedTest
    @EnumSource(Way.class)
    void intervalsOfDifferencesHoldLessOftenThanTheyState(Way way) {
        List<RollCall> record = RollCall.ofRecord();
        int first = way == Way.FORWARD ? 10 : 0;
        VoteScores base = VoteScores.of(new BaseRateForecaster(Baselines.LAPLACE, false).forecasts(way, record, first));
        for (VoteForecaster forecaster : List.of(
                new BaseRateForecaster(Baselines.JEFFREYS, true),
                new PosteriorForecaster(VoteAssumptions.STANDARD, 20_000, 1),
                new PosteriorForecaster(VoteAssumptions.CAUTIOUS, 20_000, 1))) {
            VoteScores scores = VoteScores.of(forecaster.forecasts(way, record, first));
            check(way + ", log", scores.outcomeLog(), base.outcomeLog());
            check(way + ", Brier", scores.outcomeBrier(), base.outcomeBrier());
        }
    }

    private static void check(String what, double[] own, double[] base) {
        int n = own.length;
        double truth = StatUtils.mean(own) - StatUtils.mean(base);
        DrawSequence draws = new DrawSequence(1, "skill");
        int held = 0;
        for (int s = 0; s < STUDIES; s++) {
            int[] drafts = draws.startAt(s).resample(n);
            double[] one = Arrays.stream(drafts).mapToDouble(i -> own[i]).toArray();
            double[] two = Arrays.stream(drafts).mapToDouble(i -> base[i]).toArray();
            ScoreComparison told =
                    ScoreComparison.bootstrap(one, two, ScoreComparison.single(n), 500, s, VoteTest.LEVEL);
            held += told.low() <= truth && truth <= told.high() ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "%s: covered in %.3f of %d records%n", what, held / (double) STUDIES, STUDIES);
        assertThat(held / (double) STUDIES).isBetween(LEAST, MOST);
    }
}
