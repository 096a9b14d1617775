package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.tumen.document.Json;
import org.tumen.store.file.StoreException;
import org.tumen.store.part.PartReceipt;
import org.tumen.store.part.Receipts;

/** Whether what a folder holds may be extended by an experiment. */
final class Compatibility {
    private static final int SHOWN = 5;
    /** The arm's name may have a point in it, the key after it is always there. */
    private static final Pattern SCENARIO = Pattern.compile("^arms\\.(.+?)\\.scenario\\.");

    private Compatibility() {}

    /** @throws IncompatibleResultException with the reason, when not */
    static void require(Path folder, Manifest manifest, ResultIdentity identity, String fingerprint) {
        ResultIdentity held = manifest.identity();
        if (!held.modelVersion().equals(identity.modelVersion())) {
            throw new IncompatibleResultException(folder + " was computed by model version " + held.modelVersion()
                    + ", this is " + identity.modelVersion()
                    + ". Runs of different versions do not mix: the result can be read, not extended."
                    + " Compute it anew in another folder.");
        }
        // Texts are compared much faster than they are hashed.
        if (!held.equals(identity) && !held.fingerprint().equals(fingerprint)) {
            List<String> differences = differences(held.inFull(), identity.inFull());
            throw new IncompatibleResultException(folder + " holds another experiment and cannot be extended by this"
                    + " one. What differs (there, here): " + shown(differences));
        }
        if (!manifest.fingerprint().equals(fingerprint)) {
            throw new IncompatibleResultException(
                    folder + ": the fingerprint in " + Manifest.FILE + " is not that of its experiment; it was edited");
        }
    }

    /** The first {@value #SHOWN} of some findings, and how many more there are. */
    static String shown(List<String> found) {
        String shown = String.join("; ", found.subList(0, Math.min(SHOWN, found.size())));
        return found.size() > SHOWN ? shown + "; and " + (found.size() - SHOWN) + " more" : shown;
    }

    /** What differs between two experiments: parameters of the only arm by their paths; the hash when nothing else does. */
    private static List<String> differences(JsonNode there, JsonNode here) {
        List<String> found = Json.differences(there, here);
        List<String> told = found.stream()
                .filter(difference -> !difference.startsWith("hash "))
                .map(difference -> SCENARIO.matcher(difference)
                        .replaceFirst(there.path("arms").size() == 1 ? "" : "$1."))
                .toList();
        return told.isEmpty() ? found : told;
    }

    /** @throws StoreException when a part is of another experiment or two overlap */
    static void requireOwn(Path folder, Receipts receipts, String fingerprint) {
        for (PartReceipt part : receipts.parts()) {
            if (!fingerprint.equals(part.fingerprint())) {
                throw new IncompatibleResultException(
                        folder + ": " + part.name() + " belongs to another experiment; move it away");
            }
        }
        List<String> overlaps = receipts.overlaps();
        if (!overlaps.isEmpty()) {
            throw new StoreException(folder + ": parts overlap: " + shown(overlaps)
                    + ". Move one of each pair away with its receipt (runs/*.json).");
        }
    }
}
