package org.tumen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.cli.Main;

/**
 * One flipped byte in any file of a result: whatever reads the result names the damage and ends with status 1, or tells the
 * numbers that it told before; the command that made it makes it again. No command tells other numbers with status 0.
 *
 * <p>{@code -Dtumen.damage.cases=N} sets the number of flips, {@code -Dtumen.fuzz.seed=S} where they are.
 */
class DamageTest {
    private static final int CASES = Integer.getInteger("tumen.damage.cases", 48);
    private static final long SEED = Long.getLong("tumen.fuzz.seed", 20_261_124L);

    /** Of so many flips one is answered by the command that made the result, which takes longest. */
    private static final int REMADE = 3;

    private static final String SQL = "select arm, count(*) as n, avg(mean_stability) as s, sum(mean_pressure) as p"
            + " from runs group by arm order by arm";

    @TempDir
    private static Path root;

    private static final Map<String, Made> RESULTS = new TreeMap<>();

    /** A result, the command that made it, what it answers and its tables. */
    private record Made(List<String> command, Path folder, String answer, Map<String, String> tables) {}

    /** How a command ended. */
    private record Ending(int status, String out, String err) {}

    private static Ending run(List<String> args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
        return new Ending(status, out.toString(), err.toString());
    }

    @BeforeAll
    static void make() throws IOException {
        make("batch", List.of("batch", "scenarios/baseline.yaml", "--runs", "30"));
        String scenario =
                "scenario: " + Path.of("scenarios/baseline.yaml").toAbsolutePath() + "\nseed: 1\nname: small\n";
        make("compare", List.of("compare", study("compare", scenario + """
                runs: 20
                baseline: usual
                arms: {usual: {}, silent: {set: {actors.japan.policy: {type: silent}}}}
                outcomes: [mean_stability]
                """), "--allow-outside"));
        make("search", List.of("search", study("search", scenario + """
                levers: {actors.russia.secrecy: {from: 0.1, to: 0.9}}
                runs: 5
                search:
                  {objectives: [mean_stability, delivered], population: 8, evaluations: 16, searches: 2, fresh_runs: 50, front: 4}
                """), "--allow-outside"));
        make("calibrate", List.of("calibrate", study("calibrate", scenario + """
                weeks: 40
                parameters:
                  actors.north_korea.policy.launch.drive:
                    {distribution: normal, mean: -2.8, deviation: 0.15, reason: A doubt of this test.}
                targets:
                  tests: {event: minor_launch, measure: count, until: 39, observed: 9, tolerance: 4, source: this test}
                calibrate: {method: abc_smc, particles: 24, generations: 2, min_acceptance: 0.001}
                """), "--allow-outside"));
    }

    private static String study(String kind, String text) throws IOException {
        return Files.writeString(root.resolve(kind + ".yaml"), text).toString();
    }

    private static void make(String kind, List<String> command) throws IOException {
        Path folder = root.resolve(kind);
        Ending made = run(with(command, folder));
        assertThat(made.status()).as(made.err()).isZero();
        Ending asked = run(List.of("query", folder.toString(), SQL, "--csv"));
        RESULTS.put(kind, new Made(command, folder, asked.out(), tables(folder)));
    }

    private static List<String> with(List<String> command, Path folder) {
        List<String> args = new ArrayList<>(command);
        args.addAll(List.of("--out", folder.toString()));
        return args;
    }

    private static Map<String, String> tables(Path folder) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".csv")) {
                tables.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return tables;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("lock"))
                    .sorted()
                    .toList();
        }
    }

    /** A file of a folder or ending chosen first, so that many pictures do not hide a single manifest. */
    private static Path pick(List<Path> files, Random random) {
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

    @Test
    void noFlippedByteChangesANumberUnsaid() throws IOException {
        List<String> kinds = List.copyOf(RESULTS.keySet());
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(SEED * 31 + i);
            Made made = RESULTS.get(kinds.get(i % kinds.size()));
            Path copy = root.resolve("case-" + i);
            copy(made.folder(), copy);
            Path file = pick(files(copy), random);
            byte[] bytes = Files.readAllBytes(file);
            // The last byte of a list of checksums ends a line and nothing else.
            int at = random.nextInt(bytes.length - 1);
            byte change = (byte) (1 << random.nextInt(8));
            bytes[at] ^= change;
            Files.write(file, bytes);
            String what = "case " + i + ": byte " + at + " of " + copy.relativize(file) + " of a "
                    + made.command().get(0);
            told(what, made, copy, copy.relativize(file));
            if (i / kinds.size() % REMADE == 0) {
                remade(what, made, copy);
            }
            remove(copy);
        }
    }

    private static void told(String what, Made made, Path copy, Path damaged) throws IOException {
        Ending verified = run(List.of("verify", copy.toString(), "--sample", "2"));
        assertThat(verified.status()).as(what).isEqualTo(Main.FAILED);
        assertThat(verified.err()).as(what).contains(damaged.getFileName().toString());
        Ending asked = run(List.of("query", copy.toString(), SQL, "--csv"));
        if (asked.status() == Main.FAILED) {
            assertThat(asked.err())
                    .as(what)
                    .contains("is damaged", damaged.getFileName().toString());
        } else {
            assertThat(asked.out()).as(what).isEqualTo(made.answer());
        }
        Ending report = run(List.of("report", copy.toString(), "--no-pictures"));
        if (report.status() == Main.FAILED) {
            assertThat(report.err()).as(what).contains("is damaged");
        } else if (report.status() == Main.DONE) {
            made.tables().forEach((name, text) -> {
                // The report of a batch makes its summary again, and leaves other tables as they are.
                if (name.equals("summary.csv") && made.command().get(0).equals("batch")) {
                    assertThat(copy.resolve(name)).as(what).content().isEqualTo(text);
                }
            });
        }
    }

    private static void remade(String what, Made made, Path copy) throws IOException {
        Ending again = run(with(made.command(), copy));
        assertThat(again.status()).as(what + ": " + again.err()).isZero();
        assertThat(tables(copy)).as(what).isEqualTo(made.tables());
        Ending verified = run(List.of("verify", copy.toString(), "--sample", "2"));
        assertThat(verified.status()).as(what + ": " + verified.err()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
