package org.tumen.study.plugged;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.MemoryRuns;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Scenario;
import org.tumen.study.FindingsFiles;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.Tumen;
import org.tumen.study.Workload;
import org.tumen.words.Numbers;

/** Counts the runs of each world that see so many crises: a kind that no other file of the program knows. */
public final class TallyKind extends StudyKind<TallySection, TallyKind.Plan> {
    record Plan(String name, Map<String, Scenario> worlds, int from, int runs, long seed) {}

    private record Count(String world, long runs, long counted) {}

    /** For ServiceLoader. */
    public TallyKind() {
        super("tally", "Count the runs with many crises.", TallySection.class, "worlds", "runs");
    }

    @Override
    public Plan plan(StudyReading study, TallySection section) {
        return new Plan(study.name(), study.scenarios(), section.from(), study.runs(null, 50), study.seed());
    }

    @Override
    public List<Workload> workload(Plan plan, StudyRequest request, StudySession session) {
        Path folder = request.folderOr(plan.name() + "-tally");
        Scenario first = plan.worlds().values().iterator().next();
        long runs = (long) plan.runs() * plan.worlds().size();
        return List.of(new Workload(folder, plan.worlds().size() + " worlds", runs, first, false, ""));
    }

    @Override
    public List<Findings> run(Plan plan, StudyRequest request, StudySession session) throws InterruptedException {
        List<Count> counts = new ArrayList<>();
        for (Map.Entry<String, Scenario> world : plan.worlds().entrySet()) {
            Experiment experiment = Tumen.plan(world.getValue(), plan.seed());
            MemoryRuns made = Tumen.run(experiment, plan.runs(), session);
            double[] crises = made.column(experiment.arms().get(0).name(), Outcome.CRISES);
            counts.add(new Count(
                    world.getKey(),
                    crises.length,
                    Arrays.stream(crises).filter(c -> c >= plan.from()).count()));
        }
        Path folder = request.folderOr(plan.name() + "-tally");
        Findings found = Findings.of("tally", plan.name(), "", plan.runs() + " runs of each world.")
                .answer("Counted.")
                .section("counts", "Counts")
                .table(Table.of("counts", "Runs by world.", counts)
                        .text("World", Count::world)
                        .number("Counted", Count::counted, Numbers::count, "times")
                        .number("Runs", Count::runs, Numbers::count, "runs")
                        .build())
                .build();
        return List.of(FindingsFiles.write(found, folder, null, session));
    }
}
