package org.tumen.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.study.UsageException;
import org.tumen.study.file.Beginning;
import org.tumen.words.Nearest;
import org.tumen.words.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes files to begin with. */
@Command(
        name = "init",
        description = {
            "Write a file to begin with: a scenario, a policy of rules, or a study of any kind, valid as it is.",
            "Every key stands in it with its meaning and range, commented out where it need not be said."
        },
        footer = {
            "",
            "Examples:",
            "  tumen init                           scenario.yaml",
            "  tumen init search                    search.yaml, and scenario.yaml unless there is one",
            "  tumen init compare --scenario scenarios/baseline.yaml --to my-question.yaml",
            "  tumen init rules --actor russia      rules.yaml"
        })
public final class InitCommand extends TerminalCommand {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            defaultValue = Beginning.SCENARIO,
            completionCandidates = Beginnings.class,
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String what = Beginning.SCENARIO;

    @Option(names = "--to", paramLabel = "FILE", description = "The file to write (default: WHAT.yaml).")
    private @Nullable Path to;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description =
                    "The scenario of a study or of rules (default: scenario.yaml beside the file, which is written too"
                            + " unless there is one).")
    private @Nullable Path scenario;

    @Option(names = "--actor", paramLabel = "NAME", description = "Whose policy the rules are (default: a warner's).")
    private @Nullable String actor;

    @Option(names = "--force", description = "Overwrite the file if there is one.")
    private boolean force;

    /** What can be begun. */
    static final class Beginnings extends ArrayList<String> {
        /** For picocli. */
        Beginnings() {
            super(Beginning.known());
        }
    }

    @Override
    public Integer call() {
        if (!Beginning.known().contains(what)) {
            throw new UsageException("tumen init: there is no " + Texts.brief(what) + " to begin with; "
                    + Nearest.suggestion(what, Beginning.known()));
        }
        if (what.equals(Beginning.SCENARIO) && scenario != null) {
            throw new UsageException("tumen init: --scenario serves studies and rules; a scenario stands alone");
        }
        if (!what.equals(Beginning.RULES) && actor != null) {
            throw new UsageException("tumen init: --actor serves rules");
        }
        new Beginning(what, to == null ? Path.of(what + ".yaml") : to, scenario, actor, force).write(out()::println);
        return Main.DONE;
    }
}
