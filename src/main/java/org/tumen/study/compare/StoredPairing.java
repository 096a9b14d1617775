package org.tumen.study.compare;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.analysis.comparison.Arm;
import org.tumen.analysis.comparison.ComparisonTable;
import org.tumen.analysis.comparison.Measure;
import org.tumen.analysis.comparison.Settings;
import org.tumen.report.ComparisonFiles;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultIdentity;
import org.tumen.store.ResultReader;
import org.tumen.store.StoredArm;
import org.tumen.study.StageProgress;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.summary.CommonRuns;
import org.tumen.summary.PriorComparison;
import org.tumen.summary.ResultArm;

/**
 * Compares arms of results that are stored already, on the runs that all of them have; nothing is simulated. Run i of equal
 * seeds meets the same random numbers in every result of a version of the model, so such runs are pairs.
 */
public final class StoredPairing {
    private static final String WORLD = "world";

    private final Request request;
    private final CommonRuns common;
    private final List<String> names;
    private final String baseline;
    private final List<Measure> measures = CompareKind.usual();

    /**
     * Results to compare.
     *
     * @param folders result folders, two or more
     * @param out where comparison.json, comparison.csv and prior.json are written; null for nowhere
     * @param baseline the arm, or its folder, against which the others are held; null for the first
     * @param allPairs whether every arm is compared with every other
     * @param details whether all is told, not the answer alone
     */
    public record Request(
            List<Path> folders,
            @Nullable Path out,
            @Nullable String baseline,
            boolean allPairs,
            boolean details) {
        /** Copies the list. */
        public Request {
            folders = List.copyOf(folders);
        }
    }

    private StoredPairing(Request request, CommonRuns common, String baseline) {
        this.request = request;
        this.common = common;
        this.baseline = baseline;
        names = common.arms().stream().map(ResultArm::name).toList();
    }

    /**
     * Compares.
     *
     * @throws UsageException when the results cannot be paired, with the reason
     * @throws org.tumen.store.StoreException when a folder holds no result that can be read
     */
    public static void run(Request request, StudySession session) {
        Path out = request.out();
        if (out != null && Files.exists(out.resolve("manifest.json"))) {
            throw new UsageException("--out names a result, " + out + "; the comparison needs a folder of its own");
        }
        List<ResultReader> readers = new ArrayList<>();
        try {
            request.folders().forEach(folder -> readers.add(ResultReader.open(folder)));
            requirePairs(readers);
            List<ResultArm> arms = arms(readers);
            if (arms.size() < 2) {
                throw new UsageException("a comparison needs two arms or more, not " + arms.size());
            }
            ResultArm baseline = baseline(arms, request.baseline());
            arms.remove(baseline);
            arms.add(0, baseline);
            CommonRuns common = CommonRuns.of(arms);
            if (common.count() < 2) {
                throw new UsageException("the results have " + common.count()
                        + " runs in common; a comparison needs two or more with the same numbers");
            }
            new StoredPairing(request, common, baseline.name()).compare(session);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } finally {
            readers.forEach(ResultReader::close);
        }
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

    private void compare(StudySession session) {
        PrintWriter print = session.out();
        Map<String, PriorComparison> priors = new LinkedHashMap<>();
        List<Arm> arms;
        Map<String, ComparisonTable> tables;
        try (StageProgress progress = new StageProgress("compare", session.err())) {
            PriorComparison.of(WORLD, common, measures, progress).ifPresent(prior -> priors.put(WORLD, prior));
            arms = common.arms().stream().map(arm -> common.arm(arm, measures)).toList();
            tables = Map.of(WORLD, table(arms, progress));
        }
        ResultIdentity identity = common.arms().get(0).reader().identity();
        ComparisonOutput output = new ComparisonOutput(
                String.join("-", names), "", identity.seed(), names, baseline, measures, request.allPairs(), null);
        print.print(headline(identity));
        List<String> answer = ComparisonAnswer.tell("", baseline, measures, tables, priors, print);
        if (request.details()) {
            output.tell(tables, Map.of(), Map.of(), print);
            priors.values().forEach(prior -> print.print(PriorOutput.details(prior)));
        }
        Path out = request.out();
        if (out != null) {
            Map<String, Object> content = output.content(tables, Map.of(), Map.of(), Map.of(WORLD, arms), false);
            content.put("answer", answer);
            write(out, content, tables, List.copyOf(priors.values()));
            print.printf("%nAll statistics in %s%n", out.resolve(ComparisonFiles.JSON));
        } else if (!request.details()) {
            print.printf("%n--details prints everything; --out DIR stores it.%n");
        }
        print.flush();
    }

    private ComparisonTable table(List<Arm> arms, StageProgress progress) {
        Settings settings = Settings.standard()
                .withHorizon(common.arms().get(0).reader().identity().weeks());
        progress.begin("comparing", "differences", measures.size() * (arms.size() - 1L));
        return request.allPairs()
                ? ComparisonTable.allPairs(measures, arms, settings, progress::done)
                : ComparisonTable.of(measures, arms.get(0), arms.subList(1, arms.size()), settings, progress::done);
    }

    private String headline(ResultIdentity identity) {
        boolean all = common.arms().stream().allMatch(arm -> arm.reader().completed(arm.stored()) == common.count());
        String stored = common.arms().stream()
                .map(arm -> String.format(Locale.ROOT, "%,d of %s", arm.reader().completed(arm.stored()), arm.name()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%n%d stored arms, %,d runs each on common random numbers, seed %d; nothing was simulated%n%s",
                names.size(),
                common.count(),
                identity.seed(),
                all ? "" : "Left out are runs that not all have; stored are " + stored + ".\n");
    }

    private static void write(
            Path out, Map<String, Object> content, Map<String, ComparisonTable> tables, List<PriorComparison> priors) {
        DerivedFiles sink = new DerivedFiles(out);
        sink.write(ComparisonFiles.JSON, to -> to.write(ComparisonFiles.json(content)));
        sink.write(ComparisonFiles.CSV, to -> to.write(ComparisonFiles.csv(tables)));
        if (!priors.isEmpty()) {
            PriorOutput.write(priors, sink);
        }
    }
}
