package org.tumen.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.ParameterEntry;
import org.tumen.declare.ParameterPage;
import org.tumen.declare.UncertainParameter;
import org.tumen.distribution.Distribution;
import org.tumen.document.Json;
import org.tumen.document.Problem;
import org.tumen.scenario.Reading;
import org.tumen.scenario.Scenario;
import org.tumen.scenario.ScenarioReader;
import org.tumen.scenario.ScenarioWriter;
import org.tumen.scenario.Uncertainties;
import org.tumen.study.LoadedScenario;
import org.tumen.words.ShellWords;
import org.tumen.words.Texts;
import org.tumen.world.history.CouncilVote;
import org.tumen.world.history.DatedEvent;
import org.tumen.world.history.History;

/**
 * The scenarios of one folder. A name from a request is only ever compared with the names of the files found there, never
 * made into a path, so that no spelling of it leads elsewhere.
 */
final class Scenarios {
    /** A scenario as it was read, and the state of the files that it was read from. */
    private record Known(Map<Path, FileState> states, Reading reading) {}

    record FileState(FileTime time, long size) {}

    /** What the names of documents are; those of hidden files are none. */
    private static final Pattern DOCUMENT =
            Pattern.compile("[^.].*\\.(yaml|yml|json)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Points of the shape of a prior. */
    private static final int SHAPE = 40;

    private final Path folder;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    Scenarios(Path folder) {
        this.folder = folder;
    }

    private Map<String, Path> files() {
        return files(folder, "scenarios");
    }

    /**
     * The regular files of a folder that may be documents, by their names without what follows the last dot; of several that
     * differ in that alone, the others by their whole names.
     *
     * @param what lies in it, in the plural
     */
    static Map<String, Path> files(Path folder, String what) {
        Map<String, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> listed = Files.list(folder)) {
                listed.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .sorted()
                        .forEach(file -> {
                            String name = String.valueOf(file.getFileName());
                            if (DOCUMENT.matcher(name).matches()
                                    && files.putIfAbsent(name.substring(0, name.lastIndexOf('.')), file) != null) {
                                files.put(name, file);
                            }
                        });
            } catch (IOException | UncheckedIOException e) {
                throw new RequestRefusedException(500, "the folder of " + what + " cannot be listed");
            }
        }
        return files;
    }

    /** Reads a file without changes; again only when it, or a file that it extends, has changed since. */
    private Reading asOnDisk(Path file) {
        Known before = known.get(file);
        if (before != null && before.states().equals(states(before.states().keySet()))) {
            return before.reading();
        }
        // The state is taken before and after: a file that changes while it is read is read again next time.
        FileState state = state(file);
        Reading reading = ScenarioReader.read(file);
        Set<Path> files = new LinkedHashSet<>(reading.files());
        files.add(file);
        Map<Path, FileState> states = states(files);
        if (reading.valid() && state.equals(states.get(file))) {
            known.put(file, new Known(states, reading));
        }
        return reading;
    }

    static Map<Path, FileState> states(Collection<Path> files) {
        Map<Path, FileState> states = new LinkedHashMap<>();
        files.forEach(f -> states.put(f, state(f)));
        return states;
    }

    private static FileState state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return new FileState(FileTime.fromMillis(0), -1);
        }
    }

    ArrayNode list() {
        ArrayNode array = Json.array();
        files().forEach((name, file) -> {
            Reading reading = asOnDisk(file);
            ObjectNode object = array.addObject();
            object.put("name", name);
            object.set("file", new Places.ForShell(file.toString()));
            object.put("valid", reading.valid());
            if (reading.valid()) {
                Scenario scenario = reading.scenario();
                object.put("description", scenario.description());
                object.put("weeks", scenario.weeks());
                object.put("start", scenario.start().toString());
                object.put("runs", scenario.batch().runs());
                object.put("seed", scenario.batch().seed());
            } else {
                object.put(
                        "description",
                        LoadedScenario.isStudy(file)
                                ? "This file is a study; the page has those that lie in the folder studies beside it."
                                : "This file is not valid: "
                                        + told(reading.problems().get(0)));
            }
        });
        return array;
    }

    private Path file(@Nullable String name) {
        String wanted = Requests.need(name, "scenario");
        Map<String, Path> files = files();
        Path file = files.get(wanted);
        if (file == null) {
            throw RequestRefusedException.none("scenario", wanted, files.keySet());
        }
        return file;
    }

    Reading read(@Nullable String name, @Nullable Map<String, String> overrides) {
        Path file = file(name);
        List<String> set = new ArrayList<>();
        if (overrides != null) {
            if (overrides.size() > Requests.MAX_OVERRIDES) {
                throw RequestRefusedException.bad("overrides: at most " + Requests.MAX_OVERRIDES
                        + " parameters can be changed at once, not " + overrides.size());
            }
            overrides.forEach((path, value) -> {
                if (path.length() + value.length() > Requests.MAX_VALUE || path.indexOf('=') >= 0) {
                    throw RequestRefusedException.bad("overrides." + Texts.brief(path)
                            + ": a path has no =, and with its value at most " + Requests.MAX_VALUE + " characters");
                }
                set.add(path + "=" + value);
            });
        }
        return set.isEmpty() ? asOnDisk(file) : ScenarioReader.read(file, new ScenarioReader.Options(set, false));
    }

    /** A scenario with changes, as the command line takes it where the server was started; it is kept with results. */
    String arguments(@Nullable String name, @Nullable Map<String, String> overrides) {
        StringBuilder command = new StringBuilder();
        command.append(ShellWords.quote(file(name).toString()));
        if (overrides != null) {
            overrides.forEach((path, value) -> command.append(" --set ").append(ShellWords.quote(path + "=" + value)));
        }
        return command.toString();
    }

    /** A scenario that must be valid. */
    Scenario load(@Nullable String name, @Nullable Map<String, String> overrides) {
        Reading reading = read(name, overrides);
        if (!reading.valid()) {
            throw new RequestRefusedException(422, "the scenario is not valid", problems(reading));
        }
        return reading.scenario();
    }

    /** What is wrong, without where on this machine the file lies. */
    private static List<String> problems(Reading reading) {
        return reading.problems().stream().map(Scenarios::told).toList();
    }

    static String told(Problem problem) {
        Path file = Path.of(problem.file());
        return new Problem(String.valueOf(file.getFileName()), problem.line(), problem.path(), problem.message())
                .toString();
    }

    ObjectNode validation(Requests.Chosen chosen) {
        Reading reading = read(chosen.scenario(), chosen.overrides());
        ObjectNode answer = Json.object();
        answer.put("valid", reading.valid());
        ArrayNode problems = answer.putArray("problems");
        reading.problems()
                .forEach(p -> problems.addObject()
                        .put("path", p.path())
                        .put("line", p.line())
                        .put("message", p.message()));
        reading.warnings().forEach(answer.putArray("warnings")::add);
        if (reading.valid()) {
            answer.put("yaml", ScenarioWriter.brief(reading.scenario()));
        }
        return answer;
    }

    ObjectNode parameters(String name) {
        Scenario scenario = load(name, null);
        ObjectNode answer = Json.object();
        answer.put("scenario", name);
        answer.put("description", scenario.description());
        Map<String, List<ParameterEntry>> groups = new LinkedHashMap<>();
        Uncertainties.listed(scenario)
                .forEach(e -> groups.computeIfAbsent(e.group(), g -> new ArrayList<>())
                        .add(e));
        ArrayNode list = answer.putArray("groups");
        groups.forEach((group, entries) -> {
            ObjectNode object = list.addObject();
            object.put("group", group);
            ArrayNode parameters = ParameterPage.json(entries);
            for (int i = 0; i < entries.size(); i++) {
                asWritten((ObjectNode) parameters.get(i), entries.get(i));
                uncertain((ObjectNode) parameters.get(i), scenario);
            }
            object.set("parameters", parameters);
        });
        ObjectNode roles = answer.putObject("roles");
        scenario.actors().forEach((actor, a) -> roles.put(actor, Texts.key(a.role())));
        return answer;
    }

    /**
     * What the record says happened in the time of a scenario, and how the Council voted; nothing for a scenario of other
     * parties.
     */
    ArrayNode record(String name) {
        Scenario scenario = load(name, null);
        ArrayNode list = Json.array();
        if (!scenario.seller().iso3().equals("PRK") || !scenario.buyer().iso3().equals("RUS")) {
            return list;
        }
        LocalDate end = scenario.day(scenario.weeks());
        for (DatedEvent event : History.sequence()) {
            if (!event.provenance().doubtful()
                    && !event.date().isBefore(scenario.start())
                    && event.date().isBefore(end)) {
                entry(list, event.date(), event.kind(), event.event());
            }
        }
        for (CouncilVote vote : History.votes()) {
            if (!vote.provenance().doubtful()
                    && !vote.date().isBefore(scenario.start())
                    && vote.date().isBefore(end)) {
                entry(list, vote.date(), "vote", told(vote));
            }
        }
        return list;
    }

    private static void entry(ArrayNode list, LocalDate date, String kind, String event) {
        list.addObject().put("date", date.toString()).put("kind", kind).put("event", event);
    }

    /** A vote in a line, such as "S/2024/255, renewal of the panel: vetoed, 13 to 1 (RUS), 1 abstained (CHN)". */
    private static String told(CouncilVote vote) {
        CouncilVote.Tally tally = vote.tally();
        return vote.symbol()
                + (vote.kind() == CouncilVote.Kind.RENEWAL ? ", renewal of the panel: " : ", sanctions: ")
                + Texts.key(vote.result()) + ", " + tally.yes() + " to " + tally.no()
                + named(vote.noes())
                + (tally.abstain() > 0 ? ", " + tally.abstain() + " abstained" + named(vote.abstentions()) : "");
    }

    private static String named(Set<String> members) {
        return members.isEmpty() ? "" : " (" + members.stream().sorted().collect(Collectors.joining(", ")) + ")";
    }

    /** Values as a field of the page holds them, and whether every run draws the parameter. */
    private static void asWritten(ObjectNode parameter, ParameterEntry entry) {
        if (!entry.value().isEmpty()) {
            parameter.put("default", entry.value());
        }
        if (entry.current() != null) {
            parameter.put("value", entry.current());
        }
        parameter.put("uncertain", !entry.drawn().isEmpty());
    }

    /** The shape of what a parameter is, or could be, drawn from. */
    private static void uncertain(ObjectNode parameter, Scenario scenario) {
        Uncertainties all = scenario.uncertainties();
        UncertainParameter drawn =
                all == null ? null : all.parameters().get(parameter.path("path").asText());
        String prior = parameter.path("prior").asText();
        if (drawn == null && prior.isEmpty()) {
            return;
        }
        Distribution from = (drawn == null ? UncertainParameter.parse(prior) : drawn).declared();
        double[] ends = new double[SHAPE + 1];
        Arrays.setAll(ends, i -> from.quantile((i + 0.5) / (SHAPE + 1)));
        double[] middles = new double[SHAPE];
        double[] density = new double[SHAPE];
        for (int i = 0; i < SHAPE; i++) {
            middles[i] = (ends[i] + ends[i + 1]) / 2;
            density[i] = ends[i + 1] > ends[i] ? 1 / (ends[i + 1] - ends[i]) : 0;
        }
        parameter
                .putObject("shape")
                .<ObjectNode>set("x", Snapshot.numbers(middles))
                .set("y", Snapshot.numbers(density));
    }
}
