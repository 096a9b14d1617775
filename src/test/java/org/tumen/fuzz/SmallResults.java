package org.tumen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tumen.cli.Main;
import org.tumen.study.StudyKinds;

/** Small results of the nine kinds, as the program makes them, for tests that damage copies of them. */
final class SmallResults {
    private static final String LEVERS = """
            uncertainties: {actors.russia.secrecy: {from: 0.1, to: 0.9}, actors.russia.generosity: {from: 0.1, to: 0.9}}
            outcomes: [mean_stability, delivered]
            runs: 8
            """;

    /** What each kind adds to the scenario; a batch has no study. */
    private static final Map<String, String> STUDIES = Map.of(
            "compare", """
                    runs: 20
                    baseline: usual
                    arms: {usual: {}, silent: {set: {actors.japan.policy: {type: silent}}}}
                    outcomes: [mean_stability]
                    """,
            "search", """
                    levers: {actors.russia.secrecy: {from: 0.1, to: 0.9}}
                    runs: 5
                    search:
                      {objectives: [mean_stability, delivered], population: 8, evaluations: 16, searches: 2, fresh_runs: 50, front: 4}
                    """,
            "calibrate", """
                    weeks: 40
                    parameters:
                      actors.north_korea.policy.launch.drive:
                        {distribution: normal, mean: -2.8, deviation: 0.15, reason: A doubt of this test.}
                    targets:
                      tests: {event: minor_launch, measure: count, until: 39, observed: 9, tolerance: 4, source: this test}
                    calibrate: {method: abc_smc, particles: 24, generations: 2, min_acceptance: 0.001}
                    """,
            "sweep", LEVERS + "sweep: {method: latin_hypercube, points: 4}\n",
            "sensitivity", LEVERS + "sensitivity: {method: morris, trajectories: 3, resamples: 20}\n",
            "discover",
                    LEVERS + "discover: {condition: mean_stability >= 54, points: 50, resamples: 2, luck: common}\n",
            "game", """
                    players:
                      russia:
                        objective: delivered
                        strategies: {open: {actors.russia.secrecy: 0.1}, discreet: {actors.russia.secrecy: 0.8}}
                      council:
                        objective: mean_stability
                        strategies:
                          calm: {actors.security_council.policy.failure_cost: 0.1}
                          tense: {actors.security_council.policy.failure_cost: 0.9}
                    runs: 30
                    game: {most_runs: 30}
                    """,
            "hindcast", "runs: 30\nhindcast: {parts: [launches, crises], draws: 500}\n");

    private final Path root;

    /** Results below a folder. */
    SmallResults(Path root) {
        this.root = root;
    }

    /** How a command ended. */
    record Ending(int status, String out, String err) {}

    /** A result and the command that made it, without where to. */
    record Made(String kind, List<String> command, Path folder) {
        /** The command, into some folder. */
        List<String> into(Path out) {
            List<String> args = new ArrayList<>(command);
            args.addAll(List.of("--out", out.toString()));
            return args;
        }
    }

    static Ending run(List<String> args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
        return new Ending(status, out.toString(), err.toString());
    }

    /** One of each of some kinds, by its name; of all of them where that is wanted. */
    Map<String, Made> make(boolean all) throws IOException {
        Map<String, Made> made = new TreeMap<>();
        made.put("batch", make("batch", List.of("batch", "scenarios/baseline.yaml", "--runs", "30")));
        for (String file : List.of("baseline.yaml", "reference.yaml")) {
            Files.copy(Path.of("scenarios", file), root.resolve(file));
        }
        for (Map.Entry<String, String> study : STUDIES.entrySet()) {
            String kind = study.getKey();
            if (!all && !List.of("compare", "search", "calibrate").contains(kind)) {
                continue;
            }
            Path file = Files.writeString(
                    root.resolve(kind + ".yaml"), "scenario: baseline.yaml\nseed: 1\nname: small\n" + study.getValue());
            List<String> command = StudyKinds.EXPLORING.contains(kind)
                    ? List.of("explore", kind, file.toString())
                    : List.of(kind, file.toString());
            made.put(kind, make(kind, command));
        }
        return made;
    }

    private Made make(String kind, List<String> command) {
        Made made = new Made(kind, command, root.resolve(kind));
        Ending ending = run(made.into(made.folder()));
        assertThat(ending.status()).as(kind + ": " + ending.err()).isZero();
        return made;
    }

    /** The files of a folder but its lock, in order. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .filter(f -> !f.endsWith("lock"))
                    .sorted()
                    .toList();
        }
    }

    /** A file of a folder or ending chosen first, so that many pictures do not hide a single manifest. */
    static Path pick(List<Path> files, Random random) {
        Map<String, List<Path>> groups = new TreeMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            String ending = name.contains(".") ? name.substring(name.lastIndexOf('.')) : name;
            groups.computeIfAbsent(file.getParent().getFileName() + ending, g -> new ArrayList<>())
                    .add(file);
        }
        List<List<Path>> all = List.copyOf(groups.values());
        List<Path> group = all.get(random.nextInt(all.size()));
        return group.get(random.nextInt(group.size()));
    }

    /** The content of every file of a folder, by its path. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(folder)) {
            contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException e) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
