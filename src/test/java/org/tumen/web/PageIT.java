package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shortest path of an analyst through the page, in a browser; {@link PageViewsIT} takes the others. */
class PageIT {
    @TempDir
    Path folder;

    @Test
    void aQuestionIsAskedWatchedAndUnderstood() throws Exception {
        try (OpenPage page = new OpenPage(folder)) {
            assertThat(page.value("location.search"))
                    .as("the token has left the address")
                    .isEmpty();
            assertThat(page.text("default-text")).contains("4,000 runs", "model version");
            page.press("What if Japan said nothing?");
            page.await("compared", "!!document.body.dataset.compared");
            assertThat(page.text("ran-text")).contains("silence", "4,000 runs", "seed 1");
            assertThat(page.text("comparison-title")).contains("4,000 pairs");
            assertThat(page.text("outcomes")).contains("Mean stability", "95 % interval");
            assertThat(page.value("document.getElementById('outcomes').textContent"))
                    .as("a number and its percent sign share a line")
                    .contains("95\u00a0%")
                    .doesNotContain("95 %");
            page.click("worst");
            page.await("told", "!!document.body.dataset.told");
            assertThat(page.text("trace-note")).contains("of all runs shown");
            assertThat(page.truth("!!document.querySelector('#network svg')")).isTrue();
            assertThat(page.axe()).isEmpty();
            assertThat(page.browser.console())
                    .noneMatch(line -> line.contains("Content Security Policy") || line.contains("Uncaught"));
        }
    }
}
