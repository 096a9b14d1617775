package org.tumen.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionTest {
    /** A choice finds the place of an option by its ordinal. */
    @ParameterizedTest
    @EnumSource
    void optionsAreNeighboursInTheirOrder(Question question) {
        int first = question.options().get(0).ordinal();
        for (int i = 0; i < question.size(); i++) {
            assertThat(question.options().get(i).ordinal()).isEqualTo(first + i);
        }
    }

    @Test
    void theActionsOfARoleStandOnceEach() {
        assertThat(Question.actions(Role.BUYER))
                .doesNotHaveDuplicates()
                .contains(Action.ACCEPT, Action.DECLINE, Action.PROCEED, Action.PAUSE)
                .doesNotContain(Action.WARN);
    }
}
