package org.tumen.report;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.tumen.store.DerivedFiles;

/**
 * A picture of a result folder within a page: as a data address, so that its own names cannot meet those of another and
 * nothing in it can run.
 */
final class StillPicture {
    private StillPicture() {}

    /**
     * The address of plots/NAME.svg; empty where there is no such file in the folder.
     *
     * @param folder the result folder
     * @param name the picture's name without its ending
     */
    static Optional<String> address(Path folder, String name) {
        Path plots = folder.normalize().resolve("plots");
        Path file = plots.resolve(name + ".svg").normalize();
        if (!file.startsWith(plots)) {
            return Optional.empty();
        }
        return new DerivedFiles(folder)
                .read(folder.normalize().relativize(file))
                .map(bytes -> "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(bytes));
    }
}
