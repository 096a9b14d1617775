package org.tumen.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.Component;
import org.tumen.declare.RecordBinder;
import org.tumen.declare.SchemaTypes;
import org.tumen.document.Document;
import org.tumen.document.InvalidInputException;
import org.tumen.document.Node;
import org.tumen.document.Position;
import org.tumen.document.Problem;
import org.tumen.document.Problems;
import org.tumen.document.SourceFile;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.scenario.Overrides;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/**
 * Reads studies of all kinds by the same rules. All problems are told at once, those of an arm's overrides with the line of
 * the study. Scenario files are named relative to the study and must lie in its folder or the one above, unless leading
 * outside is allowed.
 */
public final class StudyReader {
    public static final Set<String> COMMON = Set.of("name", "description", "scenario", "seed");

    /** Most arms over all worlds: each is a scenario to read. */
    private static final int MOST_SCENARIOS = 1000;

    private final Path file;
    private final ScenarioReader.Options options;
    private final Problems problems = new Problems();

    private StudyReader(Path file, ScenarioReader.Options options) {
        this.file = file;
        this.options = options;
    }

    /** True when a file is a study rather than a scenario; false for what cannot be read. */
    public static boolean isStudy(Path file) {
        return !kinds(file).isEmpty();
    }

    /** The kinds that a file is a study of; none for a scenario and for what cannot be read. */
    public static List<StudyKind<?, ?>> kinds(Path file) {
        Node.Mapping document = Document.read(file, file.toString(), new Problems());
        return document == null ? List.of() : StudyKinds.of(document);
    }

    /** Reads a study for a session, which hears the warnings of its scenarios. */
    public static <P> P plan(Path file, StudyKind<?, P> kind, ScenarioReader.Options options, StudySession session) {
        return plan(file, kind, options, session.execution(), session::warn);
    }

    /**
     * Reads a study as one of a kind, and makes the kind's plan.
     *
     * @throws InvalidInputException with everything that is wrong with the file, its scenarios or the plan
     * @throws UsageException when the kind has no use for something that is asked for
     */
    public static <P> P plan(
            Path file, StudyKind<?, P> kind, ScenarioReader.Options options, ExecutionSettings execution) {
        return plan(file, kind, options, execution, scenarios -> {});
    }

    private static <P> P plan(
            Path file,
            StudyKind<?, P> kind,
            ScenarioReader.Options options,
            ExecutionSettings execution,
            Consumer<Map<String, Scenario>> warned) {
        for (String option : execution.asked()) {
            if (kind.refused().containsKey(option)) {
                throw new UsageException(option + " " + kind.refused().get(option));
            }
        }
        StudyReader reader = new StudyReader(file, options);
        Node.Mapping document = Document.read(file, file.toString(), reader.problems);
        if (document != null && StudyKinds.isScenario(document)) {
            reader.problems.add(document.position(), "", "is a scenario, and a study is wanted here");
            throw new InvalidInputException(reader.problems.list());
        }
        StudyReading study = document == null ? null : reader.read(document, List.of(kind), execution);
        P plan = study == null ? null : reader.plan(study, kind);
        if (study == null || plan == null || !reader.problems.isEmpty()) {
            throw new InvalidInputException(reader.problems.list());
        }
        warned.accept(study.named());
        return plan;
    }

    /**
     * What came of checking a study.
     *
     * @param what what it is, in words; empty when it could not be read
     * @param warnings what is allowed in its scenarios but may not do what was meant
     */
    public record Checked(String what, List<Problem> problems, List<String> warnings) {}

    /** Reads a study as one of every kind that it has a section of, or that its keys tell it to be. */
    public static Checked check(Path file, ScenarioReader.Options options) {
        StudyReader reader = new StudyReader(file, options);
        Node.Mapping document = Document.read(file, file.toString(), reader.problems);
        List<StudyKind<?, ?>> kinds = document == null ? List.of() : StudyKinds.of(document);
        StudyReading study = document == null ? null : reader.read(document, kinds, ExecutionSettings.standard());
        if (study != null) {
            kinds.forEach(kind -> reader.plan(study, kind));
        }
        String what = study == null
                ? ""
                : "study " + study.name() + " of the kind "
                        + String.join(", ", kinds.stream().map(StudyKind::name).toList()) + study.contents();
        List<String> warnings =
                study == null || !reader.problems.isEmpty() ? List.of() : StudySession.warnings(study.named());
        return new Checked(what, reader.problems.list(), warnings);
    }

    private <S extends Record, P> @Nullable P plan(StudyReading study, StudyKind<S, P> kind) {
        Node given = study.document().get(kind.name());
        Node.Mapping own = given instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(Map.of(), study.document().position());
        if (given != null && given != own) {
            problems.add(given.position(), kind.name(), "must be a mapping of keys to values, not " + given.describe());
        }
        S section = bound(kind.section(), own, kind.name(), Set.of(), 0);
        return section == null ? null : kind.plan(study, section);
    }

