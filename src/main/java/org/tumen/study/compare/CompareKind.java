package org.tumen.study.compare;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.value.Valuation;
import org.tumen.declare.Scalars;
import org.tumen.document.InvalidInputException;
import org.tumen.document.Node;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultSort;
import org.tumen.store.RunPlan;
import org.tumen.study.DryRun;
import org.tumen.study.LoadedScenario;
import org.tumen.study.ResultFolders;
import org.tumen.study.StudyFile;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyReader;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.study.Workload;
import org.tumen.study.result.ShardRun;

/** Comparisons of policies on common random numbers. */
public final class CompareKind extends StudyKind<CompareSection, CompareKind.Plan> {
    /** Most arms over all worlds. */
    public static final int MOST_ARMS = 64;

    private static final List<Outcome> USUAL =
            List.of(Outcome.MEAN_STABILITY, Outcome.MIN_STABILITY, Outcome.FIRST_CRISIS, Outcome.DELIVERED);

    /**
     * A comparison that somebody asks for.
     *
     * @param files a study, or two scenario files or more
     * @param options overrides of every arm, and whether files may lie outside of the study's folder
     * @param out the result folder; null for the usual place
     * @param baseline the arm, or its file, against which the others are held; null for the study's
     * @param allPairs whether every arm is compared with every other
     * @param halfWidth runs are added until every interval of the first outcome, and of others in its unit, reaches at most so far
     *     to each side; null for the study's rule
     * @param untilDecided whether runs are added until the sign of every difference is settled
     * @param maxRuns most runs of an arm when runs are added; null for the study's
     * @param replicates runs that share a draw of the uncertain parameters, 1 to 10,000; null for the scenarios' own
     * @param selection how the best arm is selected, in place of what the study says
     */
    public record Request(
            List<Path> files,
            ScenarioReader.Options options,
            @Nullable Path out,
            @Nullable String baseline,
            boolean allPairs,
            @Nullable Double halfWidth,
            boolean untilDecided,
            @Nullable Integer maxRuns,
            @Nullable Integer replicates,
            SelectionOptions selection) {
        public Request {
            files = List.copyOf(files);
        }
    }

    record Plan(Study study, CompareSection section) {}

    /** For ServiceLoader. */
    public CompareKind() {
        super(
                "compare",
                "Compare policies on common random numbers.",
                CompareSection.class,
                "worlds",
                "arms",
                "baseline",
                "outcomes",
                "outcomes.direction",
                "outcomes.smallest_difference",
                "outcomes.scale",
                "utility",
                "weights",
                "runs",
                "stopping");
    }

    @Override
    public Set<String> asked() {
        return Set.of("arms", "outcomes", "runs");
    }

    @Override
    public @Nullable Plan plan(StudyReading reading, CompareSection section) {
        StudyFile stated = reading.stated();
        int arms = reading.count("arms");
        if (arms < 2) {
            reading.problem("a comparison needs two arms or more, not " + arms, "arms");
        }
        if (arms * Math.max(1, reading.count("worlds")) > MOST_ARMS) {
            reading.problem("a comparison takes at most " + MOST_ARMS + " arms over all worlds", "arms");
        }
        List<String> names = List.copyOf(stated.arms().keySet());
        String baseline = stated.baseline() == null && !names.isEmpty() ? names.get(0) : stated.baseline();
        Node given = reading.document().get("baseline");
        if (given != null && !names.isEmpty()) {
            Scalars.word(given, names, "baseline", reading.problems());
        }
        List<Measure> measures = reading.measures(usual());
        if (!reading.valid() || baseline == null) {
            return null;
        }
        StudyFile.Stopping stopping = stated.stopping() == null ? StudyFile.Stopping.NONE : stated.stopping();
        Integer runs = stated.runs();
        if (runs != null && runs < AddedRuns.FEWEST) {
            reading.problem(
                    "a comparison needs " + AddedRuns.FEWEST + " runs or more of each arm, not " + runs, "runs");
        }
        Study study = new Study(
                reading.name(),
                stated.description(),
                reading.worlds(),
                baseline,
                measures,
                StatedMeasures.valuation(reading, measures),
                runs == null ? reading.batch().runs() : runs,
                reading.seed(),
                stopping,
                List.of());
        try {
            experiment(paired(study, baseline), reading.seed());
        } catch (UsageException e) {
            reading.problem(String.valueOf(e.getMessage()), "arms");
        }
        SelectionOptions.check(reading, section, measures);
        String only = section.decisionsOf();
        for (Map<String, Scenario> cast : reading.worlds().values()) {
            Scenario world = cast.get(baseline);
            if (only != null && world != null && !world.actors().containsKey(only)) {
                reading.problem(
                        "names no actor; there are "
                                + String.join(", ", world.actors().keySet()),
                        "compare",
                        "decisions_of");
            }
        }
        return new Plan(study, section);
    }

