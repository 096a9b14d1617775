package org.tumen.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tumen.document.Json;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.RunRange;
import org.tumen.store.part.Shard;
import org.tumen.store.part.StoredArm;
import org.tumen.store.part.TableDigest;

/** What a manifest tells of the parts. */
public final class Totals {
    private Totals() {}

    static TableDigest digest(List<PartReceipt> parts) {
        TableDigest digest = new TableDigest();
        parts.forEach(part -> digest.merge(TableDigest.parse(part.digest())));
        return digest;
    }

    public static ObjectNode of(ResultIdentity identity, List<PartReceipt> parts, RunPlan plan) {
        ObjectNode node = total(parts);
        ArrayNode arms = node.putArray("arms");
        Map<String, List<PartReceipt>> byArm = identity.byArm(parts);
        for (int i = 0; i < identity.arms().size(); i++) {
            StoredArm arm = identity.arms().get(i);
            List<PartReceipt> own = identity.parts(byArm, arm.name());
            ObjectNode entry = arms.addObject().put("arm", arm.name());
            entry.setAll(total(own));
            ArrayNode gaps = entry.putArray("gaps");
            gaps(own, plan, i, identity.arms().size()).forEach(gap -> gaps.add(gap.toString()));
        }
        ArrayNode list = node.putArray("parts");
        parts.stream()
                .sorted(Comparator.comparing(PartReceipt::name))
                .forEach(part -> list.addObject()
                        .put("name", part.name())
                        .put("rows", part.rows())
                        .put("digest", part.digest()));
        return node;
    }

    /** Runs of an arm that are missing of what is planned or, where all arms have the same runs, below the last stored one. */
    public static List<RunRange> gaps(List<PartReceipt> parts, RunPlan plan, int arm, int arms) {
        List<RunRange> stored = parts.stream().map(PartReceipt::interval).toList();
        if (!plan.shard().equals(Shard.WHOLE)) {
            return plan.wanted(arm, arms)
                    .map(wanted -> RunRange.gaps(stored, wanted.from(), wanted.to()))
                    .orElse(List.of());
        }
        long end = plan.to(arm);
        if (plan.stride() == 0) {
            end = Math.max(end, parts.stream().mapToLong(PartReceipt::to).max().orElse(0));
        }
        return RunRange.gaps(stored, plan.from(arm), end);
    }

    private static ObjectNode total(List<PartReceipt> parts) {
        return Json.object()
                .put("rows", parts.stream().mapToLong(PartReceipt::rows).sum())
                .put(
                        "failed",
                        parts.stream().mapToLong(p -> p.failures().size()).sum())
                .put("digest", digest(parts).hex());
    }
}
