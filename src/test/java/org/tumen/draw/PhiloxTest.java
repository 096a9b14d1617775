package org.tumen.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxTest {
    /** Known answers of Philox-2x64-10: file kat_vectors of the Random123 library (Salmon et al.). */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0000000000000000, 0000000000000000, ca00a0459843d731, 66c24222c9a845b5",
        "ffffffffffffffff, ffffffffffffffff, ffffffffffffffff, 65b021d60cd8310f, 4d02f3222f86df20",
        "243f6a8885a308d3, 13198a2e03707344, a4093822299f31d0, 0a5e742c2997341c, b0f883d38000de5d"
    })
    void agreesWithPublishedVectors(String c0, String c1, String key, String out0, String out1) {
        long[] counter = {Long.parseUnsignedLong(c0, 16), Long.parseUnsignedLong(c1, 16)};
        Philox.encrypt(Long.parseUnsignedLong(key, 16), counter);
        assertThat(counter).containsExactly(Long.parseUnsignedLong(out0, 16), Long.parseUnsignedLong(out1, 16));
    }
}
