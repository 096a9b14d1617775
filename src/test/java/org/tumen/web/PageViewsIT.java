package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.WindowType;

/** An analyst's paths through every view, in a browser; where one is demanded, for they take minutes. */
@EnabledIfSystemProperty(named = "tumen.browser", matches = "required")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("slow")
class PageViewsIT extends WithPage {
    @Test
    @Order(1)
    void whatRanStandsOverWhatIsShown() throws Exception {
        page.show("#/run?scenario=baseline&runs=2000&seed=3");
        page.runToItsEnd();
        assertThat(page.text("ran-text")).contains("baseline", "as its file says", "2,000 runs", "seed 3");
        assertThat(page.seen("stale")).isFalse();
        page.set("[data-path='actors.japan.policy.assertiveness'] input[type=number]", "9999");
        page.await("the mistake is told", "document.getElementById('mistakes').innerText.includes('assertiveness')");
        page.set("[data-path='actors.japan.policy.assertiveness'] input[type=number]", "0.2");
        page.await("the mistake is gone", "document.getElementById('mistakes').hidden");
        assertThat(page.seen("stale")).isTrue();
        assertThat(page.truth("document.getElementById('charts').classList.contains('stale')"))
                .isTrue();
        // What is saved and kept is what is shown, whatever was moved.
        page.click("keep");
        assertThat(page.text("baseline-text")).isEqualTo("Baseline: baseline, 2,000 runs, seed 3");
        page.runToItsEnd();
        page.await("compared", "!!document.body.dataset.compared");
        assertThat(page.text("ran-text")).contains("actors.japan.policy.assertiveness = 0.2");
        assertThat(page.text("comparison-title")).contains("2,000 pairs");
        assertThat(page.text("headlines")).contains("against");
        assertThat(page.seen("stale")).isFalse();
    }

    @Test
    @Order(2)
    void workSurvivesReloadBackAndASecondTab() throws Exception {
        String address = page.browser.driver().getCurrentUrl();
        String table = page.text("outcomes");
        page.browser.driver().navigate().refresh();
        page.ready();
        page.await("drawn again", "!document.getElementById('charts').hidden");
        page.await("compared again", "!!document.body.dataset.compared");
        assertThat(page.text("outcomes")).isEqualTo(table);
        page.browser.driver().navigate().back();
        page.await("the run before", "document.getElementById('ran-text').innerText.includes('as its file says')");
        page.browser.driver().navigate().forward();
        page.await("the later run", "document.getElementById('ran-text').innerText.includes('assertiveness')");

        String first = page.browser.driver().getWindowHandle();
        page.browser.driver().switchTo().newWindow(WindowType.TAB);
        page.browser.driver().get(address);
        page.ready();
        page.await(
                "the same in a second tab", "document.getElementById('ran-text').innerText.includes('assertiveness')");
        page.browser.driver().close();
        page.browser.driver().switchTo().window(first);
    }

    /** An address that is opened afresh shows its seed, though it says nothing of how many runs. */
    @Test
    @Order(12)
    void aLinkToOneRunShowsThatRun() throws Exception {
        page.show("#/one?scenario=baseline&seed=3&which=4&week=29");
        page.browser.driver().navigate().refresh();
        page.ready();
        page.await("the run is told", "!!document.body.dataset.told");
        assertThat(page.text("trace-note")).startsWith("Run 4 of baseline, seed 3.");
        assertThat(page.browser.driver().getCurrentUrl()).contains("seed=3");
    }

    @Test
    @Order(3)
    void runningWorkIsTakenUpAgainAndCancelled() throws Exception {
        page.show("#/run?scenario=baseline&runs=100000&seed=1");
        page.click("start");
        page.await("it runs", "document.getElementById('progress-text').innerText.includes('of 100,000')");
        page.browser.driver().navigate().refresh();
        page.ready();
        page.await("it runs on", "document.getElementById('progress-text').innerText.includes('of 100,000')");
        page.show("#/studies");
        page.browser.run("document.getElementById('tray').open = true");
        page.await("it is listed", "document.getElementById('tray-list').innerText.includes('running')");
        page.press("Cancel");
        page.await("it is cancelled", "document.getElementById('tray-list').innerText.includes('cancelled')");
    }

