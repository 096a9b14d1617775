package org.tumen.analysis.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.analysis.score.Baselines;
import org.tumen.draw.Draws;
import org.tumen.draw.Stream;
import org.tumen.draw.Streams;
import org.tumen.world.Vote;
import org.tumen.world.VoteResult;
import org.tumen.world.history.History;
import org.tumen.world.history.Launch;
import org.tumen.world.history.Provenance;

class VoteModelTest {
    private static final double[] DEFAULTS = {2.2, .5, 1.2, 5.6, 1.5, 4.5, 2022.15, -1.4};
    private static final Stream LUCK = new Streams().register("test", "luck");
    private static final List<Draft> RECORD = Draft.ofRecord();

    @Test
    void theOutcomeIsThatOfAllCombinationsOfVotes() {
        Draft draft = RECORD.get(23);
        double[] p = VoteModel.outcome(DEFAULTS, draft);
        double[] brute = new double[3];
        for (int set = 0; set < 1 << 15; set++) {
            double any = 1;
            double free = 1;
            for (int i = 0; i < 15; i++) {
                double[] vote =
                        VoteModel.probabilities(DEFAULTS, draft, draft.members().get(i));
                if ((set >> i & 1) == 1) {
                    any *= vote[0];
                    free *= vote[0];
                } else {
                    any *= 1 - vote[0];
                    free *= draft.members().get(i).permanent() ? vote[1] : 1 - vote[0];
                }
            }
            if (Integer.bitCount(set) >= 9) {
                brute[0] += free;
                brute[1] += any - free;
            } else {
                brute[2] += any;
            }
        }
        assertThat(p).containsExactly(brute, within(1e-10));
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void theFormulaIsTheModels() {
        Draft draft = RECORD.get(25);
        int russia = draft.members().stream().map(m -> m.iso3()).toList().indexOf("RUS");
        double r = VoteModel.rivalry(DEFAULTS, draft.year());
        double ideal = draft.members().get(russia).ideal();
        double z = 2.2 + .5 * ideal - (1.2 + 5.6 * r) * .1 + 1.5 * draft.testHeat() * (1 - r) - 4.5 * .9;
        assertThat(VoteModel.support(DEFAULTS, draft, draft.members().get(russia)))
                .isCloseTo(z, within(1e-12));
        assertThat(r).isGreaterThan(.99);
    }

    @Test
    void testHeatWearsDown() {
        Provenance source = new Provenance("made for this test", false, "");
        LocalDate day = LocalDate.of(2024, 1, 1);
        Launch launch = new Launch(day, Launch.Kind.SRBM, source);
        assertThat(Draft.testHeat(List.of(launch), day.plusDays(14))).isCloseTo(.25 * .85 * .85, within(1e-12));
        assertThat(Draft.testHeat(List.of(launch), day)).isZero();
        assertThat(Draft.testHeat(History.launches(), LocalDate.of(2022, 11, 10)))
                .isEqualTo(1);
    }

    @Test
    void knownParametersAreRecoveredFromSimulatedVotes() {
        double[] truth = {1.2, .4, 1, 3, .8, 2, 2022.15, -1.4};
        VoteFit fit = new VoteFitter(5).fit(simulated(truth, 8));
        assertThat(fit.votes()).isEqualTo(8 * 390);
        for (VoteParameter parameter : VoteParameter.values()) {
            double se = fit.standardErrors().get(parameter.ordinal());
            assertThat(se).as(parameter.name()).isPositive();
            // Four standard errors for each of eight parameters; the path's two are not regular (few drafts lie on the
            // slope), so that only their order is checked.
            double allowed = parameter == VoteParameter.MIDPOINT || parameter == VoteParameter.LOG_WIDTH
                    ? 4 * parameter.sd()
                    : 4 * se;
            assertThat(fit.get(parameter)).as(parameter.name()).isCloseTo(truth[parameter.ordinal()], within(allowed));
        }
    }

    private static List<Draft> simulated(double[] truth, int copies) {
        Draws draws = new Draws();
        List<Draft> drafts = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            for (int d = 0; d < RECORD.size(); d++) {
                Draft draft = RECORD.get(d);
                draws.startRun(copy, d);
                List<Vote> votes = new ArrayList<>();
                for (int i = 0; i < 15; i++) {
                    double[] p = VoteModel.probabilities(
                            truth, draft, draft.members().get(i));
                    double u = draws.uniform(LUCK, i);
                    votes.add(u < p[0] ? Vote.YES : u < p[0] + p[1] ? Vote.ABSTAIN : Vote.NO);
                }
                drafts.add(new Draft(
                        draft.symbol(),
                        draft.year(),
                        draft.strength(),
                        draft.testHeat(),
                        draft.suspicion(),
                        draft.members(),
                        votes,
                        draft.result()));
            }
        }
        return drafts;
    }

