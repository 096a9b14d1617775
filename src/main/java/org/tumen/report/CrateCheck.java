package org.tumen.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Json;
import org.tumen.store.DerivedFiles;
import org.tumen.store.Manifest;
import org.tumen.store.ResultIdentity;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Discrepancy;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.StoredArm;
import org.tumen.words.Texts;

/** What the {@code ro-crate-metadata.json} of a result says, held against the folder, and the experiment that it describes. */
public final class CrateCheck {
    private final Path folder;
    private final JsonNode tree;
    private final List<Discrepancy> problems = new ArrayList<>();

    private CrateCheck(Path folder, JsonNode tree) {
        this.folder = folder;
        this.tree = tree;
    }

    /**
     * What a description says.
     *
     * @param experiment the experiment that it describes, to be executed again; nothing where it has no stored runs, or
     *     says too little
     */
    public record Report(Optional<ResultIdentity> experiment, List<Discrepancy> problems) {}

    /**
     * Checks the description of a result.
     *
     * @param stored its experiment as the manifest has it; null where it has none
     * @return nothing where there is no description, as in results of earlier versions, or it is damaged, which the
     *     verification of files tells
     */
    public static Optional<Report> of(Path folder, @Nullable ResultIdentity stored) {
        JsonNode tree;
        try {
            Optional<byte[]> bytes = new DerivedFiles(folder).read(ResultCrate.FILE);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            tree = ResultCrate.tree(bytes.get());
        } catch (DamagedFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Report(
                    Optional.empty(), List.of(new Discrepancy(ResultCrate.FILE.toString(), "it is not JSON"))));
        }
        CrateCheck check = new CrateCheck(folder, tree);
        check.structure();
        check.parts();
        Optional<ResultIdentity> experiment = stored == null ? Optional.empty() : check.experiment(stored);
        return Optional.of(new Report(experiment, List.copyOf(check.problems)));
    }

    private void problem(String what) {
        problems.add(new Discrepancy(ResultCrate.FILE.toString(), what));
    }

    private JsonNode entity(String id) {
        return ResultCrate.entity(tree, id);
    }

    private void structure() {
        JsonNode descriptor = entity(ResultCrate.FILE.toString());
        JsonNode action = entity(ResultCrate.ACTION);
        if (!descriptor.path("about").path("@id").asText().equals(ResultCrate.ROOT)
                || entity(ResultCrate.ROOT).isMissingNode()) {
            problem("it does not describe the folder");
        }
        if (entity(action.path("instrument").path("@id").asText()).isMissingNode()) {
            problem("it does not say what made the result");
        }
    }

    private void parts() {
        Map<String, String> sums = new DerivedFiles(folder).listed();
        Set<String> described = new HashSet<>();
        for (JsonNode part : entity(ResultCrate.ROOT).path("hasPart")) {
            String id = part.path("@id").asText();
            String name = decoded(id);
            described.add(name);
            JsonNode sum = entity(id).path("sha256");
            if (!Inside.named(name)) {
                problem("it describes '" + Texts.visible(id) + "', which names nothing in the folder");
            } else if (!Inside.has(folder, name)) {
                problem("it describes " + name + ", which is missing");
            } else if (!sum.isMissingNode() && !sum.asText().equals(sums.get(name))) {
                problem("the checksum of " + name + " is another one than that of the file");
            }
        }
        sums.keySet().stream()
                .filter(name -> !described.contains(name) && !name.equals(ResultCrate.FILE.toString()))
                .forEach(name -> problem("it does not describe " + name));
    }

    /** The path that an identifier stands for; nothing where it is none. */
    private static String decoded(String id) {
        try {
            return URLDecoder.decode(id, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The experiment, from the entities that the action names as its objects. */
    private Optional<ResultIdentity> experiment(ResultIdentity stored) {
        Map<String, String> scenarios = new LinkedHashMap<>();
        boolean all = false;
        for (JsonNode object : entity(ResultCrate.ACTION).path("object")) {
            String name = decoded(object.path("@id").asText());
            if (name.startsWith(ResultCrate.SCENARIOS) && name.endsWith(".json")) {
                scenario(name)
                        .ifPresent(s -> scenarios.put(
                                name.substring(ResultCrate.SCENARIOS.length(), name.length() - ".json".length()), s));
            }
            all |= name.equals(Manifest.FILE);
        }
        List<StoredArm> arms = new ArrayList<>();
        for (StoredArm arm : stored.arms()) {
            String scenario = all ? arm.scenario() : scenarios.get(arm.name());
            if (scenario == null) {
                problem("it names no scenario of arm " + arm.name());
                return Optional.empty();
            }
            if (!Json.text(Json.parse(scenario)).equals(Json.text(Json.parse(arm.scenario())))) {
                problem("its scenario of arm " + arm.name() + " is another one than the manifest's");
            }
            arms.add(new StoredArm(arm.name(), scenario));
        }
        String seed = entity(ResultCrate.SEED).path("value").asText();
        String model = entity(ResultCrate.MODEL).path("value").asText();
        if (!seed.equals(String.valueOf(stored.seed())) || !model.equals(stored.modelVersion())) {
            problem("its seed or version of the model is another one than the manifest's");
            return Optional.empty();
        }
        return Optional.of(
                new ResultIdentity(stored.name(), stored.hash(), model, Long.parseLong(seed), stored.weeks(), arms));
    }

    private Optional<String> scenario(String name) {
        try {
            return new DerivedFiles(folder)
                    .read(Path.of(name))
                    .map(bytes -> ResultCrate.tree(bytes).toString());
        } catch (StoreException | IllegalArgumentException e) {
            problem(Texts.visible(name) + " cannot be read");
            return Optional.empty();
        }
    }
}
