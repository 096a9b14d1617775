package org.tumen.store;

import java.nio.file.Path;
import java.util.List;

/** Whether what a folder holds may be extended by an experiment. */
final class Compatibility {
    private static final int SHOWN = 5;

    private Compatibility() {}

    /** @throws IncompatibleResultException with the reason, when not */
    static void require(Path folder, Manifest manifest, ResultIdentity identity) {
        ResultIdentity held = manifest.identity();
        if (!held.modelVersion().equals(identity.modelVersion())) {
            throw new IncompatibleResultException(folder + " was computed by model version " + held.modelVersion()
                    + ", this is " + identity.modelVersion()
                    + ". Runs of different versions do not mix: the result can be read, not extended."
                    + " Compute it anew in another folder.");
        }
        List<String> differences = Json.differences(manifest.experiment(), identity.toJson());
        if (!differences.isEmpty()) {
            String shown = String.join("; ", differences.subList(0, Math.min(SHOWN, differences.size())));
            String more = differences.size() > SHOWN ? "; and " + (differences.size() - SHOWN) + " more" : "";
            throw new IncompatibleResultException(folder + " holds another experiment and cannot be extended by this"
                    + " one. What differs (there, here): " + shown + more);
        }
        if (!manifest.fingerprint().equals(identity.fingerprint())) {
            throw new IncompatibleResultException(
                    folder + ": the fingerprint in " + Manifest.FILE + " is not that of its experiment; it was edited");
        }
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
            throw new StoreException(folder + ": parts overlap: " + String.join("; ", overlaps)
                    + ". Move one of each pair away with its receipt (runs/*.json).");
        }
    }
}
