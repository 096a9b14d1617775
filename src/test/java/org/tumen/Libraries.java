package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The libraries that the packaged program comes with. */
final class Libraries {
    /** The jar that {@code mvn package} makes. */
    static final Path PROGRAM = Path.of("target", "tumen.jar");

    private static final Pattern JAR = Pattern.compile("lib/(.+?)-(\\d[\\w.]*)\\.jar");
    private static final int FEWEST = 30;

    private Libraries() {}

    /**
     * A library.
     *
     * @param jar its jar
     */
    record Library(String artifact, String version, Path jar) {}

    /** Those on the class path of the jar, which are thirty or more. */
    static List<Library> ofProgram() throws IOException {
        List<Library> found = new ArrayList<>();
        try (JarFile program = new JarFile(PROGRAM.toFile())) {
            String path = program.getManifest().getMainAttributes().getValue("Class-Path");
            for (String entry : path.split(" ")) {
                Matcher jar = JAR.matcher(entry);
                assertThat(jar.matches()).as(entry).isTrue();
                found.add(new Library(jar.group(1), jar.group(2), PROGRAM.resolveSibling(entry)));
            }
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(FEWEST);
        return found;
    }

    /** Whether a line of a table, {@code jetty-*} say, is about an artifact. */
    static boolean concerns(String line, String artifact) {
        return line.endsWith("*") ? artifact.startsWith(line.substring(0, line.length() - 1)) : artifact.equals(line);
    }
}
