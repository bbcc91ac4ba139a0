package dev.galley.api;

import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One article in all its forms, by a suffix or by the header Accept. */
@ApiTest
class RenditionTest {
    private static final String VARY = "Accept, Accept-Encoding";

    private static String url(Draft draft) {
        return "/v1/articles/" + draft.slug();
    }

    private static Response liking(String accept, String path) {
        return given().header("Accept", accept).get(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/markdown | .md",
                "text/html | .html",
                "text/plain | .txt",
                "application/ld+json | .jsonld",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | .html",
                "application/json;q=0.1, text/markdown;q=0.5 | .md",
                "text/markdown;q=0, text/* | .html",
                "TEXT/MARKDOWN;charset=utf-8 | .md"
            })
    void theHeaderGivesWhatTheSuffixGives(String accept, String suffix) {
        Draft draft = published(full());
        Response bySuffix = given().get(url(draft) + suffix);
        Response byHeader = liking(accept, url(draft));
        assertEquals(200, byHeader.statusCode());
        assertEquals(bySuffix.asString(), byHeader.asString());
        assertEquals(bySuffix.contentType(), byHeader.contentType());
        assertEquals(bySuffix.header("ETag"), byHeader.header("ETag"));
        assertEquals(bySuffix.header("Content-Language"), byHeader.header("Content-Language"));
        assertEquals(VARY, byHeader.header("Vary"));
        assertEquals("Accept-Encoding", bySuffix.header("Vary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "application/*",
                "text/markdown;q=0.5, */*",
                "application/json;charset=UTF-8",
                "image/png, */*;q=0.1"
            })
    void jsonIsWhatMostAskFor(String accept) {
        Draft draft = published(minimal());
        Response answer = liking(accept, url(draft));
        answer.then().statusCode(200).header("Vary", VARY);
        assertTrue(answer.contentType().startsWith("application/json"), answer.contentType());
        assertEquals(draft.slug(), Editor.json(answer).path("slug").asText());
    }

    @Test
    void withoutTheHeaderItIsJson() {
        Draft draft = published(minimal());
        String answer = Raw.get(url(draft));
        assertTrue(answer.contains("application/json"), answer);
    }

    @Test
    void whatWouldDoIsNamed() {
        liking("image/png", url(published(minimal())))
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("detail", containsString("application/json, text/markdown, text/html, text/plain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "a/b/c", "*", "text/markdown;q=x", "text/html;q=2", "/", "json", "text/"})
    void noHeaderIsA500(String accept) {
        int status = Raw.status(Raw.get(url(published(minimal())), "Accept: " + accept + "\r\n"));
        assertTrue(Set.of(200, 400, 406).contains(status), accept + " is " + status);
    }

    @Test
    void anOldSlugLeadsToTheNewOne() {
        Draft draft = published(minimal());
        String old = url(draft);
        Draft renamed = publish(patched(draft, "{\"slug\": \"" + Documents.word() + "\"}"));
        String location = given().redirects()
                .follow(false)
                .header("Accept", "text/markdown")
                .get(old)
                .then()
                .statusCode(308)
                .extract()
                .header("Location");
        assertTrue(location.endsWith(url(renamed)), location);
        liking("text/markdown", location).then().statusCode(200).contentType(containsString("text/markdown"));
    }

    @Test
    void eachHasATagOfItsOwnThatIsNotModified() {
        Draft draft = published(full());
        Set<String> tags = new HashSet<>();
        for (String accept : List.of("application/json", "text/markdown", "text/html", "text/plain")) {
            String tag = liking(accept, url(draft)).header("ETag");
            tags.add(tag);
            given().header("Accept", accept)
                    .header("If-None-Match", tag)
                    .get(url(draft))
                    .then()
                    .statusCode(304)
                    .header("Vary", VARY);
        }
        assertEquals(4, tags.size());
        given().header("Accept", "text/html")
                .head(url(draft))
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"));
    }

    @Test
    void thePartsAndListsStayJson() {
        Draft draft = published(full());
        liking("text/html", url(draft) + "/sections").then().statusCode(406);
        liking("text/html", "/v1/articles").then().statusCode(406);
        liking("text/html", "/v1/editorial/articles").then().statusCode(401);
    }

    @Test
    void htmlIsSemantic() {
        Document page =
                Jsoup.parse(given().get(url(published(full())) + ".html").asString());
        assertEquals("en", page.expectFirst("html").attr("lang"));
        assertEquals(1, page.select("article").size());
        assertEquals(1, page.select("h1").size());
        assertEquals(
                List.of("Where the numbers come from", "Reading a table"),
                page.select("article > section > h2").eachText().subList(0, 2));
        assertEquals(
                List.of("Nodes"), page.select("section section section > h4").eachText());
        assertTrue(page.expectFirst("section").hasAttr("id"));
        assertEquals(1, page.select("pre > code.language-python").size());
        assertTrue(page.select("figure img[alt=The sun]").size() == 1, page.outerHtml());
        assertEquals(1, page.select("aside").size());
        assertEquals(2, page.select("details > summary").size());
        assertEquals(1, page.select("ol[start=3]").size());
        assertEquals(0, page.select("script, style, link").size());
    }

    @Test
    void plainTextIsWrapped() {
        Draft draft = published(Documents.withLead(Documents.paragraph("Words and *more* words. ".repeat(40))));
        String text = given().get(url(draft) + ".txt").asString();
        assertFalse(text.contains("*"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
        assertTrue(text.contains("\n"), text);
    }

    @Test
    void jsonLdSaysWhatSchemaOrgDefines() {
        Draft draft = published(full());
        JsonNode graph = Editor.json(given().get(url(draft) + ".jsonld")).path("@graph");
        JsonNode article = graph.path(0);
        assertEquals("Article", article.path("@type").asText());
        assertEquals("Mara Lind", article.at("/author/0/name").asText());
        assertEquals(List.of("Tides"), Documents.each(article.path("about"), "name"));
        assertEquals(List.of("Lord Kelvin"), Documents.each(article.path("mentions"), "name"));
        assertEquals("Person", article.at("/mentions/0/@type").asText());
        assertEquals("The Sea", article.at("/isPartOf/name").asText());
        JsonNode faq = graph.path(1);
        assertEquals("FAQPage", faq.path("@type").asText());
        assertEquals("Why two a day?", faq.at("/mainEntity/0/name").asText());
        assertNotEquals("", faq.at("/mainEntity/0/acceptedAnswer/text").asText());
        JsonNode crumbs = graph.path(2);
        assertEquals("BreadcrumbList", crumbs.path("@type").asText());
        assertEquals(
                article.path("headline").asText(),
                crumbs.at("/itemListElement/1/name").asText());
        assertEquals(2, crumbs.at("/itemListElement/1/position").asInt());
    }
}
