package org.tumen.analysis.vote;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.analysis.score.Baselines;
import org.tumen.analysis.score.ScoreComparison;

/** Prints the fit and the scores of the vote model on the record; run by hand. */
final class VoteHindcast {
    private VoteHindcast() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        List<Draft> drafts = Draft.ofRecord();
        VoteFitter fitter = new VoteFitter(1);
        VoteFit fit = fitter.fit(drafts);
        System.out.println(fit.sample());
        System.out.printf("log-likelihood %.3f, penalised %.3f%n", fit.logLikelihood(), fit.penalised());
        for (VoteParameter p : VoteParameter.values()) {
            ProfileInterval interval = ProfileInterval.of(fitter, fit, drafts, p, .9);
            System.out.printf(
                    "%-10s %8.3f se %7.3f  90%% [%.2f%s, %.2f%s]%n",
                    p,
                    fit.get(p),
                    fit.standardErrors().get(p.ordinal()),
                    interval.low(),
                    interval.openBelow() ? " open" : "",
                    interval.high(),
                    interval.openAbove() ? " open" : "");
        }
        Map<String, VoteForecasts.Forecaster> forecasters = new LinkedHashMap<>();
        forecasters.put("base rate", VoteForecasts.baseRate(Baselines.LAPLACE));
        forecasters.put("base Jeffreys", VoteForecasts.baseRate(Baselines.JEFFREYS));
        forecasters.put("member rate", VoteForecasts.memberBaseRate(Baselines.JEFFREYS));
        forecasters.put(
                "model defaults", VoteForecasts.fixed(new double[] {2.2, .5, 1.2, 5.6, 1.5, 4.5, 2022.15, -1.4}));
        forecasters.put("model", VoteForecasts.model(fitter));
        forecasters.put("posterior", VoteForecasts.posterior(fitter, 2000, 1));
        forecasters.put("posterior x2", VoteForecasts.posterior(new VoteFitter(2), 2000, 1));
        System.out.println(
                "effective sample " + VotePosterior.of(fitter, drafts, 2000, 1).effectiveSampleSize());
        for (boolean forward : new boolean[] {false, true}) {
            System.out.println(forward ? "forward from the 11th draft" : "leave one out");
            VoteScores base = null;
            for (Map.Entry<String, VoteForecasts.Forecaster> entry : forecasters.entrySet()) {
                List<VoteForecasts.Forecast> forecasts = forward
                        ? VoteForecasts.forward(entry.getValue(), drafts, 10)
                        : VoteForecasts.leaveOneOut(entry.getValue(), drafts);
                VoteScores scores = VoteScores.of(forecasts);
                if (base == null) {
                    base = scores;
                }
                System.out.printf(
                        "%-15s votes n=%d log %.4f brier %.4f | drafts n=%d log %.4f brier %.4f | veto p %s%n",
                        entry.getKey(),
                        scores.voteLog().length,
                        mean(scores.voteLog()),
                        mean(scores.voteBrier()),
                        forecasts.size(),
                        mean(scores.outcomeLog()),
                        mean(scores.outcomeBrier()),
                        forecasts.stream()
                                .filter(f -> f.draft().year() > 2022)
                                .map(f -> String.format("%.3f", f.outcome()[1]))
                                .toList());
                System.out.println("   votes vs base: "
                        + ScoreComparison.bootstrap(base.voteLog(), scores.voteLog(), scores.blocks(), 2000, 1, .9));
                System.out.println("   drafts vs base: "
                        + ScoreComparison.bootstrap(
                                base.outcomeLog(),
                                scores.outcomeLog(),
                                ScoreComparison.single(forecasts.size()),
                                2000,
                                1,
                                .9));
            }
        }
        System.out.printf("%.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
