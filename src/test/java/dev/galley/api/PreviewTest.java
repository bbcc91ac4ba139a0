package dev.galley.api;

import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.keys;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.purge;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.restore;
import static dev.galley.api.Editor.trash;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import dev.galley.editorial.PreviewLink;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that show one draft to whoever has them. */
@ApiTest
class PreviewTest {
    // What it shows

    @Test
    void aPreviewIsWhatDeliveryWillAnswer() {
        ObjectNode document = full();
        document.remove("translationKey");
        Draft draft = post(document);
        JsonNode preview = preview(link(draft));
        publish(draft);
        JsonNode article = article(draft);
        assertEquals(keys(article), keys(preview));
        for (String times : List.of("publishedAt", "updatedAt")) {
            ((ObjectNode) article).remove(times);
            ((ObjectNode) preview).remove(times);
        }
        assertEquals(article, preview);
    }

    @Test
    void itShowsWhateverIsTheNewestVersion() {
        Draft draft = published(minimal().put("summary", "First"));
        JsonNode link = link(draft);
        patched(draft, "{\"summary\": \"Second\"}");
        assertEquals("Second", preview(link).path("summary").asText());
        assertEquals(2, preview(link).path("version").asInt());
        assertEquals("First", article(draft).path("summary").asText());
    }

    @Test
    void itsDateIsTheFirstPublicationOrNow() {
        Instant before = Instant.now().minusSeconds(5);
        Draft draft = post(minimal());
        JsonNode link = link(draft);
        assertTrue(Instant.parse(preview(link).path("publishedAt").asText()).isAfter(before));
        publish(draft);
        JsonNode published = article(draft).path("publishedAt");
        unpublish(draft);
        assertEquals(published, preview(link).path("publishedAt"));
    }

    @ParameterizedTest
    @CsvSource({"markdown, The *old* pier", "html, The <em>old</em> pier", "plain, The old pier"})
    void itsTextsComeInEachForm(String form, String caption) {
        JsonNode link = link(post(full()));
        JsonNode preview = delivered(path(link) + "?text=" + form);
        assertEquals(caption, preview.at("/hero/caption").asText());
    }

    @Test
    void aTokenOpensItsArticleAlone() {
        Draft other = post(minimal().put("slug", word()));
        Draft shown = published(minimal());
        String slug = word();
        Draft draft = post(withLead(
                        paragraph("[the other](article:" + other.slug() + ")"),
                        paragraph("[public](article:" + shown.id() + ")"),
                        paragraph("[itself](article:" + slug + "#x)"))
                .put("slug", slug));
        JsonNode preview = preview(link(draft));
        String page = article(shown).at("/links/html").asText();
        assertEquals(
                List.of(
                        "the other",
                        "[public](" + page + ")",
                        "[itself](" + preview.at("/links/html").asText() + "#x)"),
                each(preview.path("lead"), "text"));
        assertFalse(preview.toString().contains(other.slug()));
        given().get("/v1/articles/" + draft.id()).then().statusCode(404);
        given().get("/v1/articles/" + draft.slug()).then().statusCode(404);
    }

    @Test
    void itShowsTheTranslationsThatArePublic() {
        String key = word();
        Draft french = published(minimal().put("translationKey", key).put("locale", "fr"));
        post(minimal().put("translationKey", key).put("locale", "de"));
        JsonNode preview = preview(link(post(minimal().put("translationKey", key))));
        assertEquals(List.of(french.slug()), each(preview.path("translations"), "slug"));
    }

    @Test
    void lookingChangesNothing() {
        Draft draft = post(full());
        preview(link(draft));
        assertEquals(draft.json(), read(draft).json());
    }

    // How it is answered

    @Test
    void nothingKeepsItOrListsIt() {
        Response answer = given().header("Origin", "https://frontend.example").get(path(link(post(minimal()))));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("noindex", answer.header("X-Robots-Tag"));
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertEquals("en", answer.header("Content-Language"));
        assertNull(answer.header("ETag"));
        assertNull(answer.header("Surrogate-Key"));
    }

    @Test
    void headIsTheSameWithoutABody() {
        String path = path(link(post(minimal())));
        Response head = given().head(path);
        assertEquals(200, head.statusCode());
        assertEquals("no-store", head.header("Cache-Control"));
        assertEquals(0, head.asByteArray().length);
    }

    @Test
    void whatOpensNothingIsOneAndTheSame404() {
        Draft draft = post(minimal());
        JsonNode revoked = link(draft);
        editor().delete(draft.url() + "/preview-links/" + revoked.path("id").asText())
                .then()
                .statusCode(204);
        JsonNode expired = link(draft);
        expire(expired);
        Draft gone = post(minimal());
        JsonNode purged = link(gone);
        purge(gone);
        String unknown = problem("/v1/preview/galley_preview_" + word());
        for (JsonNode link : List.of(revoked, expired, purged)) {
            assertEquals(unknown, problem(path(link)));
        }
        assertEquals(unknown, problem("/v1/preview/x"));
    }

    @Test
    void theTrashEndsItForGood() {
        Draft draft = post(minimal());
        JsonNode link = link(draft);
        trash(draft);
        given().get(path(link)).then().statusCode(404);
        restore(draft);
        given().get(path(link)).then().statusCode(404);
        assertEquals(200, given().get(path(link(draft))).statusCode());
    }

    @Test
    void anUnknownParameterIsRefused() {
        given().get(path(link(post(minimal()))) + "?texts=html").then().statusCode(400);
    }

    // Handing out

