package org.tumen;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real browser for tests: Chromium without a window, with a fresh profile that is deleted afterwards.
 *
 * <p>A test that needs it is skipped where no Chromium with its driver is installed, and says so; with the system
 * property {@code tumen.browser=required} it fails there instead. The system properties {@code tumen.chromium} and
 * {@code tumen.chromedriver} name other places of the two programs.
 */
public final class Browser implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long PAUSE_MILLIS = 25;

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /**
     * Starts the browser with a window of some size.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public static Browser open(int width, int height) throws IOException {
        Optional<Path> chromium =
                find("tumen.chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        Optional<Path> chromedriver = find("tumen.chromedriver", "chromedriver");
        Needed.require(
                chromium.isPresent() && chromedriver.isPresent(),
                "browser",
                "there is no " + (chromium.isEmpty() ? "chromium" : "chromedriver")
                        + " on the path; install Debian's packages chromium and chromium-driver");
        Path profile = Files.createTempDirectory("browser");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .withSilent(true)
                .build();
        try {
            return new Browser(
                    new ChromeDriver(service, options(chromium.orElseThrow(), profile, width, height)), profile);
        } catch (RuntimeException e) {
            delete(profile);
            throw e;
        }
    }

    private static ChromeOptions options(Path chromium, Path profile, int width, int height) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--window-size=" + width + "," + height);
        LoggingPreferences log = new LoggingPreferences();
        log.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", log);
        return options;
    }

    private static Optional<Path> find(String property, String... names) {
        String given = System.getProperty(property);
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        return Stream.of(names)
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The driver. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Opens a file from disk. */
    public void show(Path file) {
        driver.get(file.toAbsolutePath().toUri().toString());
    }

    /** Runs a script in the page and returns its value. */
    public Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** Waits until something holds, at most some seconds. */
    public void await(String what, Supplier<Boolean> holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!holds.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after " + PATIENCE_MILLIS + " ms still not: " + what);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** What the console said since it was last asked: errors of scripts, refused and failed requests, messages. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        delete(profile);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