    @Test
    @Order(4)
    void aBarOpensItsRuns() throws Exception {
        page.show("#/run?scenario=baseline&runs=500&seed=1&outcome=any_crisis");
        page.runToItsEnd();
        page.browser.run("const c = echarts.getInstanceByDom(document.getElementById('chart-distribution'));"
                + "const [x, y] = c.convertToPixel({seriesIndex: 0}, [1, 1]);"
                + "const zr = c.getZr(); for (const type of ['mousedown', 'mouseup', 'click'])"
                + " zr.handler.dispatch(type, {zrX: x, zrY: y, offsetX: x, offsetY: y})");
        page.await("its runs", "!document.getElementById('bin').hidden");
        assertThat(page.text("bin")).contains("runs with any crisis", "run ");
        page.browser.run("document.querySelector('#bin a').click()");
        page.await("one of them", "!!document.body.dataset.told");
        assertThat(page.text("trace-note")).startsWith("Run ");
    }

    @Test
    @Order(5)
    void oneRunIsPlayedAndFlipped() throws Exception {
        page.show("#/one?scenario=baseline&seed=1&which=4&week=29");
        page.await("told", "document.getElementById('week-title').innerText.includes('week 29')");
        assertThat(page.truth("document.querySelectorAll('#seats circle').length === 15"))
                .isTrue();
        page.browser.run("document.getElementById('main').focus();"
                + "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}))");
        assertThat(page.text("week-title")).contains("week 30");
        page.set("#speed", "120");
        page.click("play");
        page.await("it plays", "Number(document.getElementById('week').value) > 33");
        page.click("play");
        String week = page.value("document.getElementById('week').value");
        assertThat(page.text("play")).isEqualTo("Play");
        page.show("#/one?scenario=baseline&seed=1&which=4&week=29");
        page.browser.run("document.querySelector('#decisions button').click()");
        page.await("flipped", "!document.getElementById('flipped').hidden");
        page.set("#seats select", "RUS");
        assertThat(page.value("[...document.querySelectorAll('#seats select')[1].options].map(o => o.value).join()"))
                .as("it voted no")
                .isEqualTo("yes,abstain");
        page.browser.run("const s = document.querySelectorAll('#seats select'); s[1].value = 'abstain'");
        page.press("instead");
        page.await("a vote too", "document.getElementById('flip-note').innerText.includes('RUS')");
        assertThat(page.text("flip-note")).contains("29:");
        page.press("With fresh draws from then on");
        page.await("continued", "document.getElementById('flip-note').innerText.includes('Continued')");
        assertThat(page.text("flip-table")).contains("95 % interval");
        assertThat(week).isNotEqualTo("29");
    }

    @Test
    @Order(6)
    void everyKindOpensAsAFormAndOneIsAskedToItsEnd() throws Exception {
        page.show("#/studies");
        List<?> links = (List<?>) page.browser.run(
                "return [...document.querySelectorAll('.study-list a')].map(a => a.getAttribute('href'))");
        assertThat(links).hasSizeGreaterThan(10);
        for (Object link : links) {
            page.show(String.valueOf(link));
            page.await(
                    "checked",
                    "document.querySelector('.form') && document.querySelector('#studies pre').textContent !== ''");
            assertThat(page.seen("study-problems")).as(String.valueOf(link)).isFalse();
        }
        page.show("#/studies/sweep-warning");
        page.set("[data-path='runs'] input", "0");
        page.await(
                "the mistake stands at its field",
                "document.querySelector(\"[data-path='runs'] .wrong\").innerText.includes('1')");
        page.set("[data-path='runs'] input", "10");
        page.set("#study-name", "my-sweep");
        page.await(
                "it may run",
                "[...document.querySelectorAll('#studies button')].some(b => b.textContent === 'Run' && !b.disabled)");
        page.press("Run");
        page.await("it has run", "!!document.body.dataset.studied");
        page.await("its findings are seen", "!!document.querySelector('#study-found iframe')");
        assertThat(page.text("study-status"))
                .contains("Done", "./tumen explore sweep ", "scenarios/studies/my-sweep.yaml");
        page.browser.driver().navigate().refresh();
        page.ready();
        page.await("its findings are seen again", "!!document.querySelector('#study-found iframe')");
    }

