package org.tumen.study.hindcast;

import java.util.List;
import org.tumen.analysis.Interval;
import org.tumen.analysis.hindcast.CrisisCheck;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.words.Numbers;
import org.tumen.world.history.History;
import org.tumen.world.history.PastCrisis;

/** The part of a hindcast that compares how often runs see a crisis with how often the record saw one. */
record HindcastCrises(int weeks, CrisisCheck check) implements HindcastPart {
    @Override
    public List<RecordCheck> checks() {
        return List.of(RecordCheck.held(
                "any crisis in " + Numbers.counted(weeks, "week"),
                Numbers.wholePercent(check.mean()) + " [" + Numbers.wholePercent(check.low()) + ", "
                        + Numbers.wholePercent(check.high()) + "]",
                Numbers.percent(check.simulated().share()) + " of runs",
                check.compatible(),
                RecordCheck.Status.SET,
                check.crises() + " crises in nine years"));
    }

    @Override
    public void into(Findings.Builder found) {
        Interval bounds = check.simulated().wilson(.9);
        found.section("crises", "Crises")
                .say("The record holds " + check.crises() + " crises in the " + Numbers.fixed(check.years(), 0)
                        + " years before September 2023. Taken as a Poisson process whose rate has Jeffreys's prior, they"
                        + " give any crisis in " + Numbers.counted(weeks, "week") + " a probability of "
                        + Numbers.wholePercent(check.mean()) + " (90 % interval " + Numbers.wholePercent(check.low())
                        + " to " + Numbers.wholePercent(check.high()) + "); it is seen in "
                        + Numbers.percent(check.simulated().share()) + " (" + Numbers.percent(bounds.low()) + " to "
                        + Numbers.percent(bounds.high()) + ") of "
                        + Numbers.counted(check.simulated().trials(), "run")
                        + ". Two crises say little, and what counts as one is a matter of words; the model's threshold was"
                        + " set by people who knew them.");
        found.table(Table.of("crises", "Crises of the record, with the documents that date them.", History.crises())
                .text("From", c -> c.begin().toString())
                .text("To", c -> c.end().toString())
                .text("What happened", PastCrisis::event)
                .text("Source", c -> c.provenance().source())
                .build());
    }
}
