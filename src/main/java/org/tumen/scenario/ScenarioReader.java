package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Defaults;
import org.tumen.declare.RecordBinder;
import org.tumen.declare.Resolved;
import org.tumen.document.JsonTree;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problems;

/**
 * Reads scenarios from YAML and JSON files. A file may build on another by {@code extends} (see {@link Merger} for what
 * is merged and what is replaced; {@code name} and {@code description} are not inherited, and a file without a name takes
 * its own), and overrides of the form {@code path=value} come last. Nothing is thrown for bad input, whatever it is: all
 * of its problems are in the {@link Reading}.
 */
public final class ScenarioReader {
    /** Where the values of a resolved scenario stand, as positions name it. */
    private static final String RESOLVED = "scenario";

    private ScenarioReader() {}

    /**
     * How to read.
     *
     * @param overrides {@code path=value} pairs, applied in order, each path once; values are YAML
     * @param allowOutside true to let {@code extends} lead outside of the folder of the scenario that is read
     */
    public record Options(List<String> overrides, boolean allowOutside) {
        /** No overrides, nothing outside. */
        public static final Options NONE = new Options(List.of(), false);

        public Options {
            overrides = List.copyOf(overrides);
        }
    }

    /** Reads a file without overrides. */
    public static Reading read(Path file) {
        return read(file, Options.NONE);
    }

    public static Reading read(Path file, Options options) {
        Problems problems = new Problems();
        ExtendsChain chain = new ExtendsChain(file, options.allowOutside(), problems);
        Node.Mapping document = chain.read();
        if (document == null) {
            return new Reading(null, problems.list(), chain.files());
        }
        document = Defaults.record(Scenario.class, document);
        Overrides overrides = new Overrides(problems);
        for (String override : options.overrides()) {
            document = overrides.apply(document, override);
        }
        return bound(document, problems, !chain.complete(), chain.files(), "");
    }

    /**
     * Reads a resolved scenario, such as {@link Reading#document} or the one in a manifest; messages call it by the
     * name.
     */
    public static Reading read(JsonNode document, String name) {
        Problems problems = new Problems();
        if (!(JsonTree.of(document, new Position(name, 0)) instanceof Node.Mapping mapping)) {
            problems.add(new Position(name, 0), "", "must be an object of keys and values");
            return new Reading(null, problems.list(), List.of());
        }
        return bound(Defaults.record(Scenario.class, mapping), problems, false, List.of(), name);
    }

    /**
     * A scenario with some parameters changed, by path, in the order in which they apply, as {@code --set} takes them.
     */
    public static Reading override(Scenario scenario, Map<String, String> overrides) {
        return override(Resolved.document(scenario), overrides);
    }

    /** The same for a resolved scenario, which spares writing it out anew for each change. */
    public static Reading override(JsonNode resolved, Map<String, String> overrides) {
        Problems problems = new Problems();
        if (!(JsonTree.of(resolved, new Position(RESOLVED, 0)) instanceof Node.Mapping mapping)) {
            throw new IllegalArgumentException("a resolved scenario is an object");
        }
        Node.Mapping document = mapping;
        Overrides over = new Overrides(problems);
        for (Map.Entry<String, String> entry : overrides.entrySet()) {
            document = over.apply(document, entry.getKey(), entry.getValue());
        }
        return bound(document, problems, false, List.of(), RESOLVED);
    }

    /** A file's name as the name of a scenario or a study that has none of its own. */
    public static String nameOf(Path file) {
        return ExtendsChain.conforming(String.valueOf(file.getFileName()));
    }

    /** A file's document with its defaults, for overrides that a study lays over it; null after noting why there is none. */
    public static Node.@Nullable Mapping document(Path file, boolean allowOutside, Problems problems) {
        ExtendsChain chain = new ExtendsChain(file, allowOutside, problems);
        Node.Mapping document = chain.read();
        return document == null || !chain.complete() ? null : Defaults.record(Scenario.class, document);
    }

    /**
     * The scenario of a document that has its defaults. After noting what is wrong with it, the scenario with defaults in
     * place of the values that are wrong, against which all else can be checked; null where more than values are wrong.
     */
    public static @Nullable Scenario bind(Node.Mapping document, Problems problems) {
        return scenario(binder(problems, false), document, "", problems);
    }

    private static RecordBinder binder(Problems problems, boolean partial) {
        return new RecordBinder(problems, partial, Uncertainties::insteadOf);
    }

    private static Reading bound(
            Node.Mapping document, Problems problems, boolean partial, List<Path> files, String unwritten) {
        RecordBinder binder = binder(problems, partial);
        @Nullable Scenario scenario = scenario(binder, document, unwritten, problems);
        Scenario found = problems.isEmpty() ? scenario : null;
        if (found == null && problems.isEmpty()) {
            // Only where a part could not be read is something missing without a problem, and that part has one.
            throw new IllegalStateException("a scenario without problems could not be made");
        }
        return new Reading(found, problems.list(), files);
    }

    private static @Nullable Scenario scenario(
            RecordBinder binder, Node.Mapping document, String unwritten, Problems problems) {
        Node.Mapping whole = EmpiricalTable.inlined(PriorExpansion.expanded(document, unwritten, problems), problems);
        Scenario scenario = (Scenario) binder.record(Scenario.class, whole, "", null, Set.of());
        if (scenario != null) {
            return UncertaintyCheck.of(scenario, whole, problems).passed() ? scenario : null;
        }
        SoundScenario sound = binder.partial() ? null : SoundScenario.of(whole);
        if (sound == null) {
            return null;
        }
        UncertaintyCheck.of(sound, problems).told();
        return sound.keepsSections() ? sound.scenario() : null;
    }
}
