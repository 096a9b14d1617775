package org.tumen.study.compare;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.ParetoSet;
import org.tumen.analysis.comparison.RegretTable;
import org.tumen.analysis.comparison.Settings;
import org.tumen.chart.compare.ComparisonPictures;
import org.tumen.chart.compare.RegretPictures;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.report.ComparisonFiles;
import org.tumen.report.ResultFiles;
import org.tumen.scenario.Scenario;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.study.BatchTexts;
import org.tumen.study.ExperimentRun;
import org.tumen.study.StageProgress;
import org.tumen.study.StudySession;
import org.tumen.summary.CommonRuns;
import org.tumen.summary.JobPool;
import org.tumen.summary.PriorComparison;
import org.tumen.summary.ResultArm;
import org.tumen.summary.SharedPoints;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** Simulates the arms of a study, compares them, tells and stores what came of it. */
public final class CompareStudy {
    private final Study study;
    private final Experiment experiment;
    private final String baseline;
    private final List<Measure> measures;
    private final boolean allPairs;
    private final @Nullable String decisionsOf;
    private final Study.Stopping stopping;
    private final boolean details;

    /**
     * @param baseline the arm against which the others are held
     * @param measures the outcomes, the main one first
     * @param decisionsOf the actor to whose decisions those that weigh most are limited; null for none
     * @param details whether all is told on the terminal, not the answer alone
     */
    public CompareStudy(
            Study study,
            Experiment experiment,
            String baseline,
            List<Measure> measures,
            boolean allPairs,
            @Nullable String decisionsOf,
            Study.Stopping stopping,
            boolean details) {
        this.study = study;
        this.experiment = experiment;
        this.baseline = baseline;
        this.measures = measures;
        this.allPairs = allPairs;
        this.decisionsOf = decisionsOf;
        this.stopping = stopping;
        this.details = details;
    }

    public void run(StudySession session, Path folder) throws InterruptedException {
        PrintWriter print = session.out();
        long runs = session.execution().runsOr(study.runs());
        boolean looks = stopping.looks();
        long first = looks ? Math.min(Math.min(runs, SequentialRuns.FIRST), stopping.maxRuns()) : runs;
        int rows = differences() * study.worlds().size();
        SequentialRuns blocks = new SequentialRuns(stopping, measures, rows, (int) Math.min(Integer.MAX_VALUE, runs));
        ExperimentRun.More more = looks ? reader -> wanted(reader, blocks) : reader -> List.of();
        ExperimentRun.Finished finished = new ExperimentRun(experiment, folder, session).run(first, more);
        Settings settings = Settings.standard()
                .withHorizon(experiment.weeks())
                .withTables(study.worlds().size());
        settings = looks ? settings.withRepeatedLooks((int) Math.max(2, Math.min(runs, 1_000_000))) : settings;
        try (StageProgress progress = new StageProgress(study.name(), session.err())) {
            compare(finished, settings, runs, progress, print);
        }
    }

