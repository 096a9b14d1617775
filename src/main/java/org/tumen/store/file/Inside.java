package org.tumen.store.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tumen.words.Failures;

/**
 * The one way into a result folder, which others may have made: what stands in it leads to nothing outside of it. Names that are
 * absolute or go up are refused, folders below it that are symbolic links are not entered, and only regular files are read, no
 * links to them. The result folder itself may be reached through links.
 */
public final class Inside {
    /** What is said of a file that is a symbolic link. */
    public static final String LINK = "it is a symbolic link, and a result has none";

    private Inside() {}

    /** Whether a name, with slashes, is the path of something below a folder. */
    public static boolean named(String name) {
        try {
            Path path = Path.of(name);
            return !name.isEmpty() && !path.isAbsolute() && path.equals(path.normalize()) && !path.startsWith("..");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The place of a file by its path in a result folder, for reading by {@link #bytes} or for {@link AtomicFiles},
     * which replace what is there.
     *
     * @throws StoreException when the path leads out of the folder, or a folder on it is a symbolic link
     */
    public static Path file(Path folder, String name) {
        if (!named(name)) {
            throw new StoreException("'" + name + "' leads out of the result folder " + folder);
        }
        Path at = folder;
        Path relative = Path.of(name);
        for (int i = 0; i < relative.getNameCount() - 1; i++) {
            at = at.resolve(relative.getName(i));
            requireNoLink(at);
        }
        return folder.resolve(relative);
    }

    /** The place of a folder; as {@link #file}, and no link itself. */
    public static Path folder(Path folder, String name) {
        Path found = file(folder, name);
        requireNoLink(found);
        return found;
    }

    /** The same, made where it is missing. */
    public static Path made(Path folder, String name) throws IOException {
        return Files.createDirectories(folder(folder, name));
    }

    private static void requireNoLink(Path folder) {
        if (Files.isSymbolicLink(folder)) {
            throw new StoreException(folder + " is a symbolic link. A result is neither read nor written through links"
                    + " within its folder; put the folder itself there");
        }
    }

    /** Whether there is anything of a name, a link included. */
    public static boolean has(Path folder, String name) {
        return Files.exists(file(folder, name), LinkOption.NOFOLLOW_LINKS);
    }

    /** The files of a folder below the result folder whose names match, in order; none where there is no such folder. */
    public static List<Path> list(Path folder, String name, String glob) {
        return list(folder(folder, name), glob);
    }

    /** The files of the result folder itself whose names match. */
    public static List<Path> list(Path folder, String glob) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
            stream.forEach(files::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new StoreException(folder + " cannot be listed: " + Failures.reason(e), e);
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    /** Removes the files of the result folder itself whose names match. */
    public static void remove(Path folder, String glob) throws IOException {
        for (Path file : list(folder, glob)) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * What lies below a folder, which may be given by a link, other than folders, links included: paths with slashes, in
     * order. What is removed meanwhile is left out.
     *
     * @throws IOException when some folder cannot be listed
     */
    public static Set<String> all(Path folder) throws IOException {
        Path root = folder.toRealPath();
        Set<String> names = new TreeSet<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                names.add(Checksums.name(root.relativize(file)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return names;
    }

    /**
     * Whether a file can be read.
     *
     * @param file what {@link #file} or a list gave
     * @return its size and times
     * @throws DamagedFileException when it is a link, a folder or a device
     * @throws NoSuchFileException when there is none
     */
    public static BasicFileAttributes require(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) {
            throw new DamagedFileException(file, found.isSymbolicLink() ? LINK : "it is no regular file");
        }
        return found;
    }

    /** The bytes of a file; throws as {@link #require} does. */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream in = stream(file)) {
            return in.readAllBytes();
        }
    }

    /** The same as a stream. */
    public static InputStream stream(Path file) throws IOException {
        require(file);
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
}
