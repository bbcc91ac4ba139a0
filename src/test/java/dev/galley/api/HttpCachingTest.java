package dev.galley.api;

import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.withAuthors;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.MERGE_PATCH;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients and the caches before them are told of an answer, and that none is older than what was acknowledged. */
@ApiTest
class HttpCachingTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    private static HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(
                    request.method(method, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** All but the id, which is another one each time, and what is the date as long as something has just changed. */
    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        headers.remove("x-request-id");
        headers.remove("last-modified");
        return new TreeMap<>(headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static Draft longArticle() {
        ObjectNode[] sections = IntStream.range(0, 20)
                .mapToObj(i -> section("Part " + i + " of " + word()))
                .toArray(ObjectNode[]::new);
        return published(withSections(sections));
    }

    static String url(Draft draft) {
        return "/v1/articles/" + draft.slug();
    }

    /** Some of each kind. */
    static List<String> paths(Draft draft) {
        return List.of(
                url(draft),
                url(draft) + "/sections",
                url(draft) + "?fields=title&text=html",
                url(draft) + ".md",
                url(draft) + ".html",
                "/v1/articles?limit=3&sort=title",
                "/v1/sections?limit=3",
                "/v1/topics?limit=3",
                "/v1/redirects");
    }

    @Test
    void theSecondAnswerIsTheFirst() {
        for (String path : paths(longArticle())) {
            for (String encoding : List.of("identity", "gzip", "br")) {
                HttpResponse<byte[]> first = get(path, "Accept-Encoding", encoding);
                HttpResponse<byte[]> second = get(path, "Accept-Encoding", encoding);
                assertEquals(200, first.statusCode(), path);
                assertEquals(headers(first), headers(second), path);
                assertArrayEquals(first.body(), second.body(), path);
                HttpResponse<byte[]> head = send("HEAD", path, "Accept-Encoding", encoding);
                assertEquals(headers(first), headers(head), path);
                assertEquals(0, head.body().length);
            }
        }
    }

    @Test
    void whatIsPublishedIsServedAtOnce() {
        String topic = word();
        Draft draft = published(withTopics(topic));
        for (int i = 0; i < 20; i++) {
            String title = "Edition " + i + " " + word();
            get(url(draft));
            get("/v1/articles?topic=" + topic);
            draft = publish(patched(Editor.read(draft), "{\"title\": \"" + title + "\"}"));
            assertEquals(title, Editor.delivered(url(draft)).path("title").asText());
            assertEquals(
                    title,
                    Editor.delivered("/v1/articles?topic=" + topic)
                            .at("/data/0/title")
                            .asText());
        }
        unpublish(draft);
        assertEquals(410, get(url(draft)).statusCode());
        assertEquals(
                0, Editor.delivered("/v1/articles?topic=" + topic).path("data").size());
    }

    @Test
    void oneArticlesPublicationLeavesTheOthersAlone() {
        Draft one = longArticle();
        Draft other = longArticle();
        HttpResponse<byte[]> before = get(url(one));
        publish(patched(Editor.read(other), "{\"summary\": \"" + word() + "\"}"));
        assertEquals(headers(before), headers(get(url(one))));
    }

    @Test
    void aTopicAndAnAuthorAreNamedAnewEverywhere() {
        String topic = word();
        String author = word();
        ObjectNode document = withTopics(topic);
        document.set("authors", withAuthors(author).get("authors"));
        Draft draft = published(document);
        for (String path : List.of(url(draft), "/v1/articles?topic=" + topic)) {
            get(path);
        }
        editor(MERGE_PATCH, "{\"name\": \"Renamed Topic\"}").patch("/v1/editorial/topics/" + topic);
        editor(MERGE_PATCH, "{\"name\": \"Renamed Author\"}").patch("/v1/editorial/authors/" + author);
        for (String path : List.of(url(draft), "/v1/articles?topic=" + topic)) {
            String body = new String(get(path).body(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(body.contains("Renamed Topic") && body.contains("Renamed Author"), body);
        }
    }

    @Test
    void aSlugThatAnotherArticleTakesLeadsThere() {
        Draft first = published(minimal());
        String slug = first.slug();
        get("/v1/articles/" + slug);
        publish(patched(Editor.read(first), "{\"slug\": \"" + slug + "-moved\"}"));
        assertEquals(308, get("/v1/articles/" + slug).statusCode());
        Draft second = published(minimal().put("slug", slug));
        assertEquals(
                second.id(), Editor.delivered("/v1/articles/" + slug).path("id").asText());
    }

    @Test
    void aTranslationThatComesAnswersForItsLanguage() {
        String key = word();
        Draft english = published(minimal().put("translationKey", key).put("locale", "en"));
        String path = url(english) + "?locale=fr";
        assertEquals("en", Editor.delivered(path).path("locale").asText());
        Draft french = published(minimal().put("translationKey", key).put("locale", "fr"));
        assertEquals("fr", Editor.delivered(path).path("locale").asText());
        unpublish(french);
        assertEquals("en", Editor.delivered(path).path("locale").asText());
    }

    @Test
    void anotherArticleOfTheSameSlugInANearerLanguageAnswers() {
        String slug = word();
        published(minimal().put("slug", slug).put("locale", "fr"));
        assertEquals(
                "fr", Editor.delivered("/v1/articles/" + slug).path("locale").asText());
        published(minimal().put("slug", slug).put("locale", "en"));
        assertEquals(
                "en", Editor.delivered("/v1/articles/" + slug).path("locale").asText());
    }

    @Test
    void whatWasRefusedIsTriedAnew() {
        String slug = word();
        assertEquals(404, get("/v1/articles/" + slug).statusCode());
        published(minimal().put("slug", slug));
        assertEquals(200, get("/v1/articles/" + slug).statusCode());
        assertEquals(400, get("/v1/articles/" + slug + "?nonsense=1").statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br|br",
                "gzip|gzip",
                "gzip, deflate, br, zstd|br",
                "br;q=0.5, gzip|gzip",
                "br;q=0, gzip;q=0.1|gzip",
                "*|br",
                "br;q=0, *|gzip",
                "identity|",
                "deflate|",
                "gzip;q=0|",
                "gzip;q=nonsense|"
            })
    void theEncodingIsTheOneThatIsLikedBest(String accepted, String encoding) {
        String path = url(longArticle());
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> answer = get(path, "Accept-Encoding", accepted);
            assertEquals(encoding == null ? "" : encoding, header(answer, "content-encoding"));
            assertEquals("Accept, Accept-Encoding", header(answer, "vary"));
        }
    }

    @Test
    void eachEncodingIsTheSameTextUnderATagOfItsOwn() throws IOException {
        Brotli4jLoader.ensureAvailability();
        String path = url(longArticle());
        HttpResponse<byte[]> identity = get(path);
        HttpResponse<byte[]> gzip = get(path, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> brotli = get(path, "Accept-Encoding", "br");
        assertArrayEquals(identity.body(), new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes());
        assertArrayEquals(identity.body(), Decoder.decompress(brotli.body()).getDecompressedData());
        assertTrue(brotli.body().length < gzip.body().length);
        assertNotEquals(header(identity, "etag"), header(gzip, "etag"));
        assertNotEquals(header(identity, "etag"), header(brotli, "etag"));
        assertNotEquals(header(gzip, "etag"), header(brotli, "etag"));
        for (HttpResponse<byte[]> answer : List.of(identity, gzip, brotli)) {
            String encoding = header(answer, "content-encoding");
            String accepted = encoding.isEmpty() ? "identity" : encoding;
            HttpResponse<byte[]> known =
                    get(path, "Accept-Encoding", accepted, "If-None-Match", "\"x\", W/" + header(answer, "etag"));
            assertEquals(304, known.statusCode());
            assertEquals(0, known.body().length);
            for (String name : List.of("etag", "cache-control", "vary", "surrogate-key")) {
                assertEquals(header(answer, name), header(known, name), name);
            }
            for (String name : List.of("content-type", "content-encoding", "content-language")) {
                assertEquals("", header(known, name));
            }
            assertEquals(
                    200,
                    get(path, "Accept-Encoding", accepted, "If-None-Match", "\"x\"")
                            .statusCode());
            assertEquals(
                    304,
                    get(path, "Accept-Encoding", accepted, "If-None-Match", "*").statusCode());
        }
    }

    @Test
    void whatIsShortIsNotEncoded() {
        Draft draft = published(minimal());
        HttpResponse<byte[]> answer = get(url(draft) + "?fields=title", "Accept-Encoding", "br, gzip");
        assertEquals("", header(answer, "content-encoding"));
    }

    @Test
    void whoSaysWhatItDependsOnSaysItToCachesInFront() {
        String topic = word();
        String author = word();
        ObjectNode document = withTopics(topic);
        document.set("authors", withAuthors(author).get("authors"));
        Draft draft = published(document);
        assertEquals(
                "article:" + draft.id() + " topic:" + topic + " author:" + author,
                header(get(url(draft)), "surrogate-key"));
        assertEquals("article:" + draft.id(), header(get(url(draft) + "/sections"), "surrogate-key"));
        assertEquals("list", header(get("/v1/articles"), "surrogate-key"));
        assertEquals("list", header(get("/v1/search?q=tide"), "surrogate-key"));
        assertEquals("list topic:" + topic, header(get("/v1/topics/" + topic), "surrogate-key"));
    }

    @Test
    void whatHasNotChangedSinceThenIsNotSentAgain() {
        Draft draft = published(minimal());
        String path = url(draft);
        assertEquals(
                304,
                get(path, "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT").statusCode());
        assertEquals(
                200,
                get(path, "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT").statusCode());
        assertEquals(200, get(path, "If-Modified-Since", "yesterday").statusCode());
        assertEquals(
                200,
                get(path, "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT", "If-None-Match", "\"other\"")
                        .statusCode());
        assertFalse(header(get(path), "last-modified").isEmpty());
        assertFalse(header(get("/v1/search?q=tide"), "last-modified").isEmpty());
    }

    /** Whoever read the version before in the same second is not told that it is the newest. */
    @Test
    void twoPublicationsInOneSecondAreToldApart() {
        Draft draft = published(minimal());
        for (int i = 0; i < 10; i++) {
            String seen = header(get(url(draft)), "last-modified");
            draft = publish(patched(Editor.read(draft), "{\"summary\": \"" + word() + "\"}"));
            assertEquals(200, get(url(draft), "If-Modified-Since", seen).statusCode());
        }
    }

    @Test
    void nobodyReadsWhatWasBeforeAPublicationThatWasAcknowledged() {
        Draft draft = published(minimal().put("summary", "0"));
        String path = url(draft);
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger reads = new AtomicInteger();
        Concurrently.each(5, caller -> {
            if (caller == 0) {
                Draft newest = Editor.read(draft);
                for (int i = 1; i <= 40; i++) {
                    newest = publish(patched(newest, "{\"summary\": \"" + i + "\"}"));
                    acknowledged.set(i);
                }
                acknowledged.set(Integer.MAX_VALUE);
            } else {
                for (int least = acknowledged.get(); least < Integer.MAX_VALUE; least = acknowledged.get()) {
                    int seen = given().get(path).jsonPath().getInt("summary");
                    assertTrue(seen >= least, seen + " after " + least);
                    reads.incrementAndGet();
                }
            }
            return caller;
        });
        assertTrue(reads.get() > 40, "reads: " + reads);
    }

    @Test
    void draftsAreKeptNowhere() {
        Draft draft = post(minimal());
        assertEquals(404, get(url(draft)).statusCode());
        assertEquals(401, get("/v1/editorial/articles/" + draft.id()).statusCode());
        given().header("Authorization", "Bearer " + ApiTest.KEY)
                .get("/v1/editorial/articles/" + draft.id())
                .then()
                .statusCode(200);
        assertEquals(401, get("/v1/editorial/articles/" + draft.id()).statusCode());
    }
}
