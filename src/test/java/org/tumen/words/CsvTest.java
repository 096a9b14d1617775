package org.tumen.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void numbersTruthsTextsAndNothing() {
        String text = Csv.of(List.of("a", "b, c", "d"))
                .row(List.of(1, 0.1, true))
                .row(Arrays.asList("said \"no\"", Double.NaN, null))
                .row(List.of(1L << 60, 1e-7, "two\nlines"))
                .text();
        assertThat(text)
                .isEqualTo("a,\"b, c\",d\r\n1,0.1,true\r\n\"said \"\"no\"\"\",,\r\n"
                        + "1152921504606846976,1.0E-7,\"two\nlines\"\r\n");
    }

    @Test
    void rowsFitTheHeaderAndNamesDiffer() {
        assertThatThrownBy(() -> Csv.of(List.of("a", "b")).row(List.of(1)))
                .hasMessage("a row of this table has 2 cells, not 1");
        assertThatThrownBy(() -> Csv.of(List.of("a", "a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Csv.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll String first, @ForAll String second, @ForAll double number)
            throws IOException {
        String text = Csv.of(List.of("first", "second", "number"))
                .row(List.of(first, second, number))
                .text();
        List<String> cells = CSVFormat.RFC4180
                .parse(new StringReader(text))
                .getRecords()
                .get(1)
                .toList();
        assertThat(cells.subList(0, 2)).containsExactly(first, second);
        if (Double.isFinite(number)) {
            assertThat(Double.parseDouble(cells.get(2))).isEqualTo(number);
        } else {
            assertThat(cells.get(2)).isEmpty();
        }
    }
}