    private @Nullable StudyReading read(
            Node.Mapping document, List<StudyKind<?, ?>> kinds, ExecutionSettings execution) {
        Set<String> sections = StudyKinds.names();
        StudyFile stated = bound(StudyFile.class, document, "", sections, 1);
        requireUsed(document, kinds, sections);
        return stated == null
                ? null
                : new StudyReading(file, document, stated, worlds(document, stated), execution, problems);
    }

    /**
     * Binds a mapping; where something is wrong, the rest of it, so that what is wrong elsewhere can be told too.
     *
     * @param depth how many levels of mappings are kept without the entries that are wrong
     */
    private <R extends Record> @Nullable R bound(
            Class<R> type, Node.Mapping mapping, String path, Set<String> besides, int depth) {
        Problems own = new Problems();
        R bound = new RecordBinder(own).bind(type, mapping, path, besides);
        own.list().forEach(p -> problems.add(new Position(p.file(), p.line()), p.path(), p.message()));
        if (bound != null || own.isEmpty()) {
            return bound;
        }
        return new RecordBinder(new Problems()).bind(type, own.sound(mapping, path, depth), path, besides);
    }

    /** A key that is no part of the kinds that are read would be passed over in silence. */
    private void requireUsed(Node.Mapping document, List<StudyKind<?, ?>> kinds, Set<String> sections) {
        Set<String> used = new TreeSet<>(COMMON);
        kinds.forEach(kind -> used.addAll(kind.keys()));
        Set<String> known = new LinkedHashSet<>();
        Component.of(StudyFile.class).forEach(c -> known.add(c.key()));
        // A file may hold the sections of several kinds, and is read as one of them at a time.
        StudyKinds.all().stream()
                .filter(kind -> document.get(kind.name()) != null)
                .forEach(kind -> used.addAll(kind.keys()));
        String why = "is nothing that a study of the kind "
                + String.join(", ", kinds.stream().map(StudyKind::name).toList()) + " uses";
        document.fields().forEach((key, field) -> {
            if (known.contains(key) && !used.contains(key) && !sections.contains(key)) {
                problems.add(field.key(), key, why);
            }
        });
        if (document.get("outcomes") instanceof Node.Sequence outcomes) {
            for (int i = 0; i < outcomes.items().size(); i++) {
                requireUsed(outcomes.items().get(i), "outcomes[" + i + "].", used, why);
            }
        }
    }

    private void requireUsed(Node outcome, String path, Set<String> used, String why) {
        if (outcome instanceof Node.Mapping given) {
            Set<String> known = new LinkedHashSet<>();
            Component.of(StudyFile.Interest.class).forEach(c -> known.add(c.key()));
            given.fields().forEach((key, field) -> {
                if (known.contains(key) && !key.equals("outcome") && !used.contains("outcomes." + key)) {
                    problems.add(field.key(), path + key, why);
                }
            });
        }
    }

    private Map<String, Map<String, Scenario>> worlds(Node.Mapping document, StudyFile stated) {
        Map<String, StudyFile.Variant> named = new LinkedHashMap<>(stated.worlds());
        boolean single = named.isEmpty();
        if (single) {
            named.put("world", StudyFile.Variant.SAME);
        }
        long scenarios = (long) named.size() * Math.max(1, stated.arms().size());
        if (scenarios > MOST_SCENARIOS) {
            problems.add(
                    document.position(),
                    "",
                    "has " + Numbers.count(scenarios) + " arms over all worlds; a study takes at most "
                            + Numbers.count(MOST_SCENARIOS));
            return Map.of();
        }
        boolean armsNameAll =
                !stated.arms().isEmpty() && stated.arms().values().stream().allMatch(arm -> arm.scenario() != null);
        if (stated.scenario() != null
                && !single
                && named.values().stream().allMatch(world -> world.scenario() != null)) {
            problems.add(document.at("scenario"), "scenario", "is not used: each world names its own scenario");
        }
        Map<String, Map<String, Scenario>> worlds = new LinkedHashMap<>();
        named.forEach((world, variant) -> {
            String path = single || variant.scenario() == null ? "scenario" : "worlds." + world + ".scenario";
            String text = variant.scenario() == null ? stated.scenario() : variant.scenario();
            Node.Mapping base = null;
            if (text != null) {
                Position here =
                        variant.scenario() == null ? document.at("scenario") : document.at("worlds", world, "scenario");
                base = scenario(here, path, text);
                Problems found = new Problems();
                base = base == null ? null : laid(base, document, "worlds", world, variant, found);
                tell(found, document, Map.of("worlds." + world, variant));
            } else if (single && stated.arms().isEmpty()) {
                problems.add(document.position(), "scenario", "must name a scenario file, relative to the study");
            } else if (!armsNameAll && stated.arms().isEmpty()) {
                problems.add(
                        document.at("worlds", world),
                        "worlds." + world,
                        "must name a scenario, since the study names none");
            }
            worlds.put(world, arms(document, stated, base, text != null, Map.of("worlds." + world, variant)));
        });
        return worlds;
    }

