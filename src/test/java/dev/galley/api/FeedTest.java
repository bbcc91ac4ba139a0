package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What feed readers, search engines and language models are given. */
@ApiTest
class FeedTest {
    private final String topic = word();

    @Inject
    SessionFactory sessions;

    private Draft article(String title) {
        ObjectNode document = withTopics(topic).put("title", title).put("summary", "About <this> & that.");
        document.set(
                "authors",
                json("{'a': [{'slug': 'ada-%s', 'name': 'Ada & Co'}]}".replace("%s", topic))
                        .get("a"));
        document.set("sections", array(section("Part one")));
        document.set("faqs", array(faq("Why?")));
        return published(document);
    }

    private static SyndFeed read(String path) {
        Response answer = given().get(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        try {
            return new SyndFeedInput().build(new StringReader(answer.asString()));
        } catch (FeedException e) {
            throw new AssertionError(answer.asString(), e);
        }
    }

    private static String after(String url) {
        return url.substring(url.indexOf("/v1/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/feeds/atom.xml", "/v1/feeds/rss.xml"})
    void aReaderFindsTheWholeArticles(String feed) {
        Draft first = article("One & <two> " + word());
        Draft second = article("Newest " + word());
        SyndFeed read = read(feed + "?topic=" + topic);
        assertEquals(2, read.getEntries().size());
        SyndEntry entry = read.getEntries().get(1);
        assertEquals(first.at("/title"), entry.getTitle());
        assertEquals("urn:uuid:" + first.id(), entry.getUri());
        assertTrue(entry.getLink().contains(first.slug()), entry.getLink());
        assertEquals(
                "Ada & Co",
                entry.getAuthors().isEmpty()
                        ? entry.getAuthor()
                        : entry.getAuthors().get(0).getName());
        assertEquals("About <this> & that.", entry.getDescription().getValue());
        assertTrue(entry.getContents().get(0).getValue().contains("All about Part one."));
        assertTrue(entry.getContents().get(0).getValue().contains("<h2>Part one</h2>"));
        assertEquals(second.at("/title"), read.getEntries().get(0).getTitle());
        assertTrue(read.getTitle().contains(topic));
    }

    @Test
    void jsonFeedHasTheSame() {
        Draft draft = article("As JSON " + word());
        Response answer = given().get("/v1/feeds/feed.json?topic=" + topic);
        answer.then().statusCode(200).contentType("application/feed+json");
        JsonNode feed = Editor.json(answer);
        assertEquals("https://jsonfeed.org/version/1.1", feed.path("version").asText());
        assertTrue(feed.path("feed_url").asText().endsWith("/v1/feeds/feed.json?topic=" + topic));
        JsonNode item = feed.at("/items/0");
        assertEquals("urn:uuid:" + draft.id(), item.path("id").asText());
        assertEquals(draft.at("/title"), item.path("title").asText());
        assertEquals("Ada & Co", item.at("/authors/0/name").asText());
        assertTrue(topic.equalsIgnoreCase(item.at("/tags/0").asText()));
        assertEquals("en", item.path("language").asText());
        assertTrue(item.path("content_html").asText().contains("All about Part one."));
        assertFalse(feed.has("next_url"));
    }

    @Test
    void theyArePagedToTheEnd() {
        List<String> made =
                IntStream.range(0, 5).mapToObj(i -> article("Paged " + i).id()).toList();
        List<String> seen = new ArrayList<>();
        String next = "/v1/feeds/atom.xml?limit=2&topic=" + topic;
        int pages = 0;
        while (next != null) {
            SyndFeed page = read(next);
            page.getEntries().forEach(entry -> seen.add(entry.getUri().substring("urn:uuid:".length())));
            next = page.getLinks().stream()
                    .filter(link -> link.getRel().equals("next"))
                    .map(SyndLink::getHref)
                    .map(FeedTest::after)
                    .findFirst()
                    .orElse(null);
            pages++;
        }
        assertEquals(3, pages);
        assertEquals(made.stream().sorted().toList(), seen.stream().sorted().toList());
        assertNull(
                Editor.json(given().get("/v1/feeds/feed.json?topic=" + topic)).get("next_url"));
    }

    @Test
    void onlyWhatIsAskedForIsThere() {
        Draft english = article("In English");
        Draft french = published(withTopics(topic).put("locale", "fr"));
        assertEquals(
                List.of("urn:uuid:" + french.id()),
                read("/v1/feeds/atom.xml?locale=fr&topic=" + topic).getEntries().stream()
                        .map(SyndEntry::getUri)
                        .toList());
        assertEquals(
                List.of("urn:uuid:" + english.id()),
                read("/v1/feeds/rss.xml?author=ada-" + topic).getEntries().stream()
                        .map(SyndEntry::getUri)
                        .toList());
        given().get("/v1/feeds/atom.xml?sort=title").then().statusCode(400);
        given().get("/v1/feeds/rss.xml?topic=No%20slug").then().statusCode(400);
    }

    @Test
    void readersThatHaveItGetA304() {
        article("Known");
        Response answer = given().get("/v1/feeds/rss.xml?topic=" + topic);
        answer.then().statusCode(200).contentType(containsString("application/rss+xml"));
        given().header("If-None-Match", answer.header("ETag"))
                .get("/v1/feeds/rss.xml?topic=" + topic)
                .then()
                .statusCode(304);
        article("News");
        given().header("If-None-Match", answer.header("ETag"))
                .get("/v1/feeds/rss.xml?topic=" + topic)
                .then()
                .statusCode(200);
    }

    @Test
    void charactersThatXmlDoesNotKnowAreReplaced() {
        article("Bell \\u0007 rings".replace("\\u0007", "\u0007"));
        String title =
                read("/v1/feeds/atom.xml?topic=" + topic).getEntries().get(0).getTitle();
        assertFalse(title.contains("\u0007"));
    }

    @Test
    void aFeedOfTwentyCostsAsManyStatementsAsAFeedOfOne() {
        IntStream.range(0, 20).forEach(i -> article("Counted " + i));
        String feed = "/v1/feeds/rss.xml?topic=" + topic + "&limit=";
        assertEquals(statements(feed + 1), statements(feed + 20));
    }

    private long statements(String path) {
        return IntStream.range(0, 3)
                .mapToLong(attempt -> {
                    sessions.getStatistics().clear();
                    given().accept("*/*;unlike=" + word()).get(path).then().statusCode(200);
                    return sessions.getStatistics().getPrepareStatementCount();
                })
                .min()
                .orElseThrow();
    }

    @Test
    void theSitemapHasWhatMayBeIndexedWithItsTranslations() {
        String key = word();
        Draft english = published(minimal().put("translationKey", key).put("locale", "en"));
        Draft french = published(minimal().put("translationKey", key).put("locale", "fr"));
        Draft hidden = published(json("{'title': 'Hidden', 'seo': {'noindex': true}}"));
        Response answer = given().get("/sitemap.xml");
        answer.then()
                .statusCode(200)
                .contentType(containsString("application/xml"))
                .body(not(containsString("/" + hidden.slug() + ".html")));
        String map = answer.asString();
        assertTrue(map.contains("/v1/articles/" + english.slug() + ".html</loc>"), map);
        assertTrue(map.contains("hreflang=\"fr\" href=\"") && map.contains(french.slug() + ".html?locale=fr"), map);
        unpublish(french);
        assertFalse(given().get("/sitemap.xml").asString().contains(french.slug()));
        given().get("/sitemap-1.xml").then().statusCode(200);
        given().get("/sitemap-99.xml").then().statusCode(404);
        given().get("/sitemap-99999999999.xml").then().statusCode(404);
    }

    @Test
    void crawlersAndModelsAreToldWhatThereIs() {
        Draft draft = article("For models " + word());
        given().get("/robots.txt")
                .then()
                .statusCode(200)
                .body(containsString("Disallow: /v1/editorial/"))
                .body(containsString("/sitemap.xml"));
        given().get("/llms.txt")
                .then()
                .statusCode(200)
                .body(containsString("# Galley\n\n> "))
                .body(containsString("[" + draft.at("/title") + "]("))
                .body(containsString("/v1/articles/" + draft.slug() + ".md"));
        given().get("/llms-full.txt").then().statusCode(200).body(containsString("All about Part one."));
        publish(patched(Editor.read(draft), "{\"title\": \"Renamed " + topic + "\"}"));
        given().get("/llms.txt").then().body(containsString("Renamed " + topic));
    }
}
