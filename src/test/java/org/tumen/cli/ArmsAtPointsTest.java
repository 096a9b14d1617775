package org.tumen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discoveries and sensitivity analyses of studies with several arms. */
class ArmsAtPointsTest {
    private static final String STUDY = """
            name: arms
            scenario: reference.yaml
            arms:
              usual: {}
              same: {set: {region.tension.start: 35}}
              silent: {set: {actors.japan.policy: {type: silent}}}
            uncertainties:
              region.impacts.spiral: {from: -1, to: 1}
              actors.russia.secrecy: {from: 0, to: 0.9}
            outcomes: [mean_tension]
            runs: 2
            discover: {condition: %s, points: 50, resamples: 2}
            sensitivity: {method: morris, trajectories: 10, of: [silent.mean_tension - usual.mean_tension]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void reference() throws IOException {
        Files.writeString(folder.resolve("reference.yaml"), Files.readString(Path.of("scenarios/reference.yaml")));
    }

    private Program.Ending explore(String kind, String study) throws IOException {
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, study);
        return InProcess.run(
                "explore", kind, file.toString(), "--out", folder.resolve(kind).toString());
    }

    @Test
    void armsMeetTheSamePointsAndTheSameLuck() throws IOException {
        Program.Ending ended = explore("discover", STUDY.formatted("silent.mean_tension < usual.mean_tension"));

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("50 points of 3 arms, 2 runs each", "on common random numbers");
        List<String> rows = Files.readAllLines(folder.resolve("discover/points.csv"));
        List<String> header = List.of(rows.get(0).split(","));
        int usual = header.indexOf("usual.mean_tension_mean");
        int silent = header.indexOf("silent.mean_tension_mean");
        int labelled = header.indexOf("case");
        assertThat(rows).hasSize(51);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            boolean holds = Double.parseDouble(cells[silent]) < Double.parseDouble(cells[usual]);
            assertThat(cells[labelled]).isEqualTo(String.valueOf(holds));
        }
    }

    @Test
    void differencesAreAnalysed() throws IOException {
        Program.Ending ended = explore("sensitivity", STUDY.formatted("usual.mean_tension > 0"));

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Mean tension, silent \u2212 usual, turns most on Region: impacts spiral");
        assertThat(Files.readString(folder.resolve("sensitivity/sensitivity.csv")))
                .contains("silent.mean_tension-usual.mean_tension,region.impacts.spiral,\u03bc*");
    }

    @Test
    void whatAnArmSetsCannotVary() throws IOException {
        String clash =
                STUDY.formatted("usual.mean_tension > 0").replace("region.tension.start", "actors.russia.secrecy");
        Program.Ending ended = explore("discover", clash.replace(": 35", ": 0.5"));

        assertThat(ended.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(ended.err()).contains("is set by the arm and varied by the study");

        Program.Ending own = explore(
                "discover",
                STUDY.formatted("usual.mean_tension > 0").replace("resamples: 2", "resamples: 2, luck: own"));
        assertThat(own.status()).isEqualTo(Main.BAD_INPUT);
        assertThat(own.err()).contains("must be common where arms are compared");
    }
}
