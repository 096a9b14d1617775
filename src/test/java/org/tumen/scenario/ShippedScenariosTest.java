package org.tumen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.declare.ParameterCatalogue;
import org.tumen.declare.ParameterEntry;
import org.tumen.declare.Resolved;
import org.tumen.document.Document;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.document.Problems;

class ShippedScenariosTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ScenarioSchema.generate());

    static List<Path> files() throws IOException {
        try (Stream<Path> listed = Files.list(Path.of("scenarios"))) {
            return listed.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @Test
    void thereAreFifteenBesideTheReference() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isValidNamedAsItsFileAndAsksAQuestion(Path file) {
        Reading reading = ScenarioReader.read(file);
        assertThat(reading.problems()).isEmpty();
        assertThat(file.getFileName()).hasToString(reading.scenario().name() + ".yaml");
        assertThat(reading.scenario().description()).contains("?").hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("files")
    void validatesAgainstTheSchemaAsWrittenAndResolved(Path file) throws IOException {
        // Read as YAML 1.2, as editors do: Jackson would take a vote of "no" for a truth value.
        Problems problems = new Problems();
        Node.Mapping written = Document.read(file, file.toString(), problems);
        assertThat(problems.list()).isEmpty();
        assertThat(SCHEMA.validate(Resolved.node(written))).isEmpty();
        JsonNode resolved =
                new ObjectMapper().readTree(Json.text(ScenarioReader.read(file).document()));
        assertThat(SCHEMA.validate(resolved)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsBackEqual(Path file) throws IOException {
        Scenario scenario = ScenarioReader.read(file).scenario();
        RoundTrips.check(scenario);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{weks: 1}",
                "{weeks: 0}",
                "{weeks: 1.5}",
                "{deal: {start: shipping}}",
                "{deal: {terms: {grid_point: 3}}}",
                "{actors: {japan: {role: warnr}}}",
                "{actors: {japan: {role: warner, secrecy: 0.1}}}",
                "{actors: {Japan: {role: warner}}}",
                "{actors: {japan: {role: warner, policy: {type: penholder}}}}",
                "{actors: {japan: {role: warner, policy: {type: silent, assertiveness: 1}}}}",
                "{actors: {japan: {role: warner, policy: {assertiveness: 9}}}}",
                "{actors: {japan: {role: warner, policy: {type: script, acts: [{week: 1, act: launch}]}}}}",
                "{actors: {un: {role: council, roster: 1999}}}",
                "{actors: {un: {role: council, aligned: [rus]}}}"
            })
    void theSchemaRefusesWhatTheReaderRefuses(String text) throws IOException {
        ObjectNode mutant = (ObjectNode) new YAMLMapper().readTree(text);
        mutant.put("extends", "baseline.yaml");
        assertThat(SCHEMA.validate(mutant)).isNotEmpty();
    }

    @Test
    void theSchemaWantsACastOfAFileThatExtendsNothing() throws IOException {
        assertThat(SCHEMA.validate(new YAMLMapper().readTree("{weeks: 3}"))).isNotEmpty();
        assertThat(SCHEMA.validate(new YAMLMapper().readTree("{weeks: 3, extends: x.yaml}")))
                .isEmpty();
    }

    @Test
    void theReferenceHasTheDeclaredDefaults() {
        Scenario reference =
                ScenarioReader.read(Path.of("scenarios/reference.yaml")).scenario();
        assertThat(ParameterCatalogue.of(reference).stream().filter(ParameterEntry::differs))
                .extracting(ParameterEntry::path)
                .containsExactly("actors.security_council.roster");
        var members = reference.council().roster().on(reference.start()).members();
        assertThat(members.stream().filter(m -> m.permanent()).map(m -> m.iso3()))
                .containsExactly("CHN", "FRA", "RUS", "GBR", "USA");
        // The sum of the model page's fifteen ideal points.
        assertThat(members.stream().mapToDouble(m -> m.ideal()).sum()).isCloseTo(3.84, within(1e-9));
    }

    @Test
    void theCatalogueListsEveryPathOfAScenario() {
        Scenario baseline =
                ScenarioReader.read(Path.of("scenarios/baseline.yaml")).scenario();
        List<ParameterEntry> entries = ParameterCatalogue.of(baseline);
        assertThat(entries)
                .extracting(ParameterEntry::path)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(180);
        assertThat(entries).isNotEmpty().allMatch(e -> !e.meaning().isEmpty() && e.current() != null);
        ObjectNode document = Resolved.document(baseline);
        assertThat(entries)
                .allMatch(e -> !document.at("/" + e.path().replace('.', '/')).isMissingNode());
    }
}
