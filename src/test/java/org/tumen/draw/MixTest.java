package org.tumen.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MixTest {
    /** The first outputs of SplitMix64 from state 1234567, as published with S. Vigna's reference implementation. */
    @Test
    void agreesWithPublishedOutputsOfSplitMix64() {
        String[] published = {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        };
        long state = 1234567;
        for (String output : published) {
            state += Mix.GAMMA;
            assertThat(Mix.mix(state)).isEqualTo(Long.parseUnsignedLong(output));
        }
    }

    @Test
    void inverseUndoesGamma() {
        assertThat(Mix.GAMMA * Mix.GAMMA_INVERSE).isEqualTo(1);
    }
}
