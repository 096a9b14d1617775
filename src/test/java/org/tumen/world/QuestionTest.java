package org.tumen.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionTest {
    @ParameterizedTest
    @EnumSource
    void optionsAreNeighboursInTheirOrder(Question question) {
        for (int i = 0; i < question.size(); i++) {
            assertThat(question.index(question.options().get(i))).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesForeignActions(Question question) {
        for (Action action : Action.values()) {
            if (!question.admits(action)) {
                assertThatThrownBy(() -> question.index(action)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
