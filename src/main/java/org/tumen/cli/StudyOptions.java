package org.tumen.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that explores takes. */
final class StudyOptions {
    @Parameters(index = "0", paramLabel = "STUDY", description = "The study file.")
    Path file;

    @Mixin
    ExecutionOptions execution;

    @Mixin
    ScenarioOptions scenario;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/NAME-KIND-HASH).")
    @Nullable
    Path out;

    /** Reads the study for a command. */
    Exploration read(String section, int runsOtherwise) {
        return ExplorationReader.read(file, section, scenario, execution, runsOtherwise);
    }
}
