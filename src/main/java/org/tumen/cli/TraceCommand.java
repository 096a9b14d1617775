package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.text.TraceFiles;
import org.tumen.cli.text.TraceTexts;
import org.tumen.experiment.RunMaker;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsJson;
import org.tumen.findings.FindingsText;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.UncertaintyDraw;
import org.tumen.simulation.RunTrace;
import org.tumen.study.LoadedScenario;
import org.tumen.study.StageProgress;
import org.tumen.study.UsageException;
import org.tumen.trace.Flip;
import org.tumen.trace.FreshContinuations;
import org.tumen.trace.Representative;
import org.tumen.words.Numbers;
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
        description = {
            "Tell one run week by week, in sentences, with reasons on request.",
            "A run of a stored result is made again as it was, whatever options its batch, comparison or exploration had."
        },
        footer = {
            "",
            "Examples:",
            "  tumen trace scenarios/baseline.yaml --run 42 --why",
            "  tumen trace scenarios/baseline.yaml --pick worst:mean_stability",
            "  tumen trace scenarios/baseline.yaml --run 42 --against scenarios/pressure.yaml",
            "  tumen trace scenarios/baseline.yaml --run 42 --flip 3:japan=warn --flip 29:RUS=abstain",
            "  tumen trace scenarios/baseline.yaml --run 42 --flip 29:RUS=abstain --fresh 1000",
            "  tumen trace scenarios/baseline.yaml --run 42 --from 29 --fresh 1000",
            "  tumen trace results/japan-warning-0a1b2c3d --arm patient --run 42"
        })
final class TraceCommand implements Callable<Integer> {
    /** How the chronicle is written. */
    enum Format {
        TEXT,
        CSV,
        JSON
    }

    @Parameters(
            index = "0",
            paramLabel = "FILE_OR_RESULT",
            description = "Scenario file, or a result: its folder or its name in results/.")
    private Path file;

    @Option(names = "--run", paramLabel = "K", description = "Number of the run, from 0 (default: 0, unless --pick).")
    private @Nullable Long run;

    @Option(names = "--seed", paramLabel = "S", description = "Seed (default: the scenario's or the result's).")
    private @Nullable Long seed;

    @Option(names = "--arm", paramLabel = "NAME", description = "The arm of a result that has several.")
    private @Nullable String arm;

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

    @Option(
            names = "--format",
            defaultValue = "TEXT",
            description = "text, csv or json, of one run or of its fresh continuations (default: text).")
    private Format format;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Another scenario: show where the two diverge in the same run, and what follows.")
    private @Nullable Path against;

    @Option(
            names = "--flip",
            paramLabel = "WEEK:WHO=WHAT",
            split = ",",
            description = {
                "Change a decision or a vote and show what follows on the same random numbers; may be given several times.",
                "WHO is an actor and WHAT its action (3:japan=warn), or WHO is a member's code and WHAT its vote in that"
                        + " week on the mandate and on drafts (29:RUS=abstain; yes, no or abstain)."
            })
    private List<String> flips = List.of();

    @Option(
            names = "--fresh",
            paramLabel = "N",
            description = "Continue the run N times with fresh draws after a week, and with the flips on the same fresh"
                    + " draws, and tell the outcomes and how they differ on average (20 to 1,000,000).")
    private @Nullable Integer fresh;

    @Option(
            names = "--from",
            paramLabel = "W",
            description =
                    "The last week whose draws are those of the run, for --fresh (default: that of the first flip).")
    private @Nullable Integer from;

