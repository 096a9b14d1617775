package org.tumen.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.cli.Main;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.document.Problem;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Reading;
import org.tumen.scenario.ScenarioReader;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.ResultReader;
import org.tumen.store.file.StoreException;
import org.tumen.store.query.Answers;
import org.tumen.store.query.QueryLimits;
import org.tumen.store.verify.ResultVerifier;

/**
 * Damaged and made-up scenarios, studies, conditions, results and queries. Whatever is read is either taken or refused in
 * words: no exception but the store's own, no case longer than two seconds, no file outside of the case's own folder.
 *
 * <p>{@code -Dtumen.fuzz.cases=N} sets the number of cases, {@code -Dtumen.fuzz.seed=S} their seed; the profile {@code fuzz}
 * runs 100,000 in a heap of 256 MiB. A failure names its kind and number, by which the same case is made again.
 */
class FuzzTest {
    private static final int CASES = Integer.getInteger("tumen.fuzz.cases", 2_000);
    private static final long SEED = Long.getLong("tumen.fuzz.seed", 20_261_124L);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final QueryLimits LIMITS = new QueryLimits(100, Duration.ofSeconds(1), 64, 4);
    private static final int WEEKS_RUN = 200;

    @TempDir
    static Path folder;

    private static final Map<String, long[]> FIGURES = new TreeMap<>();
    private static List<String> scenarios;
    private static List<String> studies;
    private static Path original;
    private static List<Path> parts;
    private static Path work;
    private static Path sentinel;

    /** What a case does with its mutator. */
    private interface Case {
        /** Makes and reads it; true when it was taken as valid. */
        boolean run(Mutator mutator) throws IOException;
    }

    @BeforeAll
    static void prepare() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        sentinel = Files.writeString(
                Files.createDirectory(folder.resolve("outside")).resolve("kept.txt"), "kept");
        scenarios = texts(Path.of("scenarios"));
        studies = texts(Path.of("scenarios/studies"));
        for (Path file : files(Path.of("scenarios"))) {
            Files.copy(file, work.resolve(file.getFileName()));
        }
        Files.createDirectory(work.resolve("studies"));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        Path results = folder.resolve("made");
        int status =
                Main.run(out, out, "batch", "scenarios/baseline.yaml", "--runs", "40", "--out", results.toString());
        assertThat(status).as(said.toString()).isZero();
        try (Stream<Path> manifests = Files.walk(results)) {
            original = manifests
                    .filter(f -> f.endsWith("manifest.json"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
        try (Stream<Path> all = Files.walk(original)) {
            parts = all.filter(Files::isRegularFile)
                    .map(original::relativize)
                    .filter(f -> f.toString().matches(".*\\.(json|parquet|csv)"))
                    .toList();
        }
    }

    private static List<Path> files(Path of) throws IOException {
        try (Stream<Path> listed = Files.list(of)) {
            return listed.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private static List<String> texts(Path of) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : files(of)) {
            texts.add(Files.readString(file));
        }
        return texts;
    }

    @AfterAll
    static void tell() {
        FIGURES.forEach((kind, f) -> System.out.printf(
                Locale.ROOT,
                "fuzz %s: %,d cases, %,d taken, longest %d ms, %.1f s%n",
                kind,
                f[0],
                f[1],
                f[2],
                f[3] / 1e3));
        Runtime memory = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "fuzz: heap limit %d MiB, in use at the end %d MiB%n",
                memory.maxMemory() >> 20,
                (memory.totalMemory() - memory.freeMemory()) >> 20);
    }

    private static void fuzz(String kind, double share, Case one) throws IOException {
        int cases = (int) Math.round(CASES * share);
        long[] figures = new long[4];
        for (int i = 0; i < cases; i++) {
            long before = processorTime();
            boolean taken;
            try {
                taken = one.run(new Mutator(seed(kind, i)));
            } catch (RuntimeException | Error e) {
                throw new AssertionError("case " + i + " of " + kind + ": " + e, e);
            }
            long millis = (processorTime() - before) / 1_000_000;
            assertThat(millis)
                    .as("milliseconds of processor time of case %d of %s", i, kind)
                    .isLessThan(LONGEST.toMillis());
            figures[0]++;
            figures[1] += taken ? 1 : 0;
            figures[2] = Math.max(figures[2], millis);
            figures[3] += millis;
        }
        FIGURES.put(kind, figures);
        try (Stream<Path> outside = Files.list(sentinel.getParent())) {
            assertThat(outside).as("files after " + kind).containsExactly(sentinel);
        }
        assertThat(Files.readString(sentinel)).isEqualTo("kept");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("work", "outside", "made");
        }
    }

    /** Nanoseconds that a processor gave to this thread: a busy machine makes a case wait, and that is no fault of it. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long seed(String kind, int number) {
        return SEED * 31 + kind.hashCode() * 1_000_003L + number;
    }

    /** A scenario is taken or refused in words; one that is taken runs. */
    private static boolean read(Path file, ScenarioReader.Options options) {
        Reading reading = ScenarioReader.read(file, options);
        if (!reading.valid()) {
            assertThat(reading.problems()).isNotEmpty();
            for (Problem problem : reading.problems()) {
                clean(problem.toString());
            }
            return false;
        }
        if (reading.scenario().weeks() <= WEEKS_RUN) {
            for (double outcome : new DiplomacySim(reading.scenario()).run(new RunKey(1, 0))) {
                assertThat(outcome).isFinite();
            }
        }
        return true;
    }

