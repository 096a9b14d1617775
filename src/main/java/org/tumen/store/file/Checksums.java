package org.tumen.store.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** The file {@code SHA256SUMS}: for each derived file the checksums that it may have. */
public final class Checksums {
    public static final String FILE = "SHA256SUMS";

    /** A path of names without control characters, as {@link #name} makes them. */
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\\p{Cntrl}\\\\]+)");

    private static final int BUFFER = 1 << 16;

    private final Map<String, List<String>> sums = new TreeMap<>();
    private int malformed;

    private Checksums() {}

    /** Those of a folder; none when it has no such file. */
    public static Checksums read(Path folder) throws IOException {
        Checksums read = new Checksums();
        byte[] bytes;
        try {
            bytes = Inside.bytes(Inside.file(folder, FILE));
        } catch (NoSuchFileException e) {
            return read;
        }
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", 0)) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches() && Inside.named(parts.group(2))) {
                read.add(parts.group(2), parts.group(1));
            } else {
                read.malformed++;
            }
        }
        return read;
    }

    /** Writes those of a folder, without lines that could not be read. */
    public void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        sums.forEach((name, all) ->
                all.forEach(sum -> text.append(sum).append("  ").append(name).append('\n')));
        AtomicFiles.writeUnsynced(
                Inside.file(folder, FILE), out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Drops what is not there any more: a file that was removed, or a name that was damaged. */
    public void dropMissing(Path folder) {
        sums.keySet().removeIf(name -> !Inside.has(folder, name));
    }

    /** Adds a checksum that a file may have. */
    public void add(String name, String sum) {
        List<String> all = sums.computeIfAbsent(name, n -> new ArrayList<>());
        if (!all.contains(sum)) {
            all.add(sum);
        }
    }

    /** Gives a file one checksum. */
    public void keepOnly(String name, String sum) {
        sums.put(name, List.of(sum));
    }

    /** The checksums that a file may have. */
    public List<String> of(String name) {
        return sums.getOrDefault(name, List.of());
    }

    /** The files that are listed. */
    public Set<String> names() {
        return sums.keySet();
    }

    /** Lines that could not be read. */
    public int malformed() {
        return malformed;
    }

    /** How a file is listed: its path in the folder, with slashes. */
    public static String name(Path relative) {
        return relative.normalize().toString().replace('\\', '/');
    }

    public static String of(byte[] bytes) {
        return DigestUtils.sha256Hex(bytes);
    }

    public static String of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Inside.stream(file), BUFFER)) {
            return DigestUtils.sha256Hex(in);
        }
    }
}
