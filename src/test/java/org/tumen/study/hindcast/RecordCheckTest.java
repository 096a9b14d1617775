package org.tumen.study.hindcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.findings.Findings;

class RecordCheckTest {
    private static RecordCheck check(boolean held, RecordCheck.Status status) {
        return RecordCheck.held("crises", "2", "3", held, status, "");
    }

    private static String answer(RecordCheck... checks) {
        Findings.Builder found = Findings.of("hindcast", "x", "", "");
        RecordCheck.answer(List.of(checks), found);
        return String.join(" ", found.build().answer());
    }

    /** Parts of a hindcast may have one comparison, or none forward in time. */
    @Test
    void oneComparisonIsNoneOfSeveral() {
        assertThat(answer(check(true, RecordCheck.Status.SET)))
                .isEqualTo("The model does not fail the one comparison with the record. Of what it does not fail, 1 was"
                        + " fitted or set with the record in view and is no evidence. None is a forecast of what came"
                        + " later.");
        assertThat(answer(check(false, RecordCheck.Status.FORWARD)))
                .startsWith("The model fails the one comparison with the record: crises (record 2, model 3).")
                .endsWith("The one comparison forward in time it does not pass.");
        assertThat(answer(Collections.nCopies(2, check(true, RecordCheck.Status.FORWARD))
                        .toArray(RecordCheck[]::new)))
                .startsWith("The model fails none of 2 comparisons with the record.")
                .endsWith("Of 2 comparisons forward in time it passes 2.");
    }
}
