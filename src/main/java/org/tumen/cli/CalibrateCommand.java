package org.tumen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.study.StudyRequest;
import org.tumen.study.calibrate.CalibrateKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Calibrates parameters to the record. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Calibrate parameters to the public record, with their uncertainty.",
            "Approximate Bayesian computation by population Monte Carlo (abc_smc) for parameters of the dynamics, importance sampling (votes) for the weights of the Council's votes."
        },
        footer = {
            "",
            "The study names scenario, parameters with priors, targets of the record with tolerance and source, and in its",
            "section calibrate the method and its settings. Each generation is stored as it is finished; the same command",
            "goes on after the last. The result holds posterior.csv, findings.json, tables, pictures, report.html and a",
            "scenario file that batch and compare take: each run draws one point of the posterior.",
            "",
            "Examples:",
            "  tumen calibrate scenarios/studies/calibrate-dynamics.yaml",
            "  tumen calibrate scenarios/studies/calibrate-votes.yaml --out results/votes"
        })
final class CalibrateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "STUDY", description = "The study file.")
    private Path file;

    @Mixin
    private ScenarioOptions options;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/NAME-calibrate-HASH).")
    private @Nullable Path out;

    @Option(
            names = "--failure-limit",
            paramLabel = "N",
            defaultValue = "" + ExecutionSettings.FAILURE_LIMIT,
            description = "Stop when more runs than this fail (default: ${DEFAULT-VALUE}).")
    private long failureLimit;

    @Mixin
    private SessionOptions execution;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        new CalibrateKind()
                .run(new StudyRequest(file, options.options(), out), execution.session(spec, null, failureLimit));
        return Main.DONE;
    }
}
