package org.tumen.study.result;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Inside;
import org.tumen.store.file.StoreException;
import org.tumen.study.UsageException;

/** Finds the result that an argument means. */
public final class ResultArgument {
    private ResultArgument() {}

    /**
     * The folder of a result: the argument itself when it is a folder, else the folder of that name in the results, else
     * the only one there whose name starts with the argument and a hyphen.
     *
     * @param results where results lie, usually {@code results}
     * @throws StoreException when there is none or more than one
     */
    public static Path find(String argument, Path results) {
        if (argument.isBlank()) {
            throw new StoreException("an empty text names no result; write . for the folder you are in");
        }
        try {
            Path given = Path.of(argument);
            if (Files.isDirectory(given)) {
                return given;
            }
            Path named = results.resolve(argument);
            if (Files.isDirectory(named)) {
                return named;
            }
        } catch (InvalidPathException e) {
            throw new StoreException("'" + argument + "' is no name of a folder: " + e.getReason(), e);
        }
        List<Path> candidates = startingWith(argument, results);
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        throw new StoreException(
                candidates.isEmpty()
                        ? "there is no result '" + argument + "', neither as a folder nor in " + results + "/"
                        : "'" + argument + "' could be any of " + candidates + "; give the whole name");
    }

    /**
     * What is read of something given as a result.
     *
     * @throws UsageException when it is none that can be read, which its giver can mend
     * @throws DamagedFileException when it is one, and damaged
     * @throws StoreException.Refused when something was to be written, and could not be
     */
    public static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DamagedFileException | StoreException.Refused e) {
            throw e;
        } catch (StoreException e) {
            throw new UsageException("tumen: " + e.getMessage());
        }
    }

    private static List<Path> startingWith(String argument, Path results) {
        return Inside.list(results, "*").stream()
                .filter(folder -> folder.getFileName().toString().startsWith(argument + "-"))
                .filter(Files::isDirectory)
                .toList();
    }
}