    /** The outcomes that are compared where none are named. */
    static List<Measure> usual() {
        return USUAL.stream().map(Measure::of).toList();
    }

    @Override
    public List<Workload> workload(Plan plan, StudyRequest request, StudySession session) {
        Study study = paired(plan.study(), plan.study().baseline());
        Experiment experiment = experiment(study, session.execution().seedOr(study.seed()));
        return workload(
                study,
                new AddedRuns(study.stopping(), SelectionOptions.NONE.aim(plan.section(), study.measures())),
                experiment,
                request.folderOr(experiment.identity().folderName()),
                session);
    }

    private static List<Workload> workload(
            Study study, AddedRuns added, Experiment experiment, Path folder, StudySession session) {
        long runs = session.execution().runsOr(study.runs());
        return List.of(Workload.of(
                experiment,
                "arm",
                added.aim() == null ? runs : added.first(study, runs),
                folder,
                session.execution().events(),
                added.any() ? "runs are added, up to " + added.stopping().maxRuns() + " of each arm" : ""));
    }

    @Override
    public List<Findings> run(Plan plan, StudyRequest request, StudySession session) throws InterruptedException {
        return run(
                plan,
                new Request(
                        List.of(request.file()),
                        request.options(),
                        request.out(),
                        null,
                        false,
                        null,
                        false,
                        null,
                        null,
                        SelectionOptions.NONE),
                session);
    }

    /**
     * Makes the runs that are missing, and tells and stores how the arms differ.
     *
     * @return what was found; none of a shard, and where the session is dry
     * @throws InvalidInputException with everything that is wrong with the study or its scenarios
     * @throws UsageException when what was asked for cannot be compared
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    public List<Findings> run(Request request, StudySession session) throws InterruptedException {
        List<Path> files = request.files();
        boolean study = files.size() == 1 && StudyReader.isStudy(files.get(0));
        return run(
                study
                        ? StudyReader.plan(files.get(0), this, request.options(), session)
                        : new Plan(scenarios(files, request.options(), session), CompareSection.USUAL),
                request,
                study ? session.about(files.get(0)) : session);
    }

    private static List<Findings> run(Plan plan, Request request, StudySession session) throws InterruptedException {
        Study all = replicated(plan.study(), request.replicates());
        String reference = reference(all, request.baseline());
        Study study = paired(all, reference);
        AddedRuns added = AddedRuns.of(request, plan.section(), study, session.execution());
        Experiment experiment = experiment(study, session.execution().seedOr(study.seed()));
        Path folder = ResultFolders.of(request.out(), experiment.identity().folderName());
        if (session.dry()) {
            DryRun.tell(workload(study, added, experiment, folder, session), session);
            return List.of();
        }
        if (session.execution().shard() != null) {
            long runs = session.execution().runsOr(study.runs());
            ShardRun.make(experiment, RunPlan.each(runs), request.out(), session);
            return List.of();
        }
        boolean allPairs = request.allPairs() || plan.section().allPairs();
        CompareStudy comparing = new CompareStudy(
                study, experiment, reference, allPairs, plan.section().decisionsOf(), added, added.selection(study));
        try (FolderLock alone = FolderLock.hold(folder, ResultSort.RUNS)) {
            return List.of(comparing.run(session, folder));
        }
    }

    private static Study replicated(Study study, @Nullable Integer replicates) {
        if (replicates == null) {
            return study;
        }
        if (replicates < 1 || replicates > 10_000) {
            throw new UsageException("--replicates must be a whole number from 1 to 10000, not " + replicates);
        }
        boolean any = study.worlds().values().stream()
                .flatMap(arms -> arms.values().stream())
                .anyMatch(scenario -> scenario.uncertainties() != null);
        if (!any) {
            throw new UsageException("--replicates: nothing is uncertain in " + study.name()
                    + "; see uncertainties in scenarios/baseline.yaml");
        }
        Map<String, Map<String, Scenario>> worlds = new LinkedHashMap<>();
        study.worlds().forEach((world, arms) -> {
            Map<String, Scenario> changed = new LinkedHashMap<>();
            arms.forEach((arm, scenario) -> changed.put(arm, scenario.withReplicates(replicates)));
            worlds.put(world, changed);
        });
        return study.withWorlds(worlds);
    }

    /**
     * The arms of a study as an experiment with the study's seed, for Java callers. Arms have their own names, where there
     * are several worlds {@code world.arm}.
     *
     * @param sets overrides of every arm
     * @throws InvalidInputException with everything that is wrong with it
     */
    public static Experiment experiment(Path file, String... sets) {
        return experiment(file, new ScenarioReader.Options(List.of(sets), false));
    }

