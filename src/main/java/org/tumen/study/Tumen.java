package org.tumen.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.document.InvalidInputException;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.experiment.LocalEngine;
import org.tumen.experiment.MemoryRuns;
import org.tumen.findings.Findings;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.store.RunPlan;

/**
 * The program for Java callers: reads scenarios and studies, makes their runs with progress and cancellation, and hands out
 * columns of outcomes as values; or runs a whole study into a result folder, as the command of its name does.
 *
 * <p>All methods may be called from any thread. The {@link StudySession} says on how many threads runs are made, who hears
 * of them and of what a scenario may not have meant ({@link Scenario#warnings}), how they are stopped and how many may fail;
 * nothing in it can change an outcome.
 */
public final class Tumen {
    private Tumen() {}

    /**
     * Reads a scenario.
     *
     * @param file YAML or JSON
     * @param sets overrides such as {@code actors.japan.policy.assertiveness=1.2}
     * @throws InvalidInputException with everything that is wrong with it
     */
    public static Scenario scenario(Path file, String... sets) {
        return LoadedScenario.load(file, options(sets)).scenario();
    }

    /** One scenario as an experiment; its only arm has the scenario's name. */
    public static Experiment plan(Scenario scenario, long seed) {
        return Experiment.batch(scenario, seed);
    }

    /**
     * Makes runs 0 to {@code runs} (excluded) of every arm in memory, without any file. Run i of every arm meets the same
     * random numbers.
     *
     * @return what was made: all of it, or when it was cancelled what was finished by then
     * @throws IllegalArgumentException when the runs are none, or more than memory holds
     * @throws org.tumen.experiment.TooManyFailuresException when more runs failed than the session allows
     * @throws InterruptedException when the calling thread was interrupted
     */
    public static MemoryRuns run(Experiment plan, int runs, StudySession session) throws InterruptedException {
        warn(plan, session);
        MemoryRuns made = new MemoryRuns(plan, runs);
        List<Job.Slice> all = Job.everyArm(plan, runs);
        new LocalEngine()
                .run(new Job(plan, made, all, session.execution(), session.cancellation()), session.listener());
        return made;
    }

    /**
     * Makes what is missing of runs 0 to {@code runs} (excluded) of every arm in a result folder, which
     * {@link org.tumen.store.ResultReader} and every command read.
     *
     * @throws IllegalArgumentException when the runs are none, or more than {@link ExecutionSettings#MOST_RUNS}
     * @throws org.tumen.store.file.StoreException when the folder cannot be written or holds other things; as
     *     {@link org.tumen.store.IncompatibleResultException} when it holds another experiment, as
     *     {@link org.tumen.store.StoreBusyException} while another writes to it
     * @throws org.tumen.experiment.TooManyFailuresException when more runs failed than the session allows
     * @throws InterruptedException when it was stopped; what was finished is stored
     */
    public static void store(Experiment plan, long runs, Path folder, StudySession session)
            throws InterruptedException {
        if (runs < 1 || runs > ExecutionSettings.MOST_RUNS) {
            throw new IllegalArgumentException(
                    "a result has 1 to " + ExecutionSettings.MOST_RUNS + " runs of an arm, not " + runs);
        }
        warn(plan, session);
        new ExperimentRun(plan, folder, session).make(Job.everyArm(plan, runs), RunPlan.each(runs));
    }

    /**
     * Runs a study as the command of its kind does: into a result folder with tables, pictures and a report.
     *
     * @return what was found, as it was written: one for a study, one a scenario for a batch, none for a shard
     * @param kind the name of a kind, such as sweep or hindcast
     * @param file the study; for batch and hindcast it may be a scenario
     * @param folder the result folder; null for one below {@code results} of the current directory, named as the command
     *     names it
     * @throws IllegalArgumentException when there is no such kind
     * @throws InvalidInputException with everything that is wrong with the study
     * @throws UsageException when what the session asks for is nothing that the kind can do
     * @throws org.tumen.store.file.StoreException as of {@link #store}
     * @throws org.tumen.experiment.TooManyFailuresException when more runs failed than the session allows
     * @throws InterruptedException when it was stopped; what was finished is stored
     */
    public static List<Findings> study(String kind, Path file, @Nullable Path folder, StudySession session)
            throws InterruptedException {
        return StudyKinds.named(kind)
                .orElseThrow(() -> new IllegalArgumentException("there is no kind of study \"" + kind + "\"; there are "
                        + String.join(", ", StudyKinds.names())))
                .run(new StudyRequest(file, options(), folder), session);
    }

    private static void warn(Experiment plan, StudySession session) {
        Map<String, Scenario> arms = new LinkedHashMap<>();
        plan.arms().forEach(arm -> arms.put(arm.name(), arm.scenario()));
        session.warn(arms);
    }

    private static ScenarioReader.Options options(String... sets) {
        return new ScenarioReader.Options(List.of(sets), false);
    }
}
