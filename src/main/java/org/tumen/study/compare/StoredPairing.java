package org.tumen.study.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.Settings;
import org.tumen.analysis.value.Valuation;
import org.tumen.experiment.StoredExperiment;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsText;
import org.tumen.store.Manifest;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultReader;
import org.tumen.store.part.StoredArm;
import org.tumen.study.FindingsFiles;
import org.tumen.study.NamedParameters;
import org.tumen.study.StageProgress;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.study.result.ResultArgument;
import org.tumen.summary.CommonRuns;
import org.tumen.summary.PriorComparison;
import org.tumen.summary.ResultArm;
import org.tumen.summary.StoredBatch;
import org.tumen.words.Numbers;

/**
 * Compares arms of results that are stored already, on the runs that all of them have; nothing is simulated. Run i of equal
 * seeds meets the same random numbers in every result of a version of the model, so such runs are pairs.
 */
public final class StoredPairing {
    private static final String WORLD = "world";

    private final CommonRuns common;
    private final List<String> names;
    private final boolean allPairs;
    private final List<Measure> measures = CompareKind.usual();

    /** The arms, the baseline first. */
    private StoredPairing(List<ResultArm> arms, boolean allPairs) {
        common = CommonRuns.of(arms);
        names = arms.stream().map(ResultArm::name).toList();
        this.allPairs = allPairs;
    }

