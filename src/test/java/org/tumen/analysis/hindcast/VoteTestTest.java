package org.tumen.analysis.hindcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.hindcast.VoteForecaster.Way;
import org.tumen.analysis.score.Baselines;
import org.tumen.ballot.Belief;
import org.tumen.ballot.Chamber;
import org.tumen.ballot.LevelDistribution;
import org.tumen.ballot.RecordFilter;
import org.tumen.ballot.RollCall;
import org.tumen.ballot.VoteAssumptions;
import org.tumen.ballot.VotePosterior;
import org.tumen.ballot.VotePrior;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;
import org.tumen.world.history.CouncilTrigger;
import org.tumen.world.history.History;

/** Forecasts of votes and of tabling, on the record. */
class VoteTestTest {
    private static final LogitPenholder PENHOLDER = new LogitPenholder(10, .5, .3, .05, List.of(.35, .6, .9), .30);
    private static final List<RollCall> RECORD = RollCall.ofRecord();
    private static final int VETOED = VoteResult.VETOED.ordinal();
    private static final int MAY_2022 = 23;
    private static final int MARCH_2024 = 25;

    /**
     * Laplace's rule by hand: with all other 25 drafts seen, of which 1 vetoed and 24 adopted where a vetoed draft is left
     * out, P(vetoed) = 2/28; where an adopted one is, P(adopted) = 24/28.
     */
    @Test
    void scoresOfTheBaseRateWorkedOutByHand() {
        Map<String, VoteForecaster> forecasters = new LinkedHashMap<>();
        forecasters.put("base", new BaseRateForecaster(Baselines.LAPLACE, false));
        forecasters.put("member", new BaseRateForecaster(Baselines.JEFFREYS, true));
        VoteTest test = VoteTest.of(Way.LEAVE_ONE_OUT, RECORD, 10, forecasters, name -> {});
        assertThat(test.drafts()).isEqualTo(26);
        assertThat(test.votes()).isEqualTo(390);
        assertThat(test.vetoes()).isEqualTo(2);
        double expected = -(2 * Math.log(2 / 28.0) + 24 * Math.log(24 / 28.0)) / 26;
        assertThat(test.scores().get(0).outcomeLog()).isCloseTo(expected, within(1e-12));
        // Brier: of a vetoed draft 25, 2 and 1 of 28 for what came to pass and the others, of an adopted one 24, 3 and
        // 1.
        double brier = (2 * (26 * 26 + 25 * 25 + 1) + 24 * (4 * 4 + 3 * 3 + 1)) / (28.0 * 28 * 26);
        VoteTest.Score base = test.scores().get(0);
        VoteTest.Score member = test.scores().get(1);
        assertThat(base.outcomeBrier()).isCloseTo(brier, within(1e-12));
        assertThat(member.voteLogGain().difference()).isCloseTo(member.voteLog() - base.voteLog(), within(1e-12));
        assertThat(member.voteBrierGain().difference()).isCloseTo(member.voteBrier() - base.voteBrier(), within(1e-12));
        assertThat(member.outcomeLogGain().difference())
                .isCloseTo(member.outcomeLog() - base.outcomeLog(), within(1e-12));
        assertThat(member.outcomeBrierGain().difference())
                .isCloseTo(member.outcomeBrier() - base.outcomeBrier(), within(1e-12));
        assertThat(base.voteLogGain().difference()).isZero();
        assertThat(test.yesCurve("base", 10).points().get(0).count()).isEqualTo(390);
        VoteTest forward = VoteTest.of(Way.FORWARD, RECORD, 10, forecasters, name -> {});
        assertThat(forward.drafts()).isEqualTo(16);
        assertThat(forward.of("base").get(0).seen()).isEqualTo(10);
        // Ten adopted drafts before: (10 + 1)/(10 + 3).
        assertThat(forward.of("base").get(0).outcome()[0]).isCloseTo(11 / 13.0, within(1e-12));
    }

