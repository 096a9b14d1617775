package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.document.Json;
import org.tumen.store.StudyRecord;
import org.tumen.study.StudyKinds;

/** The shortest paths of an analyst through the page, in a browser; {@link PageViewsIT} takes the others. */
class PageIT extends WithPage {
    @Test
    void aQuestionIsAskedWatchedAndUnderstood() throws Exception {
        page.browser.driver().get(page.served.server.address());
        page.ready();
        assertThat(page.value("location.search"))
                .as("the token has left the address")
                .isEmpty();
        assertThat(page.text("default-text")).contains("4,000 runs", "model version");
        page.browser.run("document.querySelector('#questions button').focus()");
        page.press("What if Japan said nothing?");
        page.await("compared", "!!document.body.dataset.compared");
        assertThat(page.text("ran-text")).contains("silence", "4,000 runs", "seed 1");
        assertThat(page.value("document.activeElement.id"))
                .as("the button that had the focus is gone")
                .isEqualTo("main");
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

    /** What a proxy that starts again does to a page, and a machine that sleeps. */
    @Test
    void aConnectionThatBreaksIsTakenUpAgainByItself() throws Exception {
        try (Cable cable = new Cable(page.served.server.port())) {
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

    @Test
    void everyQuestionOfTheFirstViewLeadsWhereItSays() throws Exception {
        page.show("#/home");
        assertThat(list("#questions .question", "e.firstChild.textContent"))
                .containsExactly(
                        "What if Japan said nothing?",
                        "What if Japan spoke early and firmly?",
                        "Why did the worst run end so badly?",
                        "Ask more than one thing");
        assertThat(list("#default-headlines strong", "e.textContent"))
                .hasSize(4)
                .allMatch(text -> text.matches("[0-9].*"));
        page.press("What if Japan spoke early and firmly?");
        page.await("it runs", "/^#.run.[0-9a-f-]{36}/.test(location.hash)");
        assertThat(page.value("location.hash"))
                .contains("scenario=early-and-firm&runs=4000&seed=1", "baseline_scenario=baseline&baseline_runs=4000");
        for (JsonNode run : page.served.json(page.served.get("/api/runs"))) {
            page.served.send("DELETE", "/api/runs/" + run.path("id").asText(), "");
        }
        page.show("#/home");
        page.press("Ask more than one thing");
        page.await("the studies", "document.querySelectorAll('.study-list li').length > 0");
        page.browser.run("scrollTo(0, 9999)");
        page.press("sweep warning");
        page.await("a study", "!!document.querySelector('.form')");
        assertThat(page.truth("scrollY === 0")).as("a form begins at its head").isTrue();
        page.show("#/home");
        page.press("Why did the worst run end so badly?");
        page.await("told", "!!document.body.dataset.told");
        assertThat(page.text("trace-note")).contains("the worst by mean stability of the first 500 runs");
    }

    /** What each element that fits a selector says. */
    private static List<String> list(String selector, String of) {
        List<?> found = (List<?>)
                page.browser.run("return [...document.querySelectorAll(arguments[0])].map(e => " + of + ")", selector);
        return found.stream().map(String::valueOf).toList();
    }

    private static void result(String name, String command, int minutes, String answer) throws IOException {
        Path result = Files.createDirectories(folder.resolve("results").resolve(name));
        Path file = Path.of("scenarios/studies/sweep-warning.yaml");
        String hash = Origin.hashes(file, StudyKinds.named("sweep").orElseThrow())
                .iterator()
                .next();
        new StudyRecord(hash, Json.object(), command).write(result.resolve(StudyRecord.FILE));
        if (!answer.isEmpty()) {
            Files.copy(folder.resolve("scenarios/studies/sweep-warning.yaml"), result.resolve("study.yaml"));
            Files.writeString(
                    result.resolve("findings.json"),
                    "{\"kind\":\"sweep\",\"question\":\"Why?\",\"answer\":[\"" + answer + "\",\"And more.\"]}");
            Files.writeString(result.resolve("report.html"), "<!doctype html><title>it</title>");
        }
        Files.setLastModifiedTime(result, FileTime.from(Instant.now().minusSeconds(60L * minutes)));
    }

    @Test
    void listsTellWhatThereIsAndLeadThere() throws Exception {
        String sweep = "tumen explore sweep scenarios/studies/sweep-warning.yaml";
        result("swept-before", sweep, 9, "It was not.");
        result("swept", sweep, 5, "So it is.");
        result("asked-otherwise", sweep + " --set weeks=9", 2, "Otherwise.");
        result("begun", "tumen search scenarios/studies/search-warning.yaml", 1, "");
        Path unread = Files.writeString(folder.resolve("scenarios/studies/cut-off.yaml"), "description: [");
        page.show("#/studies");
        Files.delete(unread);
        assertThat(list("#studies .problems li", "e.textContent"))
                .hasSize(1)
                .first(STRING)
                .startsWith("cut-off.yaml");
        assertThat(list(".kind h3", "e.textContent").get(0)).as("asked most").isEqualTo("compare");
        assertThat(list(".kind .button", "e.getAttribute('href').replace('#/studies/new:', '')"))
                .containsExactlyInAnyOrderElementsOf(StudyKinds.names());
        int studies = 0;
        for (JsonNode study : page.served.json(page.served.get("/api/studies"))) {
            for (JsonNode kind : study.path("kinds")) {
                studies++;
                assertThat(page.value(
                                "[...document.querySelectorAll('.kind')].find(k => k.querySelector('h3').textContent === '"
                                        + kind.asText() + "').textContent"))
                        .contains(
                                study.path("name").asText().replace('-', ' '),
                                study.path("question").asText());
            }
        }
        assertThat(list(".study-list li", "1")).hasSize(studies);
        // The last answer to the study as it stands, and no other.
        page.await("what was found is added", "!!document.querySelector('#studies .found')");
        assertThat(list("#studies .found", "e.textContent"))
                .hasSize(1)
                .first(STRING)
                .startsWith("So it is. Found ");
        page.browser.run("document.querySelector('#studies .found a').click()");
        page.await("its report", "!!document.querySelector('#result-report iframe')");
        assertThat(page.value("document.querySelector('#result-report iframe').getAttribute('src')"))
                .isEqualTo("/api/results/swept/files/report.html");

        page.press("All results");
        page.await("the list", "!document.querySelector('#result-report').firstChild");
        assertThat(list(".result h3", "e.textContent"))
                .containsExactly("begun", "asked-otherwise", "swept", "swept-before");
        List<String> told = list(".result", "e.innerText");
        assertThat(told.get(0)).contains("Unfinished.", "goes on", "/results ./tumen search scenarios");
        assertThat(told.get(2))
                .contains("Why?", "So it is. And more.", "sweep, ", "3 files")
                .doesNotContain("Unfinished");
        page.browser.run("window.confirm = text => { window.asked = text; return true; };"
                + "document.querySelector('[aria-label=\"Delete begun\"]').click()");
        page.await("it is gone", "document.querySelectorAll('.result').length === 3");
        assertThat(page.value("window.asked")).startsWith("Delete results/begun, 1 file?");
        assertThat(folder.resolve("results/begun")).doesNotExist();
    }

    @Test
    void mistakesAreToldWhereTheyAreMade() throws Exception {
        page.show("#/studies/nosuch");
        assertThat(page.text("problems")).isEqualTo("There is no study called nosuch.");
        page.show("#/studies/discover-warning:search");
        assertThat(page.text("problems"))
                .isEqualTo("The study discover-warning is not of the kind search;"
                        + " it is of the kind discover, sensitivity.");
        page.show("#/studies/new:nosuch");
        assertThat(page.text("problems"))
                .startsWith("There is no kind of study called nosuch; there are batch, calibrate, ");
        assertThat(list(".study-list li", "1")).isNotEmpty();
        page.show("#/results/%E0");
        assertThat(page.text("problems")).startsWith("There is no result called %E0");
        page.show("#/one?scenario=baseline&which=-3");
        assertThat(page.text("problems")).startsWith("Run must be a number from 0");
        page.show("#/studies/sweep-warning");
        page.set("[data-path='runs'] input", "0");
        page.await(
                "it is told beside the button",
                "document.getElementById('study-problems').innerText.includes('runs: ')");
        page.set("#study-name", "My Study");
        assertThat(page.text("study-name-note")).startsWith("A name is up to 64 lower-case letters");
        page.set("#study-name", "my-study");
        Path file = folder.resolve("scenarios/studies/my-study.yaml");
        assertThat(page.text("study-name-note")).isEqualTo("Will be saved as " + file);
        page.press("Command");
        assertThat(page.text("study-status"))
                .contains("/results ./tumen explore sweep " + file, "until Run has saved it");
        for (List<String> wrong : List.of(List.of("runs", "10.5"), List.of("seed", "99999999999999999999"))) {
            page.show("#/run?scenario=baseline&runs=10&seed=1");
            page.set("#" + wrong.get(0), wrong.get(1));
            page.click("start");
            page.await("it is told", "!document.getElementById('problems').hidden");
            assertThat(page.text("problems")).contains("must be a whole number from ");
        }
        // What goes on beside does not take it away.
        String body = "{\"scenario\":\"baseline\",\"runs\":100000}";
        String id = page.served
                .json(page.served.send("POST", "/api/runs", body))
                .path("id")
                .asText();
        page.show("#/run?scenario=baseline&runs=10&seed=1");
        page.await("work is told of", "!document.getElementById('tray-count').hidden");
        page.set("#runs", "1");
        page.click("start");
        page.await("it is told", "!document.getElementById('problems').hidden");
        page.browser.run(
                "const i = setInterval(() => {"
                        + " window.calmed ||= document.getElementById('problems').hidden; }, 20); window.tray = 0;"
                        + "new MutationObserver(() => window.tray++).observe(document.getElementById('tray-list'), {childList: true})");
        page.await("the list of work is drawn anew", "window.tray > 0");
        assertThat(page.truth("window.calmed")).isFalse();
        page.served.send("DELETE", "/api/runs/" + id, "");
    }

    /** Drawn of a week that no run need have. */
    @Test
    void theNetworkShowsWhoActsOnWhom() throws Exception {
        page.show("#/home");
        String drawn = String.valueOf(page.browser.driver().executeAsyncScript("""
                const done = arguments[0];
                const told = { actors: { japan: 'Japan', nk: 'North Korea', un: 'Council' }, cargo: { what: 'boxes', per_unit: 10000 },
                  roles: { japan: 'warner', korea: 'ally', nk: 'seller', rus: 'buyer', un: 'council' } };
                const act = (from, to, kind) => ({ from, to, kind });
                const week = { stage: 'shipping', remaining: 0.21, arsenal: 54.12, integrity: 44.3, beliefs: { japan: 0.995 }, tension: 71.4,
                  crisis: true, acts: [act('japan', 'rus', 'warning'), act('japan', 'rus', 'warning'), act('rus', 'japan', 'appeal'),
                    act('rus', 'un', 'veto'), act('nk', 'nk', 'major_launch'), act('japan', 'nowhere', 'warning')] };
                const vote = { subject: 'mandate', strength: 0.1, members: [...Array(15)].map((_, i) =>
                  ({ member: 'M' + i, vote: i === 2 ? 'no' : i === 7 ? 'abstain' : 'yes', permanent: i < 5 })) };
                import('/assets/network.js').then(({ network, horseshoe }) => {
                  const of = (svg, selector, what) => [...svg.querySelectorAll(selector)].map(what).join('; ');
                  const [svg, still] = [network(told, week), network(told, { ...week, stage: 'none', crisis: false, acts: [] })];
                  const [sum, seats] = horseshoe(vote);
                  done([svg.getAttribute('aria-label'), of(svg, '.edge', e => e.getAttribute('class')), of(svg, 'text.act', t => t.textContent),
                    of(svg, 'text.deal', t => t.textContent), of(svg, '.actor', g => g.getAttribute('class') + ': ' + [...g.querySelectorAll('text')].map(t => t.textContent).join(', ')),
                    of(svg, 'text.launch', t => t.textContent), of(still, '.edge', e => e.getAttribute('class')) + ', ' + of(still, '.deal', t => t.textContent) + ', '
                      + still.querySelectorAll('.crisis').length,
                    sum.textContent, of(seats, 'text.sign', t => t.textContent), seats.querySelectorAll('.seat.permanent').length].join('\\n'));
                }).catch(error => done(String(error)));
                """));
        assertThat(drawn).isEqualTo("""
                Deal: shipping. Japan: warning to rus. rus: appeal to Japan. rus: veto to Council. major launch
                edge stage-shipping; edge purple; edge green; edge vermillion
                warning; appeal; veto
                shipping; 2,100 boxes to go
                actor region crisis: Region, tension 71.4, crisis; actor warner: Japan, belief 0.99; actor ally: korea; actor seller: North Korea, arsenal 54.1; actor buyer: rus; actor council: Council, integrity 44.3
                major launch
                edge stage-none, no deal, 0
                mandate, strength 0.1: 13 yes, 1 no, 1 abstained
                +; +; −; +; +; +; +; 0; +; +; +; +; +; +; +
                5""");
    }

    private static long runs(OpenPage page) {
        return ((Number) page.browser.run("return " + RUNS)).longValue();
    }
}
