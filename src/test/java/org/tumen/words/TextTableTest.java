package org.tumen.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    private static TextTable table() {
        return new TextTable("Arm", "Mean", "What it says")
                .words(2)
                .row("usual", "1.25", "short")
                .row("hard line", "-3", "a text that is longer than there is room for in one line");
    }

    @Test
    void wordsStandToTheLeftAndNumbersToTheRight() {
        assertThat(table().toString().lines())
                .containsExactly(
                        "Arm        Mean  What it says",
                        "usual      1.25  short",
                        "hard line    -3  a text that is longer than there is room for in one line");
    }

    @Test
    void wordsBreakWhereATableMustBeNarrower() {
        assertThat(table().within(45).lines())
                .containsExactly(
                        "Arm        Mean  What it says",
                        "usual      1.25  short",
                        "hard line    -3  a text that is longer than",
                        "                 there is room for in one",
                        "                 line")
                .allMatch(line -> line.length() <= 45);
    }

    @Test
    void whatCannotBreakStaysWhole() {
        assertThat(table().within(10)).contains("a text that is longer", "hard line");
        assertThat(new TextTable("A", "Number").row("b", "123456789").within(5)).contains("123456789");
    }
}
