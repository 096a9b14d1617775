package org.tumen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.tumen.Browser;
import org.tumen.experiment.Cancellation;
import org.tumen.experiment.ExecutionSettings;
import org.tumen.experiment.RunListener;
import org.tumen.findings.Chart;
import org.tumen.findings.Findings;
import org.tumen.findings.FindingsJson;
import org.tumen.study.StudySession;
import org.tumen.study.batch.BatchFindings;

/** The report in a real browser, opened from disk. */
class ReportIT {
    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void openBrowser() throws Exception {
        browser = Browser.open(1280, 900);
        StoredResults.make(folder.resolve("one"), 60, Map.of("baseline", tree -> {}));
        BatchFindings.write(
                folder.resolve("one"),
                false,
                StudySession.quiet(ExecutionSettings.standard(), new Cancellation(), RunListener.NONE));
    }

    @AfterAll
    static void closeBrowser() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    private static void show(String name) throws Exception {
        browser.show(folder.resolve(name).resolve(ReportPage.FILE));
        browser.await(
                "the page is ready", () -> "true".equals(browser.run("return document.documentElement.dataset.ready")));
    }

    /** Scrolls to every figure and waits until it holds a picture. */
    private static int drawAll() throws Exception {
        List<WebElement> figures = browser.driver().findElements(By.cssSelector("figure[data-chart]"));
        int drawn = 0;
        for (WebElement figure : figures) {
            // Of charts to choose among one is seen.
            if (!figure.isDisplayed()) {
                continue;
            }
            browser.run("arguments[0].scrollIntoView()", figure);
            browser.await(figure.getAttribute("id") + " is drawn", () -> shapes(figure) > 10);
            drawn++;
        }
        return drawn;
    }

    private static long shapes(WebElement figure) {
        return (Long)
                browser.run("return arguments[0].querySelectorAll('.chart svg path, .chart svg text').length", figure);
    }

    @Test
    void drawsEveryChartWithoutAComplaint() throws Exception {
        for (String name : List.of("one")) {
            show(name);
            assertThat(drawAll()).isGreaterThanOrEqualTo(6);
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void sortsByKeyboard() throws Exception {
        show("one");
        WebElement head =
                browser.driver().findElement(By.xpath("//table[@id='table-summary']//th[.//button[.='Mean']]"));
        head.findElement(By.tagName("button")).sendKeys(Keys.ENTER);
        assertThat(head.getAttribute("aria-sort")).isEqualTo("descending");
        assertThat(means()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        head.findElement(By.tagName("button")).sendKeys(Keys.SPACE);
        assertThat(head.getAttribute("aria-sort")).isEqualTo("ascending");
        assertThat(means()).isSorted();
    }

    private static List<Double> means() {
        return browser.driver().findElements(By.cssSelector("#table-summary tbody tr td:nth-child(2)")).stream()
                .map(cell -> Double.valueOf(cell.getAttribute("data-value")))
                .toList();
    }

    @Test
    void showsTheOutcomeThatIsChosenAndItsDataAsATable() throws Exception {
        show("one");
        WebElement figure = browser.driver().findElement(By.cssSelector("[data-name='distribution_launches']"));
        assertThat(figure.isDisplayed()).isFalse();
        WebElement choice = browser.driver().findElement(By.cssSelector("#distributions select"));
        browser.run("arguments[0].scrollIntoView()", choice);
        choice.sendKeys("Launches");
        browser.await("chosen", figure::isDisplayed);
        browser.await("drawn", () -> shapes(figure) > 20);
        figure.findElement(By.tagName("summary")).sendKeys(Keys.ENTER);
        browser.await("table", () -> figure.findElements(By.cssSelector("td")).size() > 5);
        double sum = figure.findElements(By.cssSelector("td")).stream()
                .mapToDouble(cell -> Double.parseDouble(cell.getText()))
                .sum();
        assertThat(sum).isBetween(99.0, 101.0);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void changesColoursByKeyboard() throws Exception {
        show("one");
        String before = paper();
        browser.driver().findElement(By.id("theme")).sendKeys(Keys.ENTER);
        browser.await("other colours", () -> !paper().equals(before));
        drawAll();
        assertThat(browser.console()).isEmpty();
    }

    private static String paper() {
        return String.valueOf(browser.run("return getComputedStyle(document.body).backgroundColor"));
    }

    @Test
    void fitsATelephone() throws Exception {
        onATelephone(
                "one",
                390,
                () -> assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                        .isEqualTo(true));
    }

    private static void onATelephone(String name, int width, Runnable look) throws Exception {
        show(name);
        Map<String, Object> size = Map.of("width", width, "height", 844, "deviceScaleFactor", 1, "mobile", true);
        browser.driver().executeCdpCommand("Emulation.setDeviceMetricsOverride", size);
        try {
            browser.driver().navigate().refresh();
            drawAll();
            look.run();
        } finally {
            browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    void cellsAreNamedWhereTheyHoldTheirNames() throws Exception {
        double[] across = {1, 2, 3, 4, 5, 1, 2, 3, 4, 5};
        double[] up = {1, 1, 1, 1, 1, 2, 2, 2, 2, 2};
        double[] small = {-84e-5, 91e-5, -72e-5, 63e-5, -54e-5, -84e-5, 91e-5, -72e-5, 63e-5, -54e-5};
        double[] half = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        Chart cells = Chart.of("cells", "Cells", "")
                .x("Assertiveness", "")
                .y("Secrecy", "")
                .good("high")
                .cells("Difference", across, up, small, half)
                .build();
        Path result = Files.createDirectory(folder.resolve("cells"));
        Findings found = Findings.of("sweep", "cells", "", "")
                .section("cells", "Cells")
                .chart(cells)
                .build();
        Files.write(result.resolve(ReportPage.FILE), FindingsPage.of(FindingsJson.of(found), result, null));
        String apart =
                "const boxes = [...document.querySelectorAll('.chart svg text')].filter(t => t.textContent.startsWith('('))"
                        + ".map(t => t.getBoundingClientRect()); "
                        + "return boxes.length >= arguments[0] && boxes.every((a, i) => boxes.slice(i + 1)"
                        + ".every(b => a.right < b.left || b.right < a.left || a.bottom <= b.top || b.bottom <= a.top))";
        onATelephone("cells", 400, () -> assertThat(browser.run(apart, 0)).isEqualTo(true));
        onATelephone(
                "cells", 800, () -> assertThat(browser.run(apart, small.length)).isEqualTo(true));
    }
}
