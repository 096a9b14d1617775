package org.tumen.study.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.findings.Findings;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.study.LoadedScenario;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.study.Workload;

/** Batches: scenarios simulated many times, each by itself. Scenario files may be given in place of a study of this kind. */
public final class BatchKind extends StudyKind<BatchSection, BatchKind.Plan> {
    /**
     * Scenarios to simulate.
     *
     * @param runs how many runs of each, unless the command line says so; null for each scenario's own number
     * @param seed the seed, likewise
     */
    public record Plan(
            List<LoadedScenario> scenarios,
            @Nullable Integer runs,
            @Nullable Long seed) {
        /** Copies its list. */
        public Plan {
            scenarios = List.copyOf(scenarios);
        }
    }

    /** For ServiceLoader. */
    public BatchKind() {
        super(
                "batch",
                "Simulate scenarios many times: distributions of outcomes, bands by week, single runs.",
                BatchSection.class,
                "worlds",
                "runs");
    }

    /** A scenario has a key of that name too, for how it is run by default. */
    @Override
    public Set<String> asked() {
        return Set.of("runs", "batch.replicates");
    }

    @Override
    public boolean isToldBy(Set<String> keys) {
        return super.isToldBy(keys) && (keys.contains("scenario") || keys.contains("worlds"));
    }

    /**
     * The plan of scenario files, or folders of them.
     *
     * @param replicates runs that share a point of the uncertain parameters; null for the scenarios' own
     * @throws org.tumen.document.InvalidInputException with everything that is wrong with any of them
     */
    public static Plan of(List<Path> files, ScenarioReader.Options options, @Nullable Integer replicates) {
        List<LoadedScenario> scenarios = LoadedScenario.loadAll(files, options).stream()
                .map(loaded -> replicated(loaded, replicates))
                .toList();
        return new Plan(scenarios, null, null);
    }

    private static LoadedScenario replicated(LoadedScenario loaded, @Nullable Integer replicates) {
        if (replicates == null) {
            return loaded;
        }
        if (loaded.scenario().uncertainties() == null) {
            throw new UsageException("--replicates: nothing is uncertain in " + loaded.file()
                    + "; see uncertainties in scenarios/baseline.yaml");
        }
        if (replicates < 1 || replicates > 10_000) {
            throw new UsageException("--replicates must be a whole number from 1 to 10000, not " + replicates);
        }
        return new LoadedScenario(loaded.file(), loaded.scenario().withReplicates(replicates));
    }

    @Override
    protected Plan ofScenario(StudyRequest request, StudySession session) {
        return of(List.of(request.file()), request.options(), null);
    }

    @Override
    public @Nullable Plan plan(StudyReading study, BatchSection section) {
        List<LoadedScenario> scenarios = new ArrayList<>();
        Map<String, Scenario> worlds = study.scenarios();
        worlds.forEach((world, scenario) -> {
            Scenario own = named(scenario, worlds.size() > 1 ? world : study.name(), study);
            int replicates = Objects.requireNonNullElse(section.replicates(), 1);
            if (replicates > 1 && scenario.uncertainties() == null) {
                study.problem("nothing is uncertain in " + scenario.name(), name(), "replicates");
            } else if (section.replicates() != null) {
                own = own.withReplicates(replicates);
            }
            scenarios.add(new LoadedScenario(study.file(), own));
        });
        return new Plan(scenarios, study.stated().runs(), study.stated().seed());
    }

    /** Results and charts are called as the study calls its world. */
    private static Scenario named(Scenario scenario, String name, StudyReading study) {
        String description = study.stated().description().strip();
        return scenario.called(
                name.toLowerCase(Locale.ROOT).replace('_', '-'),
                description.isEmpty() ? scenario.description() : description);
    }

    @Override
    public List<Workload> workload(Plan plan, StudyRequest request, StudySession session) {
        return new BatchStudy(plan, request.out(), session).workload();
    }

    @Override
    public List<Findings> run(Plan plan, StudyRequest request, StudySession session) throws InterruptedException {
        return new BatchStudy(plan, request.out(), session).run();
    }
}
