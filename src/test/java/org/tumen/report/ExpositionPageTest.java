package org.tumen.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpositionPageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "48.365 [47.661, 49.130];48.365",
                "*-0.265 (0.021);-0.265",
                "96.3 %;96.3",
                "1,200;1200",
                "0.3;0.3",
                "\u22121.5;-1.5",
                "39.136 ±0.428;39.136",
            })
    void aCellSortsByTheNumberItBeginsWith(String text, String number) {
        assertThat(ExpositionPage.number(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"p00001", "holds", "-", "3rd"})
    void wordsAreNoNumbers(String text) {
        assertThat(ExpositionPage.number(text)).isEmpty();
    }
}
