package org.tumen.study.hindcast;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.hindcast.CrisisCheck;
import org.tumen.analysis.hindcast.LaunchCampaign;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.findings.Findings;
import org.tumen.outcome.Outcome;
import org.tumen.policy.builtin.SellerParameters;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.actor.CampaignParameters;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.FolderLock;
import org.tumen.store.Manifest;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultSort;
import org.tumen.store.ResultStore;
import org.tumen.store.RunPlan;
import org.tumen.study.ExperimentRun;
import org.tumen.study.FindingsFiles;
import org.tumen.study.Interim;
import org.tumen.study.LoadedScenario;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyReader;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.study.Workload;
import org.tumen.study.arm.RunsSoFar;
import org.tumen.study.hindcast.HindcastSection.Part;
import org.tumen.study.result.FailedRuns;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** Hindcasts: a scenario compared with the public record, part by part, beside naive baselines. */
public final class HindcastKind extends StudyKind<HindcastSection, HindcastKind.Plan> {
    private static final int RUNS = 1000;
    private static final int MOST_RUNS = 100_000;

    /**
     * A hindcast.
     *
     * @param name of the study, or of the scenario
     * @param parts of the record that it is compared with
     * @param refused parts that were asked for and that it cannot be compared with, with the reason
     * @param draws from the priors of the vote model
     * @param data event data; null for none
     */
    public record Plan(
            String name,
            String question,
            Scenario scenario,
            Set<Part> parts,
            Map<Part, String> refused,
            int draws,
            @Nullable HindcastEvents data,
            int runs,
            long seed) {}

    /** For ServiceLoader. */
    public HindcastKind() {
        super(
                "hindcast",
                "Compare a scenario with the public record, part by part: votes, launches, shipments, the sequence of steps,"
                        + " crises, beside naive baselines.",
                HindcastSection.class,
                "runs");
    }

    @Override
    public Set<String> asked() {
        return Set.of("hindcast.parts");
    }

    @Override
    public @Nullable Plan plan(StudyReading study, HindcastSection section) {
        Map<String, Scenario> scenarios = study.scenarios();
        Scenario scenario = scenarios.values().stream().findFirst().orElse(null);
        if (scenario == null) {
            return null;
        }
        int runs = study.runs(null, RUNS);
        if (runs > MOST_RUNS) {
            study.problem("a hindcast takes at most 100,000 runs", "runs");
        }
        Path events = section.events() == null ? null : within(study, section.events());
        if (section.events() == null && (section.eventsFormat() != null || section.dyad() != null)) {
            study.problem("events_format and dyad need events", name());
        }
        study.unread(
                study.document().get(name()),
                name(),
                key -> key.equals("draws") && !section.parts().contains(Part.VOTES),
                "belongs to the part votes, which is not asked for");
        if (section.parts().isEmpty() && section.events() == null) {
            study.problem("must name a part, unless there are events", name(), "parts");
        }
        try {
            Plan plan = plan(study.name(), study.stated().description(), scenario, section, events, runs, study.seed());
            return study.valid() ? plan : null;
        } catch (UsageException e) {
            study.problem(String.valueOf(e.getMessage()), name());
            return null;
        }
    }

    /** A file in the folder above the study, at most; null after noting that it is none. */
    private @Nullable Path within(StudyReading study, String given) {
        Path file = study.file().resolveSibling(given).normalize();
        if (!StudyReader.isOutside(study.file(), file) && Files.isRegularFile(file)) {
            return file;
        }
        study.problem("must be a file in the folder of the study or the one above", name(), "events");
        return null;
    }

    /** @throws UsageException when nothing is left to be compared, or the event data cannot be used */
    private static Plan plan(
            String name,
            String question,
            Scenario scenario,
            HindcastSection section,
            @Nullable Path events,
            int runs,
            long seed) {
        Map<Part, String> refused = RecordScope.refusals(scenario);
        refused.keySet().retainAll(section.parts());
        Set<Part> parts = EnumSet.noneOf(Part.class);
        parts.addAll(section.parts());
        parts.removeAll(refused.keySet());
        if (parts.isEmpty() && !refused.isEmpty() && events == null) {
            throw new UsageException(
                    scenario.name() + " cannot be compared with the public record, part by part:\n" + told(refused));
        }
        String dyad = section.dyad();
        String pair = scenario.seller().iso3() + "-" + scenario.buyer().iso3();
        HindcastEvents data =
                events == null ? null : new HindcastEvents(events, section.eventsFormat(), dyad == null ? pair : dyad);
        return new Plan(name, question, scenario, parts, refused, section.draws(), data, runs, seed);
    }

    private static String told(Map<Part, String> refused) {
        return refused.entrySet().stream()
                .map(e -> Texts.key(e.getKey()) + ": " + e.getValue() + ".")
                .collect(Collectors.joining("\n"));
    }

