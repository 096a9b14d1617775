package org.tumen.cli;

import org.tumen.store.FileContent;
import org.tumen.store.DerivedFiles;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.hindcast.Periods;
import org.tumen.experiment.Experiment;
import org.tumen.experiment.Job;
import org.tumen.report.Block;
import org.tumen.report.PlainReport;
import org.tumen.report.ResultFiles;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.Texts;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultReader;
import org.tumen.store.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a scenario against the public record. */
@Command(
        name = "hindcast",
        mixinStandardHelpOptions = true,
        description =
                "Hold a scenario against the public record: scores of votes, launches, shipments and the sequence of"
                        + " steps beside naive baselines.",
        footer = {
            "",
            "The runs are stored with their events and are not computed again. Every part says its sample size; with two vetoes",
            "in twenty-six votes no precise probability of a veto can be claimed.",
            "",
            "Examples:",
            "  tumen hindcast",
            "  tumen hindcast scenarios/baseline.yaml --parts votes",
            "  tumen hindcast scenarios/reference.yaml --runs 2000 --parts launches,shipments,sequence",
            "  tumen hindcast --events gdelt.tsv --dyad PRK-RUS --parts none"
        })
final class HindcastCommand implements Callable<Integer> {
    private static final Path DEFAULT = Path.of("scenarios", "baseline.yaml");
    private static final List<String> PARTS = List.of("votes", "launches", "shipments", "sequence");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_RUNS = 100_000;
    private static final int MOST_DRAWS = 100_000;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "Scenario file (default: scenarios/baseline.yaml).")
    private @Nullable Path file;

    @Option(
            names = "--parts",
            paramLabel = "PART[,PART]",
            split = ",",
            description =
                    "What to hold against the record: votes, launches, shipments, sequence; or none (default: all).")
    private @Nullable List<String> parts;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Runs (default: ${DEFAULT-VALUE}).")
    private long runs;

    @Option(names = "--seed", paramLabel = "S", description = "Seed, any 64-bit integer (default: the file's).")
    private @Nullable Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors).")
    private @Nullable Integer threads;

    @Option(names = "--force", description = "Compute again what is already stored.")
    private boolean force;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Parameter draws of the vote model's posterior (default: ${DEFAULT-VALUE}).")
    private int draws;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Event data (GDELT 1.0 or 2.0, ICEWS, POLECAT) to set beside the simulated events of a dyad.")
    private @Nullable Path events;

    @Option(
            names = "--events-format",
            paramLabel = "LAYOUT",
            description = "auto, gdelt-1, gdelt-2, icews or polecat (default: auto, by the file's first line).")
    private @Nullable String format;

    @Option(
            names = "--dyad",
            paramLabel = "SOURCE-TARGET",
            description = "The directed pair of countries for --events (default: the scenario's seller and buyer).")
    private @Nullable String dyad;

    @Mixin
    private ScenarioOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/NAME-hindcast-HASH).")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Set<String> wanted = wanted();
        ExecutionOptions execution = execution();
        LoadedScenario loaded = LoadedScenario.load(scenarioFile(), options);
        Scenario scenario = loaded.scenario();
        long chosen = seed == null ? scenario.batch().seed() : seed;
        HindcastEvents data = events == null
                ? null
                : new HindcastEvents(
                        events,
                        format,
                        dyad == null
                                ? scenario.seller().iso3() + "-"
                                        + scenario.buyer().iso3()
                                : dyad);
        if (data == null && (format != null || dyad != null)) {
            throw new UsageException("--events-format and --dyad need --events");
        }
        Experiment experiment = new Experiment(
                scenario.name() + "-hindcast",
                List.of(new Experiment.ArmSpec(scenario.name(), scenario, loaded.resolved())),
                chosen);
        Path folder =
                out == null ? ResultFolders.root().resolve(experiment.identity().folderName()) : out;
        try (FolderLock alone = FolderLock.hold(folder)) {
            tell(experiment, data, wanted, folder, execution);
        }
        return 0;
    }

    private void tell(
            Experiment experiment,
            @Nullable HindcastEvents data,
            Set<String> wanted,
            Path folder,
            ExecutionOptions execution)
            throws InterruptedException {
        Scenario scenario = experiment.arms().get(0).scenario();
        long chosen = experiment.seed();
        Findings findings = new Findings(head(scenario, chosen));
        String caption = "Seed " + chosen + ", model version " + DiplomacySim.MODEL_VERSION + ".";
        if (wanted.contains("votes")) {
            new HindcastVotes(scenario, chosen, draws, this::progress).into(findings, caption);
        }
        if (data != null || wanted.size() > (wanted.contains("votes") ? 1 : 0)) {
            simulated(wanted, data, experiment, folder, execution, findings, caption);
        }
        conclude(findings);
        findings.section("reproduce", "How to make it again")
                .say("tumen "
                        + String.join(
                                " ", spec.root().commandLine().getParseResult().originalArgs())
                        + " — with seed " + chosen + " and model version " + DiplomacySim.MODEL_VERSION
                        + ", the same numbers on any machine and number of threads.");
        write(findings, scenario, chosen, folder);
    }

    private void progress(String what) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(what);
        err.flush();
    }

    private Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>(parts == null ? PARTS : parts);
        if (wanted.remove("none") && (!wanted.isEmpty() || events == null)) {
            throw new UsageException("--parts none stands alone, and with --events");
        }
        for (String part : wanted) {
            if (!PARTS.contains(part)) {
                throw new UsageException(
                        "--parts: " + String.join(", ", PARTS) + " or none are allowed, not " + Texts.visible(part));
            }
        }
        return wanted;
    }

    private ExecutionOptions execution() {
        if (runs > MOST_RUNS) {
            throw new UsageException("--runs must be from 1 to 100,000, not " + runs);
        }
        if (draws < 100 || draws > MOST_DRAWS) {
            throw new UsageException("--draws must be from 100 to 100,000, not " + draws);
        }
        ExecutionOptions execution = new ExecutionOptions();
        execution.runs = runs;
        execution.seed = seed;
        execution.threads = threads;
        execution.events = true;
        execution.force = force;
        execution.failureLimit = Math.max(1, runs / 10);
        execution.prepare();
        return execution;
    }

    private Path scenarioFile() {
        Path given = file;
        if (given != null) {
            return given;
        }
        if (!Files.exists(DEFAULT)) {
            throw new UsageException("there is no " + DEFAULT + " here; name a scenario file");
        }
        return DEFAULT;
    }

    private static ObjectNode head(Scenario scenario, long seed) {
        return JSON.createObjectNode()
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
            ExecutionOptions execution,
            Findings findings,
            String caption)
            throws InterruptedException {
        Scenario scenario = experiment.arms().get(0).scenario();
        String arm = experiment.arms().get(0).name();
        new ExperimentRun(experiment, folder, execution, spec)
                .make(List.of(new Job.Slice(arm, 0, runs)), RunPlan.UNKNOWN);
        Periods periods = new Periods(scenario.start(), scenario.weeks());
        try (ResultReader reader = ResultReader.open(folder)) {
            // A folder may hold more runs than were asked for now; what is said depends on the command alone.
            SimulatedEvents simulated = new SimulatedEvents(reader, arm, scenario.weeks(), (int) runs);
            findings.json().put("runs", simulated.runs());
            HindcastTrade trade = new HindcastTrade(scenario, periods);
            if (wanted.contains("launches")) {
                new HindcastLaunches(periods, experiment.seed())
                        .into(findings, simulated.counts("missile_test"), caption);
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

    private static void conclude(Findings findings) {
        findings.section("limits", "What this does not show")
                .say(
                        "The parameters were set, and the drafts and their suspicion coded, by people who knew the record; except"
                                + " for the fitted forecasters and the baselines nothing here is a test on unseen data.")
                .say(
                        "Two vetoes, one sequence of dates, a handful of estimates that contradict each other and some thirty"
                                + " months of launches cannot tell good models from lucky ones. An interval that holds the record is"
                                + " no proof that the model is right; one that misses it is a reason to doubt the model.")
                .say("A model that fits a record does not thereby know what a policy would have caused.");
    }

    private void write(Findings findings, Scenario scenario, long chosen, Path folder) {
        PrintWriter print = spec.commandLine().getOut();
        print.println();
        findings.print(print);
        DerivedFiles sink = new DerivedFiles(folder);
        findings.csv().forEach((name, text) -> sink.write(Path.of(name + ".csv"), bytes(text)));
        sink.write(Path.of("hindcast.json"), bytes(json(findings.json())));
        ResultFiles.pictures(findings.pictures(), Path.of("plots"), sink);
        List<Block.Section> sections = new ArrayList<>(findings.sections());
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
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers can be written", e);
        }
    }
}
