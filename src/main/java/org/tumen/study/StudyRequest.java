package org.tumen.study;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.scenario.ScenarioReader;

/**
 * A study that somebody asks for.
 *
 * @param options overrides of its scenarios, and whether files may lie outside of the folder
 * @param out the result folder; null for the usual place
 */
public record StudyRequest(
        Path file, ScenarioReader.Options options, @Nullable Path out) {
    /** The result folder: the one asked for, or one of this name in the usual place. */
    public Path folderOr(String name) {
        return ResultFolders.of(out, name);
    }
}
