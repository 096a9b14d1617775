package org.tumen.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.tumen.analysis.hindcast.VoteTest;
import org.tumen.analysis.score.Baselines;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.analysis.vote.Draft;
import org.tumen.analysis.vote.VoteFitter;
import org.tumen.analysis.vote.VoteForecasts;
import org.tumen.analysis.vote.VoteForecasts.Forecast;
import org.tumen.analysis.vote.VoteForecasts.Forecaster;
import org.tumen.chart.HindcastPictures;
import org.tumen.policy.PenholderParameters;
import org.tumen.scenario.Council;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.CouncilOdds;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;
import org.tumen.world.history.CouncilVote;
import org.tumen.world.history.History;

/** The part of a hindcast that scores forecasts of the Council's votes. */
final class HindcastVotes {
    /** Drafts of 2006 to 2015, the first that a forward forecast learns from; it forecasts those after them. */
    private static final int FIRST = 10;

    private static final String BASE = "base rate";
    private static final String MEMBER = "base rate by member";
    private static final String STEP = "Council step";
    private static final String PATH = "Council step, rivalry path";
    private static final String FITTED = "fitted";
    private static final String POSTERIOR = "posterior average";

    private final Scenario scenario;
    private final long seed;
    private final int draws;
    private final Consumer<String> progress;
    private final Map<String, CouncilVote> votes =
            History.votes().stream().collect(Collectors.toMap(CouncilVote::symbol, v -> v));

    /**
     * The part.
     *
     * @param draws parameter draws of the posterior
     */
    HindcastVotes(Scenario scenario, long seed, int draws, Consumer<String> progress) {
        this.scenario = scenario;
        this.seed = seed;
        this.draws = draws;
        this.progress = progress;
    }