    @Test
    void aLinkHasItsTokenAndAddressOnce() {
        Draft draft = post(minimal());
        Response answer = editor().post(draft.url() + "/preview-links");
        JsonNode link = Editor.json(answer);
        assertEquals(201, answer.statusCode());
        assertEquals(List.of("id", "url", "token", "expiresAt", "createdAt", "createdBy"), keys(link));
        assertTrue(link.path("token").asText().matches("galley_preview_[A-Za-z0-9_-]{43}"));
        assertTrue(link.path("url")
                .asText()
                .endsWith("/v1/preview/" + link.path("token").asText()));
        assertEquals("admin", link.path("createdBy").asText());
        JsonNode read = Editor.json(editor().get(answer.header("Location")));
        assertEquals(List.of("id", "expiresAt", "createdAt", "createdBy"), keys(read));
        assertEquals(link.path("id"), read.path("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | 3600",
                "{} | 3600",
                "{'expiresIn': null} | 3600",
                "{'expiresIn': 1} | 1",
                "{'expiresIn': 90} | 90",
                "{'expiresIn': 'PT24H'} | 86400",
                "{'expiresIn': 'P7D'} | 604800",
                "{'expiresIn': 'P2W'} | 1209600",
                "{'expiresIn': 2592000} | 2592000",
                "{'expiresIn': 'P30D'} | 2592000"
            })
    void itLivesAsLongAsAsked(String body, long seconds) {
        Draft draft = post(minimal());
        JsonNode link =
                Editor.json((body == null ? editor() : editor(json(body))).post(draft.url() + "/preview-links"));
        Duration life = Duration.between(
                Instant.parse(link.path("createdAt").asText()),
                Instant.parse(link.path("expiresAt").asText()));
        assertEquals(Duration.ofSeconds(seconds), life);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "2592001",
                "1.5",
                "1e400",
                "99999999999999999999999",
                "'P31D'",
                "'PT0S'",
                "'-PT1H'",
                "'PT0.5S'",
                "'P1M'",
                "'P9999W'",
                "'P99999999999999999999D'",
                "'3600'",
                "''",
                "'tomorrow'",
                "true",
                "[]",
                "{}"
            })
    void aTimeItCantLiveIsRefused(String expiresIn) {
        Draft draft = post(minimal());
        editor("application/json", "{\"expiresIn\": " + expiresIn.replace('\'', '"') + "}")
                .post(draft.url() + "/preview-links")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/expiresIn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{\"expires\": 1}", "{", "null"})
    void whatIsNoOrderForALinkIsRefused(String body) {
        Draft draft = post(minimal());
        editor("application/json", body)
                .post(draft.url() + "/preview-links")
                .then()
                .statusCode(400);
        assertEquals(List.of(), list(draft));
    }

    @Test
    void aDraftInTheTrashGetsNone() {
        Draft draft = post(minimal());
        trash(draft);
        editor().post(draft.url() + "/preview-links").then().statusCode(409);
    }

    @Test
    void thoseThatLiveAreListedNewestFirst() {
        Draft draft = post(minimal());
        JsonNode first = link(draft);
        JsonNode second = link(draft);
        JsonNode expired = link(draft);
        link(post(minimal()));
        expire(expired);
        List<String> living =
                List.of(second.path("id").asText(), first.path("id").asText());
        assertEquals(living, list(draft));
        String all = editor().get(draft.url() + "/preview-links").asString();
        assertFalse(all.contains("galley_preview_"), all);
    }

    @Test
    void whatExpiredIsSweptAwayWithTheNextOne() {
        Draft draft = post(minimal());
        JsonNode expired = link(draft);
        expire(expired);
        link(draft);
        assertEquals(1, stored(draft));
    }

    @Test
    void aLinkEndsByItself() {
        Draft draft = post(minimal());
        JsonNode link = Editor.json(editor(json("{'expiresIn': 1}")).post(draft.url() + "/preview-links"));
        await().until(() -> given().get(path(link)).statusCode() == 404);
        assertEquals(List.of(), list(draft));
    }

    @Test
    void onlyALinkOfTheDraftCanBeRevoked() {
        Draft draft = post(minimal());
        JsonNode link = link(draft);
        String id = link.path("id").asText();
        editor().delete(post(minimal()).url() + "/preview-links/" + id).then().statusCode(404);
        editor().delete(draft.url() + "/preview-links/x").then().statusCode(404);
        assertEquals(200, given().get(path(link)).statusCode());
        editor().delete(draft.url() + "/preview-links/" + id).then().statusCode(204);
        editor().delete(draft.url() + "/preview-links/" + id).then().statusCode(404);
        editor().get(draft.url() + "/preview-links/" + id).then().statusCode(404);
    }

    private static JsonNode link(Draft draft) {
        return Editor.json(editor().post(draft.url() + "/preview-links")
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    private static String path(JsonNode link) {
        return "/v1/preview/" + link.path("token").asText();
    }

    private static JsonNode preview(JsonNode link) {
        return delivered(path(link));
    }

    private static List<String> list(Draft draft) {
        JsonNode list = Editor.json(editor().get(draft.url() + "/preview-links"));
        assertEquals(List.of("data", "page"), keys(list));
        return each(list.path("data"), "id");
    }

    /** All but what names the request. */
    private static String problem(String path) {
        Response answer = given().get(path);
        assertEquals(404, answer.statusCode(), path);
        assertEquals("no-store", answer.header("Cache-Control"));
        ObjectNode problem = (ObjectNode) Editor.json(answer);
        problem.remove(List.of("instance", "requestId"));
        return problem.toString();
    }

    private static void expire(JsonNode link) {
        QuarkusTransaction.requiringNew()
                .run(() -> PreviewLink.update(
                        "expiresAt = createdAt where id = ?1",
                        java.util.UUID.fromString(link.path("id").asText())));
    }

    private static long stored(Draft draft) {
        return QuarkusTransaction.requiringNew()
                .call(() -> PreviewLink.count("draftId", java.util.UUID.fromString(draft.id())));
    }
}
