package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tumen.document.Json;

/**
 * What makes two results the same experiment. How many runs are wanted is not part of it, so that a result can be
 * extended.
 *
 * @param name what the folder is called; as {@link StoredArm#name}
 * @param hash 12 to 64 hexadecimal digits over the resolved scenarios, the seed and the version of the model
 * @param modelVersion the version of the model
 * @param seed the seed of the experiment
 * @param weeks the length of a run, 1 or more
 * @param arms the arms, one or more, with distinct names
 */
public record ResultIdentity(
        String name, String hash, String modelVersion, long seed, int weeks, List<StoredArm> arms) {
    /** What the names of the folders of shards contain. */
    public static final String SHARD_MARK = ".shard-";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{12,64}");
    private static final int SHOWN = 12;

    /** @throws IllegalArgumentException when a component is not as described */
    public ResultIdentity {
        StoredArm.requireName("a result's name", name);
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("a hash is 12 to 64 hexadecimal digits, not '" + hash + "'");
        }
        if (weeks < 1 || arms.isEmpty()) {
            throw new IllegalArgumentException("a result has one week and one arm or more");
        }
        arms = List.copyOf(arms);
        Set<String> names = new HashSet<>();
        for (StoredArm arm : arms) {
            // File systems may ignore case, and the name of an arm is part of its files' names.
            if (!names.add(arm.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two arms are called '" + arm.name() + "'");
            }
        }
    }

    /** The name of the folder: name, hyphen, the first 12 digits of the hash. */
    public String folderName() {
        return name + "-" + hash.substring(0, SHOWN);
    }

    /**
     * The name of the folder of one shard, so that shards running at the same time do not share a folder.
     *
     * @param shard from 1
     * @param of the number of shards
     */
    public String shardFolderName(int shard, int of) {
        return String.format(Locale.ROOT, "%s" + SHARD_MARK + "%04d-of-%04d", folderName(), shard, of);
    }

    /** SHA-256 over all of this in canonical form: what receipts carry to tell to which experiment they belong. */
    public String fingerprint() {
        try {
            byte[] text = Json.canonical(toJson()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("name", name).put("hash", hash).put("model_version", modelVersion);
        node.put("seed", seed).put("weeks", weeks);
        ArrayNode list = node.putArray("arms");
        for (StoredArm arm : arms) {
            list.addObject().put("name", arm.name()).set("scenario", Json.parse(arm.scenario()));
        }
        return node;
    }

    static ResultIdentity fromJson(JsonNode node) {
        List<StoredArm> arms = new ArrayList<>();
        for (JsonNode arm : node.path("arms")) {
            arms.add(new StoredArm(arm.path("name").asText(), Json.canonical(arm.path("scenario"))));
        }
        return new ResultIdentity(
                node.path("name").asText(),
                node.path("hash").asText(),
                node.path("model_version").asText(),
                node.path("seed").asLong(),
                node.path("weeks").asInt(),
                arms);
    }

    /** The arm of a name. */
    StoredArm arm(String wanted) {
        return arms.stream()
                .filter(a -> a.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arm is called '" + wanted + "'; there are "
                        + arms.stream().map(StoredArm::name).toList()));
    }
}
