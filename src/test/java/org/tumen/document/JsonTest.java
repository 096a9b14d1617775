package org.tumen.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {
    /** Java up to 18 writes a digit more, so that an experiment would have another fingerprint there. */
    @Test
    void doublesAreWrittenAlikeByEveryJava() throws Exception {
        double value = 0x1p-44;
        String shortest = "5.684341886080802E-14";
        assertThat(Double.parseDouble(shortest)).isEqualTo(value);
        assertThat(Json.text(DoubleNode.valueOf(value))).isEqualTo(shortest);
        assertThat(Json.canonical(DoubleNode.valueOf(value))).isEqualTo(shortest);
        assertThat(Json.PLAIN.writeValueAsString(value)).isEqualTo(shortest);
        assertThat(new String(Json.bytes(value), StandardCharsets.UTF_8)).isEqualTo(shortest);
    }
}
