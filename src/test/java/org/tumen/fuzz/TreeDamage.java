package org.tumen.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.tumen.store.file.Checksums;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.SealedJson;

/**
 * Spoils a result folder as time, disks and people with bad intentions do. What such people write has the right checksums: a
 * JSON file that is changed is sealed and listed anew.
 */
final class TreeDamage {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final String SEAL = "crc32c";

    private final Path folder;
    private final Path outside;
    private final Random random;
    private final TreeForgery forgery;

    /**
     * Damage to a folder.
     *
     * @param outside a folder that links lead to, in which nothing may change
     */
    TreeDamage(Path folder, Path outside, Random random) {
        this.folder = folder;
        this.outside = outside;
        this.random = random;
        forgery = new TreeForgery(folder, outside, random);
    }

    /** Does one thing to it; returns what. */
    String once() throws IOException {
        List<Path> files =
                SmallResults.files(folder).stream().filter(Files::isReadable).toList();
        if (files.isEmpty()) {
            return "nothing is left";
        }
        Path file = pickFile(files);
        String name = folder.relativize(file).toString();
        switch (random.nextInt(21)) {
            case 0 -> {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
                return "cut " + name;
            }
            case 1 -> {
                flip(file);
                return "flipped " + name;
            }
            case 2 -> {
                Files.delete(file);
                return "deleted " + name;
            }
            case 3 -> {
                Files.delete(file);
                Files.createDirectory(file);
                return "a folder for " + name;
            }
            case 4 -> {
                Files.move(file, outside.resolve("file"), StandardCopyOption.REPLACE_EXISTING);
                // What was a hard link to that file has not been moved.
                Files.deleteIfExists(file);
                Files.createSymbolicLink(file, target());
                return "a link for " + name;
            }
            case 5 -> {
                Files.write(file, new byte[0]);
                return "emptied " + name;
            }
            case 6 -> {
                return below();
            }
            case 7 -> {
                Path other = pickFile(files);
                Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
                return "another's content, " + folder.relativize(other) + ", for " + name;
            }
            case 8 -> {
                Files.writeString(
                        folder.resolve(Checksums.FILE),
                        "0".repeat(64) + "  "
                                + pick(List.of("../outside/file", "/etc/hostname", "plots", "lock", "a/../../b"))
                                + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                return "listed what lies outside";
            }
            case 9, 10, 11, 12, 13 -> {
                return json(files);
            }
            default -> {
                return forgery.once(files);
            }
        }
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Path pickFile(List<Path> files) {
        return SmallResults.pick(files, random);
    }

    private Path target() {
        return pick(List.of(outside.resolve("file"), Path.of("nowhere"), Path.of("/dev/null"), outside));
    }

    /** Something that happens to a folder within the result, or to the lock. */
    private String below() throws IOException {
        List<Path> below;
        try (Stream<Path> listed = Files.list(folder)) {
            below = listed.filter(f -> Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        Path lock = folder.resolve("lock");
        if (below.isEmpty() || random.nextInt(4) == 0) {
            Files.deleteIfExists(lock);
            Files.createSymbolicLink(lock, target());
            return "a link for the lock";
        }
        Path chosen = pick(below);
        switch (random.nextInt(3)) {
            case 0 -> SmallResults.remove(chosen);
            case 1 -> {
                SmallResults.remove(chosen);
                Files.writeString(chosen, "no folder");
            }
            default -> {
                Path away = outside.resolve(String.valueOf(chosen.getFileName()));
                if (Files.exists(away)) {
                    SmallResults.remove(away);
                }
                Files.move(chosen, away);
                Files.createSymbolicLink(chosen, away);
            }
        }
        return "something else for the folder " + chosen.getFileName();
    }

    private void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; bytes.length > 0 && i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(file, bytes);
    }

    /** A JSON file of another structure, with the checksums that belong to it. */
    private String json(List<Path> files) throws IOException {
        List<Path> json =
                files.stream().filter(f -> f.toString().endsWith(".json")).toList();
        if (json.isEmpty()) {
            return "no JSON is left";
        }
        Path file = pickFile(json);
        JsonNode tree;
        try {
            tree = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            return "no JSON any more in " + folder.relativize(file);
        }
        if (!(tree instanceof ObjectNode root)) {
            return "no object in " + folder.relativize(file);
        }
        boolean sealed = root.remove(SEAL) != null;
        StringBuilder what = new StringBuilder("changed ").append(folder.relativize(file));
        for (int i = 0; i <= random.nextInt(3); i++) {
            what.append(' ').append(change(root));
        }
        if (root.isEmpty()) {
            root.put("nothing", true);
        }
        if (sealed) {
            SealedJson.write(file, root);
        } else {
            Files.write(file, JSON.writeValueAsBytes(root));
        }
        try {
            Checksums listed = Checksums.read(folder);
            String name = folder.relativize(file).toString();
            if (!listed.of(name).isEmpty()) {
                listed.keepOnly(name, Checksums.of(Files.readAllBytes(file)));
                listed.write(folder);
            }
        } catch (DamagedFileException e) {
            what.append(", and the list of checksums was damaged before");
        }
        return what.toString();
    }

    private String change(ObjectNode root) {
        JsonNode at = root;
        String path = "";
        while (true) {
            List<String> names = new ArrayList<>();
            at.fieldNames().forEachRemaining(names::add);
            int places = at.isArray() ? at.size() : names.size();
            if (places == 0) {
                return path + " (left)";
            }
            int place = random.nextInt(places);
            JsonNode child = at.isArray() ? at.get(place) : at.get(names.get(place));
            String below = path + "/" + (at.isArray() ? place : names.get(place));
            if (child.isContainerNode() && !child.isEmpty() && random.nextInt(5) > 0) {
                at = child;
                path = below;
                continue;
            }
            if (at instanceof ArrayNode array) {
                if (random.nextInt(4) == 0) {
                    array.remove(place);
                } else {
                    array.set(place, other(child));
                }
            } else if (at instanceof ObjectNode object) {
                if (random.nextInt(4) == 0) {
                    object.remove(names.get(place));
                } else {
                    object.set(names.get(place), other(child));
                }
            }
            return below;
        }
    }

    private JsonNode other(JsonNode child) {
        if (child.isNumber() && random.nextBoolean()) {
            return switch (random.nextInt(6)) {
                case 0 -> JSON.getNodeFactory().numberNode(-child.asLong() - 1);
                case 1 -> JSON.getNodeFactory().numberNode(Long.MAX_VALUE);
                case 2 -> JSON.getNodeFactory().numberNode(Integer.MAX_VALUE);
                case 3 -> JSON.getNodeFactory().numberNode(new BigInteger("9".repeat(400)));
                case 4 -> JSON.getNodeFactory().numberNode(0.5);
                default -> JSON.getNodeFactory().numberNode(child.asLong() + 1 + random.nextInt(100));
            };
        }
        return switch (random.nextInt(9)) {
            case 0 -> JSON.getNodeFactory().nullNode();
            case 1 -> JSON.getNodeFactory().textNode("");
            case 2 -> JSON.getNodeFactory().textNode("../../outside/file");
            case 3 -> JSON.getNodeFactory().textNode("a text\u0000 with 'quotes' \"and\" \u001b[31m");
            case 4 -> JSON.getNodeFactory().booleanNode(true);
            case 5 -> JSON.createArrayNode().add(child).add(child);
            case 6 -> JSON.createObjectNode().set("deeper", child);
            case 7 -> deep();
            default -> JSON.getNodeFactory().numberNode(1e300);
        };
    }

    private static JsonNode deep() {
        JsonNode node = JSON.createArrayNode();
        for (int i = 0; i < 600; i++) {
            node = JSON.createArrayNode().add(node);
        }
        return node;
    }
}
