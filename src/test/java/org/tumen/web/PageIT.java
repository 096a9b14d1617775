package org.tumen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;
import org.tumen.Browser;

/**
 * The path of an analyst through the page, in a browser. With {@code -Dtumen.screenshots=FOLDER} it leaves pictures of each
 * view at three widths, light and dark.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageIT {
    @TempDir
    static Path results;

    private static Served served;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open(1440, 1000);
        served = new Served(results);
        show("");
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (served != null) {
            served.close();
        }
    }

    private static void show(String hash) throws InterruptedException {
        browser.driver().get("about:blank");
        browser.driver().get(served.at("/" + hash).toString());
        browser.await("the page is ready", () -> truth("document.body.dataset.ready === 'yes'"));
    }

    private static boolean truth(String script) {
        return Boolean.TRUE.equals(browser.run("return " + script));
    }

    private static String text(String id) {
        return String.valueOf(browser.run("return document.getElementById(arguments[0]).innerText", id));
    }

    private static void click(String id) {
        browser.run("document.getElementById(arguments[0]).click()", id);
    }

    private static void set(String selector, String value) {
        browser.run(
                "const e = document.querySelector(arguments[0]); e.value = arguments[1];"
                        + "e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true}))",
                selector,
                value);
    }

    private static void runToItsEnd() throws InterruptedException {
        browser.run("document.body.dataset.ended = ''");
        click("start");
        browser.await("the batch has ended", () -> truth("document.body.dataset.ended !== ''"));
    }

    @Test
    @Order(1)
    void chartsFillWhileRunsArrive() throws Exception {
        set("#runs", "3000");
        runToItsEnd();
        assertThat(text("progress-text")).contains("3,000 of 3,000 runs").contains("runs a second");
        assertThat(text("outcomes")).contains("Mean stability", "Vetoes");
        assertThat(truth("document.querySelectorAll('#charts canvas').length >= 4"))
                .isTrue();
        long first = Long.parseLong(String.valueOf(browser.run("return document.body.dataset.firstPicture")));
        System.out.println("first picture " + first + " ms after the click");
    }

    @Test
    @Order(2)
    void aChangedPolicyIsComparedWithTheBaseline() throws Exception {
        click("keep");
        set("#search", "actors.japan.policy.assertiveness");
        set("[data-path='actors.japan.policy.assertiveness'] input[type=number]", "9999");
        browser.await("the mistake is told", () -> text("problems").contains("assertiveness"));
        set("[data-path='actors.japan.policy.assertiveness'] input[type=number]", "0.2");
        browser.await("the mistake is gone", () -> truth("document.getElementById('problems').hidden"));
        assertThat(text("changed-count")).isEqualTo("1 changed");
        runToItsEnd();
        browser.await("compared", () -> truth("!!document.body.dataset.compared"));
        assertThat(text("comparison-title")).contains("3,000 pairs");
        assertThat(text("differences")).contains("Mean stability", "95 % interval");
        assertThat(text("verdicts")).isNotBlank();
    }

    @Test
    @Order(3)
    void theSameIsShownAsFileCommandAndAddress() throws Exception {
        click("show-command");
        assertThat(text("dialog-text"))
                .isEqualTo(
                        "./tumen batch scenarios/baseline.yaml --set actors.japan.policy.assertiveness=0.2 --runs 3000"
                                + " --seed " + browser.run("return document.getElementById('seed').value"));
        click("dialog-close");
        click("show-yaml");
        browser.await("the file is shown", () -> text("dialog-text").contains("assertiveness: 0.2"));
        click("dialog-close");
        String address = browser.driver().getCurrentUrl();
        show(address.substring(address.indexOf('#')));
        assertThat(text("changed-count")).isEqualTo("1 changed");
        assertThat(browser.run("return document.getElementById('runs').value")).isEqualTo("3000");
        // The kept baseline is in the address too, and is made again for the next comparison.
        assertThat(text("baseline-note")).contains("Baseline: baseline, 3,000 runs");
        runToItsEnd();
        browser.await("compared again", () -> truth("!!document.body.dataset.compared"));
        assertThat(text("comparison-title")).contains("3,000 pairs");
    }

    @Test
    @Order(4)
    void oneRunIsToldAndADecisionFlipped() throws Exception {
        show("#view=trace&scenario=baseline&seed=1&which=4&week=29");
        browser.await("told", () -> text("week-title").startsWith("Week 29"));
        assertThat(truth("document.querySelectorAll('#seats circle').length === 15"))
                .isTrue();
        browser.run("document.getElementById('main').focus();"
                + "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}))");
        assertThat(text("week-title")).startsWith("Week 30");
        assertThat(text("decisions")).isNotBlank();
        browser.run("document.querySelector('#decisions button').click()");
        browser.await("flipped", () -> truth("!document.getElementById('flipped').hidden"));
        assertThat(text("flip-note")).contains("30:").contains("same random numbers");
    }

    @Test
    @Order(5)
    void aBatchBecomesAResultThatAnswersSql() throws Exception {
        show("#view=run&scenario=silence");
        set("#runs", "300");
        runToItsEnd();
        click("save");
        browser.await("stored", () -> text("progress-text").startsWith("Stored as"));
        browser.run("document.querySelector('[data-view=results]').click()");
        browser.await("listed", () -> text("result-list").contains("Open the report"));
        set("#sql", "select count(*) as n from runs");
        click("ask");
        browser.await("answered", () -> text("answer").contains("300"));
        set("#sql", "select * from read_csv('/etc/passwd')");
        click("ask");
        browser.await("refused", () -> truth("!document.getElementById('problems').hidden"));
        assertThat(text("problems")).doesNotContain("root:");
    }

    @Test
    @Order(6)
    @SuppressWarnings("unchecked")
    void everyViewFitsAndIsAccessible() throws Exception {
        for (String scheme : List.of("light", "dark")) {
            browser.driver()
                    .executeCdpCommand(
                            "Emulation.setEmulatedMedia",
                            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            for (int width : new int[] {360, 820, 1440}) {
                browser.driver()
                        .executeCdpCommand(
                                "Emulation.setDeviceMetricsOverride",
                                Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
                for (String view : List.of("run", "trace", "results")) {
                    show("#view=" + view + "&scenario=baseline&seed=1&which=4&week=29&runs=400"
                            + "&set=actors.japan.policy.assertiveness%3D0.2");
                    if (view.equals("run")) {
                        runToItsEnd();
                    }
                    String what = view + " " + width + " " + scheme;
                    assertThat(truth("document.documentElement.scrollWidth <= innerWidth"))
                            .as(what)
                            .isTrue();
                    List<String> violations = (List<String>) axe();
                    assertThat(violations).as(what).isEmpty();
                    picture(view + "-" + width + "-" + scheme + ".png");
                }
            }
        }
        assertThat(browser.console())
                .noneMatch(line -> line.contains("Content Security Policy") || line.contains("Uncaught"));
    }

    /** The violations that axe-core finds, each with its rule and place. */
    private static Object axe() throws IOException {
        try (var in = PageIT.class.getResourceAsStream("/axe.min.js")) {
            browser.run(new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";window.axe = axe");
        }
        return browser.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
                                + ".then(r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target + ' ' + n.html.slice(0, 120)"
                                + " + ' ' + n.failureSummary.slice(0, 200)))))");
    }

    private static void picture(String name) throws IOException {
        String folder = System.getProperty("tumen.screenshots");
        if (folder != null) {
            Map<String, Object> shot = browser.driver()
                    .executeCdpCommand(
                            "Page.captureScreenshot",
                            Map.of(
                                    "captureBeyondViewport",
                                    true,
                                    "clip",
                                    Map.of(
                                            "x",
                                            0,
                                            "y",
                                            0,
                                            "scale",
                                            1,
                                            "width",
                                            browser.run("return innerWidth"),
                                            "height",
                                            browser.run(
                                                    "return Math.min(2600, document.documentElement.scrollHeight)"))));
            Files.createDirectories(Path.of(folder));
            Files.write(Path.of(folder, name), OutputType.BYTES.convertFromBase64Png((String) shot.get("data")));
        }
    }
}
