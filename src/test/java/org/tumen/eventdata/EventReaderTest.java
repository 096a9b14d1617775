package org.tumen.eventdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples were made for these tests; they hold the same seven events in each layout, and bad rows. */
class EventReaderTest {
    private static final LocalDate START = LocalDate.of(2023, 9, 1);

    private static EventFile read(String name) throws IOException {
        return read(name, "PRK", "RUS");
    }

    private static EventFile read(String name, String source, String target) throws IOException {
        try (InputStream in = Objects.requireNonNull(EventReaderTest.class.getResourceAsStream(name))) {
            return EventReader.read(new InputStreamReader(in, StandardCharsets.UTF_8), source, target);
        }
    }

    private static EventFile text(String text) throws IOException {
        return EventReader.read(new StringReader(text), "PRK", "RUS");
    }

    @ParameterizedTest
    @CsvSource({
        "gdelt-1.txt, GDELT_1, 13, 7, 5",
        "gdelt-2.txt, GDELT_2, 12, 6, 5",
        "icews.tab, ICEWS, 8, 6, 1",
        "polecat.txt, POLECAT, 8, 6, 1"
    })
    void layoutsAreRecognisedAndEveryRowIsAccountedFor(String file, Layout layout, int rows, int events, int bad)
            throws IOException {
        EventFile read = read(file);
        assertThat(read.layout()).isEqualTo(layout);
        assertThat(read.rows()).isEqualTo(rows);
        assertThat(read.named()).isEqualTo(events);
        assertThat(read.bad()).isEqualTo(bad);
        assertThat(read.named() + read.bad() + read.domestic()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"gdelt-1.txt, 1, 3", "gdelt-2.txt, 1, 2", "icews.tab, 1, 2", "polecat.txt, 1, 2"})
    void aDyadIsAggregatedByWeeksOfTheScenario(String file, int outside, int total) throws IOException {
        WeeklyDyad dyad = WeeklyDyad.of(read(file).events(), "PRK", "RUS", START, 3);
        assertThat(dyad.outside()).isEqualTo(outside);
        assertThat(dyad.counts().get(0)).isEqualTo(1);
        assertThat(dyad.goldstein().get(0)).isEqualTo(7.0);
        assertThat(dyad.counts().get(1)).isEqualTo(2);
        assertThat(dyad.goldstein().get(1)).isEqualTo(12.0);
        assertThat(dyad.counts().get(1) + dyad.counts().get(2)).isEqualTo(total);
        assertThat(WeeklyDyad.of(read(file, "RUS", "PRK").events(), "RUS", "PRK", START, 3)
                        .goldstein())
                .isEqualTo(List.of(8.3, 0.0, 0.0));
    }

    /** A dyad may have millions of events in a file, of few days, countries and classes. */
    @ParameterizedTest
    @CsvSource({"gdelt-1.txt", "gdelt-2.txt", "icews.tab", "polecat.txt"})
    void eventsHaveTheirDaysCountriesAndClassesInCommon(String file) throws IOException {
        List<CodedEvent> events = read(file).events();
        assertThat(events).hasSizeGreaterThan(2);
        for (CodedEvent one : events) {
            for (CodedEvent other : events) {
                assertThat(one.sources() == other.sources())
                        .isEqualTo(one.sources().equals(other.sources()));
                assertThat(one.targets() == other.targets())
                        .isEqualTo(one.targets().equals(other.targets()));
                assertThat(one.date() == other.date()).isEqualTo(one.date().equals(other.date()));
                assertThat(one.code() == other.code()).isEqualTo(one.code().equals(other.code()));
            }
        }
    }

    @Test
    void badRowsAreListedWithLineAndReason() throws IOException {
        List<EventFile.BadRow> bad = read("gdelt-2.txt").badRows();
        assertThat(bad).extracting(EventFile.BadRow::line).containsExactly(3L, 4L, 10L, 11L, 12L);
        assertThat(bad.get(0).reason()).contains("2023-09-07").contains("YYYYMMDD");
        assertThat(bad.get(1).reason()).isEqualTo("3 columns where 61 are needed");
        assertThat(bad.get(2).reason()).contains("seven");
        assertThat(bad.get(3).reason()).contains("event code");
        assertThat(bad.get(4).reason()).contains("70");
        assertThat(read("icews.tab").badRows().get(0).line()).isEqualTo(4);
    }

    @Test
    void severalCountriesCountInEachDyad() throws IOException {
        WeeklyDyad china = WeeklyDyad.of(read("polecat.txt", "PRK", "CHN").events(), "PRK", "CHN", START, 3);
        assertThat(china.counts()).isEqualTo(List.of(0, 1, 0));
    }

    @Test
    void anUnknownFileIsRefusedWithWhatIsAllowed() {
        assertThatThrownBy(() -> text("a,b,c\n1,2,3\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("POLECAT");
        assertThatThrownBy(() -> text("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> text("Event Date\tCAMEO Code\tIntensity\n")).hasMessageContaining("Source Country");
    }
}
