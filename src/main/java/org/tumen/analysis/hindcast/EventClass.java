package org.tumen.analysis.hindcast;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tumen.world.EventKind;

/**
 * The classes in which recorded and simulated events are compared: the root codes of CAMEO, the first two digits of a
 * code. The event types of PLOVER, which POLECAT uses, are put to the root they continue (A. Halterman and others, "PLOVER
 * and POLECAT", 2023); ASSAULT, which joins roots 18 to 20, to 18.
 */
public final class EventClass {
    private static final int DIGITS = 2;
    private static final Map<String, String> PLOVER = Map.ofEntries(
            Map.entry("AGREE", "03"),
            Map.entry("CONSULT", "04"),
            Map.entry("SUPPORT", "05"),
            Map.entry("COOPERATE", "06"),
            Map.entry("AID", "07"),
            Map.entry("CONCEDE", "08"),
            Map.entry("REQUEST", "10"),
            Map.entry("ACCUSE", "11"),
            Map.entry("REJECT", "12"),
            Map.entry("THREATEN", "13"),
            Map.entry("PROTEST", "14"),
            Map.entry("MOBILIZE", "15"),
            Map.entry("SANCTION", "16"),
            Map.entry("COERCE", "17"),
            Map.entry("ASSAULT", "18"));

    private EventClass() {}

    /** The root of a CAMEO code or of a PLOVER event type; nothing where it is neither. */
    public static Optional<String> root(String code) {
        if (code.length() >= DIGITS && Character.isDigit(code.charAt(0))) {
            return Optional.of(code.substring(0, DIGITS));
        }
        return Optional.ofNullable(PLOVER.get(code.toUpperCase(Locale.ROOT)));
    }

    /** The roots of the events that the model knows, with the description of one of their codes. */
    public static Map<String, String> ofModel() {
        Map<String, String> roots = new TreeMap<>();
        for (EventKind kind : EventKind.values()) {
            if (!kind.cameo().isEmpty()) {
                roots.merge(kind.cameo().substring(0, DIGITS), kind.description(), (a, b) -> a);
            }
        }
        return roots;
    }
}