    /** Without the draft of May 2022 China has never voted no: .5/(25 + 1.5). */
    @Test
    void baseRatesByMemberLeaveTheVoteOut() {
        VoteForecast may = new BaseRateForecaster(Baselines.JEFFREYS, true)
                .forecasts(Way.LEAVE_ONE_OUT, RECORD, 0)
                .get(MAY_2022);
        assertThat(may.call().roster().members().get(0).iso3()).isEqualTo("CHN");
        assertThat(may.votes().get(0)[Vote.NO.ordinal()]).isCloseTo(.5 / 26.5, within(1e-12));
        // The elected are taken together, for they come and go: ten of each of 25 votes.
        int elected = IntStream.range(0, 15)
                .filter(i -> !may.call().roster().members().get(i).permanent())
                .findFirst()
                .orElseThrow();
        long abstained = RECORD.stream()
                .filter(call -> call != may.call())
                .flatMap(call -> IntStream.range(0, 15)
                        .filter(i -> !call.roster().members().get(i).permanent())
                        .mapToObj(i -> call.votes().get(i)))
                .filter(Vote.ABSTAIN::equals)
                .count();
        assertThat(may.votes().get(elected)[Vote.ABSTAIN.ordinal()])
                .isCloseTo((abstained + .5) / (250 + 1.5), within(1e-12));
    }

    /** The forward forecast is the mean over the posterior as it stood on the day, which is worked out another way. */
    @Test
    void forwardForecastsAreMeansOverThePosteriorOfTheDay() {
        int draws = 300;
        List<VoteForecast> forecasts =
                new PosteriorForecaster(VoteAssumptions.STANDARD, draws, 3).forecasts(Way.FORWARD, RECORD, MARCH_2024);
        RollCall call = RECORD.get(MARCH_2024);
        VotePosterior before = VotePosterior.of(VoteAssumptions.STANDARD, RECORD, call.date(), draws, 3);
        Chamber chamber =
                new Chamber(call.roster(), VoteAssumptions.STANDARD.alignment(), VoteAssumptions.STANDARD.buyer());
        VoteForecast forecast = forecasts.get(0);
        assertThat(forecast.seen()).isEqualTo(25);
        double vetoed = before.mean(row -> {
            chamber.weigh(row.weights());
            chamber.put(call.strength(), call.provocation(), call.exposure());
            double p = 0;
            for (int j = 0; j < LevelDistribution.LEVELS; j++) {
                p += row.belief().probability(j) * chamber.probability(VoteResult.VETOED, j);
            }
            return p;
        });
        assertThat(forecast.outcome()[VETOED]).isCloseTo(vetoed, within(1e-10));
        assertThat(Arrays.stream(forecast.outcome()).sum()).isCloseTo(1, within(1e-10));
        double usYes = before.mean(row -> {
            chamber.weigh(row.weights());
            chamber.put(call.strength(), call.provocation(), call.exposure());
            return chamber.yes(4, 0);
        });
        assertThat(forecast.votes().get(4)[Vote.YES.ordinal()]).isCloseTo(usYes, within(1e-10));
    }

    /** P(the recorded votes of one | the others) = P(all)/P(the others), and P(Russia's no) sums over what the others did. */
    @Test
    void leaveOneOutUsesLaterVotesToo() {
        int draws = 200;
        VoteForecast forecast = new PosteriorForecaster(VoteAssumptions.STANDARD, draws, 3)
                .forecasts(Way.LEAVE_ONE_OUT, RECORD, 0)
                .get(MAY_2022);
        RecordFilter filter = new RecordFilter(VoteAssumptions.STANDARD, RECORD);
        VotePrior prior = new VotePrior(3, 0);
        double no = 0;
        double all = 0;
        double[] joint = new double[LevelDistribution.LEVELS];
        for (int i = 0; i < draws; i++) {
            filter.weigh(prior.draw(i));
            filter.smooth();
            filter.others(MAY_2022, joint);
            for (int j = 0; j < joint.length; j++) {
                no += joint[j] * filter.chamber(MAY_2022).no(2, j);
                all += joint[j];
            }
        }
        assertThat(forecast.seen()).isEqualTo(25);
        assertThat(forecast.votes().get(2)[Vote.NO.ordinal()]).isCloseTo(no / all, within(1e-10));
    }

