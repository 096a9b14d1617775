package org.tumen.study.hindcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.tumen.analysis.hindcast.TablingTest;
import org.tumen.analysis.hindcast.VoteForecast;
import org.tumen.analysis.hindcast.VoteForecaster;
import org.tumen.analysis.hindcast.VoteTest;
import org.tumen.analysis.score.CalibrationCurve;
import org.tumen.analysis.score.ScoreComparison;
import org.tumen.findings.Chart;
import org.tumen.findings.Table;
import org.tumen.findings.TableBuilder;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;
import org.tumen.world.history.CouncilTrigger;

/** The tables and charts of {@link HindcastVotes}. */
record VoteTables(List<VoteTest> tests) {
    private static final int BINS = 10;
    private static final String LOSSES =
            " Losses: smaller is better; logarithmic in nats, Brier over three categories, 0 to 2. A"
                    + " difference is that to the base rate (Laplace), negative when better, with its 90 % interval over drafts"
                    + " (Student's); where few drafts make most of a difference, it holds less often than it states.";

    /** What a test is called in sentences. */
    static String words(VoteForecaster.Way way) {
        return way == VoteForecaster.Way.FORWARD ? "forward in time" : "leave one out";
    }

    /** The unit of Brier scores: the sum of squared differences of probabilities, over what may happen. */
    private static final String BRIER = "squared probability";

    /** A forecaster's losses in a test. */
    private record Row(VoteTest test, VoteTest.Score score) {
        boolean baseline() {
            return score.name().equals(HindcastVotes.BASE);
        }
    }

    private List<Row> rows() {
        return tests.stream()
                .flatMap(test -> test.scores().stream().map(score -> new Row(test, score)))
                .toList();
    }

    private TableBuilder<Row> scores(String name, String caption) {
        return Table.of(name, caption + LOSSES, rows())
                .text("Test", r -> words(r.test.way()), "test", r -> Texts.key(r.test.way()))
                .text("Forecaster", r -> r.score.name());
    }

    private static void loss(
            TableBuilder<Row> table,
            String label,
            String key,
            ToDoubleFunction<VoteTest.Score> loss,
            Function<VoteTest.Score, ScoreComparison> gain) {
        String unit = key.endsWith("_log") ? "nats" : BRIER;
        table.number(label, key, r -> loss.applyAsDouble(r.score), Table.fixed(3), unit)
                .difference(
                        "difference",
                        key + "_difference",
                        r -> r.baseline() ? Double.NaN : gain.apply(r.score).difference(),
                        r -> r.baseline() ? null : gain.apply(r.score).interval(),
                        unit);
    }

    /** The losses on what drafts came to. */
    Table drafts() {
        TableBuilder<Row> table = scores(
                "votes_drafts",
                "What drafts came to: adopted, vetoed or short; " + sample(VoteTest::drafts) + " drafts.");
        loss(table, "Log", "draft_log", VoteTest.Score::outcomeLog, VoteTest.Score::outcomeLogGain);
        loss(table, "Brier", "draft_brier", VoteTest.Score::outcomeBrier, VoteTest.Score::outcomeBrierGain);
        return table.build();
    }

    /** The losses on each member's vote. */
    Table members() {
        TableBuilder<Row> table = scores("votes_members", "Each member's vote; " + sample(VoteTest::votes) + " votes.");
        loss(table, "Log", "vote_log", VoteTest.Score::voteLog, VoteTest.Score::voteLogGain);
        loss(table, "Brier", "vote_brier", VoteTest.Score::voteBrier, VoteTest.Score::voteBrierGain);
        return table.build();
    }

    private String sample(ToDoubleFunction<VoteTest> count) {
        return String.join(
                ", ",
                tests.stream()
                        .map(t -> words(t.way()) + " " + Numbers.count(count.applyAsDouble(t)))
                        .toList());
    }

    /** What each forecaster said of the drafts from 2022 on, the only years with vetoes. */
    Table vetoes() {
        VoteTest forward = tests.get(VoteForecaster.Way.FORWARD.ordinal());
        List<Integer> late = new ArrayList<>();
        List<VoteForecast> base = forward.of(HindcastVotes.BASE);
        for (int i = 0; i < base.size(); i++) {
            if (base.get(i).call().date().getYear() >= 2022) {
                late.add(i);
            }
        }
        TableBuilder<Integer> table = Table.of(
                        "votes_vetoes",
                        "The probability of a veto that each forecaster gave before the vote, forward in time, to the drafts"
                                + " from 2022 on, the only years with vetoes.",
                        late)
                .text("Draft", i -> base.get(i).call().symbol())
                .text("Date", i -> base.get(i).call().date().toString())
                .text("Result", i -> result(base.get(i)));
        forward.forecasts()
                .forEach((name, forecasts) ->
                        table.share(Texts.upper(name), i -> forecasts.get(i).outcome()[VoteResult.VETOED.ordinal()]));
        return table.build();
    }

    private static String result(VoteForecast forecast) {
        return Texts.key(forecast.call().result());
    }

