package org.tumen.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.Checksums;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.SealedJson;

/**
 * Makes of a result folder one that nobody's disk makes: files of any bytes that have the right checksums and receipts, files
 * and folders exchanged or doubled, pipes, names that no person gives.
 */
final class TreeForgery {
    private static final JsonMapper JSON = new JsonMapper();

    /** What a text may hold in place of one of its values. */
    private static final List<String> VALUES = List.of(
            "NaN",
            "-Infinity",
            "1e999",
            "-0",
            "9".repeat(400),
            "0x10",
            "'",
            "\"\\ud800\"",
            "\"\u202e\"",
            "{\"a\":1,\"a\":2}",
            "[".repeat(5000),
            "{\"a\":".repeat(5000),
            "*unknown",
            "&a [*a]",
            "!!java.net.URL [\"http://localhost\"]",
            "2023-02-30",
            "null",
            "\"" + "long ".repeat(20_000) + "\"");

    private final Path folder;
    private final Path outside;
    private final Random random;

    /** Damage to a folder; outside of it is where links of the other damage lead, in which nothing may change. */
    TreeForgery(Path folder, Path outside, Random random) {
        this.folder = folder;
        this.outside = outside;
        this.random = random;
    }

    /** Does one thing to it; returns what. */
    String once(List<Path> files) throws IOException {
        Path file = SmallResults.pick(files, random);
        Path other = SmallResults.pick(files, random);
        String name = name(file);
        switch (random.nextInt(9)) {
            case 0 -> {
                byte[] kept = Files.readAllBytes(file);
                Files.write(file, Files.readAllBytes(other));
                Files.write(other, kept);
                return "exchanged " + name + " and " + name(other);
            }
            case 1 -> {
                return folders();
            }
            case 2 -> {
                Files.delete(file);
                return pipe(file) ? "a pipe for " + name : "deleted " + name;
            }
            case 3 -> {
                Files.delete(file);
                Files.createLink(file, outside.resolve("file"));
                return "a hard link for " + name;
            }
            case 4 -> {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
                return "nobody may read " + name;
            }
            case 5 -> {
                return added(file);
            }
            case 6 -> {
                Files.write(file, doubled(Files.readAllBytes(file)));
                listed(file);
                return "doubled " + name + ", which is listed";
            }
            case 7 -> {
                return part(files, other);
            }
            default -> {
                return text(files);
            }
        }
    }

    private String name(Path file) {
        return folder.relativize(file).toString();
    }