    /**
     * The figures of the model page for votes forward and for tabling, within four standard errors of the difference of two
     * samples of 20,000 draws. With 600,000 draws the four probabilities are .371, .416, .207 and .179, each ± .001.
     */
    @Test
    void theModelForecastsAsItsPageSays() {
        PosteriorForecaster model = new PosteriorForecaster(VoteAssumptions.STANDARD, 20_000, 1);
        List<VoteForecast> forward = model.forecasts(Way.FORWARD, RECORD, 10);
        // The probability of the second veto has a deviation of .40 over the posterior, which is worth 3,500 of the
        // draws.
        double error = 4 * .40 * Math.sqrt(2 / 3500.0);
        assertThat(forward.get(MAY_2022 - 10).outcome()[VETOED]).isCloseTo(.37, within(error));
        assertThat(forward.get(MARCH_2024 - 10).outcome()[VETOED]).isCloseTo(.44, within(error));
        TablingTest tabling = TablingTest.of(History.triggers(), RECORD, PENHOLDER, model);
        assertThat(tabling.right()).isEqualTo(20);
        assertThat(tabling.baseBrier()).isCloseTo(.274, within(.0006));
        assertThat(tabling.brier()).isCloseTo(.107, within(.01));
        assertThat(tabling.gain().high()).isNegative();
        PosteriorForecaster cautious = new PosteriorForecaster(VoteAssumptions.CAUTIOUS, 20_000, 1);
        List<VoteForecast> doubted = cautious.forecasts(Way.FORWARD, RECORD, 10);
        assertThat(doubted.get(MAY_2022 - 10).outcome()[VETOED]).isCloseTo(.21, within(error));
        assertThat(doubted.get(MARCH_2024 - 10).outcome()[VETOED]).isCloseTo(.16, within(error));
    }

    @Test
    void aPenholderWeighsByLogit() {
        LogitPenholder penholder = new LogitPenholder(10, .5, .4, .05, List.of(.35, .6, .9), .3);
        double[] adoption = {.8, .7, .4};
        double drafts = Math.exp(10 * (.8 * .35 - .5 * .2)) + Math.exp(10 * (.7 * .6 - .5 * .3)) + Math.exp(10 * .06);
        double statement = Math.exp(10 * (.9 * .3 - .4 * .5 * .1));
        double expected = .05 + .95 * drafts / (1 + statement + drafts);
        assertThat(penholder.tables(adoption, .9)).isCloseTo(expected, within(1e-12));
        assertThat(new LogitPenholder(0, .5, .3, 0, List.of(.35, .6, .9), .3).tables(adoption, .9))
                .isCloseTo(.6, within(1e-12));
    }

    /** One draw from the priors has all the weight, so that a trigger's probability can be worked out directly. */
    @Test
    void tablingIsForecastFromTheVotesBefore() {
        CouncilTrigger trigger = History.triggers().get(20);
        PosteriorForecaster model = new PosteriorForecaster(VoteAssumptions.STANDARD, 1, 9);
        TablingTest test = TablingTest.of(History.triggers(), RECORD, PENHOLDER, model);
        RecordFilter filter = new RecordFilter(VoteAssumptions.STANDARD, RECORD);
        filter.weigh(new VotePrior(9, 0).draw(0));
        Belief belief = filter.on(trigger.date());
        Chamber chamber = new Chamber(RECORD.get(MARCH_2024).roster(), VoteAssumptions.STANDARD.alignment(), "RUS");
        chamber.weigh(new VotePrior(9, 0).draw(0));
        double[] adoption = new double[3];
        double[] strengths = {.35, .6, .9};
        for (int d = 0; d < 3; d++) {
            chamber.put(strengths[d], .8, .9);
            adoption[d] = chamber.adoption(belief);
        }
        chamber.put(.3, .8, .9);
        assertThat(test.forecasts().get(20).probability())
                .isCloseTo(PENHOLDER.tables(adoption, chamber.unopposed(belief)), within(1e-12));
        // Twelve of the twenty before were answered: (12 + 1)/(20 + 2).
        assertThat(test.forecasts().get(20).base()).isCloseTo(13 / 22.0, within(1e-12));
    }
}
