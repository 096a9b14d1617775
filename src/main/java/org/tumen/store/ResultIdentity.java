package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.tumen.document.Json;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.StoredArm;

/**
 * What makes two results the same experiment. How many runs are wanted is not part of it, so that a result can be
 * extended.
 *
 * @param name what the folder is called; as {@link StoredArm#name}
 * @param hash 12 to 64 hexadecimal digits over the resolved scenarios, the seed and the version of the model
 * @param weeks the length of a run, 1 to 65,536
 * @param arms the arms, one or more, with distinct names
 */
public record ResultIdentity(
        String name, String hash, String modelVersion, long seed, int weeks, List<StoredArm> arms) {
    /** What the names of the folders of shards contain. */
    public static final String SHARD_MARK = ".shard-";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{12,64}");
    private static final int SHOWN = 12;
    private static final String NAME = "name";
    private static final String ARMS = "arms";
    private static final String SCENARIO = "scenario";
    private static final String LIKE = "like";
    private static final String VALUES = "values";

    /** More weeks no scenario has; weekly counts are held for each. */
    private static final int MOST_WEEKS = 1 << 16;

    /** @throws IllegalArgumentException when a component is not as described */
    public ResultIdentity {
        StoredArm.requireName("a result's name", name);
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("a hash is 12 to 64 hexadecimal digits, not '" + hash + "'");
        }
        if (weeks < 1 || weeks > MOST_WEEKS || arms.isEmpty()) {
            throw new IllegalArgumentException("a result has 1 to " + MOST_WEEKS + " weeks and one arm or more, not "
                    + weeks + " weeks and " + arms.size() + " arms");
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
     * The name of the folder of one shard of so many, from 1, so that shards running at the same time do not share a
     * folder.
     */
    public String shardFolderName(int shard, int of) {
        return String.format(Locale.ROOT, "%s" + SHARD_MARK + "%04d-of-%04d", folderName(), shard, of);
    }

    /**
     * SHA-256 over all of this in canonical form, the scenario of every arm in full: what receipts carry to tell to which
     * experiment they belong.
     */
    public String fingerprint() {
        MessageDigest sha = DigestUtils.getSha256Digest();
        ArmTexts texts = new ArmTexts(Json::canonical);
        String before = "{\"arms\":[";
        for (StoredArm arm : arms) {
            String name = Json.canonical(TextNode.valueOf(arm.name()));
            String text = before + "{\"name\":" + name + ",\"scenario\":" + texts.of(arm) + "}";
            sha.update(text.getBytes(StandardCharsets.UTF_8));
            before = ",";
        }
        String rest = Json.canonical(head()).substring(1);
        return HexFormat.of().formatHex(sha.digest(("]," + rest).getBytes(StandardCharsets.UTF_8)));
    }

    /** All but the arms; their key comes before these in the order of the alphabet. */
    private ObjectNode head() {
        ObjectNode node = Json.object();
        node.put(NAME, name).put("hash", hash).put("model_version", modelVersion);
        return node.put("seed", seed).put("weeks", weeks);
    }

    /** As a manifest keeps it: an arm that is like another as what differs. */
    ObjectNode toJson() {
        ObjectNode node = head();
        ArrayNode list = node.putArray(ARMS);
        for (StoredArm arm : arms) {
            ObjectNode entry = list.addObject().put(NAME, arm.name());
            StoredArm.Likeness like = arm.like();
            if (like == null) {
                entry.set(SCENARIO, Json.parse(arm.scenario()));
            } else {
                ObjectNode values = entry.put(LIKE, like.arm()).putObject(VALUES);
                like.values().forEach((path, value) -> values.set(path, Json.parse(value)));
            }
        }
        return node;
    }

    /** The same with the scenario of every arm in full, for telling what differs. */
    ObjectNode inFull() {
        ObjectNode node = head();
        ArrayNode list = node.putArray(ARMS);
        arms.forEach(arm -> list.addObject().put(NAME, arm.name()).set(SCENARIO, Json.parse(arm.scenario())));
        return node;
    }

    static ResultIdentity fromJson(JsonNode node) {
        List<StoredArm> arms = new ArrayList<>();
        ArmTexts texts = new ArmTexts(Json::text);
        for (JsonNode arm : node.path(ARMS)) {
            String name = arm.path(NAME).asText();
            if (arm.has(LIKE)) {
                Map<String, String> values = new LinkedHashMap<>();
                arm.path(VALUES).properties().forEach(e -> values.put(e.getKey(), Json.text(e.getValue())));
                StoredArm.Likeness like = new StoredArm.Likeness(arm.path(LIKE).asText(), values);
                arms.add(new StoredArm(name, texts.of(like), like));
            } else {
                StoredArm whole = new StoredArm(name, Json.text(arm.path(SCENARIO)));
                texts.of(whole);
                arms.add(whole);
            }
        }
        return new ResultIdentity(
                node.path(NAME).asText(),
                node.path("hash").asText(),
                node.path("model_version").asText(),
                node.path("seed").asLong(),
                node.path("weeks").asInt(),
                arms);
    }

    /** The parts of each arm, in lists that may be added to. */
    Map<String, List<PartReceipt>> byArm(Collection<PartReceipt> parts) {
        Map<String, List<PartReceipt>> byArm = new LinkedHashMap<>();
        arms.forEach(arm -> byArm.put(arm.name(), new ArrayList<>()));
        parts.forEach(part ->
                byArm.computeIfAbsent(part.arm(), arm -> new ArrayList<>()).add(part));
        return byArm;
    }

    /**
     * The parts of an arm, given those of each.
     *
     * @throws IllegalArgumentException when there is no such arm
     */
    List<PartReceipt> parts(Map<String, List<PartReceipt>> byArm, String arm) {
        List<PartReceipt> parts = byArm.get(arm);
        if (parts == null) {
            throw new IllegalArgumentException("no arm is called '" + arm + "'; there are "
                    + arms.stream().map(StoredArm::name).toList());
        }
        return parts;
    }
}
