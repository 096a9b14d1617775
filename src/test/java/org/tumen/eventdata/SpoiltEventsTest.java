package org.tumen.eventdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Event files as they come: packed, opened in a spreadsheet, downloaded twice. */
class SpoiltEventsTest {
    private static final String ICEWS_HEAD =
            "Event ID\tEvent Date\tSource Country\tCAMEO Code\tIntensity\tTarget Country\n";

    @TempDir
    private Path folder;

    private static String gdelt(int width, String id, String code, String root) {
        String[] fields = new String[width];
        Arrays.fill(fields, "");
        fields[0] = id;
        fields[1] = "20230905";
        fields[7] = "PRK";
        fields[17] = "RUS";
        fields[26] = code;
        fields[28] = root;
        fields[30] = "2.0";
        return String.join("\t", fields);
    }

    private static String icews(String id, String source, String code) {
        return id + "\t2023-09-05\t" + source + "\t" + code + "\t2.0\tRussian Federation\n";
    }

    private static EventFile read(String text) throws IOException {
        return EventReader.read(new StringReader(text), "PRK", "RUS");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("events"), bytes);
    }

    private EventFile read(byte[] bytes) throws IOException {
        return EventReader.read(file(bytes), "PRK", "RUS");
    }

    @ParameterizedTest
    @CsvSource({"16, 1, 016", "42, 4, 042", "211, 2, 0211", "016, 01, 016", "112, 11, 112", "16, 16, 16", "42, 04, 042"
    })
    void aLostZeroIsSeenByTheRootCode(String code, String root, String whole) throws IOException {
        EventFile read = read(gdelt(61, "1", code, root) + "\n");
        assertThat(read.events()).extracting(CodedEvent::code).containsExactly(whole);
        assertThat(read.mended()).isEqualTo(code.equals(whole) ? 0 : 1);
    }

    @Test
    void aCodeOfAnotherRootIsABadRow() throws IOException {
        EventFile read = read(gdelt(61, "1", "42", "14") + "\n");
        assertThat(read.bad()).isEqualTo(1);
        assertThat(read.badRows().get(0).reason()).contains("\"42\"", "root code \"14\"");
    }

    @Test
    void withoutARootALostZeroIsMendedOrTheFileRefused() throws IOException {
        EventFile mended = read(ICEWS_HEAD + icews("1", "North Korea", "42") + icews("2", "North Korea", "112"));
        assertThat(mended.events()).extracting(CodedEvent::code).containsExactly("042", "112");
        assertThat(mended.mended()).isEqualTo(1);
        String either = ICEWS_HEAD + icews("1", "North Korea", "16") + icews("2", "North Korea", "42");
        assertThatThrownBy(() -> read(either))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("line 3: 42 for 042", "line 2: 16", "1 codes");
    }

    @Test
    void whatWasDownloadedTwiceCountsOnce() throws IOException {
        String row = gdelt(61, "7", "016", "01") + "\n";
        EventFile read = read(row + gdelt(61, "8", "016", "01") + "\n" + row);
        assertThat(read.events()).hasSize(2);
        assertThat(read.repeated()).isEqualTo(1);
        String head = "Event Date\tSource Country\tCAMEO Code\tIntensity\tTarget Country\n";
        String unnumbered = "2023-09-05\tNorth Korea\t016\t2.0\tRussia\n";
        EventFile rows = read(head + unnumbered + unnumbered);
        assertThat(rows.events()).hasSize(1);
        assertThat(rows.repeated()).isEqualTo(1);
    }

    @Test
    void anEventNumberThatIsGivenToDifferentEventsIsTold() throws IOException {
        String rest = "\tNorth Korea\t016\t2.0\tRussia\n";
        EventFile read = read(ICEWS_HEAD + "7\t2023-09-05" + rest + "7\t2023-09-06" + rest + "7\t2023-09-05" + rest);
        assertThat(read.events()).extracting(CodedEvent::date).containsExactly(LocalDate.of(2023, 9, 5));
        assertThat(read.repeated()).isEqualTo(2);
        assertThat(read.contradicting()).isEqualTo(1);
    }

    /** A word for nothing, or what a spreadsheet left of a long number, is no number of an event. */
    @ParameterizedTest
    @ValueSource(strings = {"", "NULL", "NA", "1.15E+09", "2,1e9"})
    void whatIsNoEventNumberTellsNothingApart(String id) throws IOException {
        String rest = "\tNorth Korea\t016\t2.0\tRussia\n";
        EventFile read =
                read(ICEWS_HEAD + id + "\t2023-09-05" + rest + id + "\t2023-09-06" + rest + id + "\t2023-09-05" + rest);
        assertThat(read.events()).hasSize(2);
        assertThat(read.repeated()).isEqualTo(1);
        assertThat(read.contradicting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x1p3", "NaN", "Infinity", "", ".", "1,9", "1e", "ten"})
    void aWeightIsADecimalNumber(String weight) throws IOException {
        String head = "Event Date\tSource Country\tCAMEO Code\tIntensity\tTarget Country\n";
        EventFile read = read(head + "2023-09-05\tNorth Korea\t016\t" + weight + "\tRussia\n");
        assertThat(read.badRows().get(0).reason()).contains("is no number between -10 and 10");
    }

    @Test
    void noLineFillsTheMemory() {
        Reader endless = new Reader() {
            @Override
            public int read(char[] to, int from, int length) {
                Arrays.fill(to, from, from + length, 'x');
                return length;
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> EventReader.read(endless, "PRK", "RUS"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1 is longer than");
    }

    @Test
    void namesWithoutEndDoNotEither() {
        FrequentNames names = new FrequentNames();
        for (int i = 0; i < 3 * FrequentNames.MOST; i++) {
            names.count("n" + i);
            if (i % 10 == 0) {
                names.count("often");
            }
        }
        EventFile.Counted first = names.most(1).get(0);
        assertThat(first.name()).isEqualTo("often");
        assertThat(first.rows()).isBetween(3L * FrequentNames.MOST / 10 - 4, 3L * FrequentNames.MOST / 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInAnyWay(String end) throws IOException {
        Lines lines = new Lines(new StringReader("a" + end + end + "b" + end + "c"));
        assertThat(List.of(lines.next(), lines.next(), lines.next(), lines.next()))
                .containsExactly("a", "", "b", "c");
        assertThat(lines.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Turkey",
                "Türkiye",
                "TURKEY",
                "\"Turkey\"",
                "Bosnia and Herzegovina",
                "Bosnia & Herzegovina",
                "Korea, North",
                "DPR Korea",
                "PRK",
                "Korea, Dem. People's Rep. of",
                "Democratic People's Republic of Korea (the)",
                "Bosnia-Herzegovina"
            })
    void namesOfCountriesFollowTheProgramsOwnTable(String name) throws IOException {
        String code = name.contains("osnia") ? "BIH" : name.contains("orea") || name.equals("PRK") ? "PRK" : "TUR";
        EventFile read = EventReader.read(new StringReader(ICEWS_HEAD + icews("1", name, "016")), code, "RUS");
        assertThat(read.events()).hasSize(1);
        assertThat(read.uncoded()).isEmpty();
    }

    @Test
    void whatHasNoCodeAndWhichDyadsThereAreIsTold() throws IOException {
        EventFile read = read(ICEWS_HEAD
                + icews("1", "Atlantis", "016")
                + icews("2", "Atlantis", "016")
                + icews("3", "Japan", "016")
                + icews("4", "NULL", "016")
                + icews("5", "", "016"));
        assertThat(read.events()).isEmpty();
        assertThat(read.frequent())
                .containsExactly(new EventFile.Counted("Atlantis-RUS", 2), new EventFile.Counted("JPN-RUS", 1));
        assertThat(read.uncoded()).containsExactly(new EventFile.Counted("Atlantis", 2));
        assertThat(read.domestic()).isEqualTo(2);
    }

    @Test
    void blankLinesEndsOfLinesTabsAndAHeaderDoNotMatter() throws IOException {
        String rows = gdelt(58, "1", "016", "01") + "\t\r\n\r\n" + gdelt(57, "2", "016", "01") + "\r\n\r\n";
        assertThat(read("\r\n" + rows).events()).hasSize(2);
        String[] names = new String[58];
        Arrays.setAll(names, i -> "c" + i);
        names[0] = "GLOBALEVENTID";
        names[1] = "SQLDATE";
        names[7] = "Actor1CountryCode";
        names[17] = "Actor2CountryCode";
        names[26] = "EventCode";
        names[28] = "EventRootCode";
        names[30] = "GoldsteinScale";
        EventFile read = read(String.join("\t", names) + "\n" + rows);
        assertThat(read.events()).hasSize(2);
        assertThat(read.rows()).isEqualTo(2);
    }

    @Test
    void packedFilesAreRead() throws IOException {
        byte[] text = (gdelt(61, "1", "016", "01") + "\n").getBytes(StandardCharsets.UTF_8);
        Path packed = folder.resolve("events.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text);
        }
        assertThat(EventReader.read(packed, "PRK", "RUS").events()).hasSize(1);
        assertThat(EventReader.read(zip(text, 1), "PRK", "RUS").events()).hasSize(1);
        assertThatThrownBy(() -> EventReader.read(zip(text, 2), "PRK", "RUS"))
                .hasMessageContainingAll("several files", "events1", "events2");
        byte[] whole = Files.readAllBytes(packed);
        byte[] cut = Arrays.copyOf(whole, 40);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
        byte[] twice = joined(whole, whole);
        assertThat(read(twice).repeated()).isEqualTo(1);
        byte[] more = joined(whole, text);
        assertThatThrownBy(() -> read(more)).hasMessageContaining("behind the end of what gzip packed");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private Path zip(byte[] text, int files) throws IOException {
        Path packed = folder.resolve("events.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(packed))) {
            for (int i = 1; i <= files; i++) {
                out.putNextEntry(new ZipEntry("events" + i));
                out.write(text);
            }
        }
        return packed;
    }

    @Test
    void aMarkOfUtf8IsNoPartOfTheFirstField() throws IOException {
        byte[] text = ("\ufeff" + gdelt(61, "1", "016", "01") + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(read(text).events()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void anotherEncodingIsNamed(String encoding) {
        byte[] text = gdelt(61, "1", "016", "01").getBytes(Charset.forName(encoding));
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTF-16");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GLOBALEVENTID,SQLDATE | separated by commas",
                "<!DOCTYPE html> | page of the web",
                "a;b;c | separated by semicolons",
                "one | one column"
            })
    void theTrueCauseIsNamed(String first, String cause) {
        assertThatThrownBy(() -> read(first + "\n")).hasMessageContainingAll("line 1", cause);
    }

    @Test
    void aHundredThousandRowsKeepWhatIsWantedOnly() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append(gdelt(61, String.valueOf(i), "016", "01").replace("PRK", i % 1000 == 0 ? "PRK" : "USA"))
                    .append('\n');
        }
        EventFile read = read(text.toString());
        assertThat(read.rows()).isEqualTo(100_000);
        assertThat(read.events()).hasSize(100);
        assertThat(read.frequent().get(0)).isEqualTo(new EventFile.Counted("USA-RUS", 99_900));
    }
}
