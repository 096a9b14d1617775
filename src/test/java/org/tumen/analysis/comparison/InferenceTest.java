package org.tumen.analysis.comparison;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small case of {@link InferenceStudy}: 200 studies, in which an error of 5 % may come to 0.081. */
class InferenceTest {
    @Tag("slow")
    @Test
    void errorsOfStudiesWithoutEffectAreThoseStated() {
        new InferenceStudy.Cell(RunPool.madeUp(20_000, 5), 200, 0).check(200);
    }

    @Test
    void errorsAreThoseStatedHoweverOftenOneLooks() {
        new LookingCell(RunPool.madeUp(20_000, 1), 0, 0).check(50);
    }
}
