package org.tumen.study.hindcast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tumen.analysis.hindcast.VoteTest;
import org.tumen.analysis.score.Baselines;
import org.tumen.analysis.vote.Draft;
import org.tumen.analysis.vote.VoteFitter;
import org.tumen.analysis.vote.VoteForecasts;
import org.tumen.analysis.vote.VoteForecasts.Forecast;
import org.tumen.analysis.vote.VoteForecasts.Forecaster;
import org.tumen.findings.Findings;
import org.tumen.scenario.Council;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.CouncilOdds;
import org.tumen.world.Vote;

/** The part of a hindcast that scores forecasts of the Council's votes. */
public final class HindcastVotes {
    /** Drafts of 2006 to 2015, the first that a forward forecast learns from; it forecasts those after them. */
    private static final int FIRST = 10;

    private static final String BASE = "base rate";
    private static final String MEMBER = "base rate by member";
    private static final String STEP = "Council step";
    private static final String FITTED = "fitted";
    private static final String POSTERIOR = "posterior average";

    private final Scenario scenario;
    private final long seed;
    private final int draws;
    private final Consumer<String> progress;

    /**
     * The part.
     *
     * @param draws parameter draws of the posterior
     */
    public HindcastVotes(Scenario scenario, long seed, int draws, Consumer<String> progress) {
        this.scenario = scenario;
        this.seed = seed;
        this.draws = draws;
        this.progress = progress;
    }

    public void into(Findings findings, String caption) {
        List<Draft> drafts = Draft.ofRecord();
        Map<String, Forecaster> forecasters = forecasters();
        List<VoteTest> tests = new ArrayList<>();
        for (VoteTest.Way way : VoteTest.Way.values()) {
            tests.add(VoteTest.of(
                    way,
                    drafts,
                    FIRST,
                    forecasters,
                    seed,
                    name -> progress.accept("votes, " + HindcastVoteTables.words(way) + ": " + name)));
        }
        findings.section("votes", "Votes of the Security Council");
        findings.say("The record holds " + drafts.size() + " votes on drafts about North Korea, 2006 to 2024, with "
                + tests.get(0).votes() + " votes of members; " + tests.get(0).vetoes()
                + " drafts were vetoed and none fell short. Two vetoes support no precise probability of a veto: whatever"
                + " the probabilities below are, they tell forecasters apart on a few drafts and no more.");
        findings.say(
                "Losses: smaller is better. Log in nats; Brier over three categories, from 0 to 2. A difference is that to \""
                        + BASE
                        + "\" (Laplace), negative when better, with its 90 % bootstrap interval, drafts resampled whole. \""
                        + FITTED + "\" is the vote model at its penalised likelihood estimates, \"" + POSTERIOR
                        + "\" the same averaged over " + draws
                        + " draws of its parameters; both learn from the drafts they are let see. \""
                        + STEP
                        + "\" is the simulation's own Council step with the scenario's weights and its belief over rivalry at the start, heat and suspicion"
                        + " as coded in the record: it learns nothing, and what it believes is hindsight.");
        HindcastVoteTables tables = new HindcastVoteTables(findings, tests, BASE);
        tables.scores();
        tables.vetoes();
        Map<String, Council> councils = new LinkedHashMap<>();
        councils.put(STEP, scenario.council());
        new HindcastTabling(scenario).into(findings, councils);
        tables.forecasts();
        for (VoteTest test : tests) {
            findings.picture(
                    "votes_" + test.way().name().toLowerCase(Locale.ROOT),
                    HindcastPictures.calibration(
                            test,
                            List.of(BASE, POSTERIOR, STEP),
                            "Dot: share of yes among the forecasts of a bin, its 90 % Wilson interval, and their number;"
                                    + " on the diagonal forecasts are calibrated. Votes on one draft are not independent, so"
                                    + " the intervals are too narrow. " + against(test) + " of " + test.votes()
                                    + " votes were not in favour. " + caption));
        }
    }

    private static long against(VoteTest test) {
        return test.of(BASE).stream()
                .flatMap(f -> f.draft().votes().stream())
                .filter(v -> v != Vote.YES)
                .count();
    }

    private Map<String, Forecaster> forecasters() {
        VoteFitter fitter = new VoteFitter(1);
        Map<String, Forecaster> forecasters = new LinkedHashMap<>();
        forecasters.put(BASE, VoteForecasts.baseRate(Baselines.LAPLACE));
        forecasters.put(MEMBER, VoteForecasts.memberBaseRate(Baselines.JEFFREYS));
        forecasters.put(FITTED, VoteForecasts.model(fitter));
        forecasters.put(POSTERIOR, VoteForecasts.posterior(fitter, draws, seed));
        forecasters.put(STEP, step(scenario.council()));
        return forecasters;
    }

    private Forecaster step(Council council) {
        CouncilOdds odds = new CouncilOdds(council, scenario.buyer().iso3());
        return (seen, draft) -> Forecast.of(draft, odds.of(HindcastTabling.vote(draft, draft.strength())), seen.size());
    }
}
