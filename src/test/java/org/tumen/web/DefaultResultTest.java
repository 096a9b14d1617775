package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.scenario.Scenario;
import org.tumen.study.Tumen;

/**
 * The result that the page begins with is what the model gives today. {@code mvn test -Dtest=DefaultResultTest
 * -Dtumen.golden=refresh} writes it again.
 */
class DefaultResultTest {
    private static final int RUNS = 4_000;
    private static final Path FILE = Path.of("src/main/resources/org/tumen/web/default.json");

    @Test
    void theShippedResultIsNotStale() throws Exception {
        Scenario scenario = Tumen.scenario(Path.of("scenarios/baseline.yaml"));
        LiveBatch batch = new LiveBatch("default", "baseline", Map.of(), "", scenario, 1, RUNS);
        batch.start(2, () -> {});
        while (batch.state() == LiveBatch.State.RUNNING) {
            batch.await(batch.completed(), 1_000);
        }
        ObjectNode now = Snapshot.of(batch);
        // What tells of this machine and moment, not of the model.
        now.remove(List.of("id", "begun", "runs_a_second", "state", "wanted", "problem", "failed", "overrides"));
        now.remove("table");
        String text = now + "\n";
        if ("refresh".equals(System.getProperty("tumen.golden"))) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE)).isEqualTo(text);
    }
}
