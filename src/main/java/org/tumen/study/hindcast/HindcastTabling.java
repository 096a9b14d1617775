package org.tumen.study.hindcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tumen.analysis.hindcast.LogitPenholder;
import org.tumen.analysis.hindcast.PosteriorForecaster;
import org.tumen.analysis.hindcast.TablingTest;
import org.tumen.ballot.RollCall;
import org.tumen.policy.builtin.PenholderParameters;
import org.tumen.scenario.actor.Council;
import org.tumen.scenario.actor.DraftStrengths;
import org.tumen.words.Numbers;
import org.tumen.world.history.CouncilTrigger;
import org.tumen.world.history.History;

/** Whether the model's penholder would have tabled drafts where the record has them, and none where it has none. */
final class HindcastTabling {
    private final LogitPenholder penholder;
    private final Map<String, PosteriorForecaster> models;
    private final Consumer<String> progress;

    /**
     * The test.
     *
     * @param council of the scenario, whose penholder decides
     * @param models by the name they have in tables
     * @param progress told what is worked on
     */
    HindcastTabling(Council council, Map<String, PosteriorForecaster> models, Consumer<String> progress) {
        penholder = penholder(council);
        this.models = models;
        this.progress = progress;
    }

    /** That of the scenario; the default one where another policy decides. */
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
        return LogitPenholder.DEFAULT;
    }

    void into(HindcastFindings findings) {
        List<CouncilTrigger> triggers = History.triggers();
        List<List<String>> rows = new ArrayList<>();
        List<List<Object>> data = new ArrayList<>();
        models.forEach((name, model) -> {
            progress.accept("votes, tabling: " + name);
            TablingTest test = TablingTest.of(triggers, RollCall.ofRecord(), penholder, model);
            rows.add(List.of(
                    name,
                    test.right() + " of " + triggers.size(),
                    Numbers.fixed(test.brier(), 3),
                    Numbers.fixed(test.baseBrier(), 3),
                    Numbers.interval(
                            test.gain().difference(),
                            test.gain().low(),
                            test.gain().high(),
                            3)));
            for (TablingTest.Forecast f : test.forecasts()) {
                data.add(List.of(
                        name,
                        f.trigger().date().toString(),
                        f.trigger().event(),
                        f.probability(),
                        f.base(),
                        f.trigger().tabled()));
            }
        });
        long tabled = triggers.stream().filter(CouncilTrigger::tabled).count();
        findings.table(
                "Tabled or not: after " + triggers.size()
                        + " major launches and nuclear tests, whether a draft was put to the vote (" + tabled
                        + " were, none after March 2022). Each forecast from the votes before it; right where the more likely"
                        + " course was taken. Base rate: the share of the triggers before (Laplace). The penholder's cost of"
                        + " failure was fitted to this record.",
                List.of("Penholder with the odds of", "right", "Brier", "base rate", "difference"),
                rows);
        findings.data("votes_tabling", List.of("model", "date", "event", "probability", "base_rate", "tabled"), data);
    }
}
