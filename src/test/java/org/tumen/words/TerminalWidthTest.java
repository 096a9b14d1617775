package org.tumen.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalWidthTest {
    @Test
    void isThatOfTheTerminalAndAHundredWhereThereIsNone() {
        assertThat(TerminalWidth.of("72")).isEqualTo(72);
        assertThat(TerminalWidth.of("240")).isEqualTo(240);
        assertThat(TerminalWidth.of(null)).isEqualTo(100);
        // A line or a pipe that calls itself a terminal has no width.
        assertThat(TerminalWidth.of("0")).isEqualTo(100);
        assertThat(TerminalWidth.of("")).isEqualTo(100);
        assertThat(TerminalWidth.of("wide")).isEqualTo(100);
    }

    /** Narrower ones break lines themselves. */
    @Test
    void isFortyAtLeast() {
        assertThat(TerminalWidth.of("20")).isEqualTo(40);
    }
}
