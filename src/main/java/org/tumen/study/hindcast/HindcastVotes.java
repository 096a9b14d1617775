package org.tumen.study.hindcast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tumen.analysis.hindcast.BaseRateForecaster;
import org.tumen.analysis.hindcast.LogitPenholder;
import org.tumen.analysis.hindcast.PosteriorForecaster;
import org.tumen.analysis.hindcast.TablingTest;
import org.tumen.analysis.hindcast.VoteForecaster;
import org.tumen.analysis.hindcast.VoteTest;
import org.tumen.analysis.score.Baselines;
import org.tumen.ballot.RollCall;
import org.tumen.ballot.VoteAssumptions;
import org.tumen.findings.ChartSheet;
import org.tumen.findings.Findings;
import org.tumen.policy.builtin.PenholderParameters;
import org.tumen.scenario.ScenarioTemplate;
import org.tumen.scenario.actor.Council;
import org.tumen.scenario.actor.DraftStrengths;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;
import org.tumen.world.history.History;

/** The part of a hindcast about the Security Council: its votes, and whether drafts were tabled. */
final class HindcastVotes implements HindcastPart {
    /** Drafts of 2006 to 2015, the first that a forward forecast learns from; it forecasts those after them. */
    private static final int FIRST = 10;

    static final String BASE = "base rate";
    private static final String MEMBER = "base rate by member";
    private static final String MODEL = "vote model";
    private static final String CAUTIOUS = "vote model, cautious";
    static final List<String> ALL = List.of(BASE, MEMBER, MODEL, CAUTIOUS);

    private final int draws;
    private final long seed;
    private final String caption;
    private final List<VoteTest> tests = new ArrayList<>();
    private final Map<String, TablingTest> tabling = new LinkedHashMap<>();

    /**
     * Forecasts the votes of the record.
     *
     * @param council of the scenario, whose penholder decides
     * @param draws from the priors
     * @param progress told what is worked on
     */
    HindcastVotes(Council council, long seed, int draws, String caption, Consumer<String> progress) {
        this.draws = draws;
        this.seed = seed;
        this.caption = caption;
        List<RollCall> calls = RollCall.ofRecord();
        for (VoteForecaster.Way way : VoteForecaster.Way.values()) {
            String words = VoteTables.words(way);
            tests.add(VoteTest.of(
                    way, calls, FIRST, forecasters(), name -> progress.accept("votes, " + words + ": " + name)));
        }
        LogitPenholder penholder = penholder(council);
        models().forEach((name, model) -> {
            progress.accept("votes, tabling: " + name);
            tabling.put(name, TablingTest.of(History.triggers(), calls, penholder, model));
        });
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

    /** That of the scenario; that of the standard scenario where another policy decides. */
    private static LogitPenholder penholder(Council council) {
        if (council.policy().parameters() instanceof PenholderParameters p) {
            DraftStrengths y = council.strengths();
            return new LogitPenholder(
                    p.rationality(),
                    p.failureCost(),
                    p.statementShare(),
                    p.slip(),
                    List.of(y.mild(), y.firm(), y.strong()),
                    y.statement());
        }
        return penholder(ScenarioTemplate.standard("scenario").council());
    }

    @Override
    public List<RecordCheck> checks() {
        List<RecordCheck> checks = new ArrayList<>();
        VoteTest forward = forward();
        VoteTest.Score own = score(forward, MODEL);
        checks.add(RecordCheck.score(
                "what drafts came to, log loss",
                BASE,
                score(forward, BASE).outcomeLog(),
                own.outcomeLog(),
                own.outcomeLogGain(),
                RecordCheck.Status.FORWARD,
                "the form of the vote model was chosen knowing the votes"));
        TablingTest tabled = tabling.get(MODEL);
        if (tabled != null) {
            checks.add(RecordCheck.score(
                    "whether a draft was tabled, Brier score",
                    BASE,
                    tabled.baseBrier(),
                    tabled.brier(),
                    tabled.gain(),
                    RecordCheck.Status.FITTED,
                    "the penholder's cost of failure"));
        }
        return checks;
    }

    private VoteTest forward() {
        return tests.get(VoteForecaster.Way.FORWARD.ordinal());
    }

    private static VoteTest.Score score(VoteTest test, String name) {
        return test.scores().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void into(Findings.Builder found) {
        VoteTest all = tests.get(VoteForecaster.Way.LEAVE_ONE_OUT.ordinal());
        found.section("votes", "Votes of the Security Council")
                .say(
                        "The record holds " + Numbers.counted(all.drafts(), "vote")
                                + " on drafts about North Korea, 2006 to 2024, with "
                                + Numbers.counted(all.votes(), "vote") + " of members; "
                                + Numbers.counted(all.vetoes(), "draft")
                                + " were vetoed and none fell short. Two vetoes support no precise probability of a veto:"
                                + " whatever the probabilities below are, they tell forecasters apart on a few drafts and no more.")
                .say(
                        "The vote model is that of the simulation, averaged over the posterior of its weights and of the hidden"
                                + " rivalry given the votes it is let see, " + Numbers.counted(draws, "draw")
                                + " from the priors. The"
                                + " cautious one doubts that the buyer's self-interest counts (0 with probability one half) and lets"
                                + " rivalry change half as often at the ruptures of 2014 and 2022.");
        VoteTables tables = new VoteTables(tests);
        found.table(tables.drafts()).table(tables.vetoes()).detail(tables.members());
        found.panels("Calibration", VoteTables.calibration(forward(), caption));
        tests.forEach(test -> found.still(
                "votes_" + Texts.key(test.way()),
                ChartSheet.picture(
                        "How often members voted yes where it was forecast",
                        Numbers.counted(test.votes(), "vote") + " on " + Numbers.counted(test.drafts(), "draft") + ", "
                                + VoteTables.words(test.way()),
                        VoteTables.calibration(test, caption))));
        found.table(tables.tabling(tabling)).detail(tables.triggers(tabling)).file(tables.forecasts());
    }
}
