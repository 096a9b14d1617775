package org.tumen.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Chronicle;
import org.tumen.experiment.Divergence;
import org.tumen.experiment.Failures;
import org.tumen.experiment.Flip;
import org.tumen.experiment.Names;
import org.tumen.experiment.Representative;
import org.tumen.outcome.Kind;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.policy.Decision;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.simulation.RunTrace;
import org.tumen.world.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells one run. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Tell one run week by week, in sentences, with reasons where asked for.",
        footer = {
            "",
            "Examples:",
            "  tumen trace scenarios/baseline.yaml --run 42 --why",
            "  tumen trace scenarios/baseline.yaml --pick worst:mean_stability",
            "  tumen trace scenarios/baseline.yaml --run 42 --against scenarios/hard-line.yaml",
            "  tumen trace scenarios/baseline.yaml --run 42 --flip 3:japan=warn"
        })
final class TraceCommand implements Callable<Integer> {
    private static final int WEEKS_SHOWN_AFTER_PARTING = 12;

    /** How the chronicle is written. */
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Parameters(index = "0", paramLabel = "FILE", description = "Scenario file.")
    private Path file;

    @Option(names = "--run", paramLabel = "K", description = "Number of the run, from 0 (default: 0, unless --pick).")
    private @Nullable Long run;

    @Option(names = "--seed", paramLabel = "S", description = "Seed (default: the scenario's).")
    private @Nullable Long seed;

    @Option(
            names = "--pick",
            paramLabel = "WHICH:OUTCOME",
            description = "Find the run: median, worst or best of an outcome, such as worst:mean_stability.")
    private @Nullable String pick;

    @Option(
            names = "--among",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Runs among which --pick looks (default: ${DEFAULT-VALUE}).")
    private int among;

    @Option(names = "--why", description = "Show each decision with its options, utilities and probabilities.")
    private boolean why;

    @Option(names = "--format", defaultValue = "TEXT", description = "text, csv or json (default: text).")
    private Format format;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Another scenario: show where the same run of the two parts, and what followed.")
    private @Nullable Path against;

    @Option(
            names = "--flip",
            paramLabel = "WEEK:ACTOR=ACTION",
            description = "Change one decision and show what follows on the same luck, such as 3:japan=warn.")
    private @Nullable String flip;

    @Mixin
    private ScenarioOptions options;

    private String drawn = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Scenario scenario = LoadedScenario.load(file, options).scenario();
        RunKey key = new RunKey(seed == null ? scenario.batch().seed() : seed, whichRun(scenario));
        RunTrace trace = traceOf(scenario, key);
        drawn = drawn(scenario, key);
        if (against != null || flip != null) {
            out.print(parting(trace, other(scenario, key)));
            return 0;
        }
        switch (format) {
            case TEXT -> out.print(text(trace));
            case CSV -> out.print(csv(trace));
            case JSON -> out.println(json(trace));
        }
        return 0;
    }

    /** The values of what is uncertain in the scenario, a line each; empty when nothing is. */
    private static String drawn(Scenario scenario, RunKey key) {
        if (scenario.uncertainties() == null) {
            return "";
        }
        UncertaintyDraw draw = new UncertaintyDraw(scenario);
        double[] values = draw.values(key.seed(), key.run());
        StringBuilder text = new StringBuilder("Drawn for this run:\n");
        for (int i = 0; i < values.length; i++) {
            text.append(
                    String.format(Locale.ROOT, "  %s = %s%n", draw.paths().get(i), NumberTexts.fixed(values[i], 4)));
        }
        return text.append('\n').toString();
    }

    private static RunTrace traceOf(Scenario scenario, RunKey key) {
        try {
            return RunTrace.of(scenario, key);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalStateException(
                    "run " + key.run() + " of " + scenario.name() + ", seed " + key.seed() + ", fails: "
                            + Failures.cause(e),
                    e);
        }
    }

    private long whichRun(Scenario scenario) {
        if (run != null && run < 0) {
            throw new UsageException("--run must be 0 or more, not " + run);
        }
        if (pick == null) {
            return run == null ? 0 : run;
        }
        if (run != null) {
            throw new UsageException("--run and --pick cannot be given together");
        }
        if (among < 1 || among > 10_000_000) {
            throw new UsageException("--among must be from 1 to 10,000,000, not " + among);
        }
        String[] parts = pick.split(":", 2);
        Outcome outcome = parts.length == 1 ? Outcome.MEAN_STABILITY : outcome(parts[1]);
        long itsSeed = seed == null ? scenario.batch().seed() : seed;
        return Representative.find(scenario, itsSeed, among, which(parts[0]), outcome);
    }

    private static Representative.Pick which(String name) {
        for (Representative.Pick which : Representative.Pick.values()) {
            if (which.name().equalsIgnoreCase(name)) {
                return which;
            }
        }
        throw new UsageException("--pick must begin with median, worst or best, not \"" + name + "\"");
    }

    private static Outcome outcome(String key) {
        return Outcome.byKey(key)
                .orElseThrow(() -> new UsageException("there is no outcome \"" + key + "\"; there are "
                        + String.join(
                                ", ", Outcome.all().stream().map(Outcome::key).toList())));
    }

    private RunTrace other(Scenario scenario, RunKey key) {
        Path otherFile = against;
        Scenario other = otherFile == null
                ? scenario
                : LoadedScenario.load(otherFile, options).scenario();
        if (flip != null) {
            try {
                other = UncertaintyDraw.drawn(other, key.seed(), key.run());
                other = Flip.parse(flip, other).applyTo(other);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--flip: " + e.getMessage());
            }
        }
        return traceOf(other, key);
    }

