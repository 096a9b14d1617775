package org.tumen.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory that is soon full; root can mount it, where mounting is allowed. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one of a size such as {@code 3m}; where that is not allowed, the test is skipped. */
    static SmallDisk mount(Path folder, String size) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0,
                "a small file system can only be mounted by root, where mounting is allowed");
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    void enlarge(String size) throws IOException, InterruptedException {
        if (run("mount", "-o", "remount,size=" + size, folder.toString()) != 0) {
            throw new AssertionError("the disk could not be enlarged");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
    }
}