    @Test
    void theFitOfTheRecordStatesWhatItRestsOn() {
        VoteFitter fitter = new VoteFitter(1);
        VoteFit fit = fitter.fit(RECORD);
        assertThat(fit.sample()).contains("390 votes", "26 drafts", "2 of them vetoed", "no precise probability");
        assertThat(fit.penalised()).isGreaterThan(fitter.objective(VoteParameter.centres(), RECORD));
        assertThat(fit.penalised()).isGreaterThan(fitter.objective(DEFAULTS, RECORD));
        ProfileInterval interval = ProfileInterval.of(fitter, fit, RECORD, VoteParameter.RIVALRY, .9);
        assertThat(interval.low()).isLessThan(fit.get(VoteParameter.RIVALRY));
        assertThat(interval.high()).isGreaterThan(fit.get(VoteParameter.RIVALRY));
        double edge = fitter.profile(RECORD, VoteParameter.RIVALRY, interval.high());
        // Half the 90 % quantile of chi-square with one degree of freedom.
        assertThat(fit.penalised() - edge).isCloseTo(1.3528, within(.02));
    }

    @Test
    void thePosteriorIsBroadAndItsDrawsAreWorthEnough() {
        VotePosterior posterior = VotePosterior.of(new VoteFitter(1), RECORD, 1000, 1);
        assertThat(posterior.effectiveSampleSize()).isGreaterThan(100);
        VoteForecasts.Forecast forecast = posterior.forecast(RECORD.get(23), 26);
        assertThat(Arrays.stream(forecast.outcome()).sum()).isCloseTo(1, within(1e-9));
        assertThat(forecast.outcome()[VoteResult.VETOED.ordinal()]).isBetween(.2, .999);
        assertThat(VotePosterior.of(new VoteFitter(1), RECORD, 1000, 1).mean(VoteParameter.RIVALRY))
                .isEqualTo(posterior.mean(VoteParameter.RIVALRY));
    }

    @Test
    void forwardForecastsSeeOnlyThePast() {
        List<VoteForecasts.Forecast> forecasts =
                VoteForecasts.forward(VoteForecasts.baseRate(Baselines.LAPLACE), RECORD, 20);
        assertThat(forecasts).hasSize(6);
        assertThat(forecasts.get(0).seen()).isEqualTo(20);
        // Twenty adopted drafts before: (20 + 1)/(20 + 3).
        assertThat(forecasts.get(0).outcome()[0]).isCloseTo(21 / 23.0, within(1e-12));
        VoteScores scores = VoteScores.of(forecasts);
        assertThat(scores.voteLog()).hasSize(90);
        assertThat(scores.outcomeLog()[0]).isCloseTo(-Math.log(21 / 23.0), within(1e-12));
        assertThat(VoteScores.yesCurve(forecasts, 10, .9).points())
                .allSatisfy(p -> assertThat(p.low()).isLessThanOrEqualTo(p.observed()));
        assertThat(VoteScores.vetoCurve(forecasts, 10, .9).points()).hasSize(1);
    }

    @Test
    void leaveOneOutLeavesTheDraftOut() {
        List<VoteForecasts.Forecast> forecasts =
                VoteForecasts.leaveOneOut(VoteForecasts.memberBaseRate(Baselines.JEFFREYS), RECORD);
        assertThat(forecasts).allSatisfy(f -> assertThat(f.seen()).isEqualTo(25));
        // Without the draft of May 2022 China has never voted no: .5/(25 + 1.5).
        VoteForecasts.Forecast may = forecasts.get(23);
        int china = may.draft().members().stream().map(m -> m.iso3()).toList().indexOf("CHN");
        assertThat(may.votes().get(china)[Vote.NO.ordinal()]).isCloseTo(.5 / 26.5, within(1e-12));
    }
}
