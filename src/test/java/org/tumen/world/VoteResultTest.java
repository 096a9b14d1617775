package org.tumen.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoteResultTest {
    /**
     * Tallies of real votes and of the limits of Article 27(3): 13-2-0 on S/2022/431 (two permanent members against),
     * 13-1-1 on S/2024/255 (one), 14-1-0 with an elected member against, 15-0-0, 8-0-7 and 9-0-6.
     */
    @ParameterizedTest
    @CsvSource({
        "13, 2, VETOED",
        "13, 1, VETOED",
        "14, 0, ADOPTED",
        "15, 0, ADOPTED",
        "8, 0, SHORT",
        "8, 1, SHORT",
        "9, 0, ADOPTED"
    })
    void followsTheCharter(int yes, int permanentNo, VoteResult expected) {
        assertThat(VoteResult.of(yes, permanentNo)).isEqualTo(expected);
    }
}
