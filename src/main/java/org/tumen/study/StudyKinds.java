package org.tumen.study;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.tumen.document.Node;

/** The kinds of study that are on the class path. */
public final class StudyKinds {
    private static final List<StudyKind<?, ?>> ALL = load();

    private StudyKinds() {}

    private static List<StudyKind<?, ?>> load() {
        return ServiceLoader.load(StudyKind.class).stream()
                .<StudyKind<?, ?>>map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(StudyKind::name))
                .toList();
    }

    /** All kinds, by name. */
    public static List<StudyKind<?, ?>> all() {
        return ALL;
    }

    /** Their names, each that of a section of study files. */
    public static Set<String> names() {
        return ALL.stream().map(StudyKind::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Their names, as what completes them takes them. */
    public static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    /** The kinds whose command is a part of {@code explore}. */
    public static final List<String> EXPLORING = List.of("sweep", "sensitivity", "discover");

    /** The command that runs a kind of study, without the name of the program. */
    public static String command(StudyKind<?, ?> kind) {
        return EXPLORING.contains(kind.name()) ? "explore " + kind.name() : kind.name();
    }

    /** The kind that a command runs, as results keep it; empty where it runs none. */
    public static Optional<StudyKind<?, ?>> ofCommand(String command) {
        return ALL.stream()
                .filter(kind -> (command + " ").startsWith("tumen " + command(kind) + " "))
                .findFirst();
    }

    public static Optional<StudyKind<?, ?>> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The kinds that a document has sections of or, where it has none, the one that its keys tell; none for a scenario. */
    public static List<StudyKind<?, ?>> of(Node.Mapping document) {
        Set<String> keys = document.fields().keySet();
        List<StudyKind<?, ?>> kinds =
                ALL.stream().filter(kind -> kind.isToldBy(keys)).toList();
        return kinds.isEmpty() ? told(keys).stream().toList() : kinds;
    }

    /** Whether a document that is no study is a scenario, by a key that scenarios alone have. */
    public static boolean isScenario(Node.Mapping document) {
        return (document.get("actors") != null || document.get("extends") != null)
                && of(document).isEmpty();
    }

    private static Optional<StudyKind<?, ?>> told(Set<String> keys) {
        if (keys.contains("players")) {
            return named("game");
        }
        if (keys.contains("parameters") || keys.contains("targets")) {
            return named("calibrate");
        }
        if (keys.contains("arms") || keys.contains("baseline") || keys.contains("stopping")) {
            return named("compare");
        }
        if (keys.contains("levers") || keys.contains("scenario") && keys.contains("uncertainties")) {
            return named("sweep");
        }
        return keys.contains("scenario") || keys.contains("worlds") || keys.contains("outcomes")
                ? named("compare")
                : Optional.empty();
    }
}
