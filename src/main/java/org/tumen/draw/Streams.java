package org.tumen.draw;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The register of a simulation's streams. A name can be registered once: two decisions that shared a stream would share
 * their luck without anyone having said so.
 */
public final class Streams {
    /** Two streams whose offsets lie within this many weeks of each other would overlap; such a name is refused. */
    static final long MAX_WEEKS = 1L << 16;

    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Map<String, Stream> byName = new LinkedHashMap<>();

    /**
     * Registers the stream of a decision.
     *
     * @param actor who decides, or the part of the world that is drawn
     * @return the stream
     * @throws IllegalArgumentException when a part is blank or contains a slash, when the name is already registered, or
     *     when its place would overlap that of another stream (probability about 2⁻⁴⁷ a pair)
     */
    public Stream register(String actor, String decision) {
        String name = part(actor) + "/" + part(decision);
        long offset = place(name);
        for (Stream other : byName.values()) {
            if (other.name().equals(name)) {
                throw new IllegalArgumentException("the stream \"" + name + "\" is already registered");
            }
            // Both streams step by GAMMA a week; they overlap when the distance is a small multiple of GAMMA.
            long weeksApart = (offset - other.offset()) * Mix.GAMMA_INVERSE;
            if (Math.abs(weeksApart) < MAX_WEEKS) {
                throw new IllegalArgumentException(
                        "the stream \"" + name + "\" would overlap \"" + other.name() + "\"");
            }
        }
        Stream stream = new Stream(name, offset);
        byName.put(name, stream);
        return stream;
    }

    private static String part(String text) {
        if (text.isBlank() || text.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a stream's name has two parts without slashes, not \"" + text + "\"");
        }
        return text;
    }

    /** FNV-1a over the UTF-8 bytes of the name, finished by the SplitMix64 mixer. */
    private static long place(String name) {
        long hash = FNV_OFFSET_BASIS;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return Mix.mix(hash);
    }
}