    /** Words for people: no stack trace and no exception of Java's, though what the user wrote may be quoted. */
    private static void clean(String message) {
        assertThat(message)
                .isNotBlank()
                .doesNotContain("\tat ")
                .doesNotContainPattern("(java|com|org|net)\\.[\\w.$]+(Exception|Error)\\b");
    }

    @Test
    void scenarios() throws IOException {
        fuzz("scenarios", 0.505, m -> {
            String text = m.pick(scenarios);
            Path file = work.resolve("case.yaml");
            Files.write(
                    file,
                    m.random.nextInt(5) == 0
                            ? m.bytes(text.getBytes(StandardCharsets.UTF_8))
                            : m.text(text).getBytes(StandardCharsets.UTF_8));
            return read(file, ScenarioReader.Options.NONE);
        });
    }

    @Test
    void overrides() throws IOException {
        List<String> paths =
                ParameterCatalogue.of(ScenarioReader.read(Path.of("scenarios/baseline.yaml"))
                                .scenario())
                        .stream()
                        .map(e -> e.path())
                        .toList();
        fuzz("overrides", 0.24, m -> {
            String value = m.random.nextBoolean() ? m.nasty() : m.text(String.valueOf(m.random.nextInt(100) / 50.0));
            String path = m.pick(paths);
            String set = m.random.nextInt(3) == 0 ? m.text(path + "=" + value) : path + "=" + value;
            return read(work.resolve("baseline.yaml"), new ScenarioReader.Options(List.of(set), false));
        });
    }

    @Test
    void conditions() throws IOException {
        String rules = Files.readString(Path.of("scenarios/quiet-packages-with-dialogue.yaml"));
        List<String> lines = rules.lines().toList();
        List<Integer> conditions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("when:")) {
                conditions.add(i);
            }
        }
        assertThat(conditions).isNotEmpty();
        fuzz("conditions", 0.21, m -> {
            List<String> changed = new ArrayList<>(lines);
            int at = m.pick(conditions);
            String line = changed.get(at);
            int from = line.indexOf("when:") + "when:".length();
            String expression = m.random.nextBoolean()
                    ? m.expression()
                    : m.text(line.substring(from)
                            .replaceAll("[\"'{}]|, *do:.*", "")
                            .strip());
            String quoted = expression.replace("'", "''").replaceAll("\\p{Cntrl}", " ");
            String rest = line.contains("do:") && line.contains("{") ? line.substring(line.indexOf(", do:")) : "";
            changed.set(at, line.substring(0, from) + " '" + quoted + "'" + rest);
            Path file = work.resolve("case.yaml");
            Files.writeString(file, String.join("\n", changed).replaceAll("[\ud800-\udfff]", "?"));
            return read(file, ScenarioReader.Options.NONE);
        });
    }

    @Test
    void studies() throws IOException {
        fuzz("studies", 0.01, m -> {
            Path file = work.resolve("studies/case.yaml");
            Files.write(file, m.text(m.pick(studies)).getBytes(StandardCharsets.UTF_8));
            StringWriter said = new StringWriter();
            PrintWriter print = new PrintWriter(said);
            // The command line says "failed" of anything that no part of the program expected.
            int status = Main.run(print, print, "validate", file.toString());
            assertThat(status).as(said.toString()).isIn(Main.DONE, Main.BAD_INPUT);
            clean(said.toString());
            return status == Main.DONE;
        });
    }

    @Test
    void results() throws IOException {
        fuzz("results", 0.015, m -> {
            Path copy = work.resolve("result");
            Path damaged = m.pick(parts);
            for (Path part : parts) {
                Path to = copy.resolve(part);
                Files.createDirectories(to.getParent());
                byte[] bytes = Files.readAllBytes(original.resolve(part));
                Files.write(to, part.equals(damaged) ? m.bytes(bytes) : bytes);
            }
            boolean sound = true;
            try {
                for (var problem : ResultVerifier.verify(copy, rows -> {}).discrepancies()) {
                    clean(problem.toString().replace(copy.toString(), ""));
                    sound = false;
                }
            } catch (StoreException e) {
                sound = false;
            }
            try (ResultReader reader = ResultReader.open(copy)) {
                reader.identity().arms().forEach(arm -> {
                    reader.column(arm.name(), Outcome.MEAN_STABILITY);
                    reader.weekly(arm.name());
                });
            } catch (StoreException e) {
                clean(String.valueOf(e.getMessage()));
            }
            return sound;
        });
    }

    @Test
    void queries() throws IOException {
        try (ResultReader reader = ResultReader.open(original)) {
            String outside = sentinel.resolveSibling("out.csv").toString();
            fuzz("queries", 0.02, m -> {
                String sql = m.random.nextInt(4) == 0
                        ? m.text("select any_crisis, avg(mean_stability) from runs group by all order by 1")
                        : m.sql(m.random.nextBoolean() ? outside : sentinel.toString());
                try {
                    var found = Answers.ask(reader, sql, LIMITS);
                    assertThat(found.rows().toString()).doesNotContain("kept").doesNotContain("root:");
                    return true;
                } catch (StoreException e) {
                    assertThat(String.valueOf(e.getMessage())).doesNotContain("\tat ", "java.sql", "org.duckdb");
                    return false;
                }
            });
        }
        assertThat(Arrays.asList(Path.of(".").toFile().list())).doesNotContain("out.csv");
    }
}
