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

    /** A mark before a name that is too long for its column stays on the line of the name, beside the other cells. */
    @Test
    void aMarkStaysWithItsWord() {
        TextTable table = new TextTable("Parameter", "What it says")
                .words(1)
                .row("  region.enforcement.practice_reference", "what it is in a sentence")
                .row("* region.enforcement.coalition_share", "another");
        assertThat(table.within(60).lines())
                .anyMatch(line -> line.startsWith("  region.enforcement.practice_reference  what it is"))
                .anyMatch(line -> line.startsWith("* region.enforcement.coalition_share"))
                .noneMatch(String::isBlank);
    }

    /** A path that cannot break keeps its column as wide, so that what stands beside it stays in line. */
    @Test
    void aWordWithoutABreakKeepsItsColumn() {
        TextTable table = new TextTable("Path", "What")
                .words(1)
                .row("actors.japan.packages.preparation", "what it is in a long sentence")
                .row("name", "short");
        assertThat(table.within(55).lines())
                .containsExactly(
                        "Path                               What",
                        "actors.japan.packages.preparation  what it is in a long",
                        "                                   sentence",
                        "name                               short");
    }

    /** Columns without room stand below, beside the names of the rows; nothing is lost and no line is longer. */
    @Test
    void columnsFoldWhereALineHasNoRoom() {
        TextTable table = new TextTable("World", "Arm", "First", "Second", "Third")
                .words(1)
                .row("calm", "usual", "1.25", "22.50", "3")
                .row("tense", "hard line", "-3", "4", "555.5");
        assertThat(table.folded(33).lines())
                .containsExactly(
                        "World  Arm        First  Second",
                        "calm   usual       1.25   22.50",
                        "tense  hard line     -3       4",
                        "",
                        "World  Arm        Third",
                        "calm   usual          3",
                        "tense  hard line  555.5");
        assertThat(table.folded(100)).isEqualTo(table.within(100));
        TextTable words = new TextTable("Arm", "a", "b").words(1).words(2).row("usual", "yes, it is", "no, not so");
        assertThat(words.folded(20).lines())
                .containsExactly("Arm    a", "usual  yes, it is", "", "Arm    b", "usual  no, not so");
    }

    @Test
    void whatCannotBreakStaysWhole() {
        assertThat(table().within(10)).contains("longer than there is", "hard line");
        assertThat(new TextTable("A", "Number").row("b", "123456789").within(5)).contains("123456789");
    }

    /** Long names over short numbers cost no column its place: they break before anything else does. */
    @Test
    void namesOfColumnsBreakBeforeCellsAndBeforeColumnsGo() {
        TextTable table = new TextTable("Point", "Thailand: intelligence vigilance", "Mean stability", "Unit")
                .words(3)
                .row("p1", "0.5", "60.16 (59.90 to 60.42)", "index points")
                .row("p2", "0.25", "60.10", "index points");
        assertThat(table.fitting(60)).isEqualTo(4);
        assertThat(table.fitting(45)).isEqualTo(3);
        assertThat(table.folded(60).lines())
                .containsExactly(
                        "Point        Thailand:          Mean stability  Unit",
                        "          intelligence",
                        "             vigilance",
                        "p1                 0.5  60.16 (59.90 to 60.42)  index points",
                        "p2                0.25                   60.10  index points");
        assertThat(table.first(2).toString().lines().findFirst()).contains("Point  Thailand: intelligence vigilance");
    }
}
