package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.StudyRecord;
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
            "Approximate Bayesian computation by population Monte Carlo (abc_smc) for parameters of the dynamics, maximum penalised likelihood (likelihood) for the Council's votes."
        },
        footer = {
            "",
            "The study names scenario, parameters with priors, targets of the record with tolerance and source, and in its",
            "section calibrate the method and its settings. Each generation is stored as it is finished; the same command",
            "goes on after the last. The result holds posterior.csv, posterior.json, pictures, report.html and a scenario",
            "file that batch and compare take: each run draws one point of the posterior.",
            "",
            "Examples:",
            "  tumen calibrate scenarios/studies/calibrate-dynamics.yaml",
            "  tumen calibrate scenarios/studies/calibrate-votes.yaml --out results/votes"
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final int DIGITS = 12;

    @Parameters(index = "0", paramLabel = "STUDY", description = "The study file.")
    private Path file;

    @Mixin
    private ScenarioOptions options;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all draws (default: the study's).")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Result folder (default: results/NAME-calibrate-HASH).")
    private @Nullable Path out;

    @Option(names = "--force", description = "Begin anew, whatever is stored.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CalibrationStudy study = CalibrationStudy.read(file, options, seed);
        String hash = hash(study);
        Path folder = out == null ? ResultFolders.root().resolve(study.name() + "-calibrate-" + hash) : out;
        PrintWriter err = spec.commandLine().getErr();
        AtomicBoolean cancelled = new AtomicBoolean();
        try (Interruption stop = new Interruption(cancelled);
                CalibrationFolder result = CalibrationFolder.open(folder, new StudyRecord(hash, study.record()), force)) {
            CalibrationOutput output = study.likelihood()
                    ? new VoteCalibration(study).fit(err)
                    : new AbcCalibration(study, result, err, cancelled).run();
            result.notices().forEach(err::println);
            output.write(result, spec.commandLine().getOut());
        } catch (CancellationException e) {
            throw new InterruptedException("interrupted");
        }
        return 0;
    }

    private static String hash(CalibrationStudy study) {
        try {
            byte[] text = (DiplomacySim.MODEL_VERSION + study.deciding()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
