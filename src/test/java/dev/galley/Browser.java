package dev.galley;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine, without a window. It reaches nothing but this machine. */
final class Browser implements AutoCloseable {
    private static final int MOST_TABS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String MISSING =
            "SKIPPED: no test looks at the front page in a browser, for there are no chromium and chromedriver here"
                    + " (apt-get install chromium chromium-driver)";

    private final ChromeDriver driver;
    private final String axe;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            this.axe = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the tests, and says so, where there is none. */
    static Browser start() {
        Optional<Path> chromium = find("chromium");
        Optional<Path> chromedriver = find("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            System.err.println(MISSING);
            Assumptions.abort(MISSING);
        }
        ChromeOptions options = new ChromeOptions()
                .setBinary(chromium.orElseThrow().toFile())
                .addArguments(
                        "--headless=new",
                        // As root, as in containers, it has no sandbox.
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--disable-gpu",
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** Forgets what the page was told to keep; a window of a laptop, in light. */
    void reset(String origin) {
        size(1280, 900);
        prefer("light");
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "local_storage"));
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** {@code light} or {@code dark}, as set in the reader's system. */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What the reader's system speaks. */
    void speak(String locale) {
        driver.executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", locale));
    }

    void block(String... urls) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(urls)));
    }

    void open(String url) {
        driver.get(url);
        settle();
    }

    void reload() {
        driver.navigate().refresh();
        settle();
    }

    void back() {
        driver.navigate().back();
    }

    void forward() {
        driver.navigate().forward();
    }

    /** Waits until what was asked for is shown. */
    void settle() {
        awaitTrue("return document.querySelector('main:not([aria-busy]) h1') !== null");
    }

    void awaitHeading(String heading) {
        awaitTrue("return document.querySelector('main:not([aria-busy]) h1')?.innerText === '" + heading + "'");
    }

    private void awaitTrue(String script) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                // A page that is just being left answers nothing.
                .ignoreExceptions()
                .until(() -> Boolean.TRUE.equals(run(script)));
    }

    String url() {
        return String.valueOf(driver.getCurrentUrl());
    }

    String title() {
        return String.valueOf(driver.getTitle());
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String selector) {
        Object texts = driver.executeScript(
                "return [...document.querySelectorAll(arguments[0])].map((element) => element.innerText)", selector);
        return (List<String>) Objects.requireNonNull(texts);
    }

    String heading() {
        return one("main h1").getText();
    }

    /** Follows a link by its words. */
    void follow(String words) {
        driver.findElement(By.linkText(words)).click();
        settle();
    }

    /** Types into whatever has the focus. */
    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Presses Tab until something with these words has the focus. */
    void tabTo(String words) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (words.equals(run("return document.activeElement.innerText"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("no Tab leads to \"" + words + "\"");
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /** A script that ends by calling {@code done}. */
    Object runAsync(String script) {
        return driver.executeAsyncScript("const done = arguments[arguments.length - 1];" + script);
    }

    /** What axe finds wrong with what is shown, by WCAG 2.2 AA and what is good practice beyond it. */
    @SuppressWarnings("unchecked")
    List<String> violations() {
        if (!Boolean.TRUE.equals(run("return 'axe' in window"))) {
            run(axe);
        }
        Object found = runAsync("""
                axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
                  .then(({violations}) => done(violations.flatMap(({id, nodes}) =>
                    nodes.map(({html, failureSummary}) => `${id}: ${html} ${failureSummary}`))))""");
        return (List<String>) Objects.requireNonNull(found);
    }

    /** What the console has said since it was last asked: errors, and what the policy forbade. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }
}
