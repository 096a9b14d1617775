package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A role is added to a copy of the program: a mediator, who invites the sides when tension is high. Shows how many files that
 * touches beside its own, and that the rest follows: reading, casting, {@code params}, scripts of answers, traces, rules.
 */
@Tag("slow")
class AddedRoleTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path OWN = Path.of("src/test/resources/role");

    /** Where a line is put in, and the line: file, what stands behind it, what is put before that. */
    private record Insertion(String file, String before, String line) {}

    private static final List<Insertion> INSERTIONS = List.of(
            new Insertion("world/Role.java", "    /** The UN Security Council. */", "    MEDIATOR,\n"),
            new Insertion(
                    "world/Action.java",
                    "    /** The Council's penholder tables nothing. */",
                    "    STAY_AWAY,\n    INVITE,\n"),
            new Insertion(
                    "world/Question.java",
                    "    /** To the Council's penholder",
                    "    MEDIATION(Role.MEDIATOR, \"whether to invite\", Action.STAY_AWAY, Action.INVITE),\n"),
            new Insertion(
                    "scenario/actor/RoleKeys.java",
                    "            Role.COUNCIL, new Registration(",
                    "            Role.MEDIATOR, new Registration(Mediator.class, \"patient\", false),\n"),
            new Insertion(
                    "simulation/WeekOfPhases.java",
                    "    private final transient CouncilPhase council;",
                    "    private final transient MediationPhase mediation;\n"),
            new Insertion(
                    "simulation/WeekOfPhases.java",
                    "                new CouncilPhase(world),",
                    "                new MediationPhase(world),\n"),
            new Insertion(
                    "simulation/WeekOfPhases.java",
                    "            CouncilPhase council,",
                    "            MediationPhase mediation,\n"),
            new Insertion("simulation/WeekOfPhases.java", "council, region});", "mediation, "),
            new Insertion(
                    "simulation/WeekOfPhases.java",
                    "        this.council = council;",
                    "        this.mediation = mediation;\n"),
            new Insertion(
                    "simulation/WeekOfPhases.java",
                    "        council.step(state);",
                    "        mediation.step(state);\n"));

    @Test
    void touchesFiveFilesBesideItsOwn(@TempDir Path folder) throws Exception {
        Map<String, String> touched = touched();
        assertThat(touched).hasSize(5);
        Path classes = compiled(folder, touched);
        for (String scenario : List.of("reference.yaml", "baseline.yaml")) {
            Files.copy(Path.of("scenarios", scenario), folder.resolve(scenario));
        }
        Files.copy(OWN.resolve("mediated.yaml"), folder.resolve("mediated.yaml"));
        String file = folder.resolve("mediated.yaml").toString();
        try (URLClassLoader loader = program(classes)) {
            assertThat(said(loader, "validate", file)).contains("mediated");
            assertThat(said(loader, "params", "--search", "mediator"))
                    .contains("actors.<mediator>.policy.tension", "actors.<mediator>.iso3");
            String told = said(loader, "trace", file, "--run", "3", "--why");
            assertThat(told.lines().filter(line -> line.contains("Switzerland appeals to")))
                    .hasSize(2);
            assertThat(told).contains("Switzerland, whether to invite: ");
            assertThat(said(loader, "trace", file, "--run", "3", "--set", "actors.switzerland.policy.most=0"))
                    .doesNotContain("Switzerland appeals to");
            // A script and rules, which can name the public record, are there for every role.
            String rules = folder.resolve("rules.yaml").toString();
            said(loader, "init", "rules", "--actor", "switzerland", "--scenario", file, "--to", rules);
            said(loader, "trace", rules);
            String script = "actors.switzerland.policy={type: script, acts: [{week: 3, act: invite}]}";
            assertThat(said(loader, "trace", file, "--run", "3", "--set", script))
                    .contains("Switzerland appeals to");
        }
    }

    private static Map<String, String> touched() throws IOException {
        Map<String, String> touched = new LinkedHashMap<>();
        for (Insertion insertion : INSERTIONS) {
            String text = touched.containsKey(insertion.file)
                    ? touched.get(insertion.file)
                    : Files.readString(SOURCES.resolve("org/tumen").resolve(insertion.file));
            assertThat(text).as(insertion.file).containsOnlyOnce(insertion.before);
            touched.put(insertion.file, text.replace(insertion.before, insertion.line + insertion.before));
        }
        return touched;
    }

    /** The classes that the role makes or changes; the others are those of the program. */
    private static Path compiled(Path folder, Map<String, String> touched) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Map.Entry<String, String> file : touched.entrySet()) {
            Path copy = folder.resolve("changed").resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            sources.add(Files.writeString(copy, file.getValue()));
        }
        try (Stream<Path> own = Files.walk(OWN.resolve("java"))) {
            own.filter(f -> f.toString().endsWith(".java")).forEach(sources::add);
        }
        // Whoever switches over roles or answers must do with one more: all is compiled, not the changed files alone.
        try (Stream<Path> all = Files.walk(SOURCES)) {
            all.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !touched.containsKey(SOURCES.resolve("org/tumen")
                            .relativize(f)
                            .toString()
                            .replace(File.separatorChar, '/')))
                    .forEach(sources::add);
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        StringWriter errors = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(
                            errors, files, null, arguments, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(done).as(errors.toString()).isTrue();
        }
        return classes;
    }

    /** The program with the role, whose classes come before those without it. */
    private static URLClassLoader program(Path classes) throws IOException {
        List<URL> path = new ArrayList<>();
        path.add(classes.toUri().toURL());
        path.add(OWN.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            path.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static String said(ClassLoader loader, String... args) throws Exception {
        StringWriter out = new StringWriter();
        Method run = loader.loadClass("org.tumen.cli.Main")
                .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class);
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Object status = run.invoke(null, new PrintWriter(out), new PrintWriter(out), args);
            assertThat(status).as(Arrays.toString(args) + "\n" + out).isEqualTo(0);
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
        return out.toString();
    }
}