    @Mixin
    private ScenarioOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TracedScenario traced = TracedScenario.of(file, arm, options);
        Scenario scenario = traced.scenario();
        ScenarioOptions.warn(scenario, spec.commandLine().getErr());
        long itsSeed = seed == null ? traced.seed() : seed;
        RunKey key = new RunKey(itsSeed, whichRun(scenario, itsSeed));
        RunTrace trace = traceOf(scenario, key);
        if (fresh != null || from != null) {
            print(continued(trace), out);
            return 0;
        }
        if (against != null || !flips.isEmpty()) {
            if (format != Format.TEXT) {
                throw new UsageException(
                        "where two runs diverge is told as text; --format csv and json give one run, or with"
                                + " --fresh what hangs on the flips");
            }
            RunTrace theirs = other(scenario, key);
            out.print(TraceTexts.parting(trace, theirs, otherName(theirs)));
            return 0;
        }
        switch (format) {
            case TEXT -> out.print(TraceTexts.whole(trace, drawn(scenario, key), why));
            case CSV -> out.print(TraceFiles.csv(trace));
            case JSON -> out.println(TraceFiles.json(trace, why));
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
            text.append(String.format(Locale.ROOT, "  %s = %s%n", draw.paths().get(i), Numbers.fixed(values[i], 4)));
        }
        return text.append('\n').toString();
    }

    private static RunTrace traceOf(Scenario scenario, RunKey key) {
        try {
            return RunTrace.of(scenario, key);
        } catch (RuntimeException | StackOverflowError e) {
            throw new IllegalStateException(
                    "run " + key.run() + " of " + scenario.name() + ", seed " + key.seed() + ", fails: "
                            + RunMaker.cause(e),
                    e);
        }
    }

    private long whichRun(Scenario scenario, long itsSeed) {
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
        Representative.Pick which = which(parts[0]);
        try (StageProgress progress =
                new StageProgress(scenario.name(), spec.commandLine().getErr())) {
            progress.begin("looking for the run", "runs", among);
            return Representative.find(scenario, itsSeed, among, which, outcome, progress::done);
        }
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
        Scenario other = scenario;
        if (otherFile != null) {
            other = LoadedScenario.load(otherFile, options.options()).scenario();
            ScenarioOptions.warn(other, spec.commandLine().getErr());
        }
        if (flips.isEmpty()) {
            return traceOf(other, key);
        }
        Scenario drawn = UncertaintyDraw.drawn(other, key.seed(), key.run());
        List<Flip> read = read(drawn);
        RunTrace theirs = traceOf(flipped(read, drawn), key);
        noteVain(read, theirs);
        return theirs;
    }

    private List<Flip> read(Scenario drawn) {
        try {
            return flips.stream().map(text -> Flip.parse(text, drawn)).toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException("--flip: " + e.getMessage());
        }
    }

    private static Scenario flipped(List<Flip> flips, Scenario drawn) {
        try {
            return Flip.applyAll(flips, drawn);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--flip: " + e.getMessage());
        }
    }

    /** Says of flips that change nothing because the run never came to what they change. */
    private void noteVain(List<Flip> flips, RunTrace theirs) {
        for (Flip flip : flips) {
            if (!flip.arisesIn(theirs)) {
                String none =
                        flip.vote() == null ? " was not asked for that in week " : " was called to no vote in week ";
                spec.commandLine()
                        .getErr()
                        .println("--flip " + flip + " changes nothing here: " + flip.actor() + none + flip.week()
                                + (flip.vote() == null ? "" : "; votes were held in weeks " + weeksOfVotes(theirs)));
            }
        }
    }

    private static String weeksOfVotes(RunTrace trace) {
        return trace.votes().isEmpty()
                ? "none"
                : trace.votes().stream()
                        .map(v -> v.week() + " (" + v.subject() + ")")
                        .collect(Collectors.joining(", "));
    }

    private void print(Findings findings, PrintWriter out) {
        switch (format) {
            case TEXT -> FindingsText.print(findings, true, FindingsText.RESULT, out);
            case CSV ->
                findings.tables()
                        .values()
                        .forEach(table -> out.print(table.csv().text()));
            case JSON -> out.println(FindingsJson.of(findings).toPrettyString());
        }
    }

    /** The run continued with fresh draws, as it was and with flips. */
    private Findings continued(RunTrace trace) {
        Integer count = fresh;
        if (count == null) {
            throw new UsageException("--from says where --fresh goes on, so --fresh must be given too");
        }
        if (against != null) {
            throw new UsageException(
                    "--fresh continues one run with or without flips; --against cannot stand beside it");
        }
        if (count < FreshContinuations.FEWEST || count > FreshContinuations.MOST) {
            throw new UsageException("--fresh must be from " + FreshContinuations.FEWEST + " to "
                    + FreshContinuations.MOST + ", not " + count);
        }
        Scenario drawn = trace.scenario();
        List<Flip> read = read(drawn);
        int week = lastWeekAsItWas(read, drawn);
        Scenario changed = read.isEmpty() ? null : flipped(read, drawn);
        if (changed != null) {
            noteVain(read, traceOf(changed, trace.key()));
        }
        try (StageProgress progress =
                new StageProgress(drawn.name(), spec.commandLine().getErr())) {
            progress.begin("continuing the run", "continuations", count);
            return TraceFindings.of(
                    trace, read, FreshContinuations.of(drawn, changed, trace.key(), week, count, progress::done));
        }
    }

    private int lastWeekAsItWas(List<Flip> flips, Scenario scenario) {
        Integer given = from;
        if (given == null && flips.isEmpty()) {
            throw new UsageException("--fresh needs --from, the week after which the draws are fresh, or a --flip");
        }
        int week = given == null ? flips.stream().mapToInt(Flip::week).min().orElse(0) : given;
        if (week < 0 || week >= scenario.weeks()) {
            throw new UsageException("--from must be from 0 to " + (scenario.weeks() - 1) + ", not " + week);
        }
        return week;
    }

    private String otherName(RunTrace theirs) {
        String with = flips.isEmpty() ? "" : "with " + String.join(", ", flips);
        return against == null ? with : theirs.scenario().name() + (with.isEmpty() ? "" : " " + with);
    }
}
