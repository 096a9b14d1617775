package org.tumen.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.document.Document;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problem;
import org.tumen.document.Problems;
import org.tumen.document.SourceFile;
import org.tumen.words.Texts;

/**
 * Reads studies. All problems are told at once, those of an arm's overrides with the line of the study. Scenario files are
 * named relative to the study and must lie in its folder or the one above, unless leading outside is allowed.
 */
public final class StudyReader {
    private static final Set<String> MARKS =
            Set.of("arms", "scenario", "worlds", "baseline", "outcomes", "levers", "stopping");

    private final Path file;
    private final Set<String> known;
    private final ScenarioReader.Options options;
    private final Problems problems = new Problems();

    private StudyReader(Path file, Set<String> known, ScenarioReader.Options options) {
        this.file = file;
        this.known = known;
        this.options = options;
    }

    /**
     * What came of reading a study.
     *
     * @param found the study; null when anything is wrong
     * @param problems what is wrong
     */
    public record StudyReading(@Nullable Study found, List<Problem> problems) {
        /** Copies the list. */
        public StudyReading {
            problems = List.copyOf(problems);
        }

        /** True when there is a study. */
        public boolean valid() {
            return found != null;
        }

        /**
         * The study.
         *
         * @throws IllegalStateException naming the problems, when there is none
         */
        public Study study() {
            if (found == null) {
                throw new IllegalStateException(
                        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
            }
            return found;
        }
    }

    /** True when a file has keys that only studies have; false for what cannot be read. */
    public static boolean isStudy(Path file) {
        Node.Mapping document = Document.read(file, file.toString(), new Problems());
        return document != null && document.fields().keySet().stream().anyMatch(MARKS::contains);
    }

    /**
     * Reads a study.
     *
     * @param file the study
     * @param outcomes the keys of all outcomes
     * @param options overrides for every arm, and whether files may lie outside
     */
    public static StudyReading read(Path file, Set<String> outcomes, ScenarioReader.Options options) {
        StudyReader reader = new StudyReader(file, new LinkedHashSet<>(outcomes), options);
        Study study = reader.study();
        return new StudyReading(reader.problems.isEmpty() ? study : null, reader.problems.list());
    }

    private @Nullable Study study() {
        Node.Mapping document = Document.read(file, file.toString(), problems);
        StudyFile stated = document == null ? null : new RecordBinder(problems).bind(StudyFile.class, document, "");
        if (document == null || stated == null) {
            return null;
        }
        Map<String, Map<String, Scenario>> worlds = worlds(document, stated);
        List<Study.Interest> interests = interests(stated);
        String baseline = baseline(document, stated, worlds);
        if (!problems.isEmpty()) {
            return null;
        }
        Map<String, Scenario> first = worlds.values().iterator().next();
        BatchParameters batch = first.values().iterator().next().batch();
        StudyFile.Stopping stopping = stated.stopping();
        String name =
                stated.name() == null ? ExtendsChain.conforming(String.valueOf(file.getFileName())) : stated.name();
        return new Study(
                name,
                stated.description(),
                worlds,
                baseline,
                interests,
                json(stated.levers()),
                json(stated.uncertainties()),
                stated.runs() == null ? batch.runs() : stated.runs(),
                stated.seed() == null ? batch.seed() : stated.seed(),
                new Study.Stopping(stopping.untilHalfwidth(), stopping.untilDecided(), stopping.maxRuns()));
    }

    private Map<String, Map<String, Scenario>> worlds(Node.Mapping document, StudyFile stated) {
        Position top = document.position();
        if (stated.scenario() == null
                && stated.worlds().isEmpty()
                && stated.arms().isEmpty()) {
            problems.add(top, "", "names no scenario: give scenario, worlds, or arms with a scenario each");
        }
        if (stated.scenario() != null && !stated.worlds().isEmpty()) {
            problems.add(at(document, "worlds"), "worlds", "must not stand beside scenario; each world names its own");
        }
        Map<String, StudyFile.Variant> named = new LinkedHashMap<>(stated.worlds());
        if (named.isEmpty()) {
            named.put("world", new StudyFile.Variant(stated.scenario(), Map.of()));
        }
        Map<String, Map<String, Scenario>> worlds = new LinkedHashMap<>();
        named.forEach((world, variant) -> {
            String path = stated.worlds().isEmpty() ? "" : "worlds." + world;
            Node.Mapping base = variant.scenario() == null
                    ? null
                    : scenario(
                            at(document, stated.worlds().isEmpty() ? "scenario" : "worlds", world),
                            path,
                            variant.scenario());
            base = base == null ? null : laid(base, document, "worlds", world, variant);
            worlds.put(world, arms(document, stated, base, variant.scenario() != null));
            if (base != null) {
                factors(document, "levers", stated.levers(), base);
                factors(document, "uncertainties", stated.uncertainties(), base);
            }
        });
        return worlds;
    }

