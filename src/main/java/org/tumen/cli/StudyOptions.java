package org.tumen.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command that runs a study takes. */
final class StudyOptions {
    @Parameters(index = "0", paramLabel = "STUDY", description = "The study file.")
    private Path file;

    @Mixin
    private ExecutionOptions execution;

    @Mixin
    private ScenarioOptions scenario;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/NAME-KIND-HASH).")
    @Nullable
    private Path out;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Runs the study as one of a kind; yields the exit status. */
    int run(StudyKind<?, ?> kind) throws InterruptedException {
        kind.run(new StudyRequest(file, scenario.options(), out), execution.session(spec));
        return Main.DONE;
    }
}