    private void compare(
            ExperimentRun.Finished finished,
            Settings settings,
            long wanted,
            StageProgress progress,
            PrintWriter print) {
        Path folder = finished.folder();
        long before = System.nanoTime();
        Map<String, List<Arm>> worlds = new LinkedHashMap<>();
        Map<String, PriorComparison> priors = new LinkedHashMap<>();
        List<String> unpaired = new ArrayList<>(study.refused());
        try (ResultReader reader = ResultReader.open(folder)) {
            for (String world : study.worlds().keySet()) {
                worlds.put(world, arms(reader, world, false));
                try {
                    prior(reader, world, progress).ifPresent(found -> priors.put(world, found));
                } catch (IllegalArgumentException e) {
                    unpaired.add(String.valueOf(e.getMessage()));
                }
            }
        }
        print.print(headline(worlds, finished.note()));
        if (!stopping.looks()) {
            print.print(BatchTexts.beyond(
                    wanted, worlds.values().iterator().next().get(0).runs()));
        }
        Map<String, ComparisonTable> tables = new LinkedHashMap<>();
        progress.begin("comparing", "differences", worlds.size() * (long) differences());
        for (Map.Entry<String, List<Arm>> world : worlds.entrySet()) {
            tables.put(world.getKey(), table(world.getValue(), settings, progress));
        }
        Map<String, ParetoSet> pareto = pareto(worlds, settings);
        Map<Outcome, RegretTable> regret = regret(worlds, settings);
        ComparisonOutput output = new ComparisonOutput(
                study.name(),
                study.description(),
                experiment.seed(),
                study.arms(),
                baseline,
                measures,
                allPairs,
                turningPoints(worlds));
        List<String> answer = ComparisonAnswer.tell(study.description(), baseline, measures, tables, priors, print);
        unpaired.forEach(reason -> print.println(Texts.wrapped(reason)));
        if (details) {
            output.tell(tables, pareto, regret, print);
            priors.values().forEach(prior -> print.print(PriorOutput.details(prior)));
        }
        print.print(BatchTexts.failures(finished.summary().failures(), folder, true));
        Map<String, Object> content = output.content(tables, pareto, regret, worlds, settings.repeatedLooks());
        content.put("answer", answer);
        content.put("failed_runs", finished.summary().failed());
        DerivedFiles sink = new DerivedFiles(folder);
        sink.write(ComparisonFiles.JSON, out -> out.write(ComparisonFiles.json(content)));
        sink.write(ComparisonFiles.CSV, out -> out.write(ComparisonFiles.csv(tables)));
        double seconds = (System.nanoTime() - before) / 1e9;
        List<Runnable> drawings = pictures(finished, worlds, tables, pareto, regret, sink);
        if (!priors.isEmpty()) {
            PriorOutput.write(List.copyOf(priors.values()), sink);
            drawings.addAll(
                    PriorOutput.drawings(List.copyOf(priors.values()), ComparisonPictures.note(finished.arms()), sink));
        }
        draw(drawings, progress);
        Path report = finished.writeReport();
        print.printf(
                Locale.ROOT,
                "%nAnalysis took %.1f s.%s%nAll statistics in %s%nPictures in %s%nReport in %s%nOutcome table digest %s%n",
                seconds,
                details ? "" : " --details prints everything.",
                folder.resolve(ComparisonFiles.JSON),
                folder.resolve("plots"),
                report,
                finished.digest());
    }

    private Optional<PriorComparison> prior(ResultReader reader, String world, StageProgress progress) {
        List<String> names = new ArrayList<>(study.arms());
        names.remove(baseline);
        names.add(0, baseline);
        CommonRuns common = CommonRuns.of(names.stream()
                .map(arm -> new ResultArm(reader, study.stored(world, arm), arm))
                .toList());
        return PriorComparison.of(world, common, measures, progress);
    }

    private String headline(Map<String, List<Arm>> worlds, String note) {
        IntSummaryStatistics made = worlds.values().stream()
                .flatMap(List::stream)
                .mapToInt(Arm::runs)
                .summaryStatistics();
        return String.format(
                Locale.ROOT,
                "%n%s: %d arms, %s runs each on common random numbers, seed %d%s%n",
                study.name(),
                study.arms().size(),
                made.getMin() == made.getMax()
                        ? Numbers.count(made.getMax())
                        : Numbers.range(made.getMin(), made.getMax(), 0),
                experiment.seed(),
                note);
    }

