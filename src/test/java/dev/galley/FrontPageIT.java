package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.sun.net.httpserver.HttpServer;
import dev.galley.document.block.Block;
import dev.galley.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The front page as people see it: in a real browser, on the packaged Galley. */
@TestMethodOrder(OrderAnnotation.class)
class FrontPageIT {
    private static final String KEY = "front-page-key-front-page-key-front-page";
    private static final String HARBOUR = "?article=how-a-harbour-knows-its-water";
    private static final String HARBOUR_TITLE = "How a Harbour Knows Its Water";
    private static final int TIDES = 12;

    @TempDir
    static Path dataDir;

    private static Browser browser;
    private static RunningGalley galley;
    private static Api api;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        galley = RunningGalley.h2(dataDir)
                .setting("galley.admin-key", KEY)
                .setting("galley.samples", "false")
                .start();
        api = new Api(galley.baseUrl(), KEY);
    }

    @Test
    @Order(1)
    void anEmptyGalleyShowsTheCommandsThatFillIt() throws Exception {
        browser.open(galley.baseUrl());
        assertEquals("Nothing is published yet", browser.heading());
        assertAccessible();
        run(String.join("\n", browser.texts(".steps pre")).replace("the key", KEY));
        browser.one("main button").click();
        browser.awaitHeading("What is published");
        assertEquals(List.of("Hello, Galley"), browser.texts(".entries h2"));
    }

    private static void run(String commands) throws Exception {
        Process shell = new ProcessBuilder("bash", "-euc", commands)
                .redirectErrorStream(true)
                .start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(shell.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, shell.exitValue(), answer);
        assertTrue(answer.contains("\"slug\":\"hello\""), answer);
    }

    private static void open(String address) throws IOException {
        fill();
        browser.open(galley.baseUrl() + "/" + address);
    }

    /** Before the first test that isn't about an empty Galley. */
    private static void fill() throws IOException {
        if (api.get("/v1/articles/mina").statusCode() == 200) {
            return;
        }
        for (int day = 1; day <= TIDES; day++) {
            String date = "2026-01-%02d".formatted(day);
            publish(
                    "text/markdown",
                    "---\ndate: " + date + "\ntags: [Days]\n---\n# Tide of day " + day + "\n\nHigh.\n");
        }
        publish("text/markdown", "---\nslug: the-bore\n---\n# The Bore\n\n## Up the River\n\nA wave.\n");
        publish("application/json", document("harbour"));
        publish(
                "text/markdown",
                "---\nslug: hafen\nlang: de\ntranslationKey: harbour\n---\n# Wie ein Hafen sein Wasser kennt\n\nJa.\n");
        publish(
                "text/markdown",
                "---\nslug: mina\nlang: ar\ntranslationKey: harbour\n---\n# كيف يعرف الميناء ماءه\n\nمرحبا.\n");
    }

    private static String document(String name) throws IOException {
        try (InputStream in = FrontPageIT.class.getResourceAsStream("/front-page/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("%/", galley.baseUrl() + "/");
        }
    }

    /** Answers the article's id. */
    private static String publish(String type, String source) throws IOException {
        HttpResponse<String> answer = api.post("/v1/editorial/imports?publish=true", type, source);
        assertEquals(201, answer.statusCode(), answer.body());
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                .at("/article/id")
                .asText();
    }

    @AfterAll
    static void stop() {
        if (galley != null) {
            galley.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void comeForTheFirstTime() {
        browser.reset(galley.baseUrl());
    }

    @AfterEach
    void theConsoleIsSilent() {
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void theNewestComesFirstAndPagesGoBackInTime() throws IOException {
        open("?topic=days");
        assertEquals("Days", browser.heading());
        assertEquals("Days · Galley", browser.title());
        assertEquals(tides(12, 3), browser.texts(".entries h2"));
        browser.follow("Older");
        assertEquals(tides(2, 1), browser.texts(".entries h2"));
        browser.reload();
        assertEquals(tides(2, 1), browser.texts(".entries h2"));
        browser.follow("Newer");
        assertEquals(tides(12, 3), browser.texts(".entries h2"));
    }

    private static List<String> tides(int newest, int oldest) {
        return IntStream.rangeClosed(0, newest - oldest)
                .mapToObj(i -> "Tide of day " + (newest - i))
                .toList();
    }

    @Test
    void anArticleIsReadWhole() throws IOException {
        open("");
        browser.follow(HARBOUR_TITLE);
        assertTrue(browser.url().endsWith(HARBOUR), browser.url());
        assertEquals(HARBOUR_TITLE + " · Galley", browser.title());
        assertEquals(HARBOUR_TITLE, browser.heading());
        assertEquals(
                List.of(
                        "Key takeaways",
                        "Where the numbers come from",
                        "Moon",
                        "Its nodes",
                        "Sun",
                        "Reading a table",
                        "Questions"),
                browser.texts(".contents a"));
        assertEquals(List.of("Tides are predictable.", "Weather is not."), browser.texts(".takeaways li"));
        assertEquals("Part 2 of The Sea in Numbers", browser.one(".series").getText());
        assertEquals(List.of("Mara Lind", "Jo Brandt"), browser.texts(".article > header .facts a"));
        assertEquals("water", browser.one(".text > p strong").getText());
        assertEquals(List.of("Its nodes #"), browser.texts("#moon h4"));
        assertTrue(
                browser.texts(".related a").contains("The Bore"),
                browser.texts(".related a").toString());
        assertEquals(1, browser.all("#Calls li").size(), "one call gives all of it");
    }

    @Test
    void everyEntryOfTheContentsLeadsToItsPart() throws IOException {
        open(HARBOUR);
        for (WebElement entry : browser.all(".contents a")) {
            entry.click();
            String id = URI.create(browser.url()).getFragment();
            Object top =
                    browser.run("return Math.round(document.getElementById('" + id + "').getBoundingClientRect().top)");
            assertTrue((Long) top >= 0 && (Long) top < 900, id + " is at " + top);
        }
    }

    @Test
    void everyTypeOfBlockIsShown() throws IOException {
        open(HARBOUR);
        Set<String> types = new TreeSet<>();
        for (JsonSubTypes.Type type :
                Block.class.getAnnotation(JsonSubTypes.class).value()) {
            types.add(type.name());
        }
        Object shown = browser.runAsync(
                "import(new URL('front/blocks.js', document.baseURI)).then(({types}) => done(Object.keys(types)))");
        assertEquals(types, new TreeSet<>((List<?>) shown));
        for (String part : List.of(
                "ol[start='3'] li > p",
                "ul.tasks .mark",
                "figure.code pre",
                ".callout[data-kind=insight]",
                "blockquote footer code",
                "figure img[alt='A field of lines']",
                "td.right",
                ".embed a[href^='https:']",
                "hr")) {
            assertFalse(browser.all(".text " + part).isEmpty(), part);
        }
    }

    @Test
    void questionsUnfold() throws IOException {
        open(HARBOUR);
        WebElement answer = browser.one("#why-two p");
        assertFalse(answer.isDisplayed());
        browser.one("#why-two summary").click();
        assertTrue(answer.isDisplayed());
    }

    @Test
    void aLinkToAQuestionUnfoldsIt() throws IOException {
        open(HARBOUR + "#alike");
        assertTrue(browser.one("#alike p").isDisplayed());
        assertTrue((Long) browser.run("return scrollY") > 0);
        assertFalse(browser.one("#why-two p").isDisplayed());
    }

    @Test
    void aLinkToAnArticleStaysInThePage() throws IOException {
        open(HARBOUR);
        browser.follow("the bore");
        browser.awaitHeading("The Bore");
        assertTrue(browser.url().endsWith("?article=the-bore#up-the-river"), browser.url());
    }

    @Test
    void aFormerAddressBecomesTheNewOne() throws IOException {
        String id = publish("text/markdown", "---\nslug: ebb\n---\n# Ebb\n\nOut.\n");
        api.patch("/v1/editorial/articles/" + id, "{\"slug\": \"ebb-tide\"}");
        api.post("/v1/editorial/articles/" + id + "/publish", "application/json", "");
        for (String address : List.of("ebb", id)) {
            open("?article=" + address);
            assertEquals("Ebb", browser.heading());
            assertTrue(browser.url().endsWith("?article=ebb-tide"), browser.url());
        }
    }

    @Test
    void searchFindsPartsAndLeadsToThem() throws IOException {
        open("");
        browser.one("input").sendKeys("bulges", Keys.ENTER);
        browser.awaitHeading("3 results for “bulges”");
        assertTrue(
                browser.texts("mark").contains("bulges"), browser.texts("mark").toString());
        browser.follow("Questions");
        assertEquals(List.of("Why two a day?"), browser.texts(".entries h2"));
        browser.follow("Why two a day?");
        assertEquals(HARBOUR_TITLE, browser.heading());
        assertTrue(browser.url().endsWith(HARBOUR + "#why-two"), browser.url());
        assertTrue(browser.one("#why-two p").isDisplayed());
    }

    @Test
    void aMisspeltWordIsCorrected() throws IOException {
        open("?q=habrour");
        browser.follow("harbour");
        assertTrue(browser.heading().endsWith("for “harbour”"), browser.heading());
    }

    @Test
    void topicsAndAuthorsFilterTheList() throws IOException {
        open("");
        browser.follow("Tides");
        assertEquals("Tides", browser.heading());
        assertEquals(List.of(HARBOUR_TITLE), browser.texts(".entries h2"));
        browser.follow(HARBOUR_TITLE);
        browser.follow("Jo Brandt");
        assertEquals("Jo Brandt", browser.heading());
        assertEquals(List.of(HARBOUR_TITLE), browser.texts(".entries h2"));
    }

    @Test
    void anArticleIsReadInItsOtherLanguages() throws IOException {
        open(HARBOUR);
        assertEquals(Set.of("English", "Deutsch", "العربية"), Set.copyOf(browser.texts("[aria-label=Languages] li")));
        browser.follow("Deutsch");
        assertEquals("Wie ein Hafen sein Wasser kennt", browser.heading());
        assertEquals("de", browser.one("main article").getAttribute("lang"));
        browser.follow("العربية");
        assertEquals("rtl", browser.one("main article").getAttribute("dir"));
        browser.reload();
        assertEquals("ar", browser.one("main article").getAttribute("lang"));
        open(HARBOUR + "&locale=fr");
        assertTrue(browser.one("main").getText().contains("This article isn’t there in French yet."));
    }

    @Test
    void daysAreWrittenAsTheReaderWritesThem() throws IOException {
        browser.speak("de-DE");
        open("?article=tide-of-day-3");
        assertEquals("3. Januar 2026", browser.one("time").getText());
        browser.speak("");
    }

    @Test
    void darkAndLightAreTheReadersChoice() throws IOException {
        open("");
        String light = paper();
        browser.prefer("dark");
        String dark = paper();
        assertFalse(light.equals(dark));
        browser.one("#Theme").click();
        assertEquals(light, paper());
        assertEquals("false", browser.one("#Theme").getAttribute("aria-pressed"));
        browser.reload();
        assertEquals(light, paper());
        browser.one("#Theme").click();
        browser.prefer("light");
        browser.reload();
        assertEquals(dark, paper());
        assertEquals("true", browser.one("#Theme").getAttribute("aria-pressed"));
    }

    private static String paper() {
        return String.valueOf(browser.run("return getComputedStyle(document.body).backgroundColor"));
    }

    @Test
    void theWayBackLeadsToWhereTheReaderWas() throws IOException {
        open("?topic=days");
        browser.run("scrollTo(0, 500)");
        browser.follow("Tide of day 6");
        assertEquals(0L, browser.run("return Math.round(scrollY)"));
        browser.back();
        browser.awaitHeading("Days");
        assertTrue((Long) browser.run("return Math.round(scrollY)") > 300, "scrolled to where it was");
        browser.forward();
        browser.awaitHeading("Tide of day 6");
    }

    @Test
    void theKeyboardIsEnough() throws IOException {
        open("");
        browser.press(Keys.TAB);
        assertEquals("Skip to the content", browser.focused().getText());
        browser.press(Keys.ENTER);
        browser.tabTo(HARBOUR_TITLE);
        browser.press(Keys.ENTER);
        browser.awaitHeading(HARBOUR_TITLE);
        assertEquals("h1", browser.focused().getTagName());
        assertEquals(HARBOUR_TITLE, browser.one("#Status").getAttribute("textContent"));
        browser.tabTo("Why two a day?");
        browser.press(Keys.SPACE);
        assertTrue(browser.one("#why-two p").isDisplayed());
    }

    @ParameterizedTest
    @CsvSource({
        "?article=never-was, There is no article \"never-was\".",
        "?article=withdrawn, This article was public and no longer is.",
        "?topic=never-was, There is no topic",
        "?cursor=broken, cursor"
    })
    void whatIsNotThereIsExplained(String address, String detail) throws IOException {
        if (address.endsWith("withdrawn")) {
            String id = publish("text/markdown", "---\nslug: withdrawn\n---\n# Withdrawn\n\nGone.\n");
            api.post("/v1/editorial/articles/" + id + "/unpublish", "application/json", "");
        }
        open(address);
        String text = browser.one("main").getText();
        assertTrue(text.contains(detail), text);
        assertEquals(List.of(), browser.violations());
        assertTrue(browser.complaints().stream().allMatch(line -> line.contains("Failed to load resource")));
        browser.follow("What is published");
        browser.awaitHeading("What is published");
    }

    @Test
    void aGalleyThatDoesNotAnswerIsExplained() throws IOException {
        open("");
        browser.block("*/v1/articles/*");
        browser.follow(HARBOUR_TITLE);
        assertEquals("That didn’t work", browser.heading());
        browser.block();
        browser.complaints();
        browser.one("main button").click();
        browser.awaitHeading(HARBOUR_TITLE);
    }

    /** RequiredKeyTest holds that nothing is delivered then. */
    @Test
    void whereReadingNeedsAKeyThePageSaysSo() throws IOException {
        try (Proxy proxy = Proxy.start(target -> !target.startsWith("/v1/"))) {
            browser.open(proxy.url());
            assertEquals("Reading needs a key", browser.heading());
            assertAccessible();
            assertFalse(browser.complaints().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HARBOUR, HARBOUR + "&locale=ar", "?q=tide", "?q=nothinghasthisword"})
    void nobodyIsKeptOut(String address) throws IOException {
        open(address);
        assertAccessible();
    }

    private static void assertAccessible() {
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            assertEquals(List.of(), browser.violations(), scheme);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HARBOUR, HARBOUR + "&locale=ar", "?q=tide", "?article=hostile"})
    void nothingScrollsSidewaysOnAPhone(String address) throws IOException {
        hostile();
        browser.size(320, 640);
        open(address);
        assertEquals(
                0L, browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    @Test
    void hostileTextsAreTexts() throws IOException {
        hostile();
        for (String address : List.of("", "?article=hostile", "?topic=harm", "?author=mallory", "?q=script")) {
            open(address);
            assertTrue(browser.one("main").getText().contains("<script>window.harmed = 1</script>"), address);
            Object protocols =
                    browser.run("return [...document.querySelectorAll('a[href]')].map((link) => link.protocol)");
            // ":" is what a browser makes of no address at all.
            assertTrue(Set.of("http:", "https:", ":").containsAll((List<?>) protocols), protocols.toString());
            assertEquals(List.of(), browser.all("main :is(script, iframe, form, style, [onerror], [onclick])"));
            assertNull(browser.run("return window.harmed"));
        }
    }

    private static void hostile() throws IOException {
        if (api.get("/v1/articles/hostile").statusCode() == 404) {
            publish("application/json", document("hostile"));
        }
    }

    @Test
    void addressesThatAreNotOfTheWebAreNoLinks() throws IOException {
        open("");
        Object links = browser.runAsync("""
                import(new URL('front/blocks.js', document.baseURI)).then(({types}) => done(
                  ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', null]
                    .map((url) => types.embed({url, title: 'x', provider: null}).querySelectorAll('a').length)))""");
        assertEquals(List.of(0L, 0L, 0L, 0L), links);
    }

    @Test
    void aProxyMayHaveItBelowAPath() throws IOException {
        fill();
        try (Proxy proxy = Proxy.start(target -> true)) {
            browser.open(proxy.url());
            browser.follow(HARBOUR_TITLE);
            assertEquals(proxy.url() + HARBOUR, browser.url());
            assertEquals(HARBOUR_TITLE, browser.heading());
            browser.reload();
            browser.follow("Galley");
            browser.awaitHeading("What is published");
            assertEquals(proxy.url(), browser.url());
        }
    }

    /** Has Galley below a path of its own, and lets through what is allowed; the rest needs a key. */
    private record Proxy(HttpServer server) implements AutoCloseable {
        private static final String PREFIX = "/content";
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        static Proxy start(Predicate<String> allowed) throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(PREFIX, exchange -> {
                try (exchange) {
                    String target = exchange.getRequestURI().toString().substring(PREFIX.length());
                    HttpResponse<byte[]> answer = fetch(target);
                    answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                            .set("Content-Type", type));
                    int status = allowed.test(target) ? answer.statusCode() : 401;
                    exchange.sendResponseHeaders(status, answer.body().length);
                    exchange.getResponseBody().write(answer.body());
                }
            });
            server.start();
            return new Proxy(server);
        }

        private static HttpResponse<byte[]> fetch(String target) throws IOException {
            try {
                return CLIENT.send(HttpRequest.newBuilder(galley.uri(target)).build(), BodyHandlers.ofByteArray());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort() + PREFIX + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