    /** The same with options of a reader. */
    public static Experiment experiment(Path file, ScenarioReader.Options options) {
        Plan plan = StudyReader.plan(file, new CompareKind(), options, ExecutionSettings.standard());
        return experiment(
                paired(plan.study(), plan.study().baseline()), plan.study().seed());
    }

    /** The arms that plain scenario files are. */
    private static Study scenarios(List<Path> files, ScenarioReader.Options options, StudySession session) {
        Map<String, Scenario> arms = new LinkedHashMap<>();
        for (LoadedScenario loaded : LoadedScenario.loadAll(files, options)) {
            String name = loaded.scenario().name();
            if (arms.put(name, loaded.scenario()) != null) {
                throw new UsageException("two scenarios are called " + name + "; each arm needs a name of its own");
            }
        }
        if (arms.size() < 2 && files.size() > 1) {
            throw new UsageException("a comparison takes two to " + MOST_ARMS + " arms, and these files are one");
        }
        if (arms.size() < 2 || arms.size() > MOST_ARMS) {
            throw new UsageException("a comparison takes two to " + MOST_ARMS + " arms, not " + arms.size());
        }
        session.warn(arms);
        Scenario first = arms.values().iterator().next();
        String joined = String.join("-", arms.keySet());
        return new Study(
                joined.substring(0, Math.min(60, joined.length())),
                "",
                Map.of("world", arms),
                first.name(),
                usual(),
                Valuation.NONE,
                first.batch().runs(),
                first.batch().seed(),
                StudyFile.Stopping.NONE,
                List.of());
    }

    private static String reference(Study study, @Nullable String wanted) {
        if (wanted == null) {
            return study.baseline();
        }
        String bare = String.valueOf(Path.of(wanted).getFileName()).replaceFirst("\\.(ya?ml|json)$", "");
        return study.arms().stream()
                .filter(a -> a.equals(wanted) || a.equals(bare))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--baseline must be one of " + String.join(", ", study.arms()) + ", not " + wanted));
    }

    /**
     * The study with the arms that can be paired with a baseline.
     *
     * @throws UsageException with the reasons when none can
     */
    private static Study paired(Study study, String baseline) {
        Map<String, String> reasons = LostDraws.reasons(study.worlds(), baseline);
        if (reasons.size() + 1 >= study.arms().size()) {
            throw new UsageException(String.join("\n", reasons.values()));
        }
        return reasons.isEmpty() ? study : study.without(reasons);
    }

    private static Experiment experiment(Study study, long seed) {
        return UsageException.unlessRefused("", () -> study.experiment(seed));
    }
}
