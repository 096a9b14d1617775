package org.tumen.analysis.hindcast;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.score.Baselines;
import org.tumen.ballot.RollCall;
import org.tumen.world.Member;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

/**
 * Base rates: a draft is adopted, vetoed or short with the smoothed frequencies of the drafts seen, and a member votes with
 * those of all members, or with its own.
 *
 * @param pseudoCount {@link Baselines#LAPLACE} or {@link Baselines#JEFFREYS}
 * @param byMember whether each permanent member has its own frequencies, and the elected ones theirs together
 */
public record BaseRateForecaster(double pseudoCount, boolean byMember) implements VoteForecaster {
    @Override
    public List<VoteForecast> forecasts(Way way, List<RollCall> calls, int first) {
        return IntStream.range(first, calls.size())
                .mapToObj(v -> forecast(way.seen(calls, v), calls.get(v)))
                .toList();
    }

    private VoteForecast forecast(List<RollCall> seen, RollCall call) {
        List<double[]> votes = call.roster().members().stream()
                .map(member -> votes(seen, byMember ? member : null))
                .toList();
        int[] counts = new int[VoteResult.values().length];
        seen.forEach(c -> counts[c.result().ordinal()]++);
        return new VoteForecast(call, votes, Baselines.baseRate(counts, pseudoCount), seen.size());
    }

    private double[] votes(List<RollCall> seen, @Nullable Member whose) {
        int[] counts = new int[Vote.values().length];
        for (RollCall call : seen) {
            for (int i = 0; i < call.votes().size(); i++) {
                if (whose == null || alike(whose, call.roster().members().get(i))) {
                    counts[call.votes().get(i).ordinal()]++;
                }
            }
        }
        return Baselines.baseRate(counts, pseudoCount);
    }

    private static boolean alike(Member one, Member other) {
        return one.permanent() ? one.iso3().equals(other.iso3()) : !other.permanent();
    }
}
