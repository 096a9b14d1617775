package org.tumen.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StreamsTest {
    @Test
    void refusesANameTwice() {
        Streams streams = new Streams();
        streams.register("japan", "signal");
        assertThatThrownBy(() -> streams.register("japan", "signal"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("japan/signal");
    }

    @Test
    void refusesBlankPartsAndSlashes() {
        Streams streams = new Streams();
        assertThatThrownBy(() -> streams.register("", "signal")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> streams.register("a/b", "signal")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void placesAStreamByItsNameAlone() {
        Streams few = new Streams();
        Stream alone = few.register("japan", "signal");
        Streams many = new Streams();
        many.register("south_korea", "signal");
        many.register("japan", "attention");
        Stream among = many.register("japan", "signal");
        Draws draws = new Draws();
        draws.startRun(7, 11);
        assertThat(draws.word(among, 3)).isEqualTo(draws.word(alone, 3));
    }
}