    private String text(RunTrace trace) {
        Chronicle chronicle = new Chronicle(trace);
        StringBuilder text = new StringBuilder();
        text.append(heading(trace)).append('\n').append(drawn).append(chronicle.text(why));
        text.append(chronicle.ending()).append("\n\n").append(outcomes(trace));
        return text.toString();
    }

    private static String heading(RunTrace trace) {
        return String.format(
                Locale.ROOT,
                "Run %d of %s, seed %d, %d weeks from %s",
                trace.key().run(),
                trace.scenario().name(),
                trace.key().seed(),
                trace.scenario().weeks(),
                trace.scenario().start());
    }

    private static String outcomes(RunTrace trace) {
        TextTable table = new TextTable("Outcome", "value", "unit");
        for (Outcome outcome : Outcome.all()) {
            table.row(outcome.label(), value(outcome, trace.outcome(outcome)), outcome.unit());
        }
        return table.toString();
    }

    private static String value(Outcome outcome, double value) {
        return String.format(Locale.ROOT, outcome.kind() == Kind.CONTINUOUS ? "%.3f" : "%.0f", value);
    }

    private String parting(RunTrace ours, RunTrace theirs) {
        String a = ours.scenario().name();
        String b = against == null ? "with " + flip : theirs.scenario().name() + (flip == null ? "" : " with " + flip);
        StringBuilder text =
                new StringBuilder(heading(ours)).append(", against ").append(b).append('\n');
        Optional<Divergence> found = Divergence.between(ours, theirs);
        if (found.isEmpty()) {
            return text.append("The two runs never part: every decision and every state is the same.\n")
                    .toString();
        }
        Divergence parting = found.get();
        int week = parting.week();
        text.append(String.format(
                Locale.ROOT,
                "%nThey part in week %d (%s):%n",
                week,
                ours.scenario().day(week)));
        text.append("  ")
                .append(a)
                .append(": ")
                .append(took(ours, parting.baseline()))
                .append('\n');
        text.append("  ")
                .append(b)
                .append(": ")
                .append(took(theirs, parting.other()))
                .append("\n\nWhat followed:\n");
        Chronicle left = new Chronicle(ours);
        Chronicle right = new Chronicle(theirs);
        for (int w : Divergence.differingWeeks(ours, theirs, week, WEEKS_SHOWN_AFTER_PARTING)) {
            text.append(ours.scenario().day(w)).append('\n');
            List<String> mine =
                    left.events(w).stream().map(Chronicle.Line::text).toList();
            List<String> other =
                    right.events(w).stream().map(Chronicle.Line::text).toList();
            tellOnly(text, a, mine, other);
            tellOnly(text, b, other, mine);
        }
        return text.append('\n').append(differences(ours, theirs, a, b)).toString();
    }

    /** Tells the events of one side that the other side does not have. */
    private static void tellOnly(StringBuilder text, String who, List<String> told, List<String> elsewhere) {
        told.stream()
                .filter(line -> !elsewhere.contains(line))
                .forEach(line ->
                        text.append("  ").append(who).append(": ").append(line).append('\n'));
    }

    private static String took(RunTrace trace, Optional<Decision> decision) {
        if (decision.isEmpty()) {
            return "no such decision; the worlds differ";
        }
        return new Chronicle(trace).reason(decision.get());
    }

    private static String differences(RunTrace ours, RunTrace theirs, String a, String b) {
        TextTable table = new TextTable("Outcome", a, b, "difference");
        for (Outcome outcome : Outcome.all()) {
            double left = ours.outcome(outcome);
            double right = theirs.outcome(outcome);
            if (left != right) {
                table.row(outcome.label(), value(outcome, left), value(outcome, right), value(outcome, right - left));
            }
        }
        return table.toString();
    }

    private static String csv(RunTrace trace) {
        Names names = new Names(trace.scenario());
        StringBuilder csv = new StringBuilder(
                "week,date,event,source,target,source_iso3,target_iso3,cameo,description,goldstein,magnitude\n");
        for (Event e : trace.events()) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(e.week()),
                    trace.scenario().day(e.week()).toString(),
                    e.kind().key(),
                    e.source(),
                    e.target(),
                    names.iso3(e.source()),
                    names.iso3(e.target()),
                    e.kind().cameo(),
                    "\"" + e.kind().description() + "\"",
                    Double.toString(e.kind().goldstein()),
                    Double.toString(e.magnitude())));
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    private String json(RunTrace trace) {
        JsonMapper mapper = new JsonMapper();
        Names names = new Names(trace.scenario());
        ObjectNode root = mapper.createObjectNode();
        root.put("scenario", trace.scenario().name());
        root.put("seed", trace.key().seed());
        root.put("run", trace.key().run());
        ArrayNode events = root.putArray("events");
        for (Event e : trace.events()) {
            events.addObject()
                    .put("week", e.week())
                    .put("date", trace.scenario().day(e.week()).toString())
                    .put("event", e.kind().key())
                    .put("source", e.source())
                    .put("target", e.target())
                    .put("source_iso3", names.iso3(e.source()))
                    .put("target_iso3", names.iso3(e.target()))
                    .put("cameo", e.kind().cameo())
                    .put("goldstein", e.kind().goldstein())
                    .put("magnitude", e.magnitude());
        }
        root.set("weeks", mapper.valueToTree(trace.weeks()));
        if (why) {
            root.set("decisions", mapper.valueToTree(trace.decisions()));
            root.set("votes", mapper.valueToTree(trace.votes()));
        }
        ObjectNode outcomes = root.putObject("outcomes");
        Outcome.all().forEach(o -> outcomes.put(o.key(), trace.outcome(o)));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a trace can be written as JSON", e);
        }
    }
}
