package org.tumen.study.hindcast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tumen.analysis.vote.Draft;
import org.tumen.findings.Findings;
import org.tumen.policy.PenholderParameters;
import org.tumen.scenario.Council;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.CouncilOdds;
import org.tumen.words.NumberTexts;
import org.tumen.world.history.CouncilVote;
import org.tumen.world.history.History;

/** Whether the scenario's penholder would have found the recorded sanctions drafts worth tabling at all. */
final class HindcastTabling {
    private static final Map<String, CouncilVote> VOTES =
            History.votes().stream().collect(Collectors.toMap(CouncilVote::symbol, v -> v));

    private final Scenario scenario;

    HindcastTabling(Scenario scenario) {
        this.scenario = scenario;
    }

    private static CouncilVote recorded(Draft draft) {
        return Objects.requireNonNull(VOTES.get(draft.symbol()));
    }

    /** The vote on a recorded draft as the simulated Council would see it. */
    static CouncilOdds.Text vote(Draft draft, double strength) {
        CouncilVote vote = recorded(draft);
        return new CouncilOdds.Text(vote.roster(), strength, draft.testHeat(), draft.suspicion());
    }

    /**
     * What it would have made of them by the odds of some Councils.
     *
     * @param councils the Councils in the order of the table
     */
    void into(Findings findings, Map<String, Council> councils) {
        if (!(scenario.council().policy().parameters() instanceof PenholderParameters penholder)) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<List<Object>> data = new ArrayList<>();
        List<Draft> sanctions = Draft.ofRecord().stream()
                .filter(d -> recorded(d).kind() == CouncilVote.Kind.SANCTIONS)
                .toList();
        councils.forEach((name, council) -> {
            CouncilOdds odds = new CouncilOdds(council, scenario.buyer().iso3());
            int tabled = 0;
            for (Draft draft : sanctions) {
                double adoption = odds.adoption(vote(draft, draft.strength()));
                boolean worth = adoption * draft.strength() - (1 - adoption) * penholder.failureCost() > 0;
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
            double since = odds.adoption(new CouncilOdds.Text(
                    last.roster(),
                    council.strengths().firm(),
                    Draft.testHeat(History.launches(), after),
                    last.suspicion()));
            boolean held = since * council.strengths().firm() <= (1 - since) * penholder.failureCost();
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
}
