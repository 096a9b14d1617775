package org.tumen.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Resolved;
import org.tumen.document.Json;
import org.tumen.scenario.Scenario;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.ArmTexts;
import org.tumen.store.ResultIdentity;
import org.tumen.store.part.StoredArm;

/**
 * What is simulated: one or more arms over the same numbers of runs and the same seed, so that the arms are paired by run.
 *
 * @param name short name, for the result folder
 * @param arms the arms; a batch has one
 * @param weekly whether the weekly counts of its runs are stored, which tell the weeks of an arm; points of a design have none
 */
public record Experiment(String name, List<ArmSpec> arms, long seed, boolean weekly) {
    private static final int HASH_DIGITS = 12;

    /**
     * An arm: a scenario under a name.
     *
     * @param resolved the scenario as JSON with all defaults filled in
     * @param like which arm before it has the same scenario but for some numbers; null where none is known to
     */
    public record ArmSpec(String name, Scenario scenario, String resolved, StoredArm.@Nullable Likeness like) {
        /** An arm of its own. */
        public ArmSpec(String name, Scenario scenario) {
            this(name, scenario, Json.text(Resolved.document(scenario)), null);
        }
    }

    /** @throws IllegalArgumentException when there is no arm or the arms run over different numbers of weeks */
    public Experiment {
        arms = List.copyOf(arms);
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("an experiment needs an arm");
        }
        int weeks = arms.get(0).scenario().weeks();
        for (ArmSpec arm : arms) {
            if (arm.scenario().weeks() != weeks) {
                throw new IllegalArgumentException(
                        "all arms must run over the same number of weeks; " + arm.name() + " runs over "
                                + arm.scenario().weeks() + ", " + arms.get(0).name() + " over " + weeks);
            }
        }
    }

    /** An experiment whose weekly counts are stored. */
    public Experiment(String name, List<ArmSpec> arms, long seed) {
        this(name, arms, seed, true);
    }

    public static Experiment batch(Scenario scenario, long seed) {
        return new Experiment(scenario.name(), List.of(new ArmSpec(scenario.name(), scenario)), seed);
    }

    /** The length of a run. */
    public int weeks() {
        return arms.get(0).scenario().weeks();
    }

    public ArmSpec arm(String wanted) {
        return arms.stream()
                .filter(a -> a.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no arm is called " + wanted + "; there are "
                        + String.join(", ", arms.stream().map(ArmSpec::name).toList())));
    }

    /** Who these results are: the same experiment has the same identity however many runs are wanted of it. */
    public ResultIdentity identity() {
        List<StoredArm> stored = arms.stream()
                .map(a -> new StoredArm(a.name(), a.resolved(), a.like()))
                .toList();
        return new ResultIdentity(name, hash(stored), DiplomacySim.MODEL_VERSION, seed, weeks(), stored);
    }

    /** SHA-256 over what decides the outcomes: model version, seed, and each arm's scenario without its texts and batch size. */
    private String hash(List<StoredArm> stored) {
        MessageDigest sha = DigestUtils.getSha256Digest();
        sha.update(DiplomacySim.MODEL_VERSION.getBytes(StandardCharsets.UTF_8));
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        ArmTexts texts = new ArmTexts(Experiment::deciding);
        for (StoredArm arm : stored) {
            sha.update((byte) 0);
            sha.update(arm.name().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(texts.of(arm).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha.digest()).substring(0, HASH_DIGITS);
    }

    private static String deciding(JsonNode resolved) {
        if (resolved instanceof ObjectNode tree) {
            tree.remove(List.of("name", "description", "batch"));
            if (tree.get("deal") instanceof ObjectNode deal) {
                deal.remove("cargo");
            }
        }
        return Json.text(resolved);
    }
}
