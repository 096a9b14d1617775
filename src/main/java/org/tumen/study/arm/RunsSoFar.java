package org.tumen.study.arm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tumen.analysis.BatchData;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.store.ResultReader;
import org.tumen.store.part.StoredArm;
import org.tumen.study.Interim;
import org.tumen.summary.StageListener;
import org.tumen.summary.StoredBatch;

/** What the runs of one scenario say while more of them are made. */
public final class RunsSoFar {
    private RunsSoFar() {}

    /** Describes the runs that a result of one arm holds, of so many planned. */
    public static Optional<Findings> of(String kind, String name, String question, long planned, ResultReader reader) {
        StoredArm stored = reader.identity().arms().get(0);
        if (reader.completed(stored.name()) == 0) {
            return Optional.empty();
        }
        BatchData data = StoredBatch.of(reader, stored, StageListener.UNTOLD);
        long failed = reader.failures().size();
        Findings.Builder found = Interim.begin(kind, name, question, data.runs() + failed, planned, "runs");
        found.section("outcomes", "Outcomes")
                .table(ArmFindings.table(List.of(data), Map.of(data.name(), failed)), ArmFindings.main());
        happens(found, new ArmCharts(data));
        return Optional.of(found.build());
    }

    /** The sections on what happens, how outcomes are spread, and the course of the weeks. */
    public static void happens(Findings.Builder found, ArmCharts charts) {
        Table happened = new ArmFindings(charts.arm()).happened();
        if (!happened.rows().isEmpty()) {
            found.section("happened", "What happens").chart(charts.happened()).table(happened);
        }
        found.section("distributions", "Distributions").later(b -> b.choice("Outcome", charts.distributions()));
        found.section("weeks", "Week by week").later(b -> {
            charts.fans().forEach(b::chart);
            b.chart(charts.stages()).chart(charts.survival());
        });
        found.section("acts", "Acts").later(b -> b.chart(charts.acts()));
    }
}