    /** Exchanges two folders of the result, or puts one into another. */
    private String folders() throws IOException {
        List<Path> below;
        try (Stream<Path> listed = Files.list(folder)) {
            below = listed.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        if (below.size() < 2) {
            return "no two folders";
        }
        int first = random.nextInt(below.size());
        Path one = below.get(first);
        Path two = below.get((first + 1 + random.nextInt(below.size() - 1)) % below.size());
        Path aside = folder.resolve("aside");
        Files.move(one, aside);
        if (random.nextBoolean()) {
            Files.move(aside, two.resolve(one.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            return "put " + name(one) + " into " + name(two);
        }
        Files.move(two, one);
        Files.move(aside, two);
        return "exchanged the folders " + name(one) + " and " + name(two);
    }

    private static boolean pipe(Path file) throws IOException {
        try {
            return new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One file more beside another, by a name that means something or is written badly. */
    private String added(Path file) throws IOException {
        String own = String.valueOf(file.getFileName());
        String name = List.of(
                        own + AtomicFiles.UNFINISHED,
                        "part-baseline-000000000000-000000000010.parquet",
                        "part-baseline-000000000000-000000000010.json",
                        "part-99999999999999999999-000000000000-000000000030.json",
                        "a\nb \u001b[31m.json",
                        "x".repeat(200) + ".json",
                        "failed-runs.json",
                        "study.yaml",
                        "samples.json",
                        "points.csv")
                .get(random.nextInt(10));
        Path added = file.resolveSibling(name);
        if (Files.exists(added, LinkOption.NOFOLLOW_LINKS)) {
            return name(added) + " is there";
        }
        Files.copy(file, added);
        return "added " + name(added).replaceAll("\\p{Cntrl}", "?") + ", a copy of " + own;
    }

    private static byte[] doubled(byte[] bytes) {
        byte[] twice = Arrays.copyOf(bytes, bytes.length * 2);
        System.arraycopy(bytes, 0, twice, bytes.length, bytes.length);
        return twice;
    }

    /** A table of a part of other bytes, with the receipts that belong to it. */
    private String part(List<Path> files, Path other) throws IOException {
        List<Path> parts =
                files.stream().filter(f -> f.toString().endsWith(".parquet")).toList();
        if (parts.isEmpty()) {
            return "no part is left";
        }
        Path part = parts.get(random.nextInt(parts.size()));
        byte[] before = Files.readAllBytes(part);
        byte[] after = before.clone();
        switch (random.nextInt(4)) {
            case 0 -> after = Arrays.copyOf(before, random.nextInt(before.length + 1));
            case 1 -> after = Files.readAllBytes(other);
            case 2 -> after = doubled(before);
            default -> {
                for (int i = 0; i <= random.nextInt(4) && after.length > 0; i++) {
                    after[random.nextInt(after.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        Files.write(part, after);
        String was = crc(before);
        for (Path receipt : files) {
            if (receipt.toString().endsWith(".json")
                    && Files.isRegularFile(receipt, LinkOption.NOFOLLOW_LINKS)
                    && Files.readString(receipt, StandardCharsets.ISO_8859_1).contains(was)) {
                JsonNode tree = JSON.readTree(Files.readString(receipt, StandardCharsets.ISO_8859_1)
                        .replace(was, crc(after))
                        .replaceAll("\"bytes\" : " + before.length + "\\b", "\"bytes\" : " + after.length));
                if (tree instanceof ObjectNode root && root.remove("crc32c") != null) {
                    SealedJson.write(receipt, root);
                }
            }
        }
        return "forged " + name(part) + " with its receipts";
    }

    private static String crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return HexFormat.of().toHexDigits(crc.getValue(), 8);
    }

    /** A JSON, YAML or CSV file that is text of another kind, sealed and listed. */
    private String text(List<Path> files) throws IOException {
        List<Path> texts = files.stream()
                .filter(f -> f.toString().matches(".*\\.(json|yaml|csv)"))
                .toList();
        if (texts.isEmpty()) {
            return "no text is left";
        }
        Path file = SmallResults.pick(texts, random);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int seal = text.lastIndexOf(",\n  \"crc32c\"");
        String body = seal < 0 ? text : text.substring(0, seal);
        if (body.isEmpty()) {
            return "nothing is in " + name(file);
        }
        int at = random.nextInt(body.length());
        String value = VALUES.get(random.nextInt(VALUES.size()));
        body = switch (random.nextInt(5)) {
            case 0 -> body.substring(0, at);
            case 1 -> body.substring(0, at) + value + body.substring(at);
            case 2 -> body.substring(0, at) + body.substring(Math.min(body.length(), at + 1 + random.nextInt(80)));
            case 3 -> value;
            // In place of the value behind a colon or comma.
            default ->
                body.substring(0, at)
                        + body.substring(at)
                                .replaceFirst("([:,]\\s*)[^,:\\n]+", "$1" + value.replaceAll("[\\\\$]", "\\\\$0"));
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(body.getBytes(StandardCharsets.UTF_8));
        if (seal >= 0) {
            String sum = crc(body.getBytes(StandardCharsets.UTF_8));
            out.writeBytes((",\n  \"crc32c\" : \"" + sum + "\"\n}\n").getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, out.toByteArray());
        listed(file);
        return "wrote other text into " + name(file);
    }

    private void listed(Path file) throws IOException {
        try {
            Checksums sums = Checksums.read(folder);
            if (!sums.of(name(file)).isEmpty()) {
                sums.keepOnly(name(file), Checksums.of(Files.readAllBytes(file)));
                sums.write(folder);
            }
        } catch (DamagedFileException e) {
            // The list was damaged before.
            return;
        }
    }
}