    private Map<String, Scenario> arms(
            Node.Mapping document,
            StudyFile stated,
            Node.@Nullable Mapping base,
            boolean named,
            Map<String, StudyFile.Variant> world) {
        Map<String, StudyFile.Variant> arms = new LinkedHashMap<>(stated.arms());
        if (arms.isEmpty()) {
            arms.put("baseline", StudyFile.Variant.SAME);
        }
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        arms.forEach((arm, variant) -> {
            Node.Mapping own = base;
            if (variant.scenario() != null) {
                Position here = document.at("arms", arm, "scenario");
                own = scenario(here, "arms." + arm + ".scenario", variant.scenario());
            } else if (!named && !stated.arms().isEmpty()) {
                problems.add(
                        document.at("arms", arm), "arms." + arm, "must name a scenario, since the study names none");
            }
            if (own != null) {
                Problems found = new Problems();
                Scenario bound = bound(laid(own, document, "arms", arm, variant, found), found);
                Map<String, StudyFile.Variant> entries = new LinkedHashMap<>();
                entries.put("arms." + arm, variant);
                entries.putAll(variant.scenario() == null ? world : Map.of());
                tell(found, document, entries);
                if (bound != null) {
                    scenarios.put(arm, bound);
                }
            }
        });
        return scenarios;
    }

    /** Tells what is wrong with a scenario; what an arm or a world sets, by where it sets it. */
    private void tell(Problems found, Node.Mapping document, Map<String, StudyFile.Variant> entries) {
        for (Problem problem : found.list()) {
            String path = entries.entrySet().stream()
                    .filter(entry -> problem.file().equals(document.position().file())
                            && entry.getValue().set().keySet().stream()
                                    .anyMatch(key -> Problems.within(problem.path(), key)))
                    .map(entry -> entry.getKey() + ".set." + problem.path())
                    .findFirst()
                    .orElse(problem.path());
            problems.add(new Problem(problem.file(), problem.line(), path, problem.message()));
        }
    }

    private @Nullable Scenario bound(Node.Mapping document, Problems found) {
        Node.Mapping changed = document;
        Overrides overrides = new Overrides(found);
        for (String override : options.overrides()) {
            changed = overrides.apply(changed, override);
        }
        return ScenarioReader.bind(changed, found);
    }

    private Node.Mapping laid(
            Node.Mapping base,
            Node.Mapping document,
            String kind,
            String name,
            StudyFile.Variant variant,
            Problems found) {
        Node.Mapping changed = base;
        for (Map.Entry<String, Node> entry : variant.set().entrySet()) {
            Position here = document.at(kind, name, "set", entry.getKey());
            changed = new Overrides(found, here).apply(changed, entry.getKey(), entry.getValue());
        }
        return changed;
    }

    private Node.@Nullable Mapping scenario(Position position, String path, String text) {
        Path target;
        try {
            target = file.resolveSibling(text).normalize();
        } catch (InvalidPathException e) {
            problems.add(position, path, "must name a scenario file, not " + Texts.quoted(text));
            return null;
        }
        String wrong = !options.allowOutside() && isOutside(file, target)
                ? " is outside of the folder above the study; this is allowed only when asked for (--allow-outside)"
                : null;
        if (wrong == null) {
            String unreadable = SourceFile.unreadable(target);
            wrong = unreadable == null ? null : ": " + unreadable;
        }
        if (wrong != null) {
            problems.add(position, path, Texts.quoted(text) + wrong);
            return null;
        }
        return ScenarioReader.document(target, options.allowOutside(), problems);
    }

    /**
     * Whether a file lies outside of the folder above a study. Checked as written first, so that nothing is learnt about files
     * outside; then where links lead.
     */
    public static boolean isOutside(Path study, Path target) {
        Path folder = study.toAbsolutePath().normalize().getParent();
        Path above = folder == null || folder.getParent() == null ? folder : folder.getParent();
        if (above == null) {
            return false;
        }
        try {
            return !target.toAbsolutePath().normalize().startsWith(above)
                    || !target.toRealPath().startsWith(above.toRealPath());
        } catch (IOException e) {
            // What does not exist is told of as such.
            return false;
        }
    }

    /** The JSON Schema of the study files of a kind. */
    public static ObjectNode schema(StudyKind<?, ?> kind) {
        ObjectNode root =
                SchemaTypes.root("Tumen study: " + kind.name(), "A question of the kind " + kind.name() + ".");
        SchemaTypes types = new SchemaTypes(StudyFile.class);
        ObjectNode properties = types.object(StudyFile.class, root, null);
        Set<String> unused = new TreeSet<>();
        properties.fieldNames().forEachRemaining(unused::add);
        unused.removeAll(kind.keys());
        unused.removeAll(COMMON);
        properties.remove(unused);
        for (StudyKind<?, ?> each : StudyKinds.all()) {
            ObjectNode section = properties.putObject(each.name());
            if (each == kind) {
                types.object(each.section(), section, null);
            }
            section.put("description", "The settings of the kind " + each.name());
        }
        root.set("$defs", types.definitions());
        return root;
    }
}
