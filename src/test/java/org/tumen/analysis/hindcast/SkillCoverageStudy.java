package org.tumen.analysis.hindcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.analysis.hindcast.VoteForecaster.Way;
import org.tumen.analysis.score.Baselines;
import org.tumen.analysis.score.CategoricalScores;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.ballot.RollCall;
import org.tumen.ballot.VoteAssumptions;
import org.tumen.draw.DrawSequence;
import org.tumen.world.VoteResult;

/**
 * How often the 90 % interval of a difference between forecasters holds the true one. Drafts are drawn from those tested, as many,
 * and what each comes to is that of the record, or drawn from what the vote model forecast. Vetoes make most of a difference: where
 * a record has none, as an eighth to a quarter of those drawn, no interval knows of them. Run by {@code mvn -Pstudy test}.
 */
@Tag("study")
class SkillCoverageStudy {
    private static final double LEAST = 0.65;
    private static final double MOST = 0.9;

    /** Of the records with two vetoes or more, as many as the one there is. */
    private static final double LEAST_VETOED = 0.96;

    private static final int STUDIES = 4_000;
    private static final int VETOED = VoteResult.VETOED.ordinal();
    private static final int RESULTS = VoteResult.values().length;

    @ParameterizedTest
    @EnumSource(Way.class)
    void intervalsHoldWhereThereAreVetoes(Way way) {
        List<RollCall> record = RollCall.ofRecord();
        int first = way == Way.FORWARD ? 10 : 0;
        List<VoteForecast> base = new BaseRateForecaster(Baselines.LAPLACE, false).forecasts(way, record, first);
        List<VoteForecast> model =
                new PosteriorForecaster(VoteAssumptions.STANDARD, 20_000, 1).forecasts(way, record, first);
        double[][] happened = base.stream()
                .map(f -> IntStream.range(0, RESULTS)
                        .mapToDouble(k -> k == f.call().result().ordinal() ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
        double[][] forecast = model.stream().map(VoteForecast::outcome).toArray(double[][]::new);
        for (List<VoteForecast> own : List.of(
                new BaseRateForecaster(Baselines.JEFFREYS, true).forecasts(way, record, first),
                model,
                new PosteriorForecaster(VoteAssumptions.CAUTIOUS, 20_000, 1).forecasts(way, record, first))) {
            double[][] log = differences(own, base, CategoricalScores::logScore);
            double[][] brier = differences(own, base, CategoricalScores::brier);
            check(way + ", log, record", log, happened);
            check(way + ", Brier, record", brier, happened);
            check(way + ", log, model", log, forecast);
            check(way + ", Brier, model", brier, forecast);
        }
    }

    /** By how much the loss on each draft differs from the baseline's, were it to come to each result. */
    private static double[][] differences(
            List<VoteForecast> own, List<VoteForecast> base, ToDoubleBiFunction<double[], Integer> loss) {
        double[][] d = new double[own.size()][RESULTS];
        for (int f = 0; f < d.length; f++) {
            double[] p = own.get(f).outcome();
            double[] q = base.get(f).outcome();
            Arrays.setAll(d[f], k -> loss.applyAsDouble(p, k) - loss.applyAsDouble(q, k));
        }
        return d;
    }

    private static void check(String what, double[][] differences, double[][] probabilities) {
        int n = differences.length;
        double truth = 0;
        for (int f = 0; f < n; f++) {
            for (int k = 0; k < RESULTS; k++) {
                truth += probabilities[f][k] * differences[f][k] / n;
            }
        }
        DrawSequence draws = new DrawSequence(1, "skill");
        int[] held = new int[2];
        int[] told = new int[2];
        for (int s = 0; s < STUDIES; s++) {
            draws.startAt(s);
            double[] d = new double[n];
            int vetoes = 0;
            for (int i = 0; i < n; i++) {
                int draft = (int) (n * draws.uniform());
                double u = draws.uniform();
                double[] p = probabilities[draft];
                int result = u < p[0] ? 0 : u < p[0] + p[1] ? 1 : 2;
                vetoes += result == VETOED ? 1 : 0;
                d[i] = differences[draft][result];
            }
            ScoreComparison compared = ScoreComparison.independent(d, new double[n], VoteTest.LEVEL);
            boolean holds = compared.low() <= truth && truth <= compared.high();
            for (int group = 0; group <= (vetoes > 1 ? 1 : 0); group++) {
                told[group]++;
                held[group] += holds ? 1 : 0;
            }
        }
        double all = held[0] / (double) told[0];
        double vetoed = held[1] / (double) told[1];
        System.out.printf(
                Locale.ROOT,
                "%s: held in %.3f of %d records, in %.3f of %d with two vetoes or more%n",
                what,
                all,
                told[0],
                vetoed,
                told[1]);
        assertThat(all).isBetween(LEAST, MOST);
        assertThat(vetoed).isGreaterThan(LEAST_VETOED);
    }
}
