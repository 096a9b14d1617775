package org.tumen.analysis.value;

import org.junit.jupiter.api.Test;
import org.tumen.outcome.Outcome;

/** A small case of {@link NestedStudy}. */
class NestedTest {
    @Test
    void theShareOfWorldsIsThatOfANestedSimulation() {
        NestedStudy.check(Outcome.MEAN_TENSION, 52, 400, 3, 100, 60);
    }
}
