package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Commands are right where the server was started; all else says of folders their names alone. */
class PlacesTest {
    private static Places of(String host, String results) {
        return new Places(new ServerSettings(host, 0, Path.of("scenarios"), Path.of(results), 1, ServerSettings.QUERY));
    }

    @Test
    void aCommandKeepsItsResultAmongTheServers() {
        String command = "tumen compare scenarios/studies/it.yaml --outcomes any_crisis";
        assertThat(of("127.0.0.1", "results").here(command)).isEqualTo("./" + command);
        assertThat(of("127.0.0.1", Path.of("results").toAbsolutePath().toString())
                        .here(command))
                .isEqualTo("./" + command);
        assertThat(of("127.0.0.1", "/data/my results").here(command))
                .isEqualTo("TUMEN_RESULTS='/data/my results' ./" + command);
        for (String out : new String[] {" --out x", " --out=x", " '--out=x y'"}) {
            assertThat(of("127.0.0.1", "/data").here(command + out)).isEqualTo("./" + command + out);
        }
    }

    @Test
    void commandsAloneSayWhereFoldersLieAndOnlyAtThisMachine() {
        String json =
                "{\"command\":\"tumen a '/data/r/x \\\"y\\\"' --out /data/r/z\",\"problem\":\"/data/r/q is gone\"}";
        assertThat(of("127.0.0.1", "/data/r").answered(json)).isEqualTo(json.replace("/data/r/q", "results/q"));
        assertThat(of("0.0.0.0", "/data/r").answered(json)).isEqualTo(json.replace("/data/r/", "results/"));
    }
}
