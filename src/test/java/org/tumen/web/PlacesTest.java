package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tumen.document.Json;

/** Commands are right where the server was started; all else says of folders their names alone. */
class PlacesTest {
    private static Places of(String host, String results) {
        return new Places(new ServerSettings(host, 0, Path.of("scenarios"), Path.of(results), 1, ServerSettings.QUERY));
    }

    @Test
    void aCommandKeepsItsResultAmongTheServers() {
        String command = "tumen compare scenarios/studies/it.yaml --outcomes any_crisis";
        assertThat(of("127.0.0.1", "results").here(command).textValue()).isEqualTo("./" + command);
        assertThat(of("127.0.0.1", Path.of("results").toAbsolutePath().toString())
                        .here(command)
                        .textValue())
                .isEqualTo("./" + command);
        assertThat(of("127.0.0.1", "/data/my results").here(command).textValue())
                .isEqualTo("TUMEN_RESULTS='/data/my results' ./" + command);
        for (String out : new String[] {" --out x", " --out=x", " '--out=x y'"}) {
            assertThat(of("127.0.0.1", "/data").here(command + out).textValue()).isEqualTo("./" + command + out);
        }
    }

    @Test
    void whatIsForAShellAloneSaysWhereFoldersLieAndOnlyAtThisMachine() {
        // A study may have a key of that name, of anything.
        ObjectNode answer = Json.object().put("command", "/data/r/p \"x\"");
        answer.putArray("list")
                .add(Json.object().put("problem", "/data/r/q is gone").put("runs", 3));
        answer.set("file", new Places.ForShell("'/data/r/x \"y\"' --out /data/r/z"));
        String hidden = answer.toString().replace("/data/r/p", "results/p").replace("/data/r/q", "results/q");
        assertThat(of("127.0.0.1", "/data/r").answered(answer)).hasToString(hidden);
        assertThat(of("0.0.0.0", "/data/r").answered(answer)).hasToString(hidden.replace("/data/r/", "results/"));
    }
}
