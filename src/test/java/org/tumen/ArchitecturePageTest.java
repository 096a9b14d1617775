package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.draw.Draws;
import org.tumen.draw.Streams;
import org.tumen.policy.Choice;
import org.tumen.policy.Policy;
import org.tumen.policy.PolicyProvider;
import org.tumen.policy.WarnerView;
import org.tumen.world.Action;
import org.tumen.world.PublicRecord;
import org.tumen.world.Question;
import org.tumen.world.Role;

/** Compiles the worked example of the architecture page, finds it by ServiceLoader and asks it a question. */
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("src/site/markdown/architecture.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern TYPE = Pattern.compile("(?m)^public (?:final )?(?:class|record) (\\w+)");

    @Test
    void theWorkedExampleWorks(@TempDir Path folder) throws Exception {
        compile(sources(folder), folder);
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(PolicyProvider.class.getName()), "org.example.DrumbeatWarner\n");
        URL[] path = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            PolicyProvider<?, ?> provider = StreamSupport.stream(
                            ServiceLoader.load(PolicyProvider.class, loader).spliterator(), false)
                    .filter(p -> p.type().equals("drumbeat"))
                    .findFirst()
                    .orElseThrow();
            assertThat(provider.role()).isEqualTo(Role.WARNER);
            assertThat(answer(provider, 0.6, 9)).isEqualTo(Action.WARN);
            assertThat(answer(provider, 0.6, 3)).isEqualTo(Action.HOLD);
            assertThat(answer(provider, 0.4, 9)).isEqualTo(Action.HOLD);
        }
    }

    private static List<Path> sources(Path folder) throws Exception {
        List<Path> sources = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            Matcher type = TYPE.matcher(block.group(1));
            if (!block.group(1).startsWith("package org.example;")) {
                continue;
            }
            assertThat(type.find()).isTrue();
            sources.add(Files.writeString(folder.resolve(type.group(1) + ".java"), block.group(1)));
        }
        assertThat(sources).hasSize(2);
        return sources;
    }

    private static void compile(List<Path> sources, Path target) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-d",
                    target.toString(),
                    "-cp",
                    place(PolicyProvider.class) + File.pathSeparator + place(NullMarked.class));
            var units = files.getJavaFileObjectsFromPaths(sources);
            assertThat(compiler.getTask(said, files, null, options, null, units).call())
                    .as(said.toString())
                    .isTrue();
        }
    }

    private static Path place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @SuppressWarnings("unchecked")
    private static Action answer(PolicyProvider<?, ?> provider, double belief, int sinceWarning) throws Exception {
        PolicyProvider<WarnerView, Record> warner = (PolicyProvider<WarnerView, Record>) provider;
        Record parameters = warner.parameters()
                .getDeclaredConstructor(double.class, int.class)
                .newInstance(0.5, 6);
        Policy<WarnerView> policy = warner.create(parameters);
        Choice choice = new Choice("japan", Question.STATEMENT, new Draws(), new Streams());
        return policy.decide(new Seen(belief, sinceWarning), choice.ask(0));
    }

    /** A view in which only what the example uses can be asked for. */
    private record Seen(double belief, int weeksSinceWarning) implements WarnerView {
        @Override
        public int week() {
            return 0;
        }

        @Override
        public PublicRecord record() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean signal() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double credibility() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean commitmentOpen() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Action lastAction() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double repetition() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int weeksSinceAct() {
            throw new UnsupportedOperationException();
        }

        @Override
        public LocalDate date() {
            throw new UnsupportedOperationException();
        }

        @Override
        public double fatigue() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean packagePending() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int packages() {
            throw new UnsupportedOperationException();
        }
    }
}
