package org.tumen.store.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.tumen.document.Json;

/**
 * JSON files that end with the checksum of what stands before it: the last key of the object is {@code crc32c}, the CRC-32C
 * (RFC 3720) of all bytes up to the comma before that key. A file of one flipped byte, or cut short, is known as damaged.
 */
public final class SealedJson {
    private static final String KEY = "crc32c";
    private static final String SEAL = ",\n  \"" + KEY + "\" : \"%s\"\n}\n";
    private static final Pattern SEALED =
            Pattern.compile(SEAL.replace("}", "\\}").replace("%s", "([0-9a-f]{8})"));
    private static final int LENGTH = SEAL.length() - "%s".length() + 8;

    private SealedJson() {}

    /**
     * Writes an object; it is on the disk when this returns.
     *
     * @param value what Jackson writes as an object of one key or more
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file, Object value) throws IOException {
        byte[] text = sealed(value);
        AtomicFiles.write(file, out -> out.write(text));
    }

    /** The bytes of such a file. */
    static byte[] sealed(Object value) {
        String json = new String(Json.bytes(value), StandardCharsets.UTF_8);
        String body = json.substring(0, json.lastIndexOf('}')).stripTrailing();
        byte[] covered = body.getBytes(StandardCharsets.UTF_8);
        String seal = SEAL.formatted(checksum(covered, covered.length));
        return (body + seal).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads an object.
     *
     * @return the object without its checksum
     * @throws DamagedFileException when its bytes are not those that were written
     * @throws IOException when there is no such file or it cannot be read
     */
    public static ObjectNode read(Path file) throws IOException {
        return open(file, Inside.bytes(file));
    }

    /** The object of such bytes; the file is for messages. */
    public static ObjectNode open(Path file, byte[] bytes) {
        if (!sound(bytes) || !(parsed(file, bytes) instanceof ObjectNode object)) {
            throw new DamagedFileException(file, DamagedFileException.OTHER_BYTES);
        }
        object.remove(KEY);
        return object;
    }

    /** Whether an object says that it has a checksum. */
    public static boolean hasSeal(JsonNode tree) {
        return tree.has(KEY);
    }

    /** Whether bytes have the checksum that they end with. */
    public static boolean sound(byte[] bytes) {
        int covered = bytes.length - LENGTH;
        if (covered < 0) {
            return false;
        }
        Matcher seal = SEALED.matcher(
                new String(Arrays.copyOfRange(bytes, covered, bytes.length), StandardCharsets.ISO_8859_1));
        return seal.matches() && seal.group(1).equals(checksum(bytes, covered));
    }

    private static JsonNode parsed(Path file, byte[] bytes) {
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new DamagedFileException(file, "it is not JSON");
        } catch (IOException e) {
            throw StoreException.unread(file, e);
        }
    }

    private static String checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return HexFormat.of().toHexDigits(crc.getValue(), 8);
    }
}
