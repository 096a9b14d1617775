package org.tumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The search of the pages that {@code mvn site} builds, in a browser on the file system; {@code -Dtumen.site} is their folder. */
@EnabledIfSystemProperty(named = "tumen.site", matches = ".+")
class SiteSearchIT {
    private static final Path SITE = Path.of(System.getProperty("tumen.site", "target/site"));

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open(1200, 900);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everySectionOfEveryPageIsAddressed() throws Exception {
        browser.show(SITE.resolve("index.html"));
        search("anything");
        Object sections =
                browser.run("return tumenSearch.sections.map(s => s.href.split('#')[0] + ' ' + s.href.split('#')[1])");
        assertThat((List<?>) sections).hasSizeGreaterThan(150).allSatisfy(section -> {
            String[] place = section.toString().split(" ", 2);
            assertThat(SITE.resolve(place[0])).content().contains("<a id=\"" + place[1] + "\">");
        });
        try (Stream<Path> pages = Files.list(SITE)) {
            List<String> files = pages.map(page -> String.valueOf(page.getFileName()))
                    .filter(name -> name.endsWith(".html"))
                    .toList();
            assertThat(files)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat((List<?>) sections)
                            .anySatisfy(
                                    section -> assertThat(section.toString()).startsWith(file + " ")));
        }
    }

    @Test
    void wordsLeadToTheSectionThatHoldsThem() throws Exception {
        browser.show(SITE.resolve("operations.html"));
        List<WebElement> found = search("value of knowing noise floor permutation");
        assertThat(found.get(0).getText()).contains("Exploring policies: 2. What it turns on", "value of knowing");
        assertThat(found.get(0).findElements(By.tagName("mark"))).isNotEmpty();
        found.get(0).findElement(By.tagName("a")).click();
        browser.await("the page is shown", () -> browser.driver().getTitle().startsWith("Exploring policies"));
        assertThat((Long) browser.run("return Math.round(scrollY)")).isPositive();
        assertThat(search("mean_stabil").size()).isGreaterThan(3);
        assertThat(search("equilibirum").get(0).getText()).containsIgnoringCase("equilibri");
        assertThat(search("qqzzyy")).isEmpty();
        assertThat(result().getText()).contains("Nothing is found for “qqzzyy”");
        box().sendKeys(Keys.ESCAPE);
        browser.await("the list is gone", () -> !result().isDisplayed());
        assertThat(browser.console()).isEmpty();
    }

    private static WebElement box() {
        return browser.driver().findElement(By.cssSelector("#search input"));
    }

    private static WebElement result() {
        return browser.driver().findElement(By.id("found"));
    }

    private static List<WebElement> search(String words) throws InterruptedException {
        box().clear();
        box().sendKeys(words);
        browser.await("found", () ->
                (Boolean) browser.run("return document.getElementById('found').dataset.words === arguments[0]", words));
        return result().findElements(By.tagName("li"));
    }
}
