package org.tumen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.tumen.declare.Resolved;
import org.tumen.document.Document;
import org.tumen.document.Json;
import org.tumen.document.Node;
import org.tumen.document.Problems;

/** Checks that what is written reads back equal. */
final class RoundTrips {
    private RoundTrips() {}

    static void check(Scenario scenario) throws IOException {
        String text = Json.text(Resolved.document(scenario));
        Reading json = ScenarioReader.read(new ObjectMapper().readTree(text), "resolved");
        assertThat(json.problems()).isEmpty();
        assertThat(json.scenario()).isEqualTo(scenario);
        assertThat(Json.text(json.document())).isEqualTo(text);
        for (String yaml : new String[] {ScenarioWriter.yaml(scenario), ScenarioWriter.brief(scenario)}) {
            Problems problems = new Problems();
            Node.Mapping document = Document.parse(yaml, "written", problems);
            assertThat(problems.list()).isEmpty();
            Reading read = ScenarioReader.read(Resolved.node(document), "written");
            assertThat(read.problems()).as(yaml).isEmpty();
            assertThat(read.scenario()).isEqualTo(scenario);
            assertThat(Json.text(read.document())).isEqualTo(text);
        }
    }
}
