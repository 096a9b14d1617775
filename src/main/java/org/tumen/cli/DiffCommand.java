package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.tumen.cli.option.ScenarioOptions;
import org.tumen.cli.option.TerminalCommand;
import org.tumen.document.Json;
import org.tumen.study.UsageException;
import org.tumen.study.result.DescribedValues;
import org.tumen.words.TerminalWidth;
import org.tumen.words.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what differs between two scenarios, studies or results. */
@Command(
        name = "diff",
        description = {
            "Show what differs between two scenarios (all of their values, whatever files they extend), two studies (what they"
                    + " state) or two results (model version, seed, runs, digest, and the scenarios of their arms).",
            "Each difference is shown by its path, with both values."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:nothing differs", "1:something differs", "2:bad arguments or input"},
        footer = {
            "",
            "Examples:",
            "  tumen diff scenarios/baseline.yaml scenarios/pressure.yaml",
            "  tumen diff baseline-0123456789ab silence-0123456789ab"
        })
public final class DiffCommand extends TerminalCommand {
    @Parameters(index = "0", paramLabel = "A", description = "A scenario, a study, or a result folder or its name.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "Another of the same sort.")
    private String second;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Override
    public Integer call() {
        PrintWriter out = out();
        DescribedValues a = DescribedValues.of(first, options.options());
        DescribedValues b = DescribedValues.of(second, options.options());
        if (!a.sort().equals(b.sort())) {
            throw new UsageException("tumen diff: " + first + " is a " + a.sort() + ", " + second + " a " + b.sort());
        }
        List<Json.Difference> differences = a.differing(b);
        if (differences.isEmpty()) {
            out.println("Nothing differs.");
            return Main.DONE;
        }
        TextTable table = new TextTable("Path", "What", brief(first), brief(second))
                .words(1)
                .words(2)
                .words(3);
        for (Json.Difference difference : differences) {
            table.row(difference.path(), a.label().apply(difference.path()), difference.left(), difference.right());
        }
        out.print(table.within(TerminalWidth.ofTables()));
        return Main.FAILED;
    }

    /** The name of a file or folder, without where it lies. */
    private static String brief(String argument) {
        return String.valueOf(Path.of(argument).getFileName());
    }
}