    /**
     * Compares.
     *
     * @param folders result folders, two or more
     * @param out the folder for what was found; null for nowhere
     * @param wanted the arm, or its folder, against which the others are held; null for the first
     * @param allPairs whether every arm is compared with every other
     * @throws UsageException when the results cannot be read or paired, with the reason
     * @throws org.tumen.store.file.StoreException when one is damaged, or nothing can be written
     */
    public static void run(
            List<Path> folders, @Nullable Path out, @Nullable String wanted, boolean allPairs, StudySession session) {
        if (out != null && Manifest.exists(out)) {
            throw new UsageException("--out names a result, " + out + "; the comparison needs a folder of its own");
        }
        List<ResultReader> readers = new ArrayList<>();
        try {
            folders.forEach(folder -> readers.add(ResultArgument.readable(() -> ResultReader.open(folder))));
            requirePairs(readers);
            List<ResultArm> arms = arms(readers);
            if (arms.size() < 2) {
                throw new UsageException("a comparison needs two arms or more, not " + arms.size());
            }
            ResultArm baseline = baseline(arms, wanted);
            arms.remove(baseline);
            arms.add(0, baseline);
            StoredPairing pairing = new StoredPairing(arms, allPairs);
            if (pairing.common.count() < 2) {
                throw new UsageException("the results have " + Numbers.counted(pairing.common.count(), "run")
                        + " in common; a comparison needs two or more with the same numbers");
            }
            Findings findings = pairing.findings(session);
            if (out == null) {
                FindingsText.print(findings, session.details(), FindingsText.RESULT, session.out());
                session.out().println("\n--out DIR stores report, tables and pictures.");
            } else {
                FindingsFiles.write(findings, out, null, session);
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } finally {
            readers.forEach(ResultReader::close);
        }
    }

    /**
     * Tells of the arms of one result, the first as the baseline, and writes the findings into its folder.
     *
     * @throws UsageException when they cannot be paired, with the reason
     */
    public static void again(ResultReader reader, StudySession session) {
        UsageException.unlessRefused("", () -> {
            Findings findings = new StoredPairing(arms(List.of(reader)), false).findings(session);
            return FindingsFiles.write(findings, reader.folder(), reader, session);
        });
    }

    /** Pairs need the same draws: the same seed, version of the model and length of a run. */
    private static void requirePairs(List<ResultReader> readers) {
        same(readers, "seed", identity -> Long.toString(identity.seed()));
        same(readers, "version of the model", ResultIdentity::modelVersion);
        same(readers, "number of weeks", identity -> Integer.toString(identity.weeks()));
    }

    private static void same(List<ResultReader> readers, String what, Function<ResultIdentity, String> of) {
        if (readers.stream().map(r -> of.apply(r.identity())).distinct().count() > 1) {
            throw new UsageException("the results differ in their " + what + ", so that their runs are no pairs: "
                    + readers.stream()
                            .map(r -> r.folder() + " has " + of.apply(r.identity()))
                            .collect(Collectors.joining(", ")));
        }
    }

    /** All arms; one whose name stands in another result too is told by its folder. */
    private static List<ResultArm> arms(List<ResultReader> readers) {
        Set<String> once = new TreeSet<>();
        Set<String> again = new TreeSet<>();
        readers.forEach(reader -> reader.identity().arms().forEach(arm -> {
            if (!once.add(arm.name())) {
                again.add(arm.name());
            }
        }));
        List<ResultArm> arms = new ArrayList<>();
        for (ResultReader reader : readers) {
            List<StoredArm> own = reader.identity().arms();
            for (StoredArm arm : own) {
                String folder = String.valueOf(
                        reader.folder().toAbsolutePath().normalize().getFileName());
                String name =
                        !again.contains(arm.name()) ? arm.name() : own.size() == 1 ? folder : folder + "." + arm.name();
                arms.add(new ResultArm(reader, arm.name(), name));
            }
        }
        if (arms.stream().map(ResultArm::name).distinct().count() < arms.size()) {
            throw new UsageException("two of the results are in folders of the same name, or are the same result");
        }
        return arms;
    }

    private static ResultArm baseline(List<ResultArm> arms, @Nullable String wanted) {
        if (wanted == null) {
            return arms.get(0);
        }
        Path folder = Path.of(wanted).toAbsolutePath().normalize();
        return arms.stream()
                .filter(arm -> arm.name().equals(wanted)
                        || arm.reader().folder().toAbsolutePath().normalize().equals(folder))
                .findFirst()
                .orElseThrow(() -> new UsageException("--baseline must be one of "
                        + String.join(", ", arms.stream().map(ResultArm::name).toList()) + ", not " + wanted));
    }

    private Findings findings(StudySession session) {
        ResultIdentity identity = common.arms().get(0).reader().identity();
        Settings settings = Settings.standard().withHorizon(identity.weeks());
        WorldComparison compared;
        try (StageProgress progress = new StageProgress("compare", session)) {
            PriorComparison.begin(progress, 1, measures, Valuation.NONE);
            PriorComparison prior = PriorComparison.of(WORLD, common, measures, Valuation.NONE, settings, progress)
                    .orElse(null);
            List<Arm> arms =
                    common.arms().stream().map(arm -> common.arm(arm, measures)).toList();
            List<BatchData> described = common.arms().stream()
                    .map(arm -> StoredBatch.of(arm.reader(), arm.arm(), progress))
                    .toList();
            progress.begin("comparing", "differences", WorldComparison.differences(arms.size(), measures, allPairs));
            compared = WorldComparison.of(
                    arms, names.get(0), measures, allPairs, settings, prior, described, progress::done);
        }
        String version = "seed " + identity.seed() + ", model version " + identity.modelVersion() + ".";
        String runs = Numbers.counted(common.count(), "run") + " ";
        return new CompareFindings(
                        String.join("-", names),
                        "",
                        names.size() + " stored arms, " + runs + "each of " + Numbers.counted(identity.weeks(), "week")
                                + " on common random numbers, nothing was simulated, " + version,
                        runs + "of each arm on common random numbers"
                                + (allInCommon() ? ", " : "; over time all that an arm has stored; ") + version,
                        measures,
                        Map.of(WORLD, compared),
                        Map.of(),
                        null,
                        NamedParameters.drawn(
                                StoredExperiment.sameVersion(identity)
                                        ? common.arms().stream()
                                                .map(arm -> StoredExperiment.scenario(arm.arm()))
                                                .toList()
                                        : List.of()),
                        null,
                        leftOut())
                .findings()
                .build();
    }

    private boolean allInCommon() {
        return common.arms().stream().allMatch(arm -> arm.reader().completed(arm.stored()) == common.count());
    }

    private List<String> leftOut() {
        if (allInCommon()) {
            return List.of();
        }
        return List.of("Left out are runs that not all have; stored are "
                + common.arms().stream()
                        .map(arm -> Numbers.count(arm.reader().completed(arm.stored())) + " of " + arm.name())
                        .collect(Collectors.joining(", "))
                + ". Weeks are stored counted over all runs of an arm, so the charts over time show all of these.");
    }
}
