package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.ScenarioOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsJson;
import org.tumen.findings.FindingsText;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.RunTrace;
import org.tumen.study.LoadedScenario;
import org.tumen.study.StageProgress;
import org.tumen.study.UsageException;
import org.tumen.study.result.ResultArgument;
import org.tumen.study.trace.RunTable;
import org.tumen.study.trace.RunText;
import org.tumen.study.trace.TracedRun;
import org.tumen.study.trace.TracedScenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells one run. */
@Command(
        name = "trace",
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
final class TraceCommand extends TerminalCommand {
    private static final int AMONG = 1000;

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

    @Option(
            names = "--run",
            paramLabel = "K",
            description = "Number of the run, from 0 (default: the first, unless --pick).")
    private @Nullable Long run;

    @Option(names = "--seed", paramLabel = "S", description = "Seed (default: the scenario's or the result's).")
    private @Nullable Long seed;

    @Option(names = "--arm", paramLabel = "NAME", description = "The arm of a result that has several.")
    private @Nullable String arm;

    @Option(
            names = "--pick",
            paramLabel = "WHICH:OUTCOME",
            description =
                    "Find the run: median, worst or best of an outcome, such as worst:mean_stability; without an outcome, of"
                            + " mean stability.")
    private @Nullable String pick;

    @Option(
            names = "--among",
            paramLabel = "N",
            description = "Runs among which --pick looks in a scenario (default: " + AMONG
                    + "; in a result all of its runs).")
    private @Nullable Integer among;

    @Option(names = "--why", description = "Show each decision with its options, utilities and probabilities.")
    private boolean why;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
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

    @Override
    public Integer call() {
        PrintWriter out = out();
        PrintWriter err = err();
        TracedScenario traced = TracedScenario.of(file, arm, options.options());
        Scenario scenario = traced.scenario();
        ScenarioOptions.warn(scenario, err);
        long itsSeed = seed == null ? traced.seed() : seed;
        TracedRun told = new TracedRun(scenario, new RunKey(itsSeed, whichRun(traced, itsSeed)));
        List<String> vain = new ArrayList<>();
        if (why && (fresh != null || from != null || against != null || !flips.isEmpty() || format == Format.CSV)) {
            throw new UsageException("--why tells of the decisions of one run, as text or json; it cannot stand beside"
                    + " --fresh, --against, --flip or --format csv");
        }
        if (fresh != null || from != null) {
            print(continued(traced.name(), told, vain), out);
        } else if (against != null || !flips.isEmpty()) {
            requireText();
            RunTrace theirs = other(told, err).flipped(flips, vain);
            out.print(RunText.parting(told.trace(), traced.name(), theirs, otherName(theirs)));
        } else {
            switch (format) {
                case TEXT -> out.print(RunText.whole(told.trace(), traced.name(), told.drawn(), why));
                case CSV -> out.print(RunTable.csv(told.trace()));
                case JSON -> out.println(RunTable.json(told.trace(), traced.arm(), why));
            }
        }
        vain.forEach(err::println);
        return Main.DONE;
    }

    private long whichRun(TracedScenario traced, long itsSeed) {
        if (run != null && run < 0) {
            throw new UsageException("--run must be 0 or more, not " + run);
        }
        if (pick == null && among != null) {
            throw new UsageException("--among says among how many runs --pick looks, so --pick must be given too");
        }
        // Runs of another seed are no runs of the result.
        TracedScenario.Stored stored = itsSeed == traced.seed() ? traced.stored() : null;
        if (pick == null) {
            long first = stored == null ? 0 : stored.first();
            return run == null ? first : stored == null ? run : stored.require(run);
        }
        if (run != null) {
            throw new UsageException("--run and --pick cannot be given together");
        }
        if (stored != null && among != null) {
            throw new UsageException("--among: in a result --pick looks among all of its runs; leave --among out");
        }
        if (stored != null) {
            String wanted = pick;
            return ResultArgument.readable(() -> stored.pick(wanted));
        }
        try (StageProgress progress = progress(traced.scenario())) {
            return TracedRun.pick(traced.scenario(), itsSeed, pick, among == null ? AMONG : among, progress);
        }
    }

    private StageProgress progress(Scenario scenario) {
        return new StageProgress(scenario.name(), err());
    }

    private void requireText() {
        if (format != Format.TEXT) {
            throw new UsageException(
                    "where two runs diverge is told as text; --format csv and json give one run, or with"
                            + " --fresh what hangs on the flips");
        }
    }

    /** The run against which one is told, before it is flipped. */
    private TracedRun other(TracedRun told, PrintWriter err) {
        if (against == null) {
            return told;
        }
        Scenario other = LoadedScenario.load(against, options.options()).scenario();
        ScenarioOptions.warn(other, err);
        if (other.weeks() != told.trace().scenario().weeks()) {
            throw new UsageException("runs of " + told.trace().scenario().weeks() + " and of " + other.weeks()
                    + " weeks have no outcomes to hold against each other; --set weeks=N gives both one length");
        }
        return new TracedRun(other, told.key());
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

    private Findings continued(String name, TracedRun told, List<String> vain) {
        if (fresh == null) {
            throw new UsageException("--from says where --fresh goes on, so --fresh must be given too");
        }
        if (against != null) {
            throw new UsageException(
                    "--fresh continues one run with or without flips; --against cannot stand beside it");
        }
        try (StageProgress progress = progress(told.scenario())) {
            return told.continued(name, flips, from, fresh, vain, progress);
        }
    }

    private String otherName(RunTrace theirs) {
        String with = flips.isEmpty() ? "" : "with " + String.join(", ", flips);
        return against == null ? with : theirs.scenario().name() + (with.isEmpty() ? "" : " " + with);
    }
}
