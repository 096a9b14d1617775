package org.tumen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.tumen.declare.ParameterEntry;
import org.tumen.declare.ParameterCatalogue;

class ScenarioPropertiesTest {
    private static final Scenario BASE =
            ScenarioReader.read(Path.of("scenarios/coalition.yaml")).scenario();
    private static Path folder = Path.of(".");
    private static String text = "";

    @BeforeContainer
    static void prepare() throws IOException {
        folder = Files.createTempDirectory("scenarios");
        text = ScenarioWriter.yaml(BASE);
    }

    @AfterContainer
    static void clean() throws IOException {
        Files.deleteIfExists(folder.resolve("mutant.yaml"));
        Files.delete(folder);
    }

    @Property(tries = 40, seed = "1")
    void anyValuesInRangeReadBackEqual(@ForAll("inRange") Map<String, String> overrides) throws IOException {
        Reading reading = ScenarioReader.override(BASE, overrides);
        // Rules across fields may still refuse a draw; anything else in range must do.
        assertThat(reading.problems())
                .allMatch(p -> p.message().contains("must not exceed")
                        || p.message().contains("must rise")
                        || p.message().contains("must not add up"));
        if (reading.valid()) {
            RoundTrips.check(reading.scenario());
        }
    }

    @Property(tries = 150, seed = "2")
    void aValueOutOfRangeIsNamedByItsPath(@ForAll("numbers") ParameterEntry entry, @ForAll boolean above) {
        double bound = above ? entry.max() : entry.min();
        String value = Double.isFinite(bound) ? Double.toString(above ? bound + 1 : bound - 1) : ".inf";
        Reading reading = ScenarioReader.override(BASE, Map.of(entry.path(), value));
        assertThat(reading.valid()).isFalse();
        assertThat(reading.problems())
                .allMatch(p -> p.path().equals(entry.path()) && p.file().equals("--set"));
    }

    @Property(tries = 300, seed = "3")
    void noMutationOfAFileThrows(@ForAll("mutants") byte[] mutant) throws IOException {
        Path file = folder.resolve("mutant.yaml");
        Files.write(file, mutant);
        Reading reading = ScenarioReader.read(file);
        assertThat(reading.valid()).isEqualTo(reading.problems().isEmpty());
        assertThat(reading.problems())
                .allMatch(p -> p.file().equals(file.toString())
                        && !p.message().isBlank()
                        && p.toString().startsWith(file.toString())
                        && p.toString().chars().noneMatch(c -> c < ' ' || c == 0x202E));
    }

    private static List<ParameterEntry> entries() {
        return ParameterCatalogue.of(BASE).stream()
                .filter(e -> e.type().equals("number") || e.type().equals("whole number"))
                .toList();
    }

    @Provide
    Arbitrary<ParameterEntry> numbers() {
        return Arbitraries.of(entries());
    }

    @Provide
    Arbitrary<Map<String, String>> inRange() {
        Arbitrary<Map.Entry<String, String>> pair = numbers().flatMap(e -> {
            double min = Double.isFinite(e.min()) ? e.min() : -1e9;
            double max = Double.isFinite(e.max()) ? e.max() : 1e9;
            Arbitrary<String> value = e.type().equals("number")
                    ? Arbitraries.doubles().between(min, max).ofScale(12).map(d -> Double.toString(d))
                    : Arbitraries.longs().between((long) min, (long) max).map(l -> Long.toString(l));
            return value.map(v -> Map.entry(e.path(), v));
        });
        Arbitrary<String> label = Arbitraries.strings()
                .withChars("aé: #'\"-~\u65e5no0\\{&*!|>%@")
                .ofMinLength(1)
                .ofMaxLength(20);
        return Combinators.combine(pair.list().ofMaxSize(25), label).as((pairs, words) -> {
            Map<String, String> overrides = new LinkedHashMap<>();
            pairs.forEach(p -> overrides.put(p.getKey(), p.getValue()));
            String quoted = "'" + words.replace("'", "''") + "'";
            overrides.put("actors.japan.label", quoted);
            overrides.put("description", quoted);
            return overrides;
        });
    }

    @Provide
    Arbitrary<byte[]> mutants() {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Arbitrary<Integer> at = Arbitraries.integers().between(0, bytes.length - 1);
        Arbitrary<byte[]> insert = Arbitraries.of(
                        "\u0000", "\u202e", "{", "]", "\"", "%", "\t", "- ", "&a ", "*a", "!!x ", "\n---\n", ": ", "?",
                        "|", "1e999")
                .map(s -> s.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> random =
                Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(4);
        return Combinators.combine(
                        at,
                        Arbitraries.oneOf(insert, random),
                        Arbitraries.integers().between(0, 30))
                .as((where, what, cut) -> {
                    int resume = Math.min(bytes.length, where + cut);
                    byte[] mutant = new byte[where + what.length + bytes.length - resume];
                    System.arraycopy(bytes, 0, mutant, 0, where);
                    System.arraycopy(what, 0, mutant, where, what.length);
                    System.arraycopy(bytes, resume, mutant, where + what.length, bytes.length - resume);
                    return mutant;
                });
    }
}