    void into(Findings findings, String caption) {
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
                    name -> progress.accept("votes, " + words(way) + ": " + name)));
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
                        + "\" is the simulation's own Council step with the scenario's parameters, evidence 0, heat and suspicion"
                        + " as coded in the record: it learns nothing. \"" + PATH
                        + "\" lets its rivalry rise from 0 at the start of 2022 to the scenario's at the start of 2023, which is hindsight.");
        List<List<Object>> data = new ArrayList<>();
        for (VoteTest test : tests) {
            scores(findings, test);
            test.scores().forEach(score -> data.add(row(test, score)));
        }
        findings.data("votes_scores", HEAD, data);
        vetoes(findings, tests);
        tabling(findings);
        forecasts(findings, tests);
        for (VoteTest test : tests) {
            findings.picture(
                    "votes_" + test.way().name().toLowerCase(Locale.ROOT),
                    HindcastPictures.calibration(
                            test,
                            List.of(BASE, POSTERIOR, STEP, PATH),
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
        forecasters.put(PATH, step(path()));
        return forecasters;
    }

    /** The Council with a rivalry that rises in 2022, the year of the invasion of Ukraine. */
    private Council path() {
        Council c = scenario.council();
        Map<String, Double> years = c.rivalryByYear().isEmpty()
                ? new TreeMap<>(Map.of("2022", 0.0, "2023", c.rivalry()))
                : c.rivalryByYear();
        return new Council(
                c.label(),
                c.roster(),
                c.alignment(),
                c.rivalry(),
                years,
                c.credibility(),
                c.voting(),
                c.strengths(),
                c.mandate(),
                c.deliberation(),
                c.effects(),
                c.regime(),
                c.policy());
    }

    private Forecaster step(Council council) {
        CouncilOdds odds = new CouncilOdds(council, scenario.buyer().iso3());
        return (seen, draft) -> Forecast.of(draft, odds.of(vote(draft, draft.strength())), seen.size());
    }

    private CouncilVote recorded(Draft draft) {
        return Objects.requireNonNull(votes.get(draft.symbol()));
    }

    private CouncilOdds.Vote vote(Draft draft, double strength) {
        CouncilVote vote = recorded(draft);
        return new CouncilOdds.Vote(vote.roster(), vote.date(), strength, 0, draft.testHeat(), draft.suspicion());
    }

    private static String words(VoteTest.Way way) {
        return way == VoteTest.Way.FORWARD ? "forward in time" : "leave one out";
    }

    private static void scores(Findings findings, VoteTest test) {
        List<List<String>> votes = new ArrayList<>();
        List<List<String>> drafts = new ArrayList<>();
        for (VoteTest.Score s : test.scores()) {
            votes.add(row(s, s.voteLog(), s.voteLogGain(), s.voteBrier(), s.voteBrierGain()));
            drafts.add(row(s, s.outcomeLog(), s.outcomeLogGain(), s.outcomeBrier(), s.outcomeBrierGain()));
        }
        String how = test.way() == VoteTest.Way.FORWARD ? ", each forecast from those before it" : "";
        List<String> head = List.of("Forecaster", "log", "difference", "Brier", "difference");
        findings.table(
                capital(words(test.way())) + ", each member's vote: " + test.votes() + " votes on " + test.drafts()
                        + " drafts" + how,
                head,
                votes);
        findings.table(
                capital(words(test.way())) + ", what the draft came to: " + test.drafts() + " drafts, " + test.vetoes()
                        + " vetoed" + how,
                head,
                drafts);
    }

    private static List<String> row(
            VoteTest.Score score, double log, ScoreComparison logGain, double brier, ScoreComparison brierGain) {
        return List.of(
                score.name(),
                NumberTexts.fixed(log, 4),
                gain(score, logGain),
                NumberTexts.fixed(brier, 4),
                gain(score, brierGain));
    }

    private static String gain(VoteTest.Score score, ScoreComparison c) {
        return score.name().equals(BASE) ? "-" : NumberTexts.interval(c.difference(), c.low(), c.high(), 3);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static final List<String> HEAD = List.of(
            "test",
            "forecaster",
            "votes",
            "drafts",
            "vetoes",
            "vote_log",
            "vote_log_difference",
            "vote_log_low",
            "vote_log_high",
            "vote_brier",
            "vote_brier_difference",
            "vote_brier_low",
            "vote_brier_high",
            "draft_log",
            "draft_log_difference",
            "draft_log_low",
            "draft_log_high",
            "draft_brier",
            "draft_brier_difference",
            "draft_brier_low",
            "draft_brier_high");

    private static List<Object> row(VoteTest test, VoteTest.Score s) {
        List<Object> row = new ArrayList<>(List.of(
                test.way().name().toLowerCase(Locale.ROOT), s.name(), test.votes(), test.drafts(), test.vetoes()));
        add(row, s.voteLog(), s.voteLogGain());
        add(row, s.voteBrier(), s.voteBrierGain());
        add(row, s.outcomeLog(), s.outcomeLogGain());
        add(row, s.outcomeBrier(), s.outcomeBrierGain());
        return row;
    }

    private static void add(List<Object> row, double value, ScoreComparison gain) {
        row.addAll(List.of(value, gain.difference(), gain.low(), gain.high()));
    }

    /** What each forecaster said of the drafts from 2022 on, the only years with vetoes. */
    private static void vetoes(Findings findings, List<VoteTest> tests) {
        VoteTest forward = tests.get(VoteTest.Way.FORWARD.ordinal());
        List<Draft> last = forward.of(BASE).stream()
                .map(Forecast::draft)
                .filter(d -> d.year() >= 2022)
                .toList();
        List<String> head = new ArrayList<>(List.of("Forecaster, forward in time"));
        last.forEach(d -> head.add(d.symbol() + " " + d.result().name().toLowerCase(Locale.ROOT)));
        List<List<String>> rows = new ArrayList<>();
        forward.forecasts().forEach((name, forecasts) -> {
            List<String> row = new ArrayList<>(List.of(name));
            for (Forecast f : forecasts.subList(forecasts.size() - last.size(), forecasts.size())) {
                row.add(NumberTexts.fixed(f.outcome()[VoteResult.VETOED.ordinal()], 3));
            }
            rows.add(row);
        });
        findings.table(
                "Probability of a veto given to the drafts from 2022 on before each vote, and what happened ("
                        + last.size() + " drafts)",
                head,
                rows);
    }

    /** What the scenario's penholder would have made of the recorded sanctions drafts: whether worth tabling at all. */
    private void tabling(Findings findings) {
        if (!(scenario.council().policy().parameters() instanceof PenholderParameters penholder)) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<List<Object>> data = new ArrayList<>();
        List<Draft> sanctions = Draft.ofRecord().stream()
                .filter(d -> recorded(d).kind() == CouncilVote.Kind.SANCTIONS)
                .toList();
        Map<String, Council> councils = new LinkedHashMap<>();
        councils.put(STEP, scenario.council());
        councils.put(PATH, path());
        councils.forEach((name, council) -> {
            CouncilOdds odds = new CouncilOdds(council, scenario.buyer().iso3());
            int tabled = 0;
            for (Draft draft : sanctions) {
                double adoption = odds.adoption(vote(draft, draft.strength()));
                boolean worth = adoption >= penholder.leastAdoption()
                        && adoption * draft.strength() - (1 - adoption) * penholder.failureCost() > 0;
                tabled += worth ? 1 : 0;
                data.add(List.of(
                        name,
                        draft.symbol(),
                        draft.strength(),
                        adoption,
                        worth,
                        draft.result().name().toLowerCase(Locale.ROOT)));
            }
            LocalDate after = LocalDate.of(2024, 1, 1);
            CouncilVote last = History.votes().get(History.votes().size() - 1);
            double since = odds.adoption(new CouncilOdds.Vote(
                    last.roster(),
                    after,
                    council.strengths().firm(),
                    0,
                    Draft.testHeat(History.launches(), after),
                    last.suspicion()));
            boolean held = since < penholder.leastAdoption()
                    || since * council.strengths().firm() <= (1 - since) * penholder.failureCost();
            rows.add(List.of(
                    name,
                    tabled + " of " + sanctions.size(),
                    NumberTexts.fixed(since, 3),
                    held ? "not tabled" : "tabled"));
        });
        findings.table(
                "Not tabled: of the " + sanctions.size()
                        + " sanctions drafts that were put to a vote, how many the scenario's penholder would have found worth"
                        + " tabling; and whether it would have tabled a firm draft on 1 January 2024. The record: none was"
                        + " tabled after May 2022.",
                List.of("Penholder", "would table", "P(adopted) 2024", "a firm draft in 2024"),
                rows);
        findings.data(
                "votes_tabling",
                List.of("council", "symbol", "strength", "adoption_probability", "worth_tabling", "result"),
                data);
    }

    private static void forecasts(Findings findings, List<VoteTest> tests) {
        List<List<Object>> rows = new ArrayList<>();
        for (VoteTest test : tests) {
            test.forecasts().forEach((name, forecasts) -> {
                for (Forecast f : forecasts) {
                    for (int i = 0; i < f.votes().size(); i++) {
                        double[] p = f.votes().get(i);
                        rows.add(List.of(
                                test.way().name().toLowerCase(Locale.ROOT),
                                name,
                                f.draft().symbol(),
                                f.draft().members().get(i).iso3(),
                                p[Vote.YES.ordinal()],
                                p[Vote.ABSTAIN.ordinal()],
                                p[Vote.NO.ordinal()],
                                f.draft().votes().get(i).name().toLowerCase(Locale.ROOT),
                                f.outcome()[0],
                                f.outcome()[1],
                                f.outcome()[2],
                                f.draft().result().name().toLowerCase(Locale.ROOT)));
                    }
                }
            });
        }
        findings.data(
                "votes",
                List.of(
                        "test",
                        "forecaster",
                        "symbol",
                        "member",
                        "yes",
                        "abstain",
                        "no",
                        "voted",
                        "adopted",
                        "vetoed",
                        "short",
                        "result"),
                rows);
    }
}
