package org.tumen.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tumen.store.Manifest;
import org.tumen.words.Failures;

/** Finds the scenario files that arguments name. */
public final class ScenarioFiles {
    private ScenarioFiles() {}

    /**
     * The files: each argument that is a folder stands for the YAML and JSON files directly in it, by name; anything else
     * for itself, whether it exists or not. A folder without such files stands for itself too.
     *
     * @throws UsageException when a folder cannot be listed, or is a result, whose files of findings are no scenarios
     */
    public static List<Path> of(List<Path> arguments) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path argument : arguments) {
            if (Manifest.exists(argument)) {
                throw new UsageException(argument + " is a result folder, and a scenario file is wanted here");
            }
            List<Path> inside = Files.isDirectory(argument) ? inside(argument) : List.of();
            files.addAll(inside.isEmpty() ? List.of(argument) : inside);
        }
        return new ArrayList<>(files);
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(ScenarioFiles::isDocument).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException(folder + " cannot be listed: " + Failures.reason(e));
        }
    }

    private static boolean isDocument(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return !Files.isDirectory(path)
                && !name.startsWith(".")
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }
}
