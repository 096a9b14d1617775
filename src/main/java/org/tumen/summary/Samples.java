package org.tumen.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tumen.document.Json;
import org.tumen.store.DamagedFileException;
import org.tumen.store.DerivedFiles;

/**
 * The weekly series of a few single runs of each arm, kept in the result folder so that pictures can be drawn again.
 *
 * @param byArm the series by arm
 */
public record Samples(Map<String, Series> byArm) {
    /** Where they are kept in a result folder. */
    public static final Path FILE = Path.of("samples.json");

    private static final Series NO_SERIES = new Series(new double[0][], new double[0][]);

    /**
     * The series of an arm.
     *
     * @param stability stability by run and week
     * @param tension tension by run and week
     */
    public record Series(double[][] stability, double[][] tension) {}

    /** Keeps the order of the arms. */
    public Samples {
        byArm = new LinkedHashMap<>(byArm);
    }

    /** The series of an arm; none when none are kept. */
    public Series of(String arm) {
        return byArm.getOrDefault(arm, NO_SERIES);
    }

    /** As the bytes of a JSON file. */
    public byte[] toJson() {
        try {
            return Json.PLAIN.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("arrays of numbers can be written", e);
        }
    }

    /** Reads those of a result folder; none when it keeps none. */
    public static Samples read(Path folder) {
        return new DerivedFiles(folder)
                .read(FILE)
                .map(json -> ofJson(folder, json))
                .orElseGet(() -> new Samples(Map.of()));
    }

    private static Samples ofJson(Path folder, byte[] json) {
        try {
            return Json.PLAIN.readValue(json, Samples.class);
        } catch (IOException e) {
            throw new DamagedFileException(folder.resolve(FILE), "it does not hold samples");
        }
    }
}
