package org.tumen.analysis.vote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.score.Baselines;
import org.tumen.world.Member;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

/** Forecasts of drafts that the forecaster had not seen: leave-one-out, and forward in time. */
public final class VoteForecasts {
    private VoteForecasts() {}

    /**
     * A forecast of one draft.
     *
     * @param draft the draft
     * @param votes for each member, probabilities of yes, abstention, no
     * @param outcome probabilities of adopted, vetoed, short
     * @param seen drafts that the forecaster had seen
     */
    public record Forecast(Draft draft, List<double[]> votes, double[] outcome, int seen) {
        /** The forecast whose outcome follows, exactly, from independent votes. */
        public static Forecast of(Draft draft, List<double[]> votes, int seen) {
            return new Forecast(draft, votes, VoteModel.outcome(votes.toArray(double[][]::new), draft.members()), seen);
        }
    }

    /** A forecaster that learns from drafts and then forecasts another. */
    @FunctionalInterface
    public interface Forecaster {
        /** The forecast of a draft by someone who has seen these and no others. */
        Forecast forecast(List<Draft> seen, Draft draft);
    }

    /** The vote model at its penalised estimates. */
    public static Forecaster model(VoteFitter fitter) {
        return (seen, draft) -> at(fitter.fit(seen).array(), seen.size(), draft);
    }

    /**
     * The vote model averaged over the posterior of its parameters: what plug-in estimates claim to know and do not, it
     * does not claim.
     *
     * @param fitter the fitter, whose weak priors are those of the posterior
     * @param draws number of parameter draws, such as 2,000
     * @param seed seed of the keyed draws
     */
    public static Forecaster posterior(VoteFitter fitter, int draws, long seed) {
        return (seen, draft) -> VotePosterior.of(fitter, seen, draws, seed).forecast(draft, seen.size());
    }

    /** The vote model at given parameters, which learns nothing. */
    public static Forecaster fixed(double[] parameters) {
        return (seen, draft) -> at(parameters, seen.size(), draft);
    }

    /**
     * Base rates: every member votes yes, abstains or votes no with the smoothed frequencies of all members so far, and
     * a draft is adopted, vetoed or short with the smoothed frequencies of drafts so far.
     *
     * @param pseudoCount {@link Baselines#LAPLACE} or {@link Baselines#JEFFREYS}
     */
    public static Forecaster baseRate(double pseudoCount) {
        return (seen, draft) -> {
            double[] all = voteRates(seen, null, pseudoCount);
            List<double[]> votes = draft.members().stream().map(member -> all).toList();
            return new Forecast(draft, votes, outcomeRates(seen, pseudoCount), seen.size());
        };
    }

    /** Base rates of each permanent member for itself, and of the elected members together. */
    public static Forecaster memberBaseRate(double pseudoCount) {
        return (seen, draft) -> {
            List<double[]> votes = draft.members().stream()
                    .map(member -> voteRates(seen, member, pseudoCount))
                    .toList();
            return new Forecast(draft, votes, outcomeRates(seen, pseudoCount), seen.size());
        };
    }

    /** A forecast of each draft from all the others. */
    public static List<Forecast> leaveOneOut(Forecaster forecaster, List<Draft> drafts) {
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            List<Draft> seen = new ArrayList<>(drafts);
            Draft draft = seen.remove(i);
            forecasts.add(forecaster.forecast(seen, draft));
        }
        return forecasts;
    }

    /**
     * A forecast of each draft from those before it.
     *
     * @param drafts in order of date
     * @param first index of the first draft forecast, at least 1
     */
    public static List<Forecast> forward(Forecaster forecaster, List<Draft> drafts, int first) {
        if (first < 1) {
            throw new IllegalArgumentException("a forward test needs at least one draft before the first forecast");
        }
        List<Forecast> forecasts = new ArrayList<>();
        for (int i = first; i < drafts.size(); i++) {
            forecasts.add(forecaster.forecast(drafts.subList(0, i), drafts.get(i)));
        }
        return forecasts;
    }

    private static Forecast at(double[] parameters, int seen, Draft draft) {
        List<double[]> votes = draft.members().stream()
                .map(member -> VoteModel.probabilities(parameters, draft, member))
                .toList();
        return new Forecast(draft, votes, VoteModel.outcome(parameters, draft), seen);
    }

    /** Smoothed rates of yes, abstention and no of one member, of all elected ones, or (null) of all. */
    private static double[] voteRates(List<Draft> seen, @Nullable Member whose, double pseudoCount) {
        int[] counts = new int[Vote.values().length];
        for (Draft draft : seen) {
            for (int i = 0; i < draft.members().size(); i++) {
                Member member = draft.members().get(i);
                boolean same =
                        whose == null || (whose.permanent() ? member.iso3().equals(whose.iso3()) : !member.permanent());
                if (same) {
                    counts[draft.votes().get(i).ordinal()]++;
                }
            }
        }
        return Baselines.baseRate(counts, pseudoCount);
    }

    private static double[] outcomeRates(List<Draft> seen, double pseudoCount) {
        int[] counts = new int[VoteResult.values().length];
        seen.forEach(draft -> counts[draft.result().ordinal()]++);
        return Baselines.baseRate(counts, pseudoCount);
    }
}
