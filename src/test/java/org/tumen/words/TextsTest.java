package org.tumen.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource({
        "units_by_march_2025, units by March 2025",
        "march_2025_units, March 2025 units",
        "votes_to_28_march, votes to 28 March",
        "launches_in_october, launches in October",
        "may_2024, May 2024",
        "russia_may_veto, russia may veto",
        "march_on, march on",
        "augustly, augustly",
    })
    void monthsOfNamesAreCapitalised(String name, String words) {
        assertThat(Texts.words(name)).isEqualTo(words);
        assertThat(Texts.lower(Texts.upper(words))).isEqualTo(words);
    }

    @Test
    void aPercentSignStaysWithItsNumber() {
        assertThat(Texts.wrapped("best for 71 % of weights", 11)).isEqualTo("best for\n71 % of\nweights");
        assertThat(Texts.wrapped("best for 71 % of weights", 13)).isEqualTo("best for 71 %\nof weights");
    }
}
