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

    /** What a proxy that starts again does to a page, and a machine that sleeps. */
    @Test
    void aConnectionThatBreaksIsTakenUpAgainByItself() throws Exception {
        try (OpenPage page = new OpenPage(folder);
                Cable cable = new Cable(page.served.server.port())) {
            String place = "127.0.0.1:" + cable.port();
            page.browser.driver().get(page.served.server.address().replaceFirst("127.0.0.1:\\d+", place));
            page.ready();
            page.browser.driver().get("about:blank");
            page.browser.driver().get("http://" + place + "/#/run?scenario=baseline&runs=100000&seed=1");
            page.ready();
            page.click("start");
            page.await("it runs", RUNS + " > 0");
            cable.become(Cable.State.CUT);
            page.await("it is told", "document.getElementById('problems').innerText.includes('goes on by itself')");
            cable.become(Cable.State.WHOLE);
            page.await("it is told no more", "document.getElementById('problems').hidden");
            String id = page.value("location.hash").replaceFirst(".*[/=]([0-9a-f]{8}-[0-9a-f-]{27}).*", "$1");
            long before = runs(page);
            page.await("runs arrive again", RUNS + " > " + before);
            // Two that nothing is heard of: one while runs arrive, one over whose end nobody is told.
            cable.become(Cable.State.SILENT);
            cable.become(Cable.State.WHOLE);
            long silenced = runs(page);
            page.await("runs arrive after a silence", RUNS + " > " + silenced + " || document.body.dataset.ended");
            cable.become(Cable.State.SILENT);
            page.served.send("DELETE", "/api/runs/" + id, "");
            cable.become(Cable.State.WHOLE);
            page.await("its end is seen", "document.body.dataset.ended === '" + id + "'");
            assertThat(page.served
                            .json(page.served.get("/api/runs/" + id))
                            .path("runs")
                            .asLong())
                    .isEqualTo(runs(page))
                    .isGreaterThan(before);
            assertThat(page.text("problems")).isEmpty();
            assertThat(page.seen("outcomes")).isTrue();
        }
    }

    private static final String RUNS =
            "Number((/([\\d,]+) runs/.exec(document.getElementById('ran-text').innerText) ?? [0, '0'])[1].replaceAll(',', ''))";

    private static long runs(OpenPage page) {
        return ((Number) page.browser.run("return " + RUNS)).longValue();
    }
}
