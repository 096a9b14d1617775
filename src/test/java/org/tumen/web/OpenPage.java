package org.tumen.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.OutputType;
import org.tumen.Browser;

/** The page of a running server in a browser. With {@code -Dtumen.screenshots=FOLDER} it leaves pictures. */
final class OpenPage implements AutoCloseable {
    final Browser browser;
    final Served served;

    /** @param folder takes scenarios and results of its own */
    OpenPage(Path folder) throws IOException, InterruptedException {
        browser = Browser.open(1440, 1000);
        // A rule of axe may take long on a busy machine.
        browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(5));
        Path scenarios = folder.resolve("scenarios");
        Served.copy(Path.of("scenarios"), scenarios);
        served = new Served(new ServerSettings(
                "127.0.0.1",
                0,
                scenarios,
                Files.createDirectories(folder.resolve("results")),
                2,
                ServerSettings.QUERY));
        browser.driver().get(served.server.address());
        ready();
    }

    void ready() throws InterruptedException {
        browser.await("the page is ready", () -> truth("document.body && document.body.dataset.ready === 'yes'"));
    }

    /** Opens an address of the page anew, as a bookmark does. */
    void show(String hash) throws InterruptedException {
        browser.driver().get("about:blank");
        browser.driver().get(served.at("/" + hash).toString());
        ready();
    }

    boolean truth(String script) {
        return Boolean.TRUE.equals(browser.run("return " + script));
    }

    String value(String script) {
        return String.valueOf(browser.run("return " + script));
    }

    String text(String id) {
        return String.valueOf(
                browser.run("return document.getElementById(arguments[0]).innerText.replaceAll('\\u00a0', ' ')", id));
    }

    boolean seen(String id) {
        return truth("!!document.getElementById('" + id + "').offsetParent");
    }

    void click(String id) {
        browser.run("document.getElementById(arguments[0]).click()", id);
    }

    /** A click on the button or link with some words. */
    void press(String words) {
        browser.run(
                "[...document.querySelectorAll('button, a')].find(b => b.textContent === arguments[0] && b.offsetParent).click()",
                words);
    }

    void set(String selector, String value) {
        browser.run(
                "const e = document.querySelector(arguments[0]); e.value = arguments[1];"
                        + "e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true}))",
                selector,
                value);
    }

    void await(String what, String script) throws InterruptedException {
        browser.await(what, () -> truth(script));
    }

    void runToItsEnd() throws InterruptedException {
        browser.run("document.body.dataset.ended = ''");
        click("start");
        await("the batch has ended", "document.body.dataset.ended !== ''");
    }

    void look(String scheme, int width) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    }

    /** The violations that axe-core finds, each with its rule and place. */
    @SuppressWarnings("unchecked")
    List<String> axe() throws IOException {
        try (var in = OpenPage.class.getResourceAsStream("/axe.min.js")) {
            browser.run(new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";window.axe = axe");
        }
        return (List<String>)
                browser.driver()
                        .executeAsyncScript(
                                "const done = arguments[0]; axe.run(document, {iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',"
                                        + " 'wcag21aa', 'wcag22aa']}).then(r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ' '"
                                        + " + n.target + ' ' + n.html.slice(0, 120) + ' ' + n.failureSummary.slice(0, 200)))))");
    }

    void picture(String name) throws IOException {
        String folder = System.getProperty("tumen.screenshots");
        if (folder == null) {
            return;
        }
        Map<String, Object> clip = Map.of(
                "x", 0,
                "y", 0,
                "scale", 1,
                "width", browser.run("return innerWidth"),
                "height", browser.run("return Math.min(2600, document.documentElement.scrollHeight)"));
        Map<String, Object> shot = browser.driver()
                .executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        Files.createDirectories(Path.of(folder));
        Files.write(Path.of(folder, name + ".png"), OutputType.BYTES.convertFromBase64Png((String) shot.get("data")));
    }

    @Override
    public void close() throws IOException {
        browser.close();
        served.close();
    }
}
