package org.tumen.study.hindcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tumen.analysis.hindcast.VoteForecast;
import org.tumen.analysis.hindcast.VoteForecaster;
import org.tumen.analysis.hindcast.VoteTest;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.ballot.RollCall;
import org.tumen.words.Numbers;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;

/** The tables and data files of {@link HindcastVotes}. */
final class HindcastVoteTables {
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

    private final HindcastFindings findings;
    private final List<VoteTest> tests;
    private final String reference;

    /**
     * The tables of some tests.
     *
     * @param reference the forecaster to which differences are taken
     */
    HindcastVoteTables(HindcastFindings findings, List<VoteTest> tests, String reference) {
        this.findings = findings;
        this.tests = tests;
        this.reference = reference;
    }

    /** The losses of all forecasters. */
    void scores() {
        List<List<Object>> data = new ArrayList<>();
        for (VoteTest test : tests) {
            scores(test);
            test.scores().forEach(score -> data.add(row(test, score)));
        }
        findings.data("votes_scores", HEAD, data);
    }

    /** What a test is called in sentences. */
    static String words(VoteForecaster.Way way) {
        return way == VoteForecaster.Way.FORWARD ? "forward in time" : "leave one out";
    }

    private void scores(VoteTest test) {
        List<List<String>> votes = new ArrayList<>();
        List<List<String>> drafts = new ArrayList<>();
        for (VoteTest.Score s : test.scores()) {
            votes.add(row(s, s.voteLog(), s.voteLogGain(), s.voteBrier(), s.voteBrierGain()));
            drafts.add(row(s, s.outcomeLog(), s.outcomeLogGain(), s.outcomeBrier(), s.outcomeBrierGain()));
        }
        String how = test.way() == VoteForecaster.Way.FORWARD ? ", each forecast from those before it" : "";
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

    private List<String> row(
            VoteTest.Score score, double log, ScoreComparison logGain, double brier, ScoreComparison brierGain) {
        return List.of(
                score.name(),
                Numbers.fixed(log, 4),
                gain(score, logGain),
                Numbers.fixed(brier, 4),
                gain(score, brierGain));
    }

    private String gain(VoteTest.Score score, ScoreComparison c) {
        return score.name().equals(reference) ? Numbers.NONE : Numbers.interval(c.difference(), c.low(), c.high(), 3);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

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
    void vetoes() {
        VoteTest forward = tests.get(VoteForecaster.Way.FORWARD.ordinal());
        List<RollCall> last = forward.of(reference).stream()
                .map(VoteForecast::call)
                .filter(c -> c.date().getYear() >= 2022)
                .toList();
        List<String> head = new ArrayList<>(List.of("Forecaster, forward in time"));
        last.forEach(d -> head.add(d.symbol() + " " + d.result().name().toLowerCase(Locale.ROOT)));
        List<List<String>> rows = new ArrayList<>();
        forward.forecasts().forEach((name, forecasts) -> {
            List<String> row = new ArrayList<>(List.of(name));
            for (VoteForecast f : forecasts.subList(forecasts.size() - last.size(), forecasts.size())) {
                row.add(Numbers.fixed(f.outcome()[VoteResult.VETOED.ordinal()], 3));
            }
            rows.add(row);
        });
        findings.table(
                "Probability of a veto given to the drafts from 2022 on before each vote, and what happened ("
                        + last.size() + " drafts)",
                head,
                rows);
    }

    /** Every forecast of every test, as data. */
    void forecasts() {
        List<List<Object>> rows = new ArrayList<>();
        for (VoteTest test : tests) {
            test.forecasts().forEach((name, forecasts) -> {
                for (VoteForecast f : forecasts) {
                    for (int i = 0; i < f.votes().size(); i++) {
                        double[] p = f.votes().get(i);
                        rows.add(List.of(
                                test.way().name().toLowerCase(Locale.ROOT),
                                name,
                                f.call().symbol(),
                                f.call().roster().members().get(i).iso3(),
                                p[Vote.YES.ordinal()],
                                p[Vote.ABSTAIN.ordinal()],
                                p[Vote.NO.ordinal()],
                                f.call().votes().get(i).name().toLowerCase(Locale.ROOT),
                                f.outcome()[0],
                                f.outcome()[1],
                                f.outcome()[2],
                                f.call().result().name().toLowerCase(Locale.ROOT)));
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
