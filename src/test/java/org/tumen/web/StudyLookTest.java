package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.study.Interim;

/** What is known of a study that runs is made into a page only while somebody looks, and never where it fails. */
@Timeout(60)
class StudyLookTest {
    @TempDir
    Path folder;

    private static void await(StudyLook look, long runs) throws InterruptedException {
        while (look.version(runs) == 0) {
            Thread.sleep(5);
        }
    }

    @Test
    void aPageIsMadeWhenSomebodyLooksAndGoesWithTheReport() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        StudyLook look = new StudyLook(folder);
        look.watch(() -> {
            asked.incrementAndGet();
            return Optional.of(
                    Interim.begin("sweep", "a study", "Why?", 3, 9, "points").build());
        });
        assertThat(asked).hasValue(0);
        assertThat(look.page()).isEmpty();
        await(look, 10);
        assertThat(new String(look.page().orElseThrow(), StandardCharsets.UTF_8))
                .contains("Tumen sweep, so far", "Not finished: 3 of 9 points so far.");
        // Nothing new has come, so nothing is made.
        assertThat(look.version(10)).isEqualTo(1);
        assertThat(asked).hasValue(1);
        look.end(false);
        assertThat(look.page()).isEmpty();
        assertThat(look.version(20)).isZero();
    }

    @Test
    void aLookThatFailsLeavesTheNextToSee() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        StudyLook look = new StudyLook(folder);
        look.watch(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalArgumentException("too few runs");
            }
            return Optional.of(
                    Interim.begin("sweep", "a study", "", 1, 9, "points").build());
        });
        for (int runs = 1; look.version(runs) == 0; runs++) {
            Thread.sleep(5);
        }
        assertThat(asked).hasValue(2);
        look.end(true);
        assertThat(look.page()).isPresent();
    }
}
