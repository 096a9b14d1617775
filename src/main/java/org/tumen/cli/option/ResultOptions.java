package org.tumen.cli.option;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.study.ResultFolders;
import org.tumen.study.UsageException;
import org.tumen.study.result.ResultArgument;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command takes that reads one result. */
public final class ResultOptions {
    @Parameters(
            index = "0",
            paramLabel = "RESULT",
            description = "A result folder, the name of one among the results, or how the only such name begins.")
    private String result;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where results lie (default: results, or what TUMEN_RESULTS names).")
    private @Nullable Path results;

    /**
     * The folder of the result.
     *
     * @throws UsageException when there is none or more than one
     */
    public Path folder() {
        return ResultArgument.readable(() -> ResultArgument.find(result, ResultFolders.root(results)));
    }
}
