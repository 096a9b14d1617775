package org.tumen.study.hindcast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.document.Json;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.report.PlainBlock;
import org.tumen.report.PlainReport;
import org.tumen.report.ResultFiles;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.DerivedFiles;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultReader;
import org.tumen.store.RunPlan;
import org.tumen.store.file.FileContent;
import org.tumen.study.BatchTexts;
import org.tumen.study.ExperimentRun;
import org.tumen.study.LoadedScenario;
import org.tumen.study.ResultFolders;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.words.Texts;

/** Holds a scenario against the public record. */
public final class HindcastStudy {
    /** Runs unless somebody says otherwise. */
    public static final long DEFAULT_RUNS = 1000;

    private static final Path DEFAULT = Path.of("scenarios", "baseline.yaml");
    private static final int MOST_RUNS = 100_000;
    private static final int MOST_DRAWS = 1_000_000;

    private final Request request;
    private final StudySession session;

    /**
     * A hindcast that somebody asks for.
     *
     * @param file the scenario file; null for the shipped baseline
     * @param options overrides, and whether the scenario may extend files outside of its folder
     * @param out the result folder; null for the usual place
     * @param parts what is held against the record: votes, launches, shipments, sequence, or none; null for all
     * @param draws from the priors of the vote model, 100 to 1,000,000
     * @param events event data to set beside the simulated events of a dyad; null for none
     * @param format the layout of the event data; null to tell by the first line
     * @param dyad the directed pair of countries of the event data; null for seller and buyer
     */
    public record Request(
            @Nullable Path file,
            ScenarioReader.Options options,
            @Nullable Path out,
            @Nullable List<String> parts,
            int draws,
            @Nullable Path events,
            @Nullable String format,
            @Nullable String dyad) {
        /** @throws UsageException when the draws are out of their range */
        public Request {
            if (draws < 100 || draws > MOST_DRAWS) {
                throw new UsageException("--draws must be from 100 to 1,000,000, not " + draws);
            }
        }
    }

    /**
     * Prepares a hindcast.
     *
     * @param asked its {@code execution} says how runs are made; events are stored always, and a tenth of the runs may fail
     * @throws UsageException when too many runs are asked for
     */
    public HindcastStudy(Request request, StudySession asked) {
        this.request = request;
        ExecutionSettings e = asked.execution();
        long runs = e.runsOr(DEFAULT_RUNS);
        if (runs > MOST_RUNS) {
            throw new UsageException("--runs must be from 1 to 100,000, not " + runs);
        }
        session = asked.with(new ExecutionSettings(
                runs, e.seed(), e.threads(), true, e.force(), Math.max(1, runs / 10), e.engine(), e.master(), null));
    }

    /**
     * Makes the runs that are missing, and tells and stores how they fare against the record.
     *
     * @throws UsageException when what was asked for cannot be done
     * @throws InterruptedException when the work was stopped; what was finished is stored
     */
    public void run() throws InterruptedException {
        Set<String> wanted = wanted();
        Path events = request.events();
        String dyad = request.dyad();
        LoadedScenario loaded = LoadedScenario.load(scenarioFile(), request.options());
        Scenario scenario = loaded.scenario();
        session.warn(Map.of(scenario.name(), scenario));
        Map<String, String> refused = refuse(scenario, wanted, events != null);
        long chosen = session.execution().seedOr(scenario.batch().seed());
        HindcastEvents data = events == null
                ? null
                : new HindcastEvents(
                        events,
                        request.format(),
                        dyad == null
                                ? scenario.seller().iso3() + "-"
                                        + scenario.buyer().iso3()
                                : dyad);
        if (data == null && (request.format() != null || dyad != null)) {
            throw new UsageException("--events-format and --dyad need --events");
        }
        Experiment experiment = new Experiment(
                scenario.name() + "-hindcast",
                List.of(new Experiment.ArmSpec(scenario.name(), scenario, loaded.resolved())),
                chosen);
        Path out = request.out();
        Path folder =
                out == null ? ResultFolders.root().resolve(experiment.identity().folderName()) : out;
        try (FolderLock alone = FolderLock.hold(folder)) {
            tell(experiment, data, wanted, refused, folder);
        }
    }