    private Map<String, Scenario> arms(
            Node.Mapping document, StudyFile stated, Node.@Nullable Mapping base, boolean named) {
        Map<String, StudyFile.Variant> arms = new LinkedHashMap<>(stated.arms());
        if (arms.isEmpty()) {
            arms.put("baseline", new StudyFile.Variant(null, Map.of()));
        }
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        arms.forEach((arm, variant) -> {
            Position here = at(document, "arms", arm);
            Node.Mapping own = base;
            if (variant.scenario() != null) {
                own = scenario(at(document, "arms", arm, "scenario"), "arms." + arm + ".scenario", variant.scenario());
            } else if (!named) {
                problems.add(here, "arms." + arm, "must name a scenario, since the study names none");
            }
            if (own != null) {
                Scenario bound = bound(laid(own, document, "arms", arm, variant));
                if (bound != null) {
                    scenarios.put(arm, bound);
                }
            }
        });
        return scenarios;
    }

    private @Nullable Scenario bound(Node.Mapping document) {
        Node.Mapping changed = document;
        Overrides overrides = new Overrides(problems);
        for (String override : options.overrides()) {
            changed = overrides.apply(changed, override);
        }
        return ScenarioReader.bind(changed, problems);
    }

    private Node.Mapping laid(
            Node.Mapping base, Node.Mapping document, String kind, String name, StudyFile.Variant variant) {
        Node.Mapping changed = base;
        for (Map.Entry<String, Node> entry : variant.set().entrySet()) {
            Position here = at(document, kind, name, "set", entry.getKey());
            changed = new Overrides(problems, here).apply(changed, entry.getKey(), entry.getValue());
        }
        return changed;
    }

    private Node.@Nullable Mapping scenario(Position position, String path, String text) {
        String shown = path.isEmpty() ? "scenario" : path;
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path target;
        try {
            target = file.resolveSibling(text).normalize();
        } catch (InvalidPathException e) {
            problems.add(position, shown, "must name a scenario file, not " + Texts.quoted(text));
            return null;
        }
        Path above = folder == null || folder.getParent() == null ? folder : folder.getParent();
        if (!options.allowOutside()
                && above != null
                && !target.toAbsolutePath().normalize().startsWith(above)) {
            problems.add(
                    position,
                    shown,
                    Texts.quoted(text)
                            + " is outside of the folder above the study; this is allowed only when asked for"
                            + " (--allow-outside)");
            return null;
        }
        String unreadable = SourceFile.unreadable(target);
        if (unreadable != null) {
            problems.add(position, shown, Texts.quoted(text) + ": " + unreadable);
            return null;
        }
        return ScenarioReader.document(target, options.allowOutside(), problems);
    }

    private List<Study.Interest> interests(StudyFile stated) {
        List<Study.Interest> interests = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> keys = List.copyOf(known);
        for (int i = 0; i < stated.outcomes().size(); i++) {
            Node node = stated.outcomes().get(i);
            String path = "outcomes[" + i + "]";
            StudyFile.Interest interest = null;
            if (node instanceof Node.Mapping mapping) {
                interest = new RecordBinder(problems).bind(StudyFile.Interest.class, mapping, path);
                Node outcome = mapping.get("outcome");
                if (outcome != null && Scalars.word(outcome, keys, path + ".outcome", problems) == null) {
                    interest = null;
                }
            } else {
                String key = Scalars.word(node, keys, path, problems);
                interest = key == null ? null : new StudyFile.Interest(key, null, 0);
            }
            if (interest != null) {
                Boolean more = interest.direction() == null ? null : interest.direction() == StudyFile.Better.MORE;
                interests.add(new Study.Interest(interest.outcome(), more, interest.smallestDifference()));
                if (!seen.add(interest.outcome())) {
                    problems.add(node.position(), path, "names " + interest.outcome() + " a second time");
                }
            }
        }
        return interests;
    }

    private String baseline(Node.Mapping document, StudyFile stated, Map<String, Map<String, Scenario>> worlds) {
        List<String> arms = new ArrayList<>(stated.arms().keySet());
        if (stated.baseline() == null || arms.isEmpty()) {
            return arms.isEmpty() ? "baseline" : arms.get(0);
        }
        Node node = document.get("baseline");
        if (node != null) {
            Scalars.word(node, arms, "baseline", problems);
        }
        return stated.baseline();
    }

    private void factors(Node.Mapping document, String kind, Map<String, Node> factors, Node.Mapping base) {
        factors.forEach((path, node) -> {
            new Overrides(problems, at(document, kind, path)).requirePath(base, path);
            if (node instanceof Node.Scalar) {
                problems.add(
                        node.position(),
                        kind + "." + path,
                        "must be a mapping or list: a range, values or a distribution");
            }
        });
    }

    private static Map<String, JsonNode> json(Map<String, Node> nodes) {
        Map<String, JsonNode> json = new LinkedHashMap<>();
        nodes.forEach((path, node) -> json.put(path, Resolved.node(node)));
        return json;
    }

    /** Where a key stands; as deep as the keys are found. */
    private static Position at(Node.Mapping document, String... keys) {
        Position position = document.position();
        Node.Mapping here = document;
        for (String key : keys) {
            Node.Field field = here == null ? null : here.fields().get(key);
            if (field == null) {
                return position;
            }
            position = field.key();
            here = field.value() instanceof Node.Mapping mapping ? mapping : null;
        }
        return position;
    }
}
