package org.tumen.study.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.analysis.comparison.Settings;
import org.tumen.experiment.Evaluator;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.ResultReader;
import org.tumen.store.part.RunRange;
import org.tumen.study.ExperimentRun;
import org.tumen.study.FindingsFiles;
import org.tumen.study.Interim;
import org.tumen.study.NamedParameters;
import org.tumen.study.StageProgress;
import org.tumen.study.StudySession;
import org.tumen.study.arm.ArmFindings;
import org.tumen.study.result.FailedRuns;
import org.tumen.summary.CommonRuns;
import org.tumen.summary.PriorComparison;
import org.tumen.summary.ResultArm;
import org.tumen.words.Numbers;

/**
 * Simulates the arms of a study, compares them, tells and stores what came of it.
 *
 * @param baseline the arm against which the others are held
 * @param decisionsOf the actor to whose decisions those that weigh most are limited; null for none
 * @param best what selects the best arm; null where none is selected
 */
record CompareStudy(
        Study study,
        Experiment experiment,
        String baseline,
        boolean allPairs,
        @Nullable String decisionsOf,
        AddedRuns added,
        @Nullable BestArm best) {
    public Findings run(StudySession session, Path folder) throws InterruptedException {
        long runs = session.execution().runsOr(study.runs());
        boolean looks = added.any();
        int rows = differences() * study.worlds().size();
        int planned = (int) Math.max(2, runs);
        SequentialRuns blocks = new SequentialRuns(added.stopping(), study.measures(), rows, planned);
        Function<ResultReader, List<Job.Slice>> more =
                best != null ? best::wanted : looks ? reader -> wanted(reader, blocks) : reader -> List.of();
        session.watching().accept(Interim.ofRuns(folder, reader -> soFar(reader, runs)));
        ExperimentRun.Finished finished =
                new ExperimentRun(experiment, folder, session).run(added.first(study, runs), more);
        Settings settings = Settings.standard()
                .withHorizon(experiment.weeks())
                .withTables(study.worlds().size());
        settings = looks ? settings.withRepeatedLooks(planned) : settings;
        List<String> leftOut = new ArrayList<>(study.refused());
        Findings written;
        try (ResultReader reader = ResultReader.open(folder)) {
            Map<String, WorldComparison> worlds;
            TurningDecisions decisions;
            try (StageProgress progress = new StageProgress(study.name(), session)) {
                worlds = worlds(reader, finished, settings, leftOut, progress);
                decisions =
                        turningPoints(worlds, new Evaluator(session.execution(), 0, session.cancellation()), progress);
            }
            long used = worlds.values().iterator().next().arms().get(0).runs();
            leftOut.add(looks ? "" : ExperimentRun.beyond(runs, used));
            leftOut.removeIf(String::isEmpty);
            Findings.Builder found = findings(worlds, decisions, settings, leftOut, looks ? ended(worlds, blocks) : "");
            Map<String, Long> failed =
                    finished.failures().stream().collect(Collectors.groupingBy(RunFailure::arm, Collectors.counting()));
            found.details("outcomes", "All outcomes of each arm").table(ArmFindings.table(finished.arms(), failed));
            FailedRuns.tell(found, finished.failures(), true);
            written = FindingsFiles.write(found.build(), folder, reader, session);
        }
        session.out().println("Outcome table digest " + finished.digest());
        session.out().println(finished.note());
        session.out().flush();
        return written;
    }

    private Map<String, WorldComparison> worlds(
            ResultReader reader,
            ExperimentRun.Finished finished,
            Settings settings,
            List<String> leftOut,
            StageProgress progress) {
        Map<String, Optional<PriorComparison>> priors = new LinkedHashMap<>();
        PriorComparison.begin(progress, study.worlds().size(), study.measures(), study.valuation());
        for (String world : study.worlds().keySet()) {
            priors.put(world, prior(reader, world, settings, leftOut, progress));
        }
        progress.begin("comparing", "differences", study.worlds().size() * (long) differences());
        Map<String, WorldComparison> worlds = new LinkedHashMap<>();
        int from = 0;
        for (String world : study.worlds().keySet()) {
            int to = from + study.arms().size();
            worlds.put(
                    world,
                    WorldComparison.of(
                            arms(reader, world, false),
                            baseline,
                            study.measures(),
                            allPairs,
                            settings,
                            priors.getOrDefault(world, Optional.empty()).orElse(null),
                            finished.arms().subList(from, to),
                            progress::done));
            from = to;
        }
        return worlds;
    }

    private Optional<PriorComparison> prior(
            ResultReader reader, String world, Settings settings, List<String> leftOut, StageProgress progress) {
        List<String> names = new ArrayList<>(study.arms());
        names.remove(baseline);
        names.add(0, baseline);
        CommonRuns common = CommonRuns.of(names.stream()
                .map(arm -> new ResultArm(reader, study.stored(world, arm), arm))
                .toList());
        try {
            return PriorComparison.of(world, common, study.measures(), study.valuation(), settings, progress);
        } catch (IllegalArgumentException e) {
            // Arms that draw differently are not paired; the rest stands without what needs pairs of draws.
            leftOut.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Why no more runs were added. */
    private String ended(Map<String, WorldComparison> worlds, SequentialRuns blocks) {
        boolean met = best != null
                ? best.decided()
                : worlds.values().stream()
                        .map(WorldComparison::arms)
                        .allMatch(arms -> blocks.settled(arms.get(study.arms().indexOf(baseline)), arms));
        return met
                ? "added until the stopping rule was met, "
                : "added up to the most allowed without meeting the stopping rule, ";
    }

    private Findings.Builder findings(
            Map<String, WorldComparison> worlds,
            TurningDecisions decisions,
            Settings settings,
            List<String> leftOut,
            String ended) {
        IntSummaryStatistics made = worlds.values().stream()
                .flatMap(world -> world.arms().stream())
                .mapToInt(Arm::runs)
                .summaryStatistics();
        String runs = made.getMin() == made.getMax()
                ? Numbers.count(made.getMax())
                : Numbers.range(made.getMin(), made.getMax(), 0);
        String version = DiplomacySim.origin(experiment.seed());
        String facts = Numbers.counted(study.arms().size(), "arm") + ", " + runs + " runs each of "
                + Numbers.counted(experiment.weeks(), "week") + " on common random numbers, "
                + ended + version;
        return new CompareFindings(
                        study.name(),
                        study.description(),
                        facts,
                        runs + " runs of each arm on common random numbers, " + version,
                        study.measures(),
                        worlds,
                        regret(worlds, settings),
                        best,
                        NamedParameters.drawn(study.worlds().values().stream()
                                .flatMap(arms -> arms.values().stream())
                                .toList()),
                        decisions,
                        leftOut)
                .findings();
    }

    /** What the runs say that each arm has from the first without a gap: those are the same runs in all arms. */
    private Optional<Findings> soFar(ResultReader reader, long planned) {
        Map<String, List<Arm>> worlds = new LinkedHashMap<>();
        for (String world : study.worlds().keySet()) {
            worlds.put(world, arms(reader, world, false, name -> withoutGap(reader.stored(name))));
        }
        return new CompareSoFar(study, baseline, study.measures(), worlds, planned)
                .findings(reader.made(), planned * reader.identity().arms().size());
    }

    private static long withoutGap(List<RunRange> ascending) {
        long end = 0;
        for (RunRange range : ascending) {
            end = range.from() <= end ? Math.max(end, range.to()) : end;
        }
        return end;
    }

    private List<Job.Slice> wanted(ResultReader reader, SequentialRuns blocks) {
        List<Job.Slice> slices = new ArrayList<>();
        for (String world : study.worlds().keySet()) {
            List<Arm> arms = new ArrayList<>(arms(reader, world, true));
            Arm reference = arms.remove(study.arms().indexOf(baseline));
            slices.addAll(blocks.next(reference, arms));
        }
        return slices;
    }

    /** The columns of the runs that the arm and all others completed; runs that failed in any arm leave all of them. */
    private List<Arm> arms(ResultReader reader, String world, boolean storedNames) {
        return arms(reader, world, storedNames, name -> Long.MAX_VALUE);
    }

    /** The same of the runs before a limit, by the stored name of an arm. */
    private List<Arm> arms(ResultReader reader, String world, boolean storedNames, ToLongFunction<String> limit) {
        Set<Long> failed = new HashSet<>();
        reader.failures().forEach(f -> failed.add(f.key().run()));
        List<Arm> arms = new ArrayList<>();
        for (String arm : study.arms()) {
            String name = study.stored(world, arm);
            long end = limit.applyAsLong(name);
            arms.add(new ResultArm(reader, name, storedNames ? name : arm)
                    .in(run -> run < end && !failed.contains(run), study.measures()));
        }
        return arms;
    }

    private int differences() {
        return WorldComparison.differences(study.arms().size(), study.measures(), allPairs);
    }

    private Map<Outcome, RegretTable> regret(Map<String, WorldComparison> worlds, Settings settings) {
        Map<String, List<Arm>> arms = new LinkedHashMap<>();
        worlds.forEach((world, compared) -> arms.put(world, compared.arms()));
        Map<Outcome, RegretTable> tables = new LinkedHashMap<>();
        for (Measure measure : worlds.size() > 1 ? WorldComparison.directed(study.measures()) : List.<Measure>of()) {
            tables.put(measure.outcome(), RegretTable.of(arms, measure, settings));
        }
        return tables;
    }

    private TurningDecisions turningPoints(
            Map<String, WorldComparison> worlds, Evaluator evaluator, StageProgress progress)
            throws InterruptedException {
        Map<String, Scenario> arms = study.worlds().values().iterator().next();
        Scenario reference = arms.get(baseline);
        if (reference == null) {
            throw new IllegalStateException("the baseline is an arm");
        }
        int runs = worlds.values().iterator().next().arms().get(0).runs();
        return TurningDecisions.of(
                baseline,
                reference,
                experiment.seed(),
                runs,
                study.measures().get(0).outcome(),
                TurningDecisions.compared(reference, arms.values()),
                decisionsOf,
                evaluator,
                progress);
    }
}