    private static void draw(List<Runnable> drawings, StageProgress progress) {
        progress.begin("drawing", drawings.size());
        JobPool.run(drawings, ResultFiles.MOST_THREADS, progress);
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
        Set<Long> failed = new HashSet<>();
        reader.failures().forEach(f -> failed.add(f.key().run()));
        List<Arm> arms = new ArrayList<>();
        for (String arm : study.arms()) {
            String name = study.stored(world, arm);
            long[] runs = reader.runs(name);
            Map<Outcome, double[]> columns = new EnumMap<>(Outcome.class);
            for (Measure measure : measures) {
                columns.put(measure.outcome(), kept(reader.column(name, measure.outcome()), runs, failed));
            }
            arms.add(new Arm(
                    storedNames ? name : arm, columns, SharedPoints.of(reader, name, run -> !failed.contains(run))));
        }
        return arms;
    }

    private static double[] kept(double[] column, long[] runs, Set<Long> failed) {
        if (failed.isEmpty()) {
            return column;
        }
        return IntStream.range(0, column.length)
                .filter(i -> !failed.contains(runs[i]))
                .mapToDouble(i -> column[i])
                .toArray();
    }

    private int differences() {
        int arms = study.arms().size();
        return measures.size() * (allPairs ? arms * (arms - 1) / 2 : arms - 1);
    }

    private ComparisonTable table(List<Arm> arms, Settings settings, StageProgress progress) {
        if (allPairs) {
            return ComparisonTable.allPairs(measures, arms, settings, progress::done);
        }
        List<Arm> others = new ArrayList<>(arms);
        Arm reference = others.remove(study.arms().indexOf(baseline));
        return ComparisonTable.of(measures, reference, others, settings, progress::done);
    }

    private List<Measure> directed() {
        return measures.stream().filter(m -> m.direction() != Direction.NEUTRAL).toList();
    }

    private Map<String, ParetoSet> pareto(Map<String, List<Arm>> worlds, Settings settings) {
        Map<String, ParetoSet> sets = new LinkedHashMap<>();
        if (directed().size() > 1) {
            worlds.forEach((world, arms) -> sets.put(world, ParetoSet.of(directed(), arms, settings)));
        }
        return sets;
    }

    private Map<Outcome, RegretTable> regret(Map<String, List<Arm>> worlds, Settings settings) {
        Map<Outcome, RegretTable> tables = new LinkedHashMap<>();
        for (Measure measure : worlds.size() > 1 ? directed() : List.<Measure>of()) {
            tables.put(measure.outcome(), RegretTable.of(worlds, measure, settings));
        }
        return tables;
    }

    private TurningDecisions turningPoints(Map<String, List<Arm>> worlds) {
        Map<String, Scenario> arms = study.worlds().values().iterator().next();
        Scenario reference = arms.get(baseline);
        if (reference == null) {
            throw new IllegalStateException("the baseline is an arm");
        }
        int runs = worlds.values().iterator().next().get(0).runs();
        return TurningDecisions.of(
                baseline,
                reference,
                experiment.seed(),
                runs,
                measures.get(0).outcome(),
                TurningDecisions.compared(reference, arms.values()),
                decisionsOf);
    }

    private List<Runnable> pictures(
            ExperimentRun.Finished finished,
            Map<String, List<Arm>> worlds,
            Map<String, ComparisonTable> tables,
            Map<String, ParetoSet> pareto,
            Map<Outcome, RegretTable> regret,
            DerivedFiles sink) {
        Path plots = Path.of("plots");
        List<Runnable> drawings = new ArrayList<>();
        int from = 0;
        for (Map.Entry<String, ComparisonTable> world : tables.entrySet()) {
            List<BatchData> arms =
                    finished.arms().subList(from, from + study.arms().size());
            from += arms.size();
            drawings.addAll(ResultFiles.drawings(
                    ComparisonPictures.of(
                            measures,
                            world.getValue(),
                            arms,
                            study.arms(),
                            worlds.getOrDefault(world.getKey(), List.of()),
                            pareto.get(world.getKey())),
                    tables.size() > 1 ? plots.resolve(world.getKey()) : plots,
                    sink));
        }
        drawings.addAll(ResultFiles.drawings(RegretPictures.of(regret, finished.arms()), plots, sink));
        return drawings;
    }
}
