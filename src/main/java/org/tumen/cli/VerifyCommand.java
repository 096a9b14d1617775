package org.tumen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tumen.experiment.Resimulation;
import org.tumen.experiment.StoredExperiment;
import org.tumen.report.CrateCheck;
import org.tumen.report.ResultCrate;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.DamagedFileException;
import org.tumen.store.Database;
import org.tumen.store.Discrepancy;
import org.tumen.store.Manifest;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultReader;
import org.tumen.store.StoreException;
import org.tumen.store.part.RunRange;
import org.tumen.store.verify.ResultVerifier;
import org.tumen.study.StageProgress;
import org.tumen.study.UsageException;
import org.tumen.words.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies what a result holds. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check a result of any kind: the checksum of every file, every digest, count and run number, the"
                    + " experiment's fingerprint, and what ro-crate-metadata.json says of all that.",
            "Then simulate a random sample of the runs again, from the scenarios and the seed that it names, and compare every value with the stored one, to the bit.",
            "Exit status 1 when something is wrong."
        })
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ResultOptions result = new ResultOptions();

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "100",
            description = "Runs to simulate again; 0 for none (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Option(
            names = "--sample-seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "Seed of the sample, for another one (default: ${DEFAULT-VALUE}).")
    private long sampleSeed;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (sample < 0) {
            throw new UsageException("--sample must be 0 or more, not " + sample);
        }
        Database.require();
        Path folder = result.folder();
        List<Discrepancy> problems = new ArrayList<>();
        String read = ResultOptions.readable(() -> check(folder, problems, err));
        problems.forEach(err::println);
        PrintWriter out = spec.commandLine().getOut();
        out.println(read + ", " + (problems.isEmpty() ? "nothing wrong" : problems.size() + " problems"));
        out.flush();
        return problems.isEmpty() ? Main.DONE : Main.FAILED;
    }

    /** Reads everything and simulates a sample again; what was done, in words. */
    private String check(Path folder, List<Discrepancy> problems, PrintWriter err) {
        try (StageProgress progress = new StageProgress(folder.toString(), err)) {
            AtomicLong rows = new AtomicLong();
            progress.begin("reading", "runs", stored(folder));
            ResultVerifier.Report report = ResultVerifier.verify(folder, more -> {
                rows.addAndGet(more);
                progress.done(more);
            });
            problems.addAll(report.discrepancies());
            progress.begin("simulating again", "runs", sample);
            String again = simulateAgain(folder, problems, progress);
            String unchecked = report.unchecked() == 0
                    ? ""
                    : " (" + Numbers.count(report.unchecked())
                            + " of the files are pictures, tables and reports of which that version kept no checksum)";
            return folder + ": " + Numbers.count(report.files()) + " files and " + Numbers.count(rows.get())
                    + " runs read" + again + unchecked;
        }
    }

    /** How many runs there are to read; 0 where verification will tell what is wrong. */
    private static long stored(Path folder) {
        try (ResultReader reader = ResultReader.open(folder)) {
            return reader.identity().arms().stream()
                    .flatMap(arm -> reader.stored(arm.name()).stream())
                    .mapToLong(RunRange::size)
                    .sum();
        } catch (StoreException e) {
            return 0;
        }
    }

    private String simulateAgain(Path folder, List<Discrepancy> problems, StageProgress progress) {
        if (!Manifest.exists(folder)) {
            described(folder, null, problems);
            return "";
        }
        try (ResultReader reader = ResultReader.open(folder)) {
            if (sample == 0) {
                described(folder, reader.identity(), problems);
                return "";
            }
            if (!StoredExperiment.sameVersion(reader.identity())) {
                return ", none simulated again (they are of model version "
                        + reader.identity().modelVersion() + ", this is " + DiplomacySim.MODEL_VERSION + ")";
            }
            Optional<ResultIdentity> described = described(folder, reader.identity(), problems);
            Resimulation.Report report =
                    Resimulation.check(reader, described.orElse(reader.identity()), sample, sampleSeed, progress::done);
            problems.addAll(report.problems());
            return ", " + Numbers.count(report.runs()) + " simulated again"
                    + (described.isEmpty() ? "" : " from what " + ResultCrate.FILE + " describes");
        } catch (DamagedFileException e) {
            return ", none simulated again (the result is damaged)";
        }
    }

    /** The experiment that the result's own description names, which is held against the folder. */
    private static Optional<ResultIdentity> described(
            Path folder, @Nullable ResultIdentity stored, List<Discrepancy> problems) {
        Optional<CrateCheck.Report> report = CrateCheck.of(folder, stored);
        report.ifPresent(r -> problems.addAll(r.problems()));
        return report.flatMap(CrateCheck.Report::experiment);
    }
}