    /**
     * Compares a scenario file, or runs a study.
     *
     * @param section how; null for what the study says
     * @param events event data; null for none
     * @throws UsageException when what was asked for cannot be done
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    public void run(
            StudyRequest request, @Nullable HindcastSection section, @Nullable Path events, StudySession session)
            throws InterruptedException {
        if (section == null) {
            run(request, session);
            return;
        }
        if (StudyReader.isStudy(request.file())) {
            throw new UsageException("the section hindcast of " + request.file()
                    + " says what is compared; --parts, --draws, --events, --events-format and --dyad belong to a"
                    + " scenario file");
        }
        runOrTell(ofScenario(request, section, events, session), request, session);
    }

    @Override
    protected Plan ofScenario(StudyRequest request, StudySession session) {
        return ofScenario(
                request, new HindcastSection(Arrays.asList(Part.values()), 20_000, null, null, null), null, session);
    }

    private static Plan ofScenario(
            StudyRequest request, HindcastSection section, @Nullable Path events, StudySession session) {
        Scenario scenario =
                LoadedScenario.load(request.file(), request.options()).scenario();
        session.warn(Map.of(scenario.name(), scenario));
        ExecutionSettings execution = session.execution();
        long runs = execution.runsOr(RUNS);
        if (runs > MOST_RUNS) {
            throw new UsageException("--runs must be from 1 to 100,000, not " + runs);
        }
        return plan(
                scenario.name(),
                scenario.description(),
                scenario,
                section,
                events,
                (int) runs,
                execution.seedOr(scenario.batch().seed()));
    }

    @Override
    public List<Workload> workload(Plan plan, StudyRequest request, StudySession session) {
        Experiment experiment = experiment(plan);
        Path folder = request.folderOr(experiment.identity().folderName());
        return List.of(Workload.of(
                experiment,
                "scenario",
                votesOnly(plan) ? 0 : plan.runs(),
                folder,
                true,
                plan.parts().contains(Part.VOTES) ? "the vote model takes about half a minute beside the runs" : ""));
    }

    private static Experiment experiment(Plan plan) {
        Scenario scenario = plan.scenario();
        return new Experiment(
                plan.name() + "-hindcast", List.of(new Experiment.ArmSpec(scenario.name(), scenario)), plan.seed());
    }

    private static boolean votesOnly(Plan plan) {
        return plan.data() == null && plan.parts().equals(EnumSet.of(Part.VOTES));
    }

    @Override
    public List<Findings> run(Plan plan, StudyRequest request, StudySession asked) throws InterruptedException {
        if (!plan.refused().isEmpty()) {
            progress(
                    asked,
                    plan.scenario().name() + " is not compared with these parts of the record:\n"
                            + told(plan.refused()));
        }
        ExecutionSettings e = asked.execution();
        StudySession session = asked.with(new ExecutionSettings(
                (long) plan.runs(),
                e.seed(),
                e.threads(),
                true,
                e.force(),
                Math.max(1, plan.runs() / 10),
                e.engine(),
                e.master(),
                null));
        Scenario scenario = plan.scenario();
        Experiment experiment = experiment(plan);
        Path folder = request.folderOr(experiment.identity().folderName());
        try (FolderLock alone = FolderLock.hold(folder, ResultSort.RUNS, ResultSort.FINDINGS)) {
            if (votesOnly(plan)) {
                if (Manifest.exists(folder)) {
                    // Runs of this hindcast may lie there, and those of nothing else.
                    ResultStore.open(folder, experiment.identity(), RunPlan.UNKNOWN)
                            .close();
                }
                return List.of(FindingsFiles.write(found(plan, null, session), folder, null, session));
            }
            Job.Slice slice = new Job.Slice(scenario.name(), 0, plan.runs());
            session.watching()
                    .accept(Interim.ofRuns(
                            folder, reader -> RunsSoFar.of(name(), plan.name(), plan.question(), plan.runs(), reader)));
            new ExperimentRun(experiment, folder, session).make(List.of(slice), RunPlan.UNKNOWN);
            try (ResultReader reader = ResultReader.open(folder)) {
                return List.of(FindingsFiles.write(found(plan, reader, session), folder, reader, session));
            }
        }
    }

    private static void progress(StudySession session, String what) {
        PrintWriter err = session.err();
        err.println(what);
        err.flush();
    }

    private static Findings found(Plan plan, @Nullable ResultReader reader, StudySession session) {
        Scenario scenario = plan.scenario();
        // A folder may hold more runs than were asked for now; what is said depends on the command alone.
        SimulatedEvents simulated =
                reader == null ? null : new SimulatedEvents(reader, scenario.name(), scenario.weeks(), plan.runs());
        String caption = Texts.upper(DiplomacySim.origin(plan.seed()));
        List<HindcastPart> parts = parts(plan, reader, simulated, caption, session);
        List<RecordCheck> checks =
                parts.stream().flatMap(p -> p.checks().stream()).toList();
        Findings.Builder found = Findings.of("hindcast", plan.name(), plan.question(), facts(plan, simulated));
        RecordCheck.answer(checks, found);
        if (!checks.isEmpty()) {
            found.section("checks", "Compared with the record").table(RecordCheck.table(checks));
            String notes = RecordCheck.notes(checks);
            if (!notes.isEmpty()) {
                found.say(notes);
            }
        }
        if (!plan.refused().isEmpty()) {
            found.section("refused", "Parts of the record that this scenario is not compared with");
            plan.refused().forEach((part, reason) -> found.say(Texts.key(part) + ": " + reason + "."));
        }
        parts.forEach(part -> part.into(found));
        if (plan.data() != null && simulated != null) {
            plan.data().into(found, simulated, new Periods(scenario.start(), scenario.weeks()), caption);
        }
        if (reader != null) {
            FailedRuns.tell(found, reader.failures(), false);
        }
        found.details("unseen", "What this does not show")
                .say(
                        "The parameters were set, and the drafts and their suspicion coded, by people who knew the record; except for"
                                + " the forward forecasts of votes, the season learnt before each year and the baselines nothing here is a test on unseen"
                                + " data, and the form of both models was chosen knowing the record.")
                .say(
                        "Two vetoes, two crises, one sequence of dates, a handful of estimates that contradict each other and some"
                                + " thirty months of launches cannot tell good models from lucky ones. An interval that holds the"
                                + " record is no proof that the model is right; one that misses it is a reason to doubt the model.");
        if (reader == null) {
            found.section("reproduce", "How to reproduce").command(session.command());
        }
        return found.build();
    }

    private static String facts(Plan plan, @Nullable SimulatedEvents simulated) {
        Scenario scenario = plan.scenario();
        return (simulated == null
                        ? "scenario " + scenario.name() + ", nothing simulated"
                        : "scenario " + scenario.name() + ", " + Numbers.counted(simulated.runs(), "run") + " of "
                                + Numbers.counted(scenario.weeks(), "week") + " from " + Numbers.day(scenario.start()))
                + ", " + DiplomacySim.origin(plan.seed());
    }

    private static List<HindcastPart> parts(
            Plan plan,
            @Nullable ResultReader reader,
            @Nullable SimulatedEvents simulated,
            String caption,
            StudySession session) {
        Scenario scenario = plan.scenario();
        Periods periods = new Periods(scenario.start(), scenario.weeks());
        List<HindcastPart> parts = new ArrayList<>();
        if (plan.parts().contains(Part.VOTES)) {
            parts.add(new HindcastVotes(
                    scenario.council(), plan.seed(), plan.draws(), caption, what -> progress(session, what)));
        }
        if (reader != null && simulated != null) {
            if (plan.parts().contains(Part.LAUNCHES)) {
                progress(session, "launches");
                parts.add(new HindcastLaunches(periods, campaign(scenario), simulated, plan.seed(), caption));
            }
            if (plan.parts().contains(Part.SHIPMENTS)) {
                parts.add(new HindcastShipments(scenario, periods, simulated, caption));
            }
            if (plan.parts().contains(Part.SEQUENCE)) {
                parts.add(new HindcastSequence(scenario, periods, simulated, caption));
            }
            if (plan.parts().contains(Part.CRISES)) {
                parts.add(crises(reader, plan));
            }
        }
        return parts;
    }

    private static HindcastCrises crises(ResultReader reader, Plan plan) {
        String arm = plan.scenario().name();
        double[] any = reader.column(arm, Outcome.ANY_CRISIS);
        long[] runs = reader.runs(arm);
        int seen = 0;
        int completed = 0;
        for (int i = 0; i < runs.length; i++) {
            if (runs[i] < plan.runs() && !Double.isNaN(any[i])) {
                completed++;
                seen += any[i] > 0 ? 1 : 0;
            }
        }
        return new HindcastCrises(
                plan.scenario().weeks(), CrisisCheck.of(plan.scenario().weeks(), seen, completed));
    }

    /** The season of launching of the scenario; null where a policy of another kind launches. */
    private static @Nullable LaunchCampaign campaign(Scenario scenario) {
        CampaignParameters c = scenario.seller().campaign();
        return scenario.seller().policy().parameters() instanceof SellerParameters p && c.persistence() < 1
                ? new LaunchCampaign(p.launch().drive(), p.launch().campaign(), c.persistence(), c.windows())
                : null;
    }
}