    @Test
    @Order(7)
    void whatIsKnownIsSeenBeforeTheEnd() throws Exception {
        page.show("#/studies/sweep-warning");
        page.set("[data-path='runs'] input", "6000");
        page.set("#study-name", "my-watched-sweep");
        page.await(
                "it may run",
                "[...document.querySelectorAll('#studies button')].some(b => b.textContent === 'Run' && !b.disabled)");
        page.press("Run");
        page.await("the first findings are drawn", "!!document.body.dataset.known");
        page.await("and drawn anew in their place", "Number(document.body.dataset.known) > 1");
        page.await("one frame is left", "document.querySelectorAll('#study-found iframe').length === 1");
        assertThat(page.value("document.querySelector('#study-found iframe').title"))
                .isEqualTo("Findings so far of my-watched-sweep");
        assertThat(page.text("study-status")).contains("Running");
        // A link shows the same to whoever opens it.
        page.show(page.value("location.hash"));
        page.await("they are drawn in a second tab", "!!document.body.dataset.known");
        page.press("Cancel");
        page.await("it is cancelled", "!!document.body.dataset.studied");
        assertThat(page.text("study-status")).contains("Cancelled; what was finished is kept");
        page.browser.driver().navigate().refresh();
        page.ready();
        page.await("what was known is still seen", "!!document.querySelector('#study-found iframe')");
    }

    @Test
    @Order(8)
    void aBatchBecomesAResultThatAnswersSql() throws Exception {
        page.show("#/run?scenario=silence&runs=300&seed=1");
        page.runToItsEnd();
        page.click("save");
        page.await("stored", "document.getElementById('saved').innerText.startsWith('Stored as')");
        page.browser.run("document.querySelector('#saved a').click()");
        page.await("its report is seen", "!!document.querySelector('#result-report iframe')");
        page.set("#sql", "select count(*) as n from runs");
        page.click("ask");
        page.await("answered", "document.getElementById('answer').innerText.includes('300')");
        page.set("#sql", "select * from read_csv('/etc/passwd')");
        page.click("ask");
        page.await("refused", "!document.getElementById('problems').hidden");
        assertThat(page.text("problems")).doesNotContain("root:");
    }

    @Test
    @Order(9)
    void everyViewFitsAndIsAccessible() throws Exception {
        page.show(
                "#/run?scenario=silence&runs=400&seed=1&baseline_scenario=baseline&baseline_runs=400&baseline_seed=1");
        page.runToItsEnd();
        page.await("compared", "!!document.body.dataset.compared");
        String run = page.value("location.hash");
        Map<String, String> views = Map.of(
                "home", "#/home",
                "run", run,
                "one", "#/one?scenario=baseline&seed=1&which=4&week=29&flip=3:japan=warn",
                "studies", "#/studies",
                "study", "#/studies/game-warning",
                "results", "#/results");
        List<String> faults = new ArrayList<>();
        for (String scheme : List.of("light", "dark")) {
            // 640 is what 200 % leaves of a window of 1280, 305 what 400 % and a scroll bar leave. The dark scheme
            // changes colours, whatever the width.
            for (int width : scheme.equals("light") ? new int[] {305, 640, 1440} : new int[] {1440}) {
                page.look(scheme, width);
                for (Map.Entry<String, String> view : views.entrySet()) {
                    page.show(view.getValue());
                    String what = view.getKey() + " " + width + " " + scheme + ": ";
                    if (!page.truth("document.documentElement.scrollWidth <= document.documentElement.clientWidth")) {
                        faults.add(what + "wider than the window");
                    }
                    page.axe().forEach(violation -> faults.add(what + violation));
                    page.picture(view.getKey() + "-" + width + "-" + scheme);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(page.browser.console())
                .noneMatch(line -> line.contains("Content Security Policy") || line.contains("Uncaught"));
    }

    @Test
    @Order(10)
    void anAddressThatNamesNoViewIsToldOf() throws Exception {
        for (String address : List.of("#/study/game-warning", "#/constructor")) {
            page.show(address);
            assertThat(page.text("problems")).as(address).contains("names no view");
            assertThat(page.truth("document.getElementById('view-home').hidden"))
                    .isFalse();
        }
        page.show("#/");
        assertThat(page.text("problems")).isEmpty();
        // Another scenario that takes its place is no answer to what was asked.
        page.show("#/run?scenario=nosuch&runs=10&seed=1");
        assertThat(page.text("problems"))
                .contains("There is no scenario called nosuch; there are ", "baseline is chosen");
    }

    @Test
    @Order(11)
    void warningsOfAScenarioAreToldBeforeItRuns() throws Exception {
        page.show("#/run?scenario=iran-sudan&runs=10&seed=1");
        page.await("noted", "document.getElementById('notes').innerText.includes('roster')");
    }

    @Test
    @Order(13)
    void aServerThatHasEndedIsToldOf() throws Exception {
        page.look("light", 1440);
        page.show("#/run?scenario=baseline&runs=200&seed=1");
        page.served.close();
        page.click("start");
        page.await("it is told", "document.getElementById('problems').innerText.includes('does not answer')");
        assertThat(page.truth("document.getElementById('start').disabled")).isFalse();
    }
}
