package org.tumen.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.document.Json;

class SealedJsonTest {
    private static final ObjectNode VALUE = Json.object().put("text", "ä, }\n").put("number", 0.1);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBackAndIsJson() throws Exception {
        Path file = folder.resolve("a.json");
        SealedJson.write(file, VALUE);
        assertThat(SealedJson.read(file)).isEqualTo(VALUE);
        assertThat(Json.MAPPER.readTree(file.toFile()).path("crc32c").asText()).matches("[0-9a-f]{8}");
    }

    @Test
    void everyFlippedBitAndEveryCutIsFound() {
        byte[] good = SealedJson.sealed(VALUE);
        assertThat(SealedJson.sound(good)).isTrue();
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(SealedJson.sound(bad)).as("bit %d", bit).isFalse();
        }
        for (int length = 0; length < good.length; length++) {
            assertThat(SealedJson.sound(Arrays.copyOf(good, length)))
                    .as("length %d", length)
                    .isFalse();
        }
    }

    @Test
    void whatHasNoChecksumIsDamaged() throws Exception {
        Path file = Files.write(folder.resolve("a.json"), Json.bytes(VALUE));
        assertThatThrownBy(() -> SealedJson.read(file))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining(file + " is damaged");
        byte[] list = "[1]".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SealedJson.open(file, list)).isInstanceOf(DamagedFileException.class);
    }
}
