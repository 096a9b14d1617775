package org.tumen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory that is soon full; root can mount it, where mounting is allowed. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one of a size such as {@code 3m}; where that is not allowed, the test is skipped. */
    public static SmallDisk mount(Path folder, String size) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        Needed.require(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0,
                "disk",
                "a small file system can only be mounted by root, where mounting is allowed");
        return new SmallDisk(folder);
    }

    /** Where it is mounted. */
    public Path folder() {
        return folder;
    }

    /** Makes it larger; what is on it stays. */
    public void enlarge(String size) throws InterruptedException {
        if (run("mount", "-o", "remount,size=" + size, folder.toString()) != 0) {
            throw new AssertionError("the disk could not be enlarged");
        }
    }

    private static int run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // A system without that command.
            return -1;
        }
    }

    @Override
    public void close() throws InterruptedException {
        run("umount", "-l", folder.toString());
    }
}
