package org.tumen.study.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tumen.analysis.BatchData;
import org.tumen.analysis.comparison.Measure;
import org.tumen.chart.compare.ComparisonPictures;
import org.tumen.document.Json;
import org.tumen.outcome.Direction;
import org.tumen.outcome.Outcome;
import org.tumen.report.ComparisonFiles;
import org.tumen.report.ResultFiles;
import org.tumen.store.DerivedFiles;
import org.tumen.store.ResultReader;
import org.tumen.summary.CommonRuns;
import org.tumen.summary.JobPool;
import org.tumen.summary.PriorComparison;
import org.tumen.summary.ResultArm;
import org.tumen.summary.StageListener;

/** What a stored comparison comes to under the prior, made again from its draws without simulating. */
public final class StoredComparison {
    private StoredComparison() {}

    /**
     * Writes prior.json and, if wanted, its pictures; nothing for a result that is no comparison or in which nothing is
     * uncertain.
     *
     * @param arms the descriptions of the arms, for the captions
     */
    public static void writePrior(ResultReader reader, List<BatchData> arms, boolean pictures, StageListener steps) {
        Path file = reader.folder().resolve(ComparisonFiles.JSON);
        if (!Files.exists(file)) {
            return;
        }
        List<PriorComparison> priors = priors(reader, tree(file), steps);
        if (priors.isEmpty()) {
            return;
        }
        DerivedFiles sink = new DerivedFiles(reader.folder());
        PriorOutput.write(priors, sink);
        if (pictures) {
            List<Runnable> drawings = PriorOutput.drawings(priors, ComparisonPictures.note(arms), sink);
            steps.begin("drawing", drawings.size());
            JobPool.run(drawings, ResultFiles.MOST_THREADS, steps);
        }
    }

    private static JsonNode tree(Path file) {
        try {
            return Json.MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<PriorComparison> priors(ResultReader reader, JsonNode comparison, StageListener steps) {
        String baseline = comparison.path("baseline").asText();
        List<String> names = new ArrayList<>(List.of(baseline));
        comparison.path("arms").forEach(arm -> {
            if (!arm.asText().equals(baseline)) {
                names.add(arm.asText());
            }
        });
        List<Measure> measures = new ArrayList<>();
        comparison.path("measures").forEach(measure -> measure(measure).ifPresent(measures::add));
        boolean several = comparison.path("worlds").size() > 1;
        List<PriorComparison> priors = new ArrayList<>();
        for (JsonNode world : comparison.path("worlds")) {
            String name = world.path("world").asText();
            CommonRuns common = CommonRuns.of(names.stream()
                    .map(arm -> new ResultArm(reader, several ? name + "." + arm : arm, arm))
                    .toList());
            PriorComparison.of(name, common, measures, steps).ifPresent(priors::add);
        }
        return priors;
    }

    /** An outcome as it was compared; empty for one that this version does not know. */
    private static Optional<Measure> measure(JsonNode measure) {
        return Outcome.byKey(measure.path("outcome").asText())
                .map(outcome -> new Measure(
                        outcome,
                        Direction.valueOf(measure.path("direction").asText().toUpperCase(Locale.ROOT)),
                        measure.path("smallest_difference").asDouble(),
                        measure.path("scale").isNumber() ? measure.path("scale").asDouble() : null));
    }
}