    /** How the penholder of each model fared. */
    Table tabling(Map<String, TablingTest> models) {
        TablingTest any = models.values().iterator().next();
        long tabled = any.forecasts().stream()
                .map(TablingTest.Forecast::trigger)
                .filter(CouncilTrigger::tabled)
                .count();
        return Table.of(
                        "tabling",
                        "Tabled or not: after " + any.forecasts().size()
                                + " major launches and nuclear tests, whether a draft was put to the vote (" + tabled
                                + " were, none after March 2022). Each forecast from the votes before it; right where the"
                                + " likelier course was taken. Base rate: the share of the triggers before (Laplace).",
                        List.copyOf(models.entrySet()))
                .text("Penholder with the odds of", "model", Map.Entry::getKey)
                .count("Right", e -> e.getValue().right(), "triggers")
                .number("Brier", e -> e.getValue().brier(), Table.fixed(3), BRIER)
                .number("Base rate", e -> e.getValue().baseBrier(), Table.fixed(3), BRIER)
                .difference(
                        "Difference",
                        e -> e.getValue().gain().difference(),
                        e -> e.getValue().gain().interval(),
                        BRIER)
                .build();
    }

    /** What the penholder of each model would have done after each trigger. */
    Table triggers(Map<String, TablingTest> models) {
        record Said(String model, TablingTest.Forecast forecast) {}
        List<Said> all = new ArrayList<>();
        models.forEach((name, test) -> test.forecasts().forEach(f -> all.add(new Said(name, f))));
        return Table.of("votes_tabling", "The probability of a draft after each trigger.", all)
                .text("Penholder with the odds of", "model", Said::model)
                .text("Date", s -> s.forecast.trigger().date().toString())
                .text("Event", s -> s.forecast.trigger().event())
                .share("Probability of a draft", "probability", s -> s.forecast.probability())
                .share("Base rate", s -> s.forecast.base())
                .truth("Tabled", s -> s.forecast.trigger().tabled())
                .build();
    }

    /** Every forecast of every test, a row a member. */
    Table forecasts() {
        record Said(VoteTest test, String forecaster, VoteForecast forecast, int member) {}
        List<Said> all = new ArrayList<>();
        for (VoteTest test : tests) {
            test.forecasts()
                    .forEach((name, forecasts) -> forecasts.forEach(f -> {
                        for (int i = 0; i < f.votes().size(); i++) {
                            all.add(new Said(test, name, f, i));
                        }
                    }));
        }
        TableBuilder<Said> table = Table.of("votes", "every forecast of every member's vote and of every draft", all)
                .storedText("test", "Test", s -> Texts.key(s.test.way()))
                .storedText("forecaster", "Forecaster", Said::forecaster)
                .storedText("symbol", "Draft", s -> s.forecast.call().symbol())
                .storedText(
                        "member",
                        "Member, ISO 3166-1",
                        s -> s.forecast.call().roster().members().get(s.member).iso3());
        for (Vote vote : List.of(Vote.YES, Vote.ABSTAIN, Vote.NO)) {
            String key = Texts.key(vote);
            table.stored(
                    key, "Probability of " + key, s -> s.forecast.votes().get(s.member)[vote.ordinal()], "probability");
        }
        table.storedText(
                "voted", "Vote", s -> Texts.key(s.forecast.call().votes().get(s.member)));
        for (VoteResult result : VoteResult.values()) {
            String key = Texts.key(result);
            table.stored(
                    key,
                    "Probability that the draft is " + key,
                    s -> s.forecast.outcome()[result.ordinal()],
                    "probability");
        }
        return table.storedText("result", "What the draft came to", s -> result(s.forecast))
                .build();
    }

    /** How often members voted yes where it was forecast, a chart a forecaster, forward in time. */
    static List<Chart> calibration(VoteTest test, String caption) {
        List<Chart> charts = new ArrayList<>();
        for (String name : HindcastVotes.ALL) {
            List<CalibrationCurve.Point> points = test.yesCurve(name, BINS).points();
            charts.add(Chart.of(
                            "calibration_" + name.replaceAll("[^a-z]+", "_"),
                            Texts.upper(name),
                            "Share of yes among the forecasts of a bin, with its 90 % Wilson interval, "
                                    + words(test.way()) + "; on"
                                    + " the diagonal forecasts are calibrated. Votes on one draft are not independent, so"
                                    + " that intervals are too narrow. " + caption)
                    .x("Forecast probability of yes", "")
                    .y("Voted yes", "share")
                    .add(Chart.Shape.LINE, "Calibrated", new double[] {0, 1}, new double[] {0, 1})
                    .hue(Chart.Series.MUTED)
                    .points(
                            "Votes",
                            points,
                            CalibrationCurve.Point::forecast,
                            CalibrationCurve.Point::observed,
                            CalibrationCurve.Point::interval,
                            p -> Numbers.counted(p.count(), "vote"))
                    .build());
        }
        return charts;
    }
}
