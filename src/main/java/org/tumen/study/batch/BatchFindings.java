package org.tumen.study.batch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.Interval;
import org.tumen.analysis.sensitivity.ParameterShare;
import org.tumen.experiment.SampleRuns;
import org.tumen.experiment.StoredExperiment;
import org.tumen.findings.Findings;
import org.tumen.findings.Table;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunFailure;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultReader;
import org.tumen.store.part.StoredArm;
import org.tumen.study.FindingsFiles;
import org.tumen.study.StageProgress;
import org.tumen.study.StudySession;
import org.tumen.study.arm.ArmCharts;
import org.tumen.study.arm.ArmFindings;
import org.tumen.study.arm.RunsSoFar;
import org.tumen.study.arm.SimulatedParameters;
import org.tumen.study.result.FailedRuns;
import org.tumen.summary.StageListener;
import org.tumen.summary.StoredBatch;
import org.tumen.summary.VarianceShares;
import org.tumen.words.Numbers;

/** What a batch found, from what is stored of it. */
public final class BatchFindings {
    /** What the answer speaks of. */
    private static final List<Outcome> ANSWERED =
            List.of(Outcome.ANY_CRISIS, Outcome.MEAN_STABILITY, Outcome.DELIVERED);

    /** The most single runs that are shown beside the bands of all. */
    private static final int SINGLE_RUNS = 5;

    private final ResultReader reader;
    private final StoredArm stored;
    private final BatchData data;
    private final List<RunFailure> failures;
    private final Optional<VarianceShares> shares;
    private final boolean sameVersion;

    private BatchFindings(ResultReader reader, StageListener steps) {
        this.reader = reader;
        stored = reader.identity().arms().get(0);
        sameVersion = StoredExperiment.sameVersion(reader.identity());
        StoredBatch described = StoredBatch.split(reader, stored, steps);
        data = described.data();
        shares = described.shares();
        failures = reader.failures();
    }

    /** What was written of a batch. */
    public record Written(BatchData data, Findings findings, String digest) {}

    /**
     * Describes a stored result of one arm: writes tables, pictures and report into its folder and
     * prints what was found. The caller holds the {@link FolderLock}.
     *
     * @param pictures whether pictures are drawn; those of a result of another model version never are
     * @throws IllegalArgumentException when no completed run is stored
     */
    public static Written write(Path folder, boolean pictures, StudySession session) {
        try (ResultReader reader = ResultReader.open(folder);
                StageProgress steps = new StageProgress(reader.identity().name(), session)) {
            BatchFindings found = new BatchFindings(reader, steps);
            steps.begin("drawing");
            Findings findings =
                    FindingsFiles.write(found.findings(), folder, reader, pictures && found.sameVersion, session);
            return new Written(found.data, findings, reader.digest().hex());
        }
    }

    private Findings findings() {
        ArmFindings arm = new ArmFindings(data);
        Findings.Builder found =
                Findings.of("batch", data.name(), data.description().strip(), facts());
        ANSWERED.stream().map(arm::sentence).flatMap(Optional::stream).forEach(found::answer);
        shares.flatMap(BatchFindings::parameters).ifPresent(found::answer);
        found.section("outcomes", "Outcomes")
                .table(
                        ArmFindings.table(List.of(data), Map.of(data.name(), (long) failures.size())),
                        ArmFindings.main());
        ArmCharts charts = new ArmCharts(data, this::singleRuns);
        RunsSoFar.happens(found, charts);
        shares.ifPresent(split -> variance(found, split));
        FailedRuns.tell(found, failures, false);
        found.details("weekly", "Weekly figures").table(arm.weekly());
        found.details("parameters", "Parameters").table(new SimulatedParameters(stored).table());
        if (sameVersion) {
            found.later(b -> new BatchPictures(charts).all().forEach(b::still));
        }
        return found.build();
    }

    /** The first completed runs, made again for their weeks; none of a result of another model version. */
    private SampleRuns singleRuns() {
        return sameVersion
                ? SampleRuns.of(
                        StoredExperiment.scenario(stored),
                        data.seed(),
                        Arrays.stream(reader.runs(stored.name()))
                                .limit(SINGLE_RUNS)
                                .toArray())
                : SampleRuns.NONE;
    }

    private String facts() {
        return Numbers.counted(data.runs(), "run") + " of " + Numbers.counted(data.weeks(), "week") + " from "
                + Numbers.day(data.start()) + ", seed " + data.seed() + ", model version "
                + data.modelVersion()
                + (failures.isEmpty() ? "." : "; " + Numbers.count(failures.size()) + " failed and count nowhere.")
                + unit();
    }

    /** What a unit of volume stands for; empty of a result of another model version, whose scenario cannot be read. */
    private String unit() {
        return sameVersion
                ? " A unit of volume is "
                        + StoredExperiment.scenario(stored).deal().cargo().told(1) + "."
                : "";
    }

    /** What nobody knows of the parameters beside chance. */
    private static Optional<String> parameters(VarianceShares split) {
        return Optional.ofNullable(split.shares().get(Outcome.MEAN_STABILITY))
                .filter(share -> Double.isFinite(share.share()))
                .map(share -> "Of the variance of mean stability between runs "
                        + Numbers.percent(Math.max(0, share.share())) + " (95 % interval "
                        + Numbers.percent(Math.max(0, share.low())) + " to "
                        + Numbers.percent(Math.max(0, share.high()))
                        + ") comes from parameters that nobody knows, the rest from chance.");
    }

    private void variance(Findings.Builder found, VarianceShares split) {
        List<Outcome> told = new ArmFindings(data)
                .outcomes().stream()
                        .map(of -> of.outcome())
                        .filter(outcome -> split.shares().containsKey(outcome)
                                && Double.isFinite(split.shares().get(outcome).share()))
                        .toList();
        Table table = Table.of("variance", "Standard deviation of a run, and what its variance is made of.", told)
                .text("Outcome", Outcome::label, "outcome", Outcome::key)
                .number("SD of a run", "sd", o -> data.outcome(o).summary().sd(), Numbers::estimate, Table.OF_ROW)
                .interval(
                        "Parameters",
                        "parameters_share",
                        o -> Math.max(0, share(split, o).share()),
                        o -> Interval.orNull(
                                Math.max(0, share(split, o).low()),
                                Math.max(0, share(split, o).high())),
                        Numbers::percent,
                        Table.SHARE)
                .share(
                        "Chance",
                        "chance_share",
                        o -> 1 - Math.max(0, share(split, o).share()))
                .storedCount(
                        "points",
                        "Points of the uncertain parameters",
                        o -> share(split, o).points(),
                        "points")
                .build();
        found.section("uncertainty", "Parameters and chance")
                .say(
                        "The variance between runs has two parts: that nobody knows the parameters, and chance when they are"
                                + " given. " + split.method())
                .table(table, ArmFindings.main());
    }

    private static ParameterShare share(VarianceShares split, Outcome outcome) {
        return Optional.ofNullable(split.shares().get(outcome)).orElseThrow();
    }
}
