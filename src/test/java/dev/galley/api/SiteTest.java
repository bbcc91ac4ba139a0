package dev.galley.api;

import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Galley behind a frontend: it knows where both are seen, and which languages are near each other. */
@ApiTest
@TestProfile(SiteTest.Configured.class)
class SiteTest {
    /** The settings of such a Galley. */
    public static class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "galley.public-url", "https://content.example.com/api/",
                    "galley.site.article-url", "https://example.com/{locale}/{slug}",
                    "galley.front-page", "false",
                    "galley.locales.fallbacks", "de-AT > de-CH > fr, gsw>de-ch");
        }
    }

    @Test
    void galleysOwnFormLeadsToTheFrontend() {
        Draft target = published(minimal().put("locale", "de"));
        Draft linking = published(linking("article:" + target.id() + "#moon"));
        assertEquals("See [it](https://example.com/de/" + target.slug() + "#moon).", lead(linking));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "?utm=x", "#moon"})
    void aPageOfTheFrontendCountsWhereItIsAnArticles(String rest) {
        Draft target = post(minimal());
        String page = "https://example.com/en/" + target.slug() + rest;
        Draft linking = published(linking(page));
        assertEquals("See it.", lead(linking));
        publish(target);
        assertEquals("See [it](" + page + ").", lead(linking));
        unpublish(target);
        assertEquals("See it.", lead(linking));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/en/%",
                "https://example.com/about",
                "https://example.com/en/%/comments",
                "http://example.com/en/%"
            })
    void anotherPageOfTheFrontendIsLeftAlone(String form) {
        String page = form.replace("%", word());
        Draft linking = post(linking(page));
        editor().get(linking.url() + "/checks").then().body("errors", org.hamcrest.Matchers.empty());
        assertEquals("See [it](" + page + ").", lead(publish(linking)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://content.example.com/api/v1/articles/%",
                "//content.example.com/api/v1/articles/%",
                "/api/v1/articles/%",
                "/v1/articles/%"
            })
    void thePublicUrlIsHere(String form) {
        Draft target = post(minimal());
        Draft linking = published(linking(form.replace("%", target.slug())));
        assertEquals("See it.", lead(linking));
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, 'de-CH,fr,de,en', de-CH",
        "de-AT, 'fr,de,en', fr",
        "de-AT, 'de,en', de",
        "de-AT, 'it,en', en",
        "gsw, 'de,en', de",
        "gsw, 'de-CH,de', de-CH",
        "de-CH, 'fr,en', en"
    })
    void whatIsConfiguredComesBeforeTheLanguageAndTheDefault(String asked, String there, String given) {
        String key = word();
        Draft one = null;
        for (String locale : there.split(",")) {
            one = published(minimal().put("locale", locale).put("translationKey", key));
        }
        var article = delivered(
                "/v1/articles/" + java.util.Objects.requireNonNull(one).id() + "?locale=" + asked);
        assertEquals(given, article.path("locale").asText());
        assertEquals(asked, article.at("/fallback/asked").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/front/page.js"})
    void thereIsNoFrontPageWhereItIsSwitchedOff(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    private static ObjectNode linking(String destination) {
        return withLead(paragraph("See [it](" + destination + ")."));
    }

    private static String lead(Draft draft) {
        return article(draft).at("/lead/0/text").asText();
    }
}
