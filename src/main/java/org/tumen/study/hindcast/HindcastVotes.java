package org.tumen.study.hindcast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.tumen.analysis.hindcast.BaseRateForecaster;
import org.tumen.analysis.hindcast.PosteriorForecaster;
import org.tumen.analysis.hindcast.VoteForecaster;
import org.tumen.analysis.hindcast.VoteTest;
import org.tumen.analysis.score.Baselines;
import org.tumen.ballot.RollCall;
import org.tumen.ballot.VoteAssumptions;
import org.tumen.scenario.actor.Council;
import org.tumen.world.Vote;

/** The part of a hindcast that scores forecasts of the Council's votes, and of whether drafts are tabled. */
public final class HindcastVotes {
    /** Drafts of 2006 to 2015, the first that a forward forecast learns from; it forecasts those after them. */
    private static final int FIRST = 10;

    private static final String BASE = "base rate";
    private static final String MEMBER = "base rate by member";
    private static final String MODEL = "vote model";
    private static final String CAUTIOUS = "vote model, cautious";

    private final Council council;
    private final long seed;
    private final int draws;
    private final Consumer<String> progress;

    /**
     * The part.
     *
     * @param council of the scenario, whose penholder decides
     * @param seed of the draws from the priors and of the bootstrap
     * @param draws from the priors
     * @param progress told what is worked on
     */
    public HindcastVotes(Council council, long seed, int draws, Consumer<String> progress) {
        this.council = council;
        this.seed = seed;
        this.draws = draws;
        this.progress = progress;
    }

    /** Adds what was found. */
    public void into(HindcastFindings findings, String caption) {
        List<RollCall> calls = RollCall.ofRecord();
        List<VoteTest> tests = new ArrayList<>();
        for (VoteForecaster.Way way : VoteForecaster.Way.values()) {
            tests.add(VoteTest.of(
                    way,
                    calls,
                    FIRST,
                    forecasters(),
                    seed,
                    name -> progress.accept("votes, " + HindcastVoteTables.words(way) + ": " + name)));
        }
        findings.section("votes", "Votes of the Security Council");
        findings.say("The record holds " + calls.size() + " votes on drafts about North Korea, 2006 to 2024, with "
                + tests.get(0).votes() + " votes of members; " + tests.get(0).vetoes()
                + " drafts were vetoed and none fell short. Two vetoes support no precise probability of a veto: whatever"
                + " the probabilities below are, they tell forecasters apart on a few drafts and no more.");
        findings.say(
                "Losses: smaller is better. Log in nats; Brier over three categories, from 0 to 2. A difference is that to \""
                        + BASE
                        + "\" (Laplace), negative when better, with its 90 % bootstrap interval, drafts resampled whole. \""
                        + MODEL
                        + "\" is the model of the simulation, averaged over the posterior of its weights and of the"
                        + " hidden rivalry given the votes it is let see, " + draws + " draws from the priors; \""
                        + CAUTIOUS
                        + "\" doubts that the buyer's self-interest counts (0 with probability one half) and lets rivalry"
                        + " change half as often at the ruptures of 2014 and 2022. The form of the model was chosen knowing"
                        + " the votes.");
        HindcastVoteTables tables = new HindcastVoteTables(findings, tests, BASE);
        tables.scores();
        tables.vetoes();
        new HindcastTabling(council, models(), progress).into(findings);
        tables.forecasts();
        tests.forEach(test -> picture(findings, test, caption));
    }

    private static void picture(HindcastFindings findings, VoteTest test, String caption) {
        findings.picture(
                "votes_" + test.way().name().toLowerCase(Locale.ROOT),
                HindcastPictures.calibration(
                        test,
                        List.of(BASE, MEMBER, MODEL, CAUTIOUS),
                        "Dot: share of yes among the forecasts of a bin, its 90 % Wilson interval, and their number;"
                                + " on the diagonal forecasts are calibrated. Votes on one draft are not independent, so"
                                + " the intervals are too narrow. " + against(test) + " of " + test.votes()
                                + " votes were not in favour. " + caption));
    }

    private static long against(VoteTest test) {
        return test.of(BASE).stream()
                .flatMap(f -> f.call().votes().stream())
                .filter(v -> v != Vote.YES)
                .count();
    }

    private Map<String, VoteForecaster> forecasters() {
        Map<String, VoteForecaster> forecasters = new LinkedHashMap<>();
        forecasters.put(BASE, new BaseRateForecaster(Baselines.LAPLACE, false));
        forecasters.put(MEMBER, new BaseRateForecaster(Baselines.JEFFREYS, true));
        forecasters.putAll(models());
        return forecasters;
    }

    private Map<String, PosteriorForecaster> models() {
        Map<String, PosteriorForecaster> models = new LinkedHashMap<>();
        models.put(MODEL, new PosteriorForecaster(VoteAssumptions.STANDARD, draws, seed));
        models.put(CAUTIOUS, new PosteriorForecaster(VoteAssumptions.CAUTIOUS, draws, seed));
        return models;
    }
}
