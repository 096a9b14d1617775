package org.tumen.study.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.scenario.Resolved;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.Study;
import org.tumen.scenario.StudyReader;
import org.tumen.store.FolderLock;
import org.tumen.store.RunPlan;
import org.tumen.study.InvalidInputException;
import org.tumen.study.LoadedScenario;
import org.tumen.study.ResultFolders;
import org.tumen.study.ShardRun;
import org.tumen.study.StudyOutcomes;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;

/** Comparisons of policies on common random numbers. */
public final class CompareKind {
    private static final int MOST_ARMS = 64;

    private final Request request;
    private final StudySession session;

    /**
     * A comparison that somebody asks for.
     *
     * @param files a study, or two scenario files or more
     * @param options overrides of every arm, and whether files may lie outside of the study's folder
     * @param out the result folder; null for the usual place
     * @param baseline the arm, or its file, against which the others are held; null for the study's
     * @param allPairs whether every arm is compared with every other
     * @param halfWidth runs are added until every interval reaches at most so far to each side; null for the study's rule
     * @param untilDecided whether runs are added until the sign of every difference is settled
     * @param maxRuns most runs of an arm when runs are added; null for the study's
     */
    public record Request(
            List<Path> files,
            ScenarioReader.Options options,
            @Nullable Path out,
            @Nullable String baseline,
            boolean allPairs,
            @Nullable Double halfWidth,
            boolean untilDecided,
            @Nullable Integer maxRuns) {
        /** Copies the list. */
        public Request {
            files = List.copyOf(files);
        }
    }

    /** Prepares a comparison. */
    public CompareKind(Request request, StudySession session) {
        this.request = request;
        this.session = session;
    }

    /**
     * Makes the runs that are missing, and tells and stores how the arms differ.
     *
     * @throws UsageException when what was asked for cannot be compared
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    public void run() throws InterruptedException {
        Double halfWidth = request.halfWidth();
        Integer maxRuns = request.maxRuns();
        if (halfWidth != null && !(halfWidth > 0 && Double.isFinite(halfWidth))) {
            throw new UsageException("--until-halfwidth must be above 0, not " + halfWidth);
        }
        if (maxRuns != null && maxRuns < 1) {
            throw new UsageException("--max-runs must be 1 or more, not " + maxRuns);
        }
        Study study = study();
        if (study.arms().size() < 2) {
            throw new UsageException("a comparison needs two arms or more, and " + study.name() + " has "
                    + study.arms().size());
        }
        if (study.arms().size() * study.worlds().size() > MOST_ARMS) {
            throw new UsageException("a comparison takes at most " + MOST_ARMS + " arms over all worlds");
        }
        String reference = reference(study);
        List<Measure> measures = StudyOutcomes.measures(study);
        Study.Stopping stated = study.stopping();
        Study.Stopping stopping = new Study.Stopping(
                halfWidth == null ? stated.halfWidth() : halfWidth,
                request.untilDecided() || stated.decided(),
                maxRuns == null ? stated.maxRuns() : maxRuns);
        if (stopping.looks() && session.execution().shard() != null) {
            throw new UsageException("--shard cannot stand beside --until-halfwidth or --until-decided");
        }
        Experiment experiment = experiment(study);
        if (session.execution().shard() != null) {
            long runs = session.execution().runsOr(study.runs());
            ShardRun.make(experiment, Job.everyArm(experiment, 0, runs), RunPlan.each(runs), request.out(), session);
            return;
        }
        Path out = request.out();
        Path folder =
                out == null ? ResultFolders.root().resolve(experiment.identity().folderName()) : out;
        CompareStudy comparing = new CompareStudy(study, experiment, reference, measures, request.allPairs(), stopping);
        try (FolderLock alone = FolderLock.hold(folder)) {
            comparing.run(session, folder);
        }
        session.out().flush();
    }

    private Study study() {
        List<Path> files = request.files();
        if (files.size() == 1 && StudyReader.isStudy(files.get(0))) {
            StudyReader.StudyReading reading = StudyReader.read(files.get(0), StudyOutcomes.keys(), request.options());
            if (!reading.valid()) {
                throw new InvalidInputException(reading.problems());
            }
            return reading.study();
        }
        Map<String, Scenario> arms = new LinkedHashMap<>();
        for (LoadedScenario loaded : LoadedScenario.loadAll(files, request.options())) {
            String name = loaded.scenario().name();
            if (arms.put(name, loaded.scenario()) != null) {
                throw new UsageException("two scenarios are called " + name + "; each arm needs a name of its own");
            }
        }
        Scenario first = arms.values().iterator().next();
        return new Study(
                String.join("-", arms.keySet())
                        .substring(
                                0, Math.min(60, String.join("-", arms.keySet()).length())),
                "",
                Map.of("world", arms),
                first.name(),
                List.of(),
                Map.of(),
                Map.of(),
                first.batch().runs(),
                first.batch().seed(),
                new Study.Stopping(null, false, 200_000));
    }

    private String reference(Study study) {
        String wanted = request.baseline();
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

    private Experiment experiment(Study study) {
        List<Experiment.ArmSpec> arms = new ArrayList<>();
        study.worlds()
                .forEach((world, scenarios) -> scenarios.forEach((arm, scenario) -> arms.add(new Experiment.ArmSpec(
                        CompareStudy.stored(study, world, arm),
                        scenario,
                        Resolved.text(Resolved.document(scenario))))));
        try {
            return new Experiment(
                    study.name().toLowerCase(Locale.ROOT),
                    arms,
                    session.execution().seedOr(study.seed()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