    /**
     * Takes away what the scenario cannot be held against, and tells it.
     *
     * @param alone whether there is something to do when nothing is left
     * @return the parts taken away, with the reason
     * @throws UsageException when nothing is left to be done
     */
    private Map<String, String> refuse(Scenario scenario, Set<String> wanted, boolean alone) {
        Map<String, String> refused = RecordScope.refusals(scenario);
        refused.keySet().retainAll(wanted);
        boolean any = !refused.isEmpty();
        wanted.removeAll(refused.keySet());
        String reasons = refused.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue() + ".")
                .collect(Collectors.joining("\n"));
        if (any && wanted.isEmpty() && !alone) {
            throw new UsageException(
                    scenario.name() + " cannot be held against the public record, part by part:\n" + reasons);
        }
        if (any) {
            progress(scenario.name() + " is not held against these parts of the record:\n" + reasons);
        }
        return refused;
    }

    private void tell(
            Experiment experiment,
            @Nullable HindcastEvents data,
            Set<String> wanted,
            Map<String, String> refused,
            Path folder)
            throws InterruptedException {
        Scenario scenario = experiment.arms().get(0).scenario();
        long chosen = experiment.seed();
        HindcastFindings findings = new HindcastFindings(head(scenario, chosen));
        if (!refused.isEmpty()) {
            findings.section("refused", "Parts of the record that this scenario is not held against");
            refused.forEach((part, reason) -> {
                findings.say(part + ": " + reason + ".");
                findings.json().withObject("/refused").put(part, reason);
            });
        }
        String caption = "Seed " + chosen + ", model version " + DiplomacySim.MODEL_VERSION + ".";
        if (wanted.contains("votes")) {
            new HindcastVotes(scenario.council(), chosen, request.draws(), this::progress).into(findings, caption);
        }
        if (data != null || wanted.size() > (wanted.contains("votes") ? 1 : 0)) {
            simulated(wanted, data, experiment, folder, findings, caption);
        }
        conclude(findings);
        findings.section("reproduce", "How to make it again")
                .say(session.command()
                        + " — with seed " + chosen + " and model version " + DiplomacySim.MODEL_VERSION
                        + ", the same numbers on any machine and number of threads.");
        write(findings, scenario, chosen, folder);
    }

    private void progress(String what) {
        PrintWriter err = session.err();
        err.println(what);
        err.flush();
    }

    private Set<String> wanted() {
        List<String> parts = request.parts();
        Set<String> wanted = new LinkedHashSet<>(parts == null ? RecordScope.PARTS : parts);
        if (wanted.remove("none") && (!wanted.isEmpty() || request.events() == null)) {
            throw new UsageException("--parts none stands alone, and with --events");
        }
        for (String part : wanted) {
            if (!RecordScope.PARTS.contains(part)) {
                throw new UsageException("--parts: " + String.join(", ", RecordScope.PARTS)
                        + " or none are allowed, not " + Texts.visible(part));
            }
        }
        return wanted;
    }

    private Path scenarioFile() {
        Path given = request.file();
        if (given != null) {
            return given;
        }
        if (!Files.exists(DEFAULT)) {
            throw new UsageException("there is no " + DEFAULT + " here; name a scenario file");
        }
        return DEFAULT;
    }

    private static ObjectNode head(Scenario scenario, long seed) {
        return Json.object()
                .put("scenario", scenario.name())
                .put("start", scenario.start().toString())
                .put("weeks", scenario.weeks())
                .put("seed", seed)
                .put("model_version", DiplomacySim.MODEL_VERSION);
    }

    private void simulated(
            Set<String> wanted,
            @Nullable HindcastEvents data,
            Experiment experiment,
            Path folder,
            HindcastFindings findings,
            String caption)
            throws InterruptedException {
        Scenario scenario = experiment.arms().get(0).scenario();
        String arm = experiment.arms().get(0).name();
        new ExperimentRun(experiment, folder, session).make(List.of(new Job.Slice(arm, 0, runs())), RunPlan.UNKNOWN);
        Periods periods = new Periods(scenario.start(), scenario.weeks());
        try (ResultReader reader = ResultReader.open(folder)) {
            String failed = BatchTexts.failures(reader.failures(), folder, false);
            if (!failed.isEmpty()) {
                findings.json().put("failed_runs", reader.failures().size());
                findings.section("failures", "Runs that failed").say(failed.strip());
            }
            // A folder may hold more runs than were asked for now; what is said depends on the command alone.
            SimulatedEvents simulated = new SimulatedEvents(reader, arm, scenario.weeks(), (int) runs());
            findings.json().put("runs", simulated.runs());
            HindcastTrade trade = new HindcastTrade(scenario, periods);
            if (wanted.contains("launches")) {
                new HindcastLaunches(periods, experiment.seed())
                        .into(findings, simulated.counts("minor_launch", "major_launch"), caption);
            }
            if (wanted.contains("shipments")) {
                trade.shipments(findings, simulated.cumulative("shipment"), caption);
            }
            if (wanted.contains("sequence")) {
                trade.sequence(findings, simulated, caption);
            }
            if (data != null) {
                data.into(findings, simulated, periods, caption);
            }
        }
    }

    private static void conclude(HindcastFindings findings) {
        findings.section("limits", "What this does not show")
                .say(
                        "The parameters were set, and the drafts and their suspicion coded, by people who knew the record; except"
                                + " for the forward forecasts of votes and the baselines nothing here is a test on unseen data,"
                                + " and the structure of the vote model was chosen knowing the votes.")
                .say(
                        "Two vetoes, one sequence of dates, a handful of estimates that contradict each other and some thirty"
                                + " months of launches cannot tell good models from lucky ones. An interval that holds the record is"
                                + " no proof that the model is right; one that misses it is a reason to doubt the model.")
                .say("A model that fits a record does not thereby know what a policy would have caused.");
    }

    private void write(HindcastFindings findings, Scenario scenario, long chosen, Path folder) {
        PrintWriter print = session.out();
        print.println();
        findings.print(print);
        DerivedFiles sink = new DerivedFiles(folder);
        findings.csv().forEach((name, text) -> sink.write(Path.of(name + ".csv"), bytes(text)));
        sink.write(Path.of("hindcast.json"), bytes(json(findings.json())));
        ResultFiles.pictures(findings.pictures(), Path.of("plots"), sink);
        List<PlainBlock.Section> sections = new ArrayList<>(findings.sections());
        PlainReport report = new PlainReport(
                "Tumen hindcast",
                scenario.name(),
                "How does this scenario fare against the public record?",
                String.format(
                        Locale.ROOT,
                        "%,d runs of %d weeks from %s, seed %d, model version %s.",
                        findings.json().path("runs").asLong(0),
                        scenario.weeks(),
                        scenario.start(),
                        chosen,
                        DiplomacySim.MODEL_VERSION),
                sections);
        byte[] page = report.page();
        sink.write(Path.of("report.html"), stream -> stream.write(page));
        print.println("Tables, hindcast.json, plots/ and report.html in " + folder);
        print.flush();
    }

    private static FileContent bytes(String text) {
        return stream -> stream.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(ObjectNode node) {
        try {
            return Json.MAPPER.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers can be written", e);
        }
    }

    private long runs() {
        return session.execution().runsOr(DEFAULT_RUNS);
    }
}
