package org.tumen.experiment;

import java.util.Map;
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
        for (Engine engine : ServiceLoader.load(Engine.class)) {
            engines.put(engine.name(), engine);
        }
        Engine engine = engines.get(name);
        if (engine == null) {
            throw new IllegalArgumentException(
                    "there is no engine \"" + name + "\"; there is " + String.join(", ", engines.keySet()));
        }
        return engine;
    }
}
