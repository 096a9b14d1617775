package org.tumen.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tumen.document.Json;
import org.tumen.store.file.AtomicFiles;
import org.tumen.store.file.DamagedFileException;
import org.tumen.store.file.Inside;
import org.tumen.store.file.SealedJson;
import org.tumen.store.file.StoreException;

/**
 * What decides the values that a folder keeps beside runs, such as the evaluations of a search or the generations of a
 * calibration. It lies with them, so that values of something else are refused and what differs is named.
 *
 * @param fingerprint all of it in short
 * @param content all of it, for people: a JSON object
 * @param command what makes the values, and goes on with what an interruption left; decides nothing
 */
public record StudyRecord(String fingerprint, JsonNode content, String command) {
    /** Its name in the folder of a calibration. */
    public static final String FILE = "study.json";

    /** Where a result folder may have one. */
    public static final List<String> PLACES = List.of(EvaluationStore.FOLDER + "/" + FILE, FILE);

    private static final String FINGERPRINT = "fingerprint";
    private static final String CONTENT = "study";
    private static final String COMMAND = "command";

    /**
     * Holds a folder's record against this one, and writes this one where there is none.
     *
     * @return what there is to tell: that the record was damaged and is made again
     * @throws IncompatibleResultException naming what differs
     * @throws IOException when it cannot be read or written
     */
    public List<String> require(Path file) throws IOException {
        List<String> notices = List.of();
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                ObjectNode found = SealedJson.read(file);
                if (found.path(FINGERPRINT).asText().equals(fingerprint)) {
                    return notices;
                }
                List<String> differences = Json.differences(found.path(CONTENT), content);
                throw new IncompatibleResultException(AtomicFiles.parent(file)
                        + " holds another study; give another --out,"
                        + " or --force to begin anew. What differs (there, here): " + Compatibility.shown(differences));
            } catch (DamagedFileException e) {
                notices = List.of(file.getFileName() + " was damaged and is made again");
            }
        }
        write(file);
        return notices;
    }

    /** The record that a result has; empty where there is none to read. */
    public static Optional<StudyRecord> of(Path result) {
        for (String name : PLACES) {
            try {
                ObjectNode found = SealedJson.read(Inside.file(result, name));
                return Optional.of(new StudyRecord(
                        found.path(FINGERPRINT).asText(),
                        found.path(CONTENT),
                        found.path(COMMAND).asText()));
            } catch (IOException | StoreException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Writes this one, whatever there is. */
    public void write(Path file) throws IOException {
        ObjectNode root = Json.object().put(FINGERPRINT, fingerprint).put(COMMAND, command);
        root.set(CONTENT, content);
        SealedJson.write(file, root);
    }
}
