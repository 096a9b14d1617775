package org.tumen.experiment;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The engines on the class path. */
public final class Engines {
    private Engines() {}

    /**
     * The engine with a name.
     *
     * @throws IllegalArgumentException when there is none, naming those there are
     */
    public static Engine named(String name) {
        Map<String, Engine> engines = new TreeMap<>();
        ServiceLoader<Engine> loader = ServiceLoader.load(Engine.class);
        for (Iterator<Engine> found = loader.iterator(); more(found); ) {
            next(found).ifPresent(engine -> engines.put(engine.name(), engine));
        }
        Engine engine = engines.get(name);
        if (engine == null) {
            throw new IllegalArgumentException(
                    "there is no engine \"" + name + "\"; there is " + String.join(", ", engines.keySet()));
        }
        return engine;
    }

    // An engine that was not built, or whose cluster's jars are absent, is not there; the others are.
    private static boolean more(Iterator<Engine> found) {
        while (true) {
            try {
                return found.hasNext();
            } catch (ServiceConfigurationError | NoClassDefFoundError e) {
                continue;
            }
        }
    }

    private static Optional<Engine> next(Iterator<Engine> found) {
        try {
            return Optional.of(found.next());
        } catch (ServiceConfigurationError | NoClassDefFoundError e) {
            return Optional.empty();
        }
    }
}
