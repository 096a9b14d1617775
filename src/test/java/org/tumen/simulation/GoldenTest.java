package org.tumen.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;
import org.tumen.outcome.RunKey;
import org.tumen.scenario.Scenario;
import org.tumen.world.Event;

/**
 * The outcomes and the event log of a tiny scenario, to the bit. They change only when the model does; then refresh them with
 * {@code mvn test -Dtest=GoldenTest -Dtumen.golden=refresh} in a commit of their own that says why results moved.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/tumen/simulation");
    private static final Scenario TINY = TestScenarios.reference("weeks=40");

    @Test
    void outcomes() throws IOException {
        DiplomacySim sim = new DiplomacySim(TINY);
        StringBuilder text = new StringBuilder(
                "run," + Outcome.all().stream().map(Outcome::key).collect(Collectors.joining(",")) + "\n");
        for (int run = 0; run < 12; run++) {
            String values = Arrays.stream(sim.run(new RunKey(1, run)))
                    .mapToObj(Double::toHexString)
                    .collect(Collectors.joining(","));
            text.append(run).append(',').append(values).append('\n');
        }
        compare("golden-outcomes.csv", text.toString());
    }

    @Test
    void events() throws IOException {
        StringBuilder text = new StringBuilder("week,event,source,target,magnitude\n");
        for (Event e : RunTrace.of(TINY, new RunKey(1, 0)).events()) {
            text.append(e.week())
                    .append(',')
                    .append(e.kind().key())
                    .append(',')
                    .append(e.source())
                    .append(',');
            text.append(e.target())
                    .append(',')
                    .append(Double.toHexString(e.magnitude()))
                    .append('\n');
        }
        compare("golden-events.csv", text.toString());
    }

    private static void compare(String file, String actual) throws IOException {
        Path golden = FOLDER.resolve(file);
        if ("refresh".equals(System.getProperty("tumen.golden"))) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
